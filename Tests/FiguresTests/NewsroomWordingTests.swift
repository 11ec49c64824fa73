import ClaimModel
import Testing

@testable import Figures

@Suite("Figures as a newsroom words them")
struct NewsroomWordingTests {
  private func figures(_ text: String) -> [StoryFigure] {
    StoryReading(text, isVietnamese: VietnameseLetters.stand(in: text)).figures
  }

  private func relations(_ a: String, _ b: String) -> [FigureRelation] {
    StoryComparison(
      StoryReading(a, isVietnamese: VietnameseLetters.stand(in: a)),
      StoryReading(b, isVietnamese: VietnameseLetters.stand(in: b))
    ).pairs().map(\.relation)
  }

  @Test(
    "an age needs no unit",
    arguments: [
      ("The pilot, 51, was unhurt.", 51.0),
      ("She is 38 and has two sons.", 38),
      ("The bill lifts the retirement age to 66.", 66),
      ("Nhạc sĩ Lưu Hoài mất ở tuổi 79.", 79),
    ])
  func ages(_ text: String, _ age: Double) {
    #expect(figures(text).contains { $0.dimension == "age" && $0.low == age })
  }

  @Test(
    "no count is taken for an age",
    arguments: [
      "The drivers, 34, were all unhurt.", "Prices rose at 12 shops.", "It is 40 and sunny.",
      "The price was cut to 66.",
    ])
  func counts(_ text: String) {
    #expect(!figures(text).contains { $0.dimension == "age" })
  }

  @Test(
    "a rate is known by a unit before the sum, or beside a step",
    arguments: [
      ("Mỗi kg vải thiều bán được 24.000 đồng.", ["money-vnd/mass"]),
      ("Gạo tăng 300 đồng mỗi kg, lên 18.400 đồng.", ["money-vnd/mass", "money-vnd/mass"]),
      ("Profit was $84 million, up from $71 million a year earlier.", ["money-usd", "money-usd"]),
    ])
  func rates(_ text: String, _ dimensions: [String]) {
    #expect(figures(text).map(\.dimension) == dimensions)
  }

  @Test(
    "part where the words of one thing stand far apart or are others",
    arguments: [
      (
        "Sạt lở vùi lấp bản Nậm Cang tối 4/8, làm 6 người chết.",
        "Số nạn nhân tử nạn trong vụ sạt lở ở bản Nậm Cang tối 4/8 là 8, theo huyện.",
        [FigureRelation.contradict]
      ),
      (
        "Xe lật ở đèo Cả Mây trưa 3/3, trên xe có 18 khách, vượt số người được phép chở.",
        "Xe lật ở đèo Cả Mây trưa 3/3, trên xe có 22 khách.",
        [.contradict]
      ),
      (
        "A blast at the Orrin mill on Monday killed one man and injured nine others.",
        "Monday's blast at the Orrin mill killed one man and injured 14 people.",
        [.contradict]
      ),
      (
        "Lawmakers in Tavria passed the water bill on May 3 by 131 votes to 88.",
        "Tavria's parliament passed the water bill 129-88 on May 3.",
        [.contradict]
      ),
      (
        "Six in ten Corvians oppose the toll, a poll by Nexa found.",
        "A Nexa poll found that 48 percent of people in Corvia oppose the toll.",
        [.contradict]
      ),
      (
        "Bão Mira đổ bộ Cát Hải lúc 17h ngày 9/9 với sức gió cấp 10.",
        "Bão Mira đổ bộ Cát Hải lúc 17h30 ngày 9/9 với sức gió cấp 12.",
        [.contradict, .contradict]
      ),
      (
        "Tỉnh dự kiến xây đường Hạ Tiên dài 40 km.",
        "Đường Hạ Tiên có chiều dài 44 km.",
        [.contradict]
      ),
      (
        "Đội Thép Xanh vươn lên thứ hai với 30 điểm.", "Đội Thép Xanh đứng thứ tư, có 30 điểm.",
        [.contradict]
      ),
      (
        "Động đất ở Hạ Sơn sáng 2/5. Đến tối cùng ngày, 5 người được xác nhận đã chết.",
        "Động đất ở Hạ Sơn sáng 2/5. Tính đến chiều 3/5, 9 người chết.",
        [.differ]
      ),
    ])
  func ofOneThing(_ a: String, _ b: String, _ expected: [FigureRelation]) {
    #expect(relations(a, b) == expected)
  }

  @Test(
    "say nothing of each other where they are of two things",
    arguments: [
      (
        "A poll by Nexa in February found that 62 percent of Corvians oppose the toll.",
        "Nexa polled Corvia in February. In an October poll 48 percent opposed the toll."
      ),
      (
        "Dự án cầu Lạch Vân có tổng vốn 21.900 tỷ đồng.",
        "Nhà thầu cầu Lạch Vân được tạm ứng 2.000 tỷ đồng."
      ),
      (
        "About 300 people were working at the Orrin mill when fire broke out on Monday.",
        "Hospitals treated 64 people after Monday's fire at the Orrin mill."
      ),
    ])
  func ofTwoThings(_ a: String, _ b: String) {
    #expect(relations(a, b).isEmpty)
  }
}
