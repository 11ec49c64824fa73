import ClaimModel
import Testing

@testable import Exchange

@Suite("CSV of claims")
struct CSVExportTests {
  @Test("is a line of names, then a line a claim, with quotes where RFC 4180 wants them")
  func whole() {
    let story = article("Bà \"Hoa\" nói đê vững, thật.", .vietnamese)
    let claims = [
      Claim(
        kind: .indirect, content: [span(of: "đê vững, thật", in: story)],
        speaker: Speaker(name: "=Hoa", kind: .person), worth: 0.5, context: story.body[0])
    ]
    let all = CSVExport.head() + CSVExport.bytes(of: story, claims: claims) + CSVExport.tail()
    #expect(
      String(decoding: all, as: UTF8.self) == """
        article,id,kind,speaker,text,agencies,quantities,dates,worth
        test,c1,indirect,'=Hoa,"đê vững, thật",,,,0.5

        """)
  }

  @Test("Every export is found by its name, and no two share one")
  func names() {
    let names = ClaimExports.all.map { $0.name }
    #expect(names == Array(Set(names)).sorted())
    #expect(ClaimExports.named("csv") == CSVExport.self)
    #expect(ClaimExports.named("xls") == nil)
  }
}
