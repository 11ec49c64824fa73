import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("The speaker of a source")
struct SpeakerCoreTests {
  private static let cases: [(story: String, speaker: String)] = [
    (
      "Cảng Vân Sa đóng cửa\n\nTập đoàn Hải Long, đơn vị vận hành cảng, cho biết kho đã đóng cửa.\n"
        + "Thông cáo của tập đoàn cho biết cảng sẽ mở lại hôm nay.\n", "Tập đoàn Hải Long"
    ),
    (
      "The Van Sa Shipping Company said the port would reopen.\n"
        + "The company said that two ships had left.\n", "Van Sa Shipping Company"
    ),
    (
      "Sở Cứu hỏa Vân Sa cho biết lửa đã tắt.\nSở cho biết 14 người bị thương.\n",
      "Sở Cứu hỏa Vân Sa"
    ),
  ]

  @Test("is the office quoted before where a bare noun points at it", arguments: cases)
  func bareNoun(story: String, speaker: String) {
    let claims = ClaimExtractor().claims(in: ArticleReader.article(named: "test", text: story))
    let speakers = claims.filter { $0.kind != .narrated }.compactMap(\.speaker?.name)
    #expect(speakers.count >= 2)
    #expect(speakers.last == speaker)
  }
}
