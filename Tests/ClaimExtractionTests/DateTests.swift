import ClaimExtraction
import ClaimModel
import Foundation
import Testing

@Suite struct DateTests {
  /// A Wednesday.
  static let day = CalendarDay(year: 2024, month: 1, day: 10)

  @Test(
    "A Vietnamese date keeps the precision it is given in",
    arguments: [
      ("Ngày 5/1 trời mưa", "Ngày 5/1 | --01-05"),
      ("hôm 13-2", "hôm 13-2 | --02-13"),
      ("ngày 5/1/2024", "ngày 5/1/2024 | 2024-01-05"),
      ("ngày 5 tháng 1 năm 2024", "ngày 5 tháng 1 năm 2024 | 2024-01-05"),
      ("vào đầu tháng 10/2023 ,", "vào đầu tháng 10/2023 | 2023-10"),
      ("tháng mười hai năm 2023", "tháng mười hai năm 2023 | 2023-12"),
      ("từ năm 2014 .", "năm 2014 | 2014"),
      ("họp kín (5/1)", "5/1 | --01-05"),
      ("sáng 18/7 ,", "sáng 18/7 | --07-18"),
    ])
  func vietnamese(text: String, expected: String) {
    #expect(dateLines(text) == [expected])
  }

  @Test(
    "Relative dates count from the story's own date",
    arguments: [
      ("hôm_qua ông nói", "hôm_qua | 2024-01-09"),
      ("sáng nay", "sáng nay | 2024-01-10"),
      ("hôm thứ sáu", "hôm thứ sáu | 2024-01-05"),
      ("thứ sáu tuần trước", "thứ sáu tuần trước | 2024-01-05"),
      ("thứ Hai tới", "thứ Hai tới | 2024-01-15"),
      ("năm_ngoái", "năm_ngoái | 2023"),
      ("hôm 28/12", "hôm 28/12 | 2023-12-28"),
      ("hôm 5/1", "hôm 5/1 | 2024-01-05"),
    ])
  func relative(text: String, expected: String) {
    #expect(dateLines(text, on: Self.day) == [expected])
  }

  @Test(
    "Relative dates are left out where the story has no date",
    arguments: ["hôm qua", "thứ sáu tuần trước", "năm ngoái"])
  func withoutStoryDate(text: String) {
    #expect(dateLines(text) == [])
  }

  @Test(
    "What only looks like a date is none",
    arguments: [
      "lần thứ hai", "50 năm trước", "ngày 31/2", "tháng 13", "tỷ số 3/1", "người thứ tư",
      "phiên bản 1.2", "5 ngày",
    ])
  func none(text: String) {
    #expect(dateLines(text, on: Self.day) == [])
  }

  @Test(
    "An English date keeps the precision it is given in",
    arguments: [
      ("On Jan. 5 it rained", "Jan. 5 | 2024-01-05"),
      ("on January 5, 2023, he", "January 5, 2023 | 2023-01-05"),
      ("5 January 2022", "5 January 2022 | 2022-01-05"),
      ("the 5th of May 2022", "5th of May 2022 | 2022-05-05"),
      ("in early October 2023", "early October 2023 | 2023-10"),
      ("since 2014 they", "2014 | 2014"),
      ("said on Tuesday", "Tuesday | 2024-01-09"),
      ("last Wednesday", "last Wednesday | 2024-01-03"),
      ("next Friday", "next Friday | 2024-01-12"),
      ("Friday, Jan. 5,", "Friday, Jan. 5 | 2024-01-05"),
      ("yesterday", "yesterday | 2024-01-09"),
      ("2023-10-07", "2023-10-07 | 2023-10-07"),
    ])
  func english(text: String, expected: String) {
    #expect(dateLines(text, .english, on: Self.day) == [expected])
  }

  @Test("A month that is a word of its own is no date", arguments: ["He may go", "They march on"])
  func englishNone(text: String) {
    #expect(dateLines(text, .english, on: Self.day) == [])
  }

  @Test("Plain, segmented and decomposed twins hold the same dates")
  func twins() {
    let segmented = "Hôm_qua và ngày 5/1 , đầu tháng mười năm 2023 ."
    let plain = segmented.replacingOccurrences(of: "_", with: " ")
    let isos = dateLines(segmented, on: Self.day).map { $0.suffix(10) }
    #expect(isos.count == 3)
    #expect(dateLines(plain, on: Self.day).map { $0.suffix(10) } == isos)
    let decomposed = plain.decomposedStringWithCanonicalMapping
    #expect(dateLines(decomposed, on: Self.day).map { $0.suffix(10) } == isos)
  }
}
