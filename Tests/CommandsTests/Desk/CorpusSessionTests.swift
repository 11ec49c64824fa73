import ClaimModel
import FactStore
import Foundation
import Sessions
import Commands
import Desk
import Disk
import Presentation
import Shell
import TerminalText
import SystemPackage
import Testing

/// Stories that lie beside the project.
private struct StoryCorpus: Sendable, CustomTestStringConvertible {
  var testDescription: String { folder }
  var folder: String
  var ending: String
  /// How many are tried; all with THEO_WHOLE_CORPUS=1, for which an hour may pass.
  var sample: Int

  static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared").standardizedFileURL
  static let all = [
    StoryCorpus(folder: "corpus/vietnews-bylined", ending: "seg", sample: 160),
    StoryCorpus(folder: "corpus/vi-twins", ending: "txt", sample: 40),
    StoryCorpus(folder: "corpus/vi-plain", ending: "txt", sample: 20),
    StoryCorpus(folder: "gold/wire-en", ending: "txt", sample: 20),
  ]
  static var areThere: Bool {
    all.allSatisfy {
      FileManager.default.fileExists(atPath: shared.appending(path: $0.folder).path())
    }
  }

  private static var isWhole: Bool {
    ProcessInfo.processInfo.environment["THEO_WHOLE_CORPUS"] == "1"
  }

  /// Evenly over the corpus, in order.
  var paths: [String] {
    let folder = Self.shared.appending(path: folder).path()
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let stories = names.filter { $0.hasSuffix("." + ending) }.sorted()
    let step = Self.isWhole ? 1 : max(1, stories.count / sample)
    return stride(from: 0, to: stories.count, by: step).map { folder + "/" + stories[$0] }
  }
}

@Suite(.enabled(if: StoryCorpus.areThere, "needs ../shared"))
struct CorpusSessionTests {
  @Test(
    "Sessions of real stories are functions of their files: of 1 story, of 40, of all",
    arguments: StoryCorpus.all)
  private func verify(corpus: StoryCorpus) throws {
    var desk = testDesk()
    _ = try desk.load(corpus.paths) { _ in }
    let loaded = desk.store.log.flatMap { logged -> [LoadedArticle] in
      guard case .load(let articles) = logged.operation.action else { return [] }
      return articles
    }
    try #require(loaded.count >= min(corpus.sample, corpus.paths.count) * 9 / 10)
    for size in [1, 40, loaded.count] {
      var broken = 0
      for start in stride(from: 0, to: loaded.count, by: size) {
        var store = FactStore()
        let stories = Array(loaded[start..<min(start + size, loaded.count)])
        _ = try store.apply(
          Operation(user: "an", time: Timestamp(seconds: 0), action: .load(stories)))
        if try !isSame(store) { broken += 1 }
      }
      #expect(broken == 0, "sessions of \(size)")
    }
  }

  /// Whether it opens as it was with another list of agencies, and is saved to the same bytes.
  private func isSame(_ store: FactStore) throws -> Bool {
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    let document = try SessionDocument(bytes, path: "s.json")
    return try [SourceCatalogue.agencies, .empty].allSatisfy { catalogue in
      let opened = try OpenedSession(document, catalogue: catalogue, path: "s.json")
      return opened.findings.isEmpty && opened.store.sources == store.sources
        && SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
          == bytes
    }
  }
}
