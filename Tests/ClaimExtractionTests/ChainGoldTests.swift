import ArticleReading
import ClaimExtraction
import ClaimModel
import Foundation
import Lexicons
import Testing

/// Small stories of our own whose chains of sources are known, where they lie beside the project.
@Suite(.enabled(if: CaseFolder.isThere("chains"), "needs ../shared/gold"))
struct ChainGoldTests {
  struct Gold: Decodable {
    struct Claim: Decodable {
      var claim: String
      var hops: [String]
      var roots: [String]
      var unnamed: Bool
    }
    var id: String
    var text: String
    var language: String
    var claims: [Claim]
  }

  struct Score {
    var hops = 0
    var right = 0
    var roots = 0
    var rootsRight = 0
    var unnamed = 0
    var unnamedFound = 0
    var invented = 0
  }

  private static func score() throws -> Score {
    let file = CaseFolder.gold.appending(path: "chains/dev.jsonl")
    var score = Score()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let story = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
      let article = ArticleReader.article(
        named: story.id, text: story.text, language: story.language == "vi" ? .vietnamese : .english
      )
      let claims = ClaimExtractor().claims(in: article).filter { $0.inner == nil }
      for gold in story.claims { add(gold, claims, article, to: &score) }
    }
    return score
  }

  /// The claim that shares most of a gold one's words is the one meant.
  private static func add(
    _ gold: Gold.Claim, _ claims: [Claim], _ article: Article, to score: inout Score
  ) {
    let wanted = Set(words(gold.claim))
    let best = claims.max { share($0, wanted, article) < share($1, wanted, article) }
      .flatMap { share($0, wanted, article) >= 0.5 ? $0 : nil }
    let hops = best?.hops ?? []
    if gold.hops.isEmpty {
      score.invented += hops.isEmpty ? 0 : 1
    } else {
      score.hops += 1
      let isRight =
        hops.count == gold.hops.count && zip(hops, gold.hops).allSatisfy { alike($0.name, $1) }
      score.right += isRight ? 1 : 0
    }
    let roots = best?.roots(carriedBy: article.agencies).map(\.name) ?? []
    score.roots += 1
    let agrees =
      roots.count == gold.roots.count
      && gold.roots.allSatisfy { root in roots.contains { alike($0, root) } }
    score.rootsRight += agrees ? 1 : 0
    score.unnamed += gold.unnamed ? 1 : 0
    score.unnamedFound += gold.unnamed && best?.anonymity != nil ? 1 : 0
  }

  private static func share(_ claim: Claim, _ wanted: Set<String>, _ article: Article) -> Double {
    let own = Set(claim.content.flatMap { words(article.text($0)) })
    return Double(own.intersection(wanted).count) / Double(max(1, own.union(wanted).count))
  }

  private static func words(_ text: String) -> [String] {
    Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// One name's words lie in the other's.
  private static func alike(_ one: String, _ other: String) -> Bool {
    let bare = other.hasPrefix("medium:") ? String(other.dropFirst(7)) : other
    let (a, b) = (Set(words(one)), Set(words(bare)))
    return !a.isEmpty && !b.isEmpty && (a.isSubset(of: b) || b.isSubset(of: a))
  }

  @Test("are found hop by hop, none invented, with their roots and unnamed sources")
  func chains() throws {
    let score = try Self.score()
    #expect(score.hops > 100)
    #expect(Double(score.right) / Double(score.hops) >= 0.8)
    #expect(Double(score.rootsRight) / Double(score.roots) >= 0.85)
    #expect(Double(score.unnamedFound) / Double(score.unnamed) >= 0.85)
    #expect(score.invented == 0)
  }
}
