import ClaimModel
import Testing

@testable import Figures

@Suite("A story's figures")
struct FigureReadingTests {
  private func first(_ text: String, _ language: String) -> StoryFigure? {
    StoryReading(text, isVietnamese: language == "vi").figures.first
  }

  @Test("are no levels where a verb ends like the noun of a level")
  func raised() {
    #expect(first("Họ nâng cấp 4 căn cứ quân sự.", "vi")?.dimension != "level")
    #expect(first("Bão mạnh cấp 4.", "vi") != nil)
  }

  @Test(
    "are read with their value, unit and bound",
    arguments: [
      ("Vụ cháy làm 1.200 người chết.", "vi", "count", 1200, "="),
      ("The fire killed 1,200 people.", "en", "count", 1200, "="),
      ("Thiệt hại là 1,2 triệu đồng.", "vi", "money-vnd", 1_200_000, "="),
      ("Sân có hai vạn hai nghìn chỗ.", "vi", "count", 22_000, "="),
      ("Sân có hai vạn hai chỗ.", "vi", "count", 22_000, "="),
      ("Nhà có giá một triệu tư đồng.", "vi", "money-vnd", 1_400_000, "="),
      ("Mộ có từ 3.500 năm trước.", "vi", "duration", 3500 * 31_557_600, "="),
      ("5 hoặc 6 người bị thương.", "vi", "count", 5.5, "range"),
      ("Losses came to nearly $2.5 billion.", "en", "money-usd", 2_500_000_000, "≲"),
      ("Ít nhất 40 công nhân bị thương.", "vi", "count", 40, ">="),
      ("Two dozen people were hurt.", "en", "count", 24, "="),
      ("Nước dâng cao 3 m.", "vi", "length", 3, "="),
      ("The water rose 10 feet.", "en", "length", 3.048, "="),
      ("Nhiệt độ xuống âm 2 độ C.", "vi", "temperature", -2, "="),
      ("It was 113 degrees Fahrenheit.", "en", "temperature", 45, "="),
      ("Giá là 25.000 đồng/kg.", "vi", "money-vnd/mass", 25_000, "="),
      ("Một phần ba diện tích bị cháy.", "vi", "percent", 100.0 / 3, "="),
      ("Three quarters of the trucks arrived.", "en", "percent", 75, "="),
      ("Cứ 10 trẻ thì có 1 trẻ bị sốt.", "vi", "percent", 10, "="),
      ("Anh cao 1m75.", "vi", "length", 1.75, "="),
      ("She stands 6 feet 2 inches tall.", "en", "length", 1.8796, "="),
      ("Hợp đồng kéo dài 5 năm 11 tháng.", "vi", "duration", 186_715_800, "="),
      ("Đội nhà thắng 2-1.", "vi", "score", 1.5, "="),
      ("Cô xếp hạng 134 thế giới.", "vi", "rank", 134, "="),
      ("Polling stations closed at 2200.", "en", "clock", 1320, "="),
      ("The talks lasted five and a half hours.", "en", "duration", 19_800, "="),
      ("Cuộc họp kéo dài nửa tiếng.", "vi", "duration", 1800, "="),
      ("Water entered one home in four.", "en", "percent", 25, "="),
      ("Sà lan đâm vào trụ số 4.", "vi", "number", 4, "="),
      ("The club pays him 3.9 million pounds.", "en", "money-gbp", 3_900_000, "="),
      ("Đèo bị vùi dưới 2 m tuyết.", "vi", "length", 2, "="),
    ] as [(String, String, String, Double, String)])
  func values(
    _ text: String, _ language: String, _ dimension: String, _ value: Double, _ bound: String
  ) throws {
    let figure = try #require(first(text, language), "\(text)")
    #expect(figure.dimension == dimension, "\(text)")
    #expect(abs(figure.value - value) <= abs(value) * 1e-9, "\(text): \(figure.value)")
    #expect(figure.bound.rawValue == bound, "\(text)")
  }

  @Test(
    "tell what they count",
    arguments: [
      ("Vụ nổ làm 12 người bị thương.", "vi", "people injured"),
      ("The blast wounded 12 people.", "en", "people injured"),
      ("Lốc làm sập 31 ngôi nhà.", "vi", "houses collapsed"),
      ("Công ty báo lợi nhuận 20 tỷ đồng.", "vi", "profit"),
      ("The quake had a depth of 9 km.", "en", "depth"),
    ])
  func subjects(_ text: String, _ language: String, _ subject: String) throws {
    #expect(try #require(first(text, language)).subject == subject, "\(text)")
  }
}
