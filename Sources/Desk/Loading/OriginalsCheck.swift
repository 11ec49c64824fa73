package import ClaimModel
import Disk
import Sessions
package import TerminalText

/// Whether the bytes that stories were read from still lie in a folder, by length and SHA-256:
/// names do not count.
package struct OriginalsCheck: Sendable {
  package enum State: Sendable, Hashable {
    /// The path of a file with just these bytes.
    case there(String)
    /// A file of that name holds other bytes.
    case changed(String)
    case missing
    /// The session keeps no digest of the story's bytes.
    case unknown
  }

  package struct Item: Sendable, Hashable {
    package var id: ArticleID
    package var name: String
    package var state: State
  }

  package let items: [Item]

  /// Looks through a folder and the folders in it; reads only files of a length that is wanted.
  package init(
    _ captures: [(id: ArticleID, name: String, capture: Capture?)], in folder: String
  ) throws(UserError) {
    let found = FileFinder.files([folder], endingIn: [""])
    if let failure = found.failures.first, found.paths.isEmpty { throw failure }
    let lengths = Set(captures.compactMap { $0.capture?.length })
    var digests: [String: String] = [:]
    for path in found.paths where lengths.contains(FileFinder.size(path)) {
      guard let file = try? MappedFile(path) else { continue }
      let digest = SessionFile.sha256(file)
      digests[digest] = digests[digest] ?? path
    }
    let names = Dictionary(found.paths.map { (Self.fileName($0), $0) }) { first, _ in first }
    items = captures.map { story in
      let state: State =
        if let capture = story.capture {
          if let path = digests[capture.sha256] {
            .there(path)
          } else {
            names[Self.fileName(capture.name ?? story.name)].map(State.changed) ?? .missing
          }
        } else {
          .unknown
        }
      return Item(id: story.id, name: story.name, state: state)
    }
  }

  /// "wire/a.html" → "a.html"
  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether the bytes of every story were found.
  package var isWhole: Bool {
    items.allSatisfy { if case .there = $0.state { true } else { false } }
  }
}
