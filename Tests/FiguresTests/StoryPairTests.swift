import ClaimModel
import Testing

@testable import Figures

@Suite("Two short stories on one event")
struct StoryPairTests {
  private func words(_ a: String, _ b: String) -> [String] {
    let comparison = StoryComparison(
      StoryReading(a, isVietnamese: VietnameseLetters.stand(in: a)),
      StoryReading(b, isVietnamese: VietnameseLetters.stand(in: b)))
    func words(_ figure: StoryFigure, _ text: String) -> String {
      String(decoding: Array(text.utf8)[figure.span.start..<figure.span.end], as: UTF8.self)
    }
    return comparison.pairs().map { pair in
      let first = words(comparison.first.figures[pair.first], a)
      let second = words(comparison.second.figures[pair.second], b)
      return "\(pair.relation.rawValue): \(first) | \(second)"
    }
  }

  @Test("part in what is not the same, and in nothing else")
  func parts() {
    let first = """
      Tàu Hải Âu chìm ở cửa biển Lạch Vạn tối 9/1. Tàu chở 22 người. Đến 6h ngày 10/1, 13 người \
      được cứu, 9 người mất tích.
      """
    let second = """
      Tối 9/1 , tàu Hải_Âu chở 25 người bị chìm tại cửa biển Lạch_Vạn . Tính đến chiều 10/1 , \
      17 người được cứu , 8 người còn mất_tích .
      """
    #expect(
      words(first, second) == [
        "contradict: 22 người | 25 người", "differ: 13 người | 17 người",
        "differ: 9 người | 8 người",
      ])
  }

  @Test(
    "part in the figures of one thing",
    arguments: [
      (
        "Hạm đội Corvia mất 3 tàu chiến ở eo Tarn hôm 6/6.",
        "Corvia mất 5 tàu chiến và 2 máy bay ở eo Tarn hôm 6/6.",
        ["contradict: 3 tàu chiến | 5 tàu chiến"]
      ),
      (
        "Velmara gặt lúa sớm. Bảo tàng Hale bị trộm 31 bức tranh.",
        "Bảo tàng Hale ở Velmara bị trộm 29 bức tranh và 3 pho tượng.",
        ["contradict: 31 bức tranh | 29 bức tranh"]
      ),
      (
        "The council of Fenwick voted 9 to 4 on Monday to sell the library.",
        "Monday's vote in Fenwick to sell the library was 8 to 5.",
        ["contradict: 9 to 4 | 8 to 5"]
      ),
      (
        "Xe chở công nhân lật ở Bến Ngự chiều 9/9, 2 người tử vong.",
        "Ngày 10/9, công an huyện cho biết vụ lật xe ở Bến Ngự làm 3 người tử vong.",
        ["differ: 2 người | 3 người"]
      ),
      (
        "Norcross bị phạt 50.000 euro hôm 3/3. Halden không bị phạt.",
        "Norcross bị phạt 75.000 euro hôm 3/3, Halden bị phạt 10.000 euro.",
        ["contradict: 50.000 euro | 75.000 euro"]
      ),
      (
        "Phạm Tấn về nhất chặng 6 với thời gian 3 giờ 12 phút.",
        "Ở chặng 7, Phạm Tấn thắng sau 4 giờ 5 phút. Ở chặng 6, anh đạt 3 giờ 21 phút.",
        ["contradict: 3 giờ 12 phút | 3 giờ 21 phút"]
      ),
      (
        "Velland will send 40 howitzers to Kadria by autumn.",
        "Velland promised Kadria 60 howitzers by autumn.",
        ["contradict: 40 howitzers | 60 howitzers"]
      ),
      (
        "Cao tốc Lạc An - Hà Tiên dự kiến hoàn thành năm 2027.",
        "Cao tốc Lạc An - Hà Tiên hoàn thành vào năm 2028.",
        ["contradict: năm 2027 | năm 2028"]
      ),
      (
        "A gas leak at the Dorna school sent 46 pupils to hospital. The school has 620 pupils.",
        "Doctors treated 52 pupils from the Dorna school after a gas leak.",
        ["contradict: 46 pupils | 52 pupils"]
      ),
      (
        "Lý Gia Hân thua ở tứ kết sau 2 giờ 40 phút.",
        "Lý Gia Hân dừng bước. Trận đấu dài 2 giờ 14 phút.",
        ["contradict: 2 giờ 40 phút | 2 giờ 14 phút"]
      ),
      (
        "Phiên 15/6, VB-Index giảm 12,4 điểm, còn 1.187 điểm.",
        "VB-Index mất 14,2 điểm trong phiên 15/6.",
        ["contradict: 12,4 điểm | 14,2 điểm"]
      ),
    ])
  func ofOneThing(_ a: String, _ b: String, _ expected: [String]) {
    #expect(words(a, b) == expected)
  }

  @Test(
    "do not part in figures of two things, or in what agrees",
    arguments: [
      (
        "Kình ngư Lê Hà My giành 3 huy chương vàng ở Đông Hải.",
        "Lê Hà My rời Đông Hải với 3 huy chương vàng và 2 huy chương bạc."
      ),
      (
        "Công an Hà Tiên bắt Trần Văn Lũy, 45 tuổi, hôm 5/5.",
        "Công an Hà Tiên truy tìm đồng phạm Phạm Thị Ly, 38 tuổi."
      ),
      (
        "Sân Trúc Bạch đón 22.000 khán giả tối 7/3.",
        "Tối 7/3, sân Trúc Bạch có hai vạn hai khán giả."
      ),
      (
        "Ngày 12/1, Velmara có thêm 1.034 ca nhiễm mới. Thủ đô có 312 ca.",
        "Ngày 13/1, Velmara ghi nhận 1.310 ca nhiễm mới. Thủ đô có 298 ca."
      ),
      (
        "Thủ đô Velmara nóng 37 độ C hôm 12/7, cao nhất trong 20 năm.",
        "Hôm 13/7, thủ đô Velmara nóng 39 độ C, cao nhất trong 30 năm."
      ),
      (
        "Odile came ashore near Port Sorrel on Thursday with sustained winds of 120 mph.",
        "Gusts of 145 mph were clocked as Odile came ashore near Port Sorrel on Thursday."
      ),
      (
        "Vantor cut its forecast to $900 million from $1.1 billion on Tuesday.",
        "Vantor now expects $900 million, down from $1.3 billion."
      ),
      (
        "Olin's approval stands at 46 percent, a Tellus poll found.",
        "A Norda poll put Olin's approval at 51 percent."
      ),
      (
        "Hết lượt đi, Hải Đăng có 29 điểm, hơn Bưu Điện 4 điểm.",
        "Sau lượt đi, Hải Đăng có 29 điểm, Bưu Điện 25 điểm."
      ),
      (
        "Trực thăng chở ông Cole cùng 6 người khác rơi ở Velmara.",
        "Trực thăng chở bố con ông Cole cùng 5 người khác rơi ở Velmara."
      ),
      (
        "Typhoon Sora is due to hit Lanta on Saturday with winds of 160 kph.",
        "Typhoon Sora struck Lanta on Saturday with winds of 185 kph."
      ),
      (
        "Áp thấp cách đảo Cò 180 km lúc 7h sáng 2/9.",
        "Lúc 19h ngày 2/9, áp thấp cách đảo Cò 90 km."
      ),
      (
        "Cháy quán Hoàng Gia: 33 người chết, trong đó có 17 nữ.",
        "Cháy quán Hoàng Gia: 33 người chết. Có 14 nhân viên của quán trong số người chết."
      ),
    ])
  func ofTwoThings(_ a: String, _ b: String) {
    #expect(words(a, b) == [])
  }
}
