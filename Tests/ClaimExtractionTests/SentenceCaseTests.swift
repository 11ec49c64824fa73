import ClaimExtraction
import ClaimModel
import Foundation
import Testing

@Suite("Sentence cases")
struct SentenceCaseTests {
  private struct Case: Decodable {
    var text: String
    var sentences: [String]?
    var expected: [String]?
    var keepsBlanks: Bool?

    enum CodingKeys: String, CodingKey {
      case text, sentences, expected
      case keepsBlanks = "whitespace_preserving"
    }
  }

  @Test(
    "Golden rules of sentence boundaries hold",
    .enabled(if: CaseFolder.isThere("sentseg-golden"), "needs ../shared/gold/sentseg-golden"),
    arguments: [("pragmatic_segmenter_en", 0.64), ("pysbd_en", 0.75), ("pysbd_issues", 0.76)])
  func golden(file: String, floor: Double) throws {
    var tally = Tally()
    let cases = try CaseFolder.records("sentseg-golden/\(file).jsonl", as: Case.self)
    for one in cases where one.keepsBlanks != false {
      let expected = (one.sentences ?? one.expected ?? []).map(CaseFolder.withoutBlanks)
      let found = sentences(one.text, .english).map(CaseFolder.withoutBlanks)
      tally.add(found, expected, in: one.text)
    }
    print(tally.summary(file))
    #expect(
      tally.share >= floor, "\(tally.summary(file))\n\(tally.failures.joined(separator: "\n"))")
  }

  @Test(
    "Sentences of English news are found in running text",
    .enabled(if: CaseFolder.isThere("bbc-sentseg"), "needs ../shared/gold/bbc-sentseg"))
  func news() throws {
    let folder = CaseFolder.gold.appending(path: "bbc-sentseg/article")
    var tally = Tally()
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
    where name.hasSuffix(".txt") {
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: "\n").dropFirst().map(String.init)
        .filter { !CaseFolder.withoutBlanks($0).isEmpty }
      let found = Set(
        sentences(lines.joined(separator: " "), .english).map(CaseFolder.withoutBlanks))
      for line in lines {
        let sentence = CaseFolder.withoutBlanks(line)
        tally.add(found.contains(sentence) ? [sentence] : [], [sentence], in: "\(name): \(line)")
      }
    }
    print(tally.summary("bbc-sentseg"))
    #expect(
      tally.share >= 0.97,
      "\(tally.summary("bbc-sentseg"))\n\(tally.failures.prefix(40).joined(separator: "\n"))")
  }
}
