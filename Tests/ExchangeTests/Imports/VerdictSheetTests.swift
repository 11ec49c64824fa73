import ClaimModel
import TerminalText
import Testing

@testable import Exchange

@Suite("A sheet of verdicts that came back")
struct VerdictSheetTests {
  private func rows(_ rows: [[String]]) -> [VerdictSheet.Row] {
    rows.enumerated().map { ("row \($0.offset + 1)", $0.element) }
  }

  private func read(_ table: [[String]], guarded: Bool = true) throws -> ImportedFile {
    try #require(VerdictSheet(rows(table), guarded: guarded)).imported()
  }

  @Test(
    "Columns are found by their names in English and Vietnamese, in any order, below a title",
    arguments: [
      ["id", "text", "verdict", "note"], ["Mã", "Phát biểu", "KẾT LUẬN", "Ghi chú"],
      ["claim_id", "Claim", "Rating", "Comment"],
    ])
  func columns(names: [String]) throws {
    let file = try read([
      ["Checked by Bình", "", "", ""], names.reversed(), ["", "sai", "đê vững", "c3"],
      ["why", "Mostly true", "nước rút", "C4"],
    ])
    #expect(file.remarks == [])
    #expect(file.claims.map(\.id) == ["c3", "c4"])
    #expect(file.claims.map(\.text) == ["đê vững", "nước rút"])
    #expect(file.claims.map(\.verdict) == [.false, .mostlyTrue])
    #expect(file.claims.map(\.notes) == [[], ["why"]])
  }

  @Test(
    "Verdicts are read in both languages",
    arguments: [
      ("true", Verdict.true), ("TRUE", .true), ("đúng", .true), ("Đúng một nửa", .halfTrue),
      ("half true", .halfTrue), ("gây hiểu lầm", .misleading), ("SAI", .false),
      ("không thể kiểm chứng", .unverifiable), ("chưa kiểm chứng", .unchecked),
      ("phần lớn đúng", .mostlyTrue), ("mostly-true", .mostlyTrue),
    ])
  func verdicts(words: String, verdict: Verdict) {
    #expect(SheetWords.verdict(words) == verdict)
  }

  @Test("Every verdict is known by theo's own word for it")
  func ownVerdicts() {
    for verdict in Verdict.allCases {
      #expect(SheetWords.verdict(verdict.rawValue) == verdict)
      #expect(SheetWords.verdict(verdict.title) == verdict)
    }
  }

  @Test("What does not fit is listed with its row and the reason, and the rest is read")
  func remarks() throws {
    let file = try read([
      ["id", "text", "verdict", "credibility", "colour", "tags"],
      ["c1", "a", "flase", "7", "red", "x; y"], ["seven", "b", "true", "", "", ""],
      ["c1", "a", "true", "", "", ""], ["", "", "", "", "", ""],
    ])
    #expect(
      file.remarks.map { "\($0.place): \($0.words)" } == [
        "row 1: left out: column 'colour'",
        "row 2, column verdict: c1: 'flase' is no verdict; did you mean 'false'?",
        "row 2, column credibility: c1: expected 1 to 6, found '7'",
        "row 3: no claim: 'seven' is no id such as c3", "row 4: c1 stands in row 2 already",
      ])
    #expect(file.claims.count == 1)
    #expect(file.claims[0].tags == ["x", "y"])
  }

  @Test("A table without ids and texts is none, and the fault says which columns it has")
  func none() {
    #expect(VerdictSheet(rows([["name", "age"], ["An", "3"]]), guarded: true) == nil)
    let fault = VerdictSheet.fault(rows([["name", "age"]]), file: "x.csv")
    #expect(
      fault.message.headline
        == "'x.csv', row 1: no columns of ids and texts; found 'name', 'age', for a sheet of verdicts"
    )
  }

  @Test(
    "The apostrophe before what looks like a formula is taken off again, others stay",
    arguments: [
      ("'=1+2", "=1+2"), ("''=1", "'=1"), ("'tis so", "'tis so"), ("'", "'"),
      ("'-5 lính", "-5 lính"),
    ])
  func guarded(cell: String, note: String) throws {
    let table = [["id", "text", "note"], ["c1", "a", cell]]
    #expect(try read(table).claims[0].notes == [note])
    #expect(try read(table, guarded: false).claims[0].notes == [cell])
  }
}
