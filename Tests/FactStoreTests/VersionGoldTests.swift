import ClaimModel
import Foundation
import Testing

@testable import FactStore

/// Edited stories with the right answer for each sentence, made by a script beside the project.
@Suite("Versions of edited stories")
struct VersionGoldTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/gold/versions/versions.py").standardized
  private static let isThere = FileManager.default.fileExists(atPath: script.path)

  private struct Edited: Decodable {
    struct Sentence: Decodable {
      struct Change: Decodable {
        var old: String
        var new: String
      }
      /// Places in code points, in the old text and in the new one.
      var before: [Int]
      var after: [Int]?
      var state: String
      var changes: [Change]?

      enum CodingKeys: String, CodingKey {
        case before = "a_at"
        case after = "b_at"
        case state, changes
      }
    }
    var id: String
    var sentences: [Sentence]
  }

  private struct Counts {
    var kept = 0
    var keptRight = 0
    var changed = 0
    var changedRight = 0
    var gone = 0
    var goneRight = 0
    var moved = 0
  }

  @Test(
    "Kept sentences keep their claims, gone ones give theirs to none",
    .enabled(if: isThere, "needs ../shared/gold/versions"))
  func gold() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "theo-versions-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let maker = Process()
    maker.executableURL = URL(filePath: "/usr/bin/env")
    maker.arguments = ["python3", "-B", Self.script.path, folder.path, "200", "20"]
    try maker.run()
    maker.waitUntilExit()
    var counts = Counts()
    let lines = try String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      let edited = try JSONDecoder().decode(Edited.self, from: Data(line.utf8))
      let texts = try ["a", "b"].map {
        try String(contentsOf: folder.appending(path: "\(edited.id).\($0).txt"), encoding: .utf8)
      }
      try count(edited, texts[0], texts[1], &counts)
    }
    print(
      "versions: kept \(counts.keptRight) of \(counts.kept), changed \(counts.changedRight) of "
        + "\(counts.changed), gone \(counts.goneRight) of \(counts.gone), moved to another \(counts.moved)"
    )
    #expect(Double(counts.keptRight) >= 0.995 * Double(counts.kept))
    #expect(Double(counts.changedRight) >= 0.98 * Double(counts.changed))
    #expect(counts.goneRight == counts.gone)
    #expect(counts.moved == 0)
  }

  /// A claim for each sentence, with a verdict, in a store whose story becomes the new version.
  private func count(
    _ edited: Edited, _ old: String, _ new: String, _ counts: inout Counts
  ) throws {
    let (before, after) = (ScalarOffsets(old), ScalarOffsets(new))
    func span(_ ends: [Int], _ offsets: ScalarOffsets) -> TextSpan {
      TextSpan(offsets.byte(atScalar: ends[0]), offsets.byte(atScalar: ends[1]))
    }
    let claims = edited.sentences.map { sentence in
      let span = span(sentence.before, before)
      return Claim(kind: .narrated, content: [span], context: span)
    }
    var store = FactStore()
    let story = Article(name: "a.txt", text: old, language: .vietnamese)
    try store.apply(.load([LoadedArticle(article: story, claims: PackedClaims(claims))]))
    try store.apply(
      .annotateClaims(Array(store.claims), ClaimMark(verdict: .false, note: "ghi")))
    let record = try #require(store.article(ArticleID(1)))
    var changed = record.article
    changed.text = new
    let update = StoryRevisor.update(of: record, to: changed, found: [], in: store)
    try store.apply(.updateArticles([update]))
    for (place, sentence) in edited.sentences.enumerated() {
      let id = ClaimID(place + 1)
      let claim = store.claim(id)
      let right = sentence.after.map { span($0, after) }
      let isThere = claim.map { right.map($0.claim.content.contains) ?? false } ?? false
      if let claim, let found = claim.claim.content.first {
        let isApart = right.map { $0.end <= found.start || found.end <= $0.start } ?? true
        if isApart { counts.moved += 1 }
      }
      let isMarked = store.claimOrOrphan(id)?.verdict == .false
      switch sentence.state {
      case "kept":
        counts.kept += 1
        if isThere, isMarked, claim?.turns.isEmpty == true { counts.keptRight += 1 }
      case "changed":
        counts.changed += 1
        let words = claim?.turns.last?.words ?? []
        let areTold = (sentence.changes ?? []).allSatisfy { change in
          words.contains { change.new.has($0.new) && change.old.has($0.old) }
        }
        if isThere, isMarked, !words.isEmpty, areTold { counts.changedRight += 1 }
      default:
        counts.gone += 1
        if claim == nil, isMarked, store.orphan(id)?.goneWith == 2 { counts.goneRight += 1 }
      }
    }
  }
}

extension String {
  /// One is part of the other, spaces and composition apart.
  fileprivate func has(_ other: String) -> Bool {
    func key(_ text: String) -> String {
      text.precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace && $0 != "_" }
        .lowercased()
    }
    let (a, b) = (key(self), key(other))
    return a.contains(b) || b.contains(a)
  }
}
