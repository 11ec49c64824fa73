import ClaimModel
import Foundation
import Testing

@testable import Exchange

@Suite("The words of a report")
struct ReportWordsTests {
  @Test("There is a wording in both languages for every phrase, with the same gaps to fill")
  func complete() throws {
    for phrase in ReportPhrase.allCases {
      let english = try #require(ReportWords.table.english[phrase.rawValue], "\(phrase)")
      let vietnamese = try #require(ReportWords.table.vietnamese[phrase.rawValue], "\(phrase)")
      #expect(!english.isEmpty && !vietnamese.isEmpty, "\(phrase)")
      #expect(Self.gaps(english) == Self.gaps(vietnamese), "\(phrase)")
    }
  }

  private static func gaps(_ text: String) -> Set<String> {
    Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) })
  }

  @Test("Every word of the model has a wording")
  func model() {
    let keys =
      Verdict.allCases.map { "verdict.\($0.rawValue)" } + ["verdict.disputed"]
      + ClaimKind.allCases.map { "kind.\($0.rawValue)" }
      + SourceKind.allCases.filter { $0 != .unknown }.map { "source-kind.\($0.rawValue)" }
      + Reliability.allCases.map { "reliability.\($0.rawValue)" }
      + (1...6).map { "credibility.\($0)" }
    for key in keys { #expect(ReportWords.table.vietnamese[key] != nil, "\(key)") }
  }

  @Test("No row of the table is asked for by nobody")
  func used() {
    let groups = [
      "verdict", "kind", "source-kind", "reliability", "credibility", "conflict-kind",
      "conflict-relation", "reason",
    ]
    let phrases = Set(ReportPhrase.allCases.map(\.rawValue))
    let others = ReportWords.table.english.keys.filter { key in
      !phrases.contains(key) && !groups.contains { key.hasPrefix($0 + ".") }
    }
    #expect(others.sorted() == [])
  }

  @Test("The program that checks a report knows its words for verdicts")
  func verdicts() {
    let program = String(decoding: PackageResources.verify_py, as: UTF8.self)
    for verdict in Verdict.allCases {
      let english = ReportWords(.english).word("verdict", verdict.rawValue)
      let vietnamese = ReportWords(.vietnamese).word("verdict", verdict.rawValue)
      let pattern = "\"\(verdict.rawValue)\": (\"\(english)\", \"\(vietnamese)\")"
      let flat = program.replacing(#/\s*\n\s*/#, with: "")
      #expect(flat.contains(pattern), "\(pattern)")
    }
  }

  @Test("The program that checks a report is one page: 100 lines at most, none too long to read")
  func short() {
    let lines = String(decoding: PackageResources.verify_py, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count - 1 <= 100)
    #expect(lines.allSatisfy { $0.count <= 150 })
  }

  @Test("Numbers are grouped as the language does it")
  func numbers() {
    #expect(ReportWords(.english).count(1, .claim) == "1 claim")
    #expect(ReportWords(.english).count(12_500, .claim) == "12,500 claims")
    #expect(ReportWords(.vietnamese).count(12_500, .story) == "12.500 bài")
    #expect(ReportWords(.vietnamese).decimal(-0.05) == "−0,05")
  }
}
