import ClaimExtraction
import ClaimModel
import Foundation
import TestSupport
import Testing

@Suite struct QuantityTests {
  @Test(
    "A Vietnamese number is read with its comparator and unit",
    arguments: [
      ("Bão khiến hơn 60 ngôi_nhà bị hư_hỏng .", ["hơn 60 ngôi_nhà | > 60 | ngôi nhà"]),
      ("Tàu chở khoảng 2.500 tấn gạo .", ["khoảng 2.500 tấn | ~ 2500 | tấn"]),
      ("Giá tăng 2,4 % trong quý .", ["2,4 % | = 2.4 | %"]),
      ("Dự_án tốn 125 triệu USD .", ["125 triệu USD | = 125000000 | USD"]),
      ("Ngân_sách 3,5 nghìn tỷ đồng .", ["3,5 nghìn tỷ đồng | = 3500000000000 | đồng"]),
      ("Cầu dài 1 tỷ 200 triệu đồng .", ["1 tỷ 200 triệu đồng | = 1200000000 | đồng"]),
      ("Ít_nhất hai người thiệt_mạng .", ["Ít_nhất hai người | >= 2 | người"]),
      ("Có gần hai mươi lăm công_nhân .", ["gần hai mươi lăm công_nhân | ~ 25 | công nhân"]),
      ("Hơn một trăm linh hai xe_máy .", ["Hơn một trăm linh hai xe_máy | > 102 | xe máy"]),
      ("Xưởng có không quá 40 thợ lặn .", ["không quá 40 thợ lặn | <= 40 | thợ lặn"]),
      ("Hồ sâu dưới 100m .", ["dưới 100m | < 100 | m"]),
      (
        "Chi từ 10 đến 15 triệu đồng .",
        ["từ 10 đến 15 triệu đồng | range 10000000...15000000 | đồng"]
      ),
      ("Thuế 5-10 % .", ["5-10 % | range 5...10 | %"]),
      ("Lãi 6,9 % - 7,1 % .", ["6,9 % - 7,1 % | range 6.9...7.1 | %"]),
      ("Đội bắt 3 lính Mỹ .", ["3 lính Mỹ | = 3 | lính Mỹ"]),
      ("Lớp này có 40 học_sinh trở_lên .", ["40 học_sinh trở_lên | >= 40 | học sinh"]),
      ("Cầu bị đâm hơn 100 lần .", ["hơn 100 lần | > 100 | lần"]),
      ("Số ca tăng lên 34 .", ["34 | = 34 | "]),
      ("Khoảng hai phần ba cử_tri đi bầu .", ["Khoảng hai phần ba cử_tri | ~ 0.6667 | cử tri"]),
      ("Có 1,500 người dự lễ .", ["1,500 người | = 1500 | người"]),
      ("Kho có 2,500 tấn gạo .", ["2,500 tấn | = 2500 | tấn"]),
      ("Số người thiệt_mạng là 157 .", ["157 | = 157 | "]),
      ("Số nhà của ông là của mẹ , 12 .", []),
      ("Ông Lâm là 157 .", []),
      ("Một tỷ USD bị rút .", ["Một tỷ USD | = 1000000000 | USD"]),
      ("Một người khác bị_thương .", ["Một người | = 1 | người"]),
    ])
  func vietnamese(text: String, expected: [String]) {
    #expect(quantityLines(text) == expected)
  }

  @Test(
    "A number that names, orders or dates is no quantity",
    arguments: [
      "Pháo M119 đặt ở quận 12 .", "Hạm_đội 7 đến cảng .", "Đây là lần thứ 3 .",
      "Vụ thứ hai xảy ra .", "Bà Hạnh , 55 tuổi , kể lại .", "Cuộc họp kéo dài 3 giờ .",
      "Tàu Hải_Âu 1 rời cảng .", "Lúc 9h30 sáng nay .", "Đội thắng với tỷ_số 2 - 1 .",
      "Hôm 13-2 trời mưa .", "Năm 2014 đồng lúa mất mùa .", "Hàng trăm người đến .",
      "Hai nước ký hiệp_định .", "Một quan_chức cho_biết .", "Gọi số 0912345678 .",
      "Ông Ba rời nhà .", "Máy_bay F-16 bay qua .", "Tháng 3 đồng_ý chi .",
    ])
  func vietnameseNone(text: String) {
    #expect(quantityLines(text) == [])
  }

