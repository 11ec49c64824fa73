import ClaimModel
import FactStore
import TerminalText
import Testing

@testable import Commands
@testable import Desk

@Suite("Verdicts in the desk's own words")
struct VerdictWordTests {
  @Test(
    "are taken in English and Vietnamese, whatever their case",
    arguments: [
      ("đúng", Verdict.true), ("TRUE", .true), ("\"Đúng một nửa\"", .halfTrue), ("sai", .false),
      ("\"mostly true\"", .mostlyTrue), ("\"không thể kiểm chứng\"", .unverifiable),
      ("\"gây hiểu lầm\"", .misleading),
    ])
  func taken(words: String, verdict: Verdict) {
    var desk = testDesk(TestStory.both)
    let ran = ran("annotate c2 --verdict \(words)", on: &desk)
    #expect(ran.status == .done)
    #expect(desk.store.claim(ClaimID(2))?.verdict == verdict)
  }

  @Test("Others are told, with the values there are")
  func refused() {
    var desk = testDesk(TestStory.both)
    let ran = ran("annotate c2 --verdict flase", on: &desk)
    #expect(ran.status == .usage)
    #expect(ran.messages.contains("'flase' is no value of --verdict. Did you mean 'false'?"))
  }
}
