import ClaimModel
import Testing

/// Lists and spans of days, durations, days to come.
@Suite struct DateKindTests {
  /// A Wednesday.
  static let day = CalendarDay(year: 2025, month: 4, day: 9)

  @Test(
    "Each day of a list or a span is read, and a duration is none, in Vietnamese",
    arguments: [
      ("Dự án kéo dài 3 tháng 10 ngày.", []),
      ("Bé được 2 tháng 5 ngày.", []),
      ("Họ họp 3 tháng 1 lần.", []),
      (
        "Học sinh thi vào các ngày 5, 6 và 7/4.",
        ["ngày 5 | --04-05", "6 | --04-06", "7/4 | --04-07"]
      ),
      ("Học sinh thi 28-30/4.", ["28 | --04-28", "30/4 | --04-30"]),
      ("Cả nước nghỉ 2/9.", ["2/9 | --09-02"]),
      ("Lễ diễn ra vào 30/4 và 1/5.", ["30/4 | --04-30", "1/5 | --05-01"]),
      ("Dịp 30-4, 1-5 rất đông.", ["30-4 | --04-30", "1-5 | --05-01"]),
      ("Thi ngày 5 và 6/1.", ["ngày 5 | --01-05", "6/1 | --01-06"]),
      ("Thi từ ngày 5-8/1.", ["ngày 5 | --01-05", "8/1 | --01-08"]),
      ("Thi từ ngày 5 đến ngày 8/1/2025.", ["ngày 5 | 2025-01-05", "ngày 8/1/2025 | 2025-01-08"]),
      (
        "Thi từ ngày 5 đến hết ngày 8 tháng 1 năm 2025.",
        ["ngày 5 | 2025-01-05", "ngày 8 tháng 1 năm 2025 | 2025-01-08"]
      ),
      ("Doanh thu quý 1/2026 tăng mạnh.", ["quý 1/2026 | 2026"]),
      ("Doanh thu quý II/2025 tăng mạnh.", ["quý II/2025 | 2025"]),
      ("Khoảng 1/3 dân số đã đi.", []),
      ("Đội thắng 2/3 trận.", []),
      ("Tỷ số là 3-1.", []),
      (
        "Hội nghị diễn ra từ ngày 12 đến 15/6/2025.",
        ["ngày 12 | 2025-06-12", "15/6/2025 | 2025-06-15"]
      ),
      ("Lễ hội kéo dài 2 tháng 15 ngày.", []),
      ("Trẻ uống thuốc 6 tháng 1 lần.", []),
      (
        "Đợt mưa các ngày 1, 2, 3/10 rất lớn.",
        ["ngày 1 | --10-01", "2 | --10-02", "3/10 | --10-03"]
      ),
      ("Học sinh nghỉ 30/4 và 1/5.", ["30/4 | --04-30", "1/5 | --05-01"]),
      ("Hội thi mở từ 20-25/11.", ["20 | --11-20", "25/11 | --11-25"]),
      (
        "Ngày 5 tháng 1 và ngày 6 tháng 2.",
        ["Ngày 5 tháng 1 | --01-05", "ngày 6 tháng 2 | --02-06"]
      ),
      ("Vốn tăng từ 8.700 tỷ lên 9.000 tỷ.", []),
      ("Giá (1.452 USD) đã tăng.", []),
      ("Dịp 2/9 rất đông.", ["2/9 | --09-02"]),
      ("Đợt nghỉ 30-4 và 1-5.", ["30-4 | --04-30", "1-5 | --05-01"]),
      ("Quý 3 năm 2024 tăng mạnh.", ["Quý 3 năm 2024 | 2024"]),
    ] as [(String, [String])])
  func daysVietnamese(text: String, expected: [String]) {
    #expect(dateLines(text) == expected)
  }

  @Test(
    "A weekday behind a word of what is to come is the next one, in Vietnamese",
    arguments: [
      ("Lễ hội sẽ khai mạc vào thứ bảy.", ["vào thứ bảy | 2025-04-12"]),
      ("Đội dự kiến lên đường vào thứ hai.", ["vào thứ hai | 2025-04-14"]),
      ("Vụ cháy xảy ra hôm thứ hai.", ["hôm thứ hai | 2025-04-07"]),
    ] as [(String, [String])])
  func aheadVietnamese(text: String, expected: [String]) {
    #expect(dateLines(text, on: Self.day) == expected)
  }

  @Test(
    "Each day of a list or a span is read, and a duration is none, in English",
    arguments: [
      ("The school said that it was on 13/4/2025.", ["13/4/2025 | 2025-04-13"]),
      ("The school said that it was on 4/13/2025.", ["4/13/2025 | 2025-04-13"]),
      ("The school said that it ran from 28 to 30 April.", ["28 | --04-28", "30 April | --04-30"]),
      ("It runs on April 28-30, 2025.", ["April 28 | 2025-04-28", "30, 2025 | 2025-04-30"]),
      (
        "It ran on 5, 6 and 7 May 2024.",
        ["5 | 2024-05-05", "6 | 2024-05-06", "7 May 2024 | 2024-05-07"]
      ),
      ("On April 28, 30 people died.", ["April 28 | --04-28"]),
      ("The fair runs from 3 to 5 June 2025.", ["3 | 2025-06-03", "5 June 2025 | 2025-06-05"]),
      ("It was held on 25/12/2024.", ["25/12/2024 | 2024-12-25"]),
      ("Polls open on May 5 and 6.", ["May 5 | --05-05", "6 | --05-06"]),
      ("The show runs June 3-5.", ["June 3 | --06-03", "5 | --06-05"]),
      ("Between 5 and 7 May the road is shut.", ["5 | --05-05", "7 May | --05-07"]),
    ] as [(String, [String])])
  func daysEnglish(text: String, expected: [String]) {
    #expect(dateLines(text, .english) == expected)
  }

  @Test(
    "A weekday behind a word of what is to come is the next one, in English",
    arguments: [
      (
        "The company said on Tuesday it would start on Sunday.",
        ["Tuesday | 2025-04-08", "Sunday | 2025-04-13"]
      ),
      (
        "Talks will resume on Friday, he said on Monday.",
        ["Friday | 2025-04-11", "Monday | 2025-04-07"]
      ),
      ("The court will rule on Friday.", ["Friday | 2025-04-11"]),
      ("The court ruled on Friday.", ["Friday | 2025-04-04"]),
      ("The team is due to play on Monday.", ["Monday | 2025-04-14"]),
      ("Parliament was expected to vote on Thursday.", ["Thursday | 2025-04-10"]),
    ] as [(String, [String])])
  func aheadEnglish(text: String, expected: [String]) {
    #expect(dateLines(text, .english, on: Self.day) == expected)
  }

  @Test("Days of a list count nothing")
  func daysAreNoQuantities() {
    #expect(quantityLines("The school said that it ran from 28 to 30 April.", .english) == [])
    #expect(
      quantityLines("Các ngày 5, 6 và 7/4 có 300 thí sinh.") == ["300 thí sinh | = 300 | thí sinh"])
  }
}
