import Testing

@testable import Figures

@Suite("Figures of long stories")
struct LongStoryTests {
  /// Words about nothing that is counted: stories of an archive are long.
  private static let rest = Array(
    repeating: "Nhà chức trách Velmara cho hay sự việc vẫn được làm rõ và người dân bình tĩnh .",
    count: 12
  ).joined(separator: " ")

  private func relations(_ a: String, _ b: String) -> [FigureRelation] {
    let stories = [a, b].map { StoryReading($0 + " " + Self.rest, isVietnamese: true) }
    let comparison = StoryComparison(stories[0], stories[1], kinship: 0.6)
    #expect(comparison.isLong)
    return comparison.pairs().map(\.relation)
  }

  @Test(
    "of one thing are held against each other",
    arguments: [
      (
        "Cháy nhà máy ở Velmara hôm 3/8 khiến 20 người thiệt mạng .",
        "Vụ cháy nhà máy ở Velmara hôm 3/8 khiến 22 người thiệt mạng ."
      ),
      (
        "Tòa nhà sập ở Velmara hôm 22/6 khiến 26 người bị thương .",
        "Vụ sập tòa nhà ở Velmara hôm 22/6 khiến 24 người bị thương ."
      ),
      (
        "Velmara là hòn đảo lớn ở phía bắc , dân số đảo là 56.000 người .",
        "Hòn đảo lớn ở phía bắc này có dân số 57.000 người , đa số làm nghề cá ."
      ),
      (
        "Hôm 10/7 , tàu dầu Astra của Corvia bị 5 xuồng vũ trang của Tashir áp sát ở eo biển Velmara .",
        "Ba xuồng cao tốc của Tashir hôm 10/7 áp sát tàu dầu Astra của Corvia ở eo biển Velmara ."
      ),
    ])
  func ofOneThing(_ a: String, _ b: String) {
    #expect(relations(a, b) == [.contradict])
  }

  @Test("that share one end of their ranges differ")
  func ranges() {
    #expect(
      relations(
        "Hiệp ước Velmara cấm mọi loại tên lửa có tầm bắn 500 - 5.500 km .",
        "Hiệp ước Velmara cấm mọi loại tên lửa có tầm bắn 500 - 5.000 km .") == [.differ])
  }

  /// A knifing and a fire, each with the line.
  private func inPassing(_ a: String, _ b: String) -> [FigureRelation] {
    relations(
      "Đâm dao ở Velmara hôm 3/8 . Cảnh sát đang làm rõ . " + a,
      "Cháy nhà máy ở Velmara hôm 9/8 . Cảnh sát đang làm rõ . " + b)
  }

  @Test(
    "of two events are held against each other in what both tell in passing",
    arguments: [
      (
        "Hồi tháng 3 , vụ xả súng ở nhà thờ Lorin thuộc thành phố Arvale khiến 50 người thiệt mạng .",
        "Hồi tháng 3 , vụ xả súng ở nhà thờ Lorin thuộc thành phố Arvale khiến 51 người thiệt mạng .",
        [FigureRelation.contradict]
      ),
      (
        "Năm ngoái , trận động đất 7,5 độ ở Arvale khiến hơn 2.200 người thiệt mạng .",
        "Arvale hứng chịu trận động đất 7,5 độ năm ngoái , khiến hơn 4.300 người chết .",
        [.differ]
      ),
      (
        "Lũ lụt ở Arvale khiến 61 người thiệt mạng .", "Bão vào Corvia khiến 49 người thiệt mạng .",
        []
      ),
    ])
  func passing(_ a: String, _ b: String, _ expected: [FigureRelation]) {
    #expect(inPassing(a, b) == expected)
  }

  @Test("keep the names of their parts to these")
  func namesOfParts() throws {
    let story = StoryReading(
      "200 người bị bắt ở Velmara , trong đó có 55 người tại khu Arvale .", isVietnamese: true)
    let all = try #require(story.figures.first { $0.low == 200 })
    #expect(all.names.count == 1)
  }

  @Test(
    "of two events, rounds or days stay apart",
    arguments: [
      (
        "Hai vụ cháy ở Velmara hôm 3/8 khiến 29 người thiệt mạng .",
        "Vụ cháy nhà máy ở Velmara hôm 3/8 khiến 9 người thiệt mạng ."
      ),
      (
        "29 người thiệt mạng trong hai vụ cháy ở Velmara hôm 3/8 .",
        "9 người thiệt mạng trong vụ cháy ở Velmara hôm 3/8 ."
      ),
      (
        "Cảnh sát Velmara bắt 29 người biểu tình hôm 24/8 .",
        "Cảnh sát Velmara bắt thêm 36 người biểu tình hôm 24/8 ."
      ),
      (
        "Velmara điều thêm 320 binh sĩ tới biên giới Corvia .",
        "Velmara điều thêm 2.000 binh sĩ tới biên giới Corvia ."
      ),
      (
        "Velmara bán 66 tiêm kích cho Corvia .", "Velmara bán 32 tiêm kích cho Tashir ."
      ),
      (
        "Hai nghi phạm trong vụ cướp ở Velmara nhận tội .",
        "Cảnh sát Velmara truy tìm 13 nghi phạm trong vụ cướp ."
      ),
      (
        "Đụng độ ở Velmara hôm 30/4 khiến 6 người thiệt mạng .",
        "Đụng độ ở Velmara hôm 14/5 khiến 5 người thiệt mạng ."
      ),
      (
        "Đâm dao ở Velmara hôm 3/8 khiến 5 người thiệt mạng .",
        "Cháy nhà máy ở Velmara hôm 3/8 khiến 9 người thiệt mạng ."
      ),
      (
        "Bão Odile vào Velmara hôm 1/9 với sức gió giật 320 km/h .",
        "Bão Odile vào Velmara hôm 1/9 với sức gió 290 km/h ."
      ),
      (
        "Cảnh sát Velmara bắt 5 người hôm 13/8 .",
        "Người biểu tình ở Velmara bắt hai người hôm 13/8 ."
      ),
      (
        "4 thủy thủ tàu Astra ở Velmara được thả hôm 13/7 .",
        "Thuyền trưởng của Astra và ba thủy thủ ở Velmara được thả hôm 13/7 ."
      ),
      (
        "Ở Velmara , mỗi chiếc Type 052 được trang bị 64 ống phóng .",
        "Ở Velmara , mỗi chiếc Type 055 được trang bị 112 ống phóng ."
      ),
      (
        "Hơn 270 tù nhân ở Velmara tự quay lại trại hôm 19/8 .",
        "Hơn 200 tù nhân ở Velmara vượt ngục hôm 19/8 ."
      ),
      (
        "Vụ cháy ở Velmara hôm 18/7 làm 36 người bị thương .",
        "Vụ cháy ở Velmara hôm 18/7 làm 10 người bị thương nghiêm trọng ."
      ),
      (
        "Động đất ở Velmara hôm nay làm 60 người bị thương .",
        "Hồi tháng 4 , động đất ở Velmara làm 100 người bị thương ."
      ),
      (
        "Cảnh sát Velmara hôm nay bắt 36 người . Trước đó một ngày , cảnh sát Velmara bắt 29 người .",
        "Cảnh sát Velmara bắt 29 người ."
      ),
      (
        "Đột kích ở Velmara , 15 người chết . Vụ cháy ở Velmara hôm 21/4 khiến 253 người chết .",
        "Vụ cháy ở Velmara hôm 21/4 khiến 253 người chết ."
      ),
    ])
  func ofTwo(_ a: String, _ b: String) {
    #expect(relations(a, b).isEmpty)
  }
}