  @Test(
    "An English number is read with its comparator and unit",
    arguments: [
      ("More than 2,500 soldiers left.", ["More than 2,500 soldiers | > 2500 | soldiers"]),
      ("It cost $5 billion last year.", ["$5 billion | = 5000000000 | $"]),
      ("The fund lost €3m.", ["€3m | = 3000000 | €"]),
      ("Prices rose 2.4 percent.", ["2.4 percent | = 2.4 | percent"]),
      ("At least two people were killed.", ["At least two people | >= 2 | people"]),
      ("Between 5 and 7 ships sank.", ["Between 5 and 7 ships | range 5...7 | ships"]),
      (
        "Some two hundred and fifty farmers marched.",
        ["Some two hundred and fifty farmers | ~ 250 | farmers"]
      ),
      ("Twenty-five villages flooded.", ["Twenty-five villages | = 25 | villages"]),
      ("Up to two million voters.", ["Up to two million voters | <= 2000000 | voters"]),
      ("It sold 1.5 million copies.", ["1.5 million copies | = 1500000 | copies"]),
      ("US$40 was paid.", ["US$40 | = 40 | US$"]),
      ("Two dozen boats sank.", ["Two dozen boats | = 24 | boats"]),
    ])
  func english(text: String, expected: [String]) {
    #expect(quantityLines(text, .english) == expected)
  }

  @Test(
    "English dates, ages and names count nothing",
    arguments: [
      "The 55-year-old mayor left.", "He was born in 1998.", "On Jan. 5, 2024 it rained.",
      "The 21st century began.", "Dozens of people came.", "Flight 370 vanished.",
      "One official said so.", "The meeting lasted three hours.",
    ])
  func englishNone(text: String) {
    #expect(quantityLines(text, .english) == [])
  }

  static let segmented = [
    "Ít_nhất 1.200 nạn_nhân được cứu , khoảng 3,5 triệu USD được quyên_góp .",
    "Hoà_bình trở_lại sau khi hơn hai nghìn dân_thường rời đi .",
    "Nhóm này gồm 15 nhà_khoa_học và hai phóng_viên Pháp .",
  ]

  @Test("Plain and segmented twins hold the same quantities", arguments: segmented)
  func twins(text: String) {
    let plain = quantityLines(text.replacingOccurrences(of: "_", with: " "))
    #expect(quantityLines(text).map { $0.replacingOccurrences(of: "_", with: " ") } == plain)
    #expect(!plain.isEmpty)
  }

  @Test("Decomposed text holds the same quantities", arguments: segmented)
  func decomposed(text: String) {
    let lines = quantityLines(text.decomposedStringWithCanonicalMapping)
    #expect(lines.map(\.precomposedStringWithCanonicalMapping) == quantityLines(text))
  }

  @Test("Spans lie in the tokens and values are finite, whatever the text", arguments: 0..<200)
  func properties(seed: Int) {
    var random = SplitMix(seed: seed)
    let pieces = [
      "hơn", "từ", "đến", "2.500", "3,5", "triệu", "tỷ", "phần", "-", "%", "người", "năm", "hai",
      "mươi", "trăm", "$", "5/1", "/", "tháng", "ngày", "một", "rưỡi", "1/2/3", "US", "million",
      "99999999999999999999999999", "0,0,0", "between", "and", "Jan", ".", "hôm_qua", "(", "thứ",
    ]
    let text = (0..<40).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      .joined(separator: random.next() % 3 == 0 ? "" : " ")
    for language in ArticleLanguage.allCases {
      withTokens(of: text, language) { story in
        let all = TextSpan(0, text.utf8.count)
        let quantities = QuantityFinder.quantities(in: story.tokens.indices, of: story)
        for quantity in quantities {
          #expect(all.contains(quantity.span) && !quantity.span.isEmpty)
          #expect(quantity.value.isFinite && (quantity.high.map { $0 > quantity.value } ?? true))
          #expect((quantity.high != nil) == (quantity.comparator == .range))
        }
        for (first, second) in zip(quantities, quantities.dropFirst()) {
          #expect(first.span.end <= second.span.start)
        }
        let day = CalendarDay(year: 2024, month: 2, day: 29)
        let dates = DateFinder.dates(in: story.tokens.indices, of: story, storyDate: day)
        for date in dates { #expect(all.contains(date.span) && !date.iso.isEmpty) }
      }
    }
  }

  @Test("A range outside the story's tokens is cut to them")
  func clamped() {
    withTokens(of: "Có 5 người .") { story in
      #expect(QuantityFinder.quantities(in: 0..<1000, of: story).count == 1)
      #expect(QuantityFinder.quantities(in: 50..<60, of: story).isEmpty)
    }
  }
}
