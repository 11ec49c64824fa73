import ClaimModel
import TestSupport
import Testing

@testable import FactStore

@Suite("The index of words")
struct WordIndexTests {
  private static let syllables = [
    "Hà", "ha", "hạ", "hoà", "hòa", "Hoa", "đa", "da", "14", "14,5", "a", "Ăn", "an", "thu", "Thư",
    "tàu", "tau", "æ", "新华", "x",
  ]

  @Test("finds what a look at each claim finds", arguments: [UInt64](1...20))
  func agrees(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var store = FactStore()
    for _ in 0...Int.random(in: 0...3, using: &random) {
      try store.apply(.load((0..<3).map { Self.story($0, &random) }))
    }
    for _ in 0..<60 {
      let count = Int.random(in: 1...3, using: &random)
      var words = (0..<count).map { _ in Self.syllables.randomElement(using: &random) ?? "" }
      let isPrefix = Bool.random(using: &random)
      if isPrefix { words[count - 1] = String(words[count - 1].prefix(1)) }
      let text = words.joined(separator: " ")
      let pattern = try #require(TextPattern(text, isPrefix: isPrefix))
      for parts in [ClaimPart.content, .source, .cue, [.content, .source]] {
        let found = store.select(Selection(.criterion(.words(pattern, parts))))
        let wanted = store.claims.filter { Self.has(pattern, in: parts, $0, store) }
        #expect(found == Array(wanted), "\(text)\(isPrefix ? "*" : "") in \(parts.rawValue)")
      }
    }
  }

  private static func has(
    _ pattern: TextPattern, in parts: ClaimPart, _ id: ClaimID, _ store: FactStore
  ) -> Bool {
    guard let record = store.claim(id), let article = store.article(record.articleID)?.article
    else { return false }
    let claim = record.claim
    return [(ClaimPart.content, claim.content), (.source, claim.source), (.cue, claim.cue)]
      .contains { part, spans in
        parts.contains(part) && pattern.matches(spans.map(article.text).joined(separator: " "))
      }
  }

  private static func story(_ number: Int, _ random: inout SplitMix) -> LoadedArticle {
    var text = ""
    func span(_ count: Int, _ random: inout SplitMix) -> [TextSpan] {
      guard count > 0 else { return [] }
      let start = text.utf8.count
      for place in 0..<count {
        if place > 0 { text += ["_", " ", " , "].randomElement(using: &random) ?? " " }
        text += syllables.randomElement(using: &random) ?? ""
      }
      let found = TextSpan(start, text.utf8.count)
      text += ". "
      return [found]
    }
    let claims = (0..<4).map { _ in
      Claim(
        kind: .indirect,
        content: span(.random(in: 1...6, using: &random), &random)
          + span(.random(in: 0...2, using: &random), &random),
        cue: span(.random(in: 0...2, using: &random), &random),
        source: span(.random(in: 0...3, using: &random), &random), context: TextSpan(0, 1))
    }
    return LoadedArticle(
      article: Article(name: "\(number).txt", text: text, language: .vietnamese),
      claims: PackedClaims(claims))
  }

  @Test("keeps words apart in a table that grows")
  func table() {
    var table = WordTable()
    let words = (0..<5000).map { Array("w\($0 * 7919 % 5000)".utf8) }
    for (number, word) in words.enumerated() {
      #expect(word.withUnsafeBufferPointer { table.enter($0) } == number)
    }
    #expect(words.indices.allSatisfy { table.number(of: words[$0]) == $0 })
    #expect(words.indices.allSatisfy { Array(table.word($0)) == words[$0] })
    #expect(table.number(of: Array("w5000".utf8)) == nil && table.count == 5000)
    let sorted = table.sorted().map { Array(table.word(Int($0))) }
    #expect(sorted == words.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
