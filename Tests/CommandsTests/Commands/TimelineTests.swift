import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A timeline")
struct TimelineTests {
  /// A story of one claim for each list of dates.
  private func story(_ dates: [[String]], of day: CalendarDay?) -> LoadedArticle {
    let text = "Tàu Mây Trắng ra khơi."
    var article = Article(name: "t.txt", text: text, language: .vietnamese)
    article.date = day
    let span = TextSpan(0, text.utf8.count - 1)
    let claims = dates.map { dates in
      Claim(
        kind: .narrated, content: [span], dates: dates.map { DateMention(span: span, iso: $0) },
        context: span)
    }
    return LoadedArticle(article: article, claims: PackedClaims(claims))
  }

  @Test("has a line for each date of a claim, days of no known year last")
  func order() throws {
    var desk = testDesk()
    try desk.perform(
      .load([
        story([["2024-01-05", "2023"], [], ["--01-04", "--01-04"]], of: nil),
        story([["--02-01"], ["2023-12"]], of: CalendarDay(year: 2024, month: 2, day: 2)),
      ]))
    let csv = ran("timeline --format csv", on: &desk).output
    let lines = csv.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }
    #expect(
      lines == ["2023 c1", "2023-12 c5", "2024-01-05 c1", "2024-02-01 c4", "'--01-04 c3"])
    let table = ran("timeline", on: &desk).output.split(whereSeparator: \.isNewline)
    #expect(table.last?.contains("(no year) 01-04  c3") == true)
    let some = ran("timeline date:2023 a1 --limit 1 --format csv", on: &desk).output
    #expect(some.contains("2023,c1") && some.split(whereSeparator: \.isNewline).count == 2)
  }
}
