import ArticleReading
import ClaimExtraction
import ClaimModel
import Foundation
import Lexicons
import Testing

/// Speakers of stories annotated by hand, where they lie beside the project.
@Suite(.enabled(if: CaseFolder.isThere("vi"), "needs ../shared/gold"))
struct SpeakerGoldTests {
  struct Gold: Decodable {
    struct Attribution: Decodable {
      var content: [[Int]]
      var speakers: [String]?
      var optional: Bool?
    }
    var attributions: [Attribution]
  }

  @Test(
    "is a gold one word for word in at least this share of the matched attributions",
    arguments: [("vi", 0.80), ("wire-en", 0.86)])
  func exact(set: String, least: Double) throws {
    var right = 0
    var all = 0
    let folder = CaseFolder.gold.appending(path: set)
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "json" {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
      let text = try String(
        contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
      let article = ArticleReader.article(named: set, text: text)
      let claims = ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }
      let offsets = ScalarOffsets(article.text)
      let found = claims.map { claim in
        (
          Set(claim.content.flatMap { offsets.scalars($0).start..<offsets.scalars($0).end }),
          claim.speaker?.name ?? ""
        )
      }
      for attribution in gold.attributions where attribution.optional != true {
        guard let speakers = attribution.speakers, !speakers.isEmpty else { continue }
        let wanted = Set(attribution.content.flatMap { $0[0]..<$0[1] })
        let best = found.max { share($0.0, wanted) < share($1.0, wanted) }
        guard let best, share(best.0, wanted) >= 0.5 else { continue }
        all += 1
        if speakers.contains(where: { name($0) == name(best.1) }) { right += 1 }
      }
    }
    #expect(all > 200)
    #expect(Double(right) / Double(max(1, all)) >= least)
  }

  private func share(_ a: Set<Int>, _ b: Set<Int>) -> Double {
    Double(a.intersection(b).count) / Double(max(1, a.union(b).count))
  }

  /// Folded, without forms of address and kinds of house before it.
  private func name(_ text: String) -> [String] {
    let generic: Set<String> = [
      "ong", "ba", "anh", "chi", "co", "bao", "to", "trang", "tap", "doan", "cong", "ty", "hang",
      "tin", "kenh", "dai", "mr", "mrs", "ms", "dr", "the",
    ]
    let words = Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let rest = words.drop { generic.contains($0) }
    return rest.isEmpty ? words : Array(rest)
  }
}
