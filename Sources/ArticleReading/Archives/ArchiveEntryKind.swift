internal import Lexicons

/// What is done with an entry of an archive, by its name alone.
enum ArchiveEntryKind: Hashable {
  /// It is read as a story; one whose name says that it is one must be.
  case story(isSure: Bool)
  /// Passed over and told by what it is: "picture".
  case other(String)
  /// A folder, a hidden file, one that an operating system leaves: passed over without a word.
  case hidden

  init(_ path: String) {
    let parts = path.split(separator: "/")
    guard let file = parts.last, !path.hasSuffix("/"),
      !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" })
    else {
      self = .hidden
      return
    }
    let name = file.lowercased()
    if name == "thumbs.db" || name == "desktop.ini" {
      self = .hidden
    } else if let kind = name.split(separator: ".").last.flatMap({ Self.others[String($0)] }) {
      self = .other(kind)
    } else if parts.dropLast().contains(where: { $0.hasSuffix("_files") }) {
      // A browser puts what belongs to a page there, frames and advertisements too.
      self = .other("file of a saved page")
    } else {
      self = .story(isSure: StoryFormats.endings.contains { name.hasSuffix($0) })
    }
  }

  private static let others: [String: String] = {
    var others: [String: String] = [:]
    for row in WordList(embedded: "other-files.tsv").rows {
      for ending in row.items(1) { others[ending] = row[0] }
    }
    return others
  }()

  /// A path as people read it, that leads nowhere else: `..\..\a//b.txt` → `a/b.txt`
  static func path(_ name: String) -> String {
    let slashed = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\\" ? "/" : $0 }))
    let parts = slashed.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.joined(separator: "/") + (slashed.hasSuffix("/") ? "/" : "")
  }
}

/// What was passed over, counted by kind in the order in which it was met.
struct PassedOverFiles {
  private var kinds: [String] = []
  private var counts: [String: Int] = [:]

  mutating func add(_ kind: String) {
    if counts[kind, default: 0] == 0 { kinds.append(kind) }
    counts[kind, default: 0] += 1
  }

  /// "2 pictures, 1 film"; nil where there is none.
  var words: String? {
    guard !kinds.isEmpty else { return nil }
    return kinds.map { kind in
      let count = counts[kind, default: 0]
      return count == 1 ? "1 \(kind)" : "\(count) \(Self.plural(kind))"
    }.joined(separator: ", ")
  }

  /// "script or style" → "scripts or styles", "file of a saved page" → "files of a saved page"
  private static func plural(_ kind: String) -> String {
    var words = kind.split(separator: " ").map(String.init)
    words[0] += "s"
    if words.contains("or") { words[words.count - 1] += "s" }
    return words.joined(separator: " ")
  }
}
