import ArticleReading
import ClaimModel
import Foundation
import Testing

@Suite("Date lines of pages")
struct PageDateTests {
  private func published(_ line: String, meta: String = "", lang: String = "en") -> String? {
    let page = """
      <html lang=\(lang)><head>\(meta)</head><h1>Bridge to be rebuilt</h1><div class=date>\(line)</div>\
      <article>\(PageStoryTests.prose)</article></html>
      """
    return PageReading(page).articles.first?.origin?.published?.description
  }

  @Test(
    "Times are read as pages write them",
    arguments: [
      ("Thứ sáu, 5/1/2024, 10:30 (GMT+7)", "2024-01-05T10:30+07:00"),
      ("23-11-2022 - 15:47", "2022-11-23T15:47"), ("08.10.2021 | 07:00 AM", "2021-10-08T07:00"),
      ("15/04/2024 08:05 (GMT+07:00)", "2024-04-15T08:05+07:00"),
      ("Ngày 12 tháng 2 năm 2024, lúc 21h15", "2024-02-12T21:15"),
      ("12 Tháng Hai, 2024 lúc 9:14 chiều", "2024-02-12T21:14"),
      ("January 5, 2024 3:30 PM UTC", "2024-01-05T15:30+00:00"),
      ("Published 6:22 PM EDT, Tue May 14, 2024", "2024-05-14T18:22-04:00"),
      ("Apr 23, 2024, 07:05 ET", "2024-04-23T07:05-04:00"),
      ("Jan 23, 2024, 07:05 ET", "2024-01-23T07:05-05:00"),
      ("Fri 5 Jan 2024 10.30 GMT", "2024-01-05T10:30+00:00"), ("5th January 2024", "2024-01-05"),
      ("FEBRUARY 3 2024", "2024-02-03"), ("2024-01-05 10:00", "2024-01-05T10:00"),
      ("20/03/2024 06:15 ICT", "2024-03-20T06:15+07:00"),
      ("<time title='18/04/2024 06:12'>2 giờ trước</time>", "2024-04-18T06:12"),
      (
        "Fri 19 Jan 2024 13.20 GMT First published on Fri 19 Jan 2024 08.00 GMT",
        "2024-01-19T08:00+00:00"
      ),
    ])
  func lines(line: String, expected: String) { #expect(published(line) == expected) }

  @Test("Vietnamese pages put the day before the month, whatever metadata say")
  func dayFirst() {
    let meta = "<meta property='article:published_time' content='2024-12-03T00:00:00Z'>"
    #expect(published("12/03/2024", meta: meta, lang: "vi") == "2024-03-12")
  }

  @Test("A zone is taken from metadata that mean the same time")
  func zones() {
    let meta = "<meta property='article:published_time' content='2024-01-05T03:30:00+00:00'>"
    #expect(published("5/1/2024 10:30", meta: meta) == "2024-01-05T10:30+07:00")
  }

  @Test("Without a date line metadata tell; running text never does")
  func metadata() {
    let meta = "<meta name=pubdate content='2024-01-05T10:30:00+07:00'>"
    #expect(published("", meta: meta) == "2024-01-05T10:30+07:00")
    let page = """
      <html><h1>Bridge to be rebuilt</h1><p>On 12/3/2023 the council voted to rebuild the old bridge \
      over the river, and on January 5, 2024 it paid.</p></html>
      """
    #expect(PageReading(page).articles.first?.origin?.published == nil)
  }
}
