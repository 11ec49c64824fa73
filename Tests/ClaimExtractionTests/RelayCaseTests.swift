import ArticleReading
import ClaimModel
import Foundation
import Testing

@testable import ClaimExtraction

/// "speaker | chain | content" of each attributed claim that stands for itself.
private func told(_ text: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article)
    .filter { $0.kind != .narrated && $0.inner == nil }
    .map { claim in
      let content = claim.content.map(article.text).joined(separator: " … ")
      let chain = claim.hops.map(\.name).joined(separator: " → ")
      return "\(claim.speaker?.name ?? "–") | \(chain) | \(content)"
    }
}

private typealias Cases = [(story: String, expected: [String])]

/// Who says something that a newsroom passes on, and whose name is hidden.
@Suite("Words passed on and sources hidden")
struct RelayCaseTests {
  @Test(
    "Whom a newsroom quotes speaks",
    arguments: [
      (
        "Ferry\n\nReuters quoted Mayor Tom Reed as saying nine people had died when the ferry sank.",
        ["Tom Reed | Tom Reed → Reuters | nine people had died when the ferry sank"]
      ),
      (
        "Ferry\n\nAFP quoted a rescuer as saying: \"It was dark.\"",
        ["a rescuer | rescuer → AFP | \"It was dark.\""]
      ),
      (
        "Phà\n\nÔng Trần Bình được hãng tin AP dẫn lời cho biết phà đã cũ.",
        ["Trần Bình | Trần Bình → AP | phà đã cũ"]
      ),
      (
        "Phà\n\nÔng Nam được Kyodo dẫn lời nói 12 người chết.",
        ["Nam | Nam → Kyodo | 12 người chết"]
      ),
      (
        "Phà\n\nBà Lan, giám đốc cảng, được Kyodo dẫn lời nói rằng phà đã cũ.",
        ["Lan | Lan → Kyodo | phà đã cũ"]
      ),
    ] as Cases)
  private func quoted(story: String, expected: [String]) {
    #expect(told(story) == expected)
  }

  @Test(
    "What is cited between commas or in front says nothing itself",
    arguments: [
      (
        "Ferry\n\nPolice said, citing witness accounts, that the boat had been overloaded.",
        ["Police | witness accounts → Police | the boat had been overloaded"]
      ),
      (
        "Ferry\n\nCiting local radio, the Xinhua news agency said six bodies were found near the port.",
        ["Xinhua news agency | local radio → Xinhua | six bodies were found near the port"]
      ),
    ] as Cases)
  private func cited(story: String, expected: [String]) {
    #expect(told(story) == expected)
  }

  /// "speaker | content | reason" of each claim of an unnamed source.
  private func unnamed(_ text: String) -> [String] {
    let article = ArticleReader.article(named: "a", text: text)
    return ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }.map { claim in
      let content = claim.content.map(article.text).joined(separator: " … ")
      let reason = claim.anonymity.map { $0.reason.map(article.text) ?? "no reason" } ?? "named"
      return "\(claim.speaker?.name ?? "–") | \(content) | \(reason)"
    }
  }

  @Test(
    "Words that hide a name are no claim, and their reason ends before the verb",
    arguments: [
      (
        "Talks\n\nA diplomat who asked not to be named for fear of reprisals said 4 people died.",
        ["A diplomat | 4 people died | fear of reprisals"]
      ),
      (
        "Talks\n\nAn officer who asked not to be named said 3 people died.",
        ["An officer | 3 people died | no reason"]
      ),
      (
        "Talks\n\nAn officer who asked not to be named because he was not authorised to speak said "
          + "three people were missing.",
        ["An officer | three people were missing | he was not authorised to speak"]
      ),
      (
        "Họp\n\nMột quan chức đề nghị giấu tên nói 3 người chết.",
        ["Một quan chức | 3 người chết | no reason"]
      ),
      (
        "Họp\n\nMột nhân chứng yêu cầu giấu tên kể có 2 tiếng nổ.",
        ["Một nhân chứng | có 2 tiếng nổ | no reason"]
      ),
      (
        "Boat\n\nPolice have detained the captain for questioning, local media reported, citing an "
          + "unnamed officer.",
        ["local media | Police have detained the captain for questioning | no reason"]
      ),
    ] as Cases)
  private func hidden(story: String, expected: [String]) {
    #expect(unnamed(story) == expected)
  }

  @Test(
    "A word that is an abbreviation with a capital ends a sentence",
    arguments: [
      (
        "Court\n\nReed said he had been ill. Prosecutor Ann Vale said Moss had lied.",
        ["he had been ill", "Moss had lied"]
      ),
      (
        "Court\n\nReed said he would wash. Hale said the co. was shut.",
        ["he would wash", "the co. was shut"]
      ),
      (
        "Court\n\nReed said it was a miss. Moss ran. Hale said so too.",
        ["it was a miss", "so too"]
      ),
      (
        "Port\n\nOfficers came at 3 a.m. Reed said the port was shut.", ["the port was shut"]
      ),
    ] as Cases)
  private func abbreviations(story: String, expected: [String]) {
    #expect(told(story).compactMap { $0.components(separatedBy: " | ").last } == expected)
  }

  @Test(
    "A minus at a sentence's start belongs to degrees and percent",
    arguments: [
      ("Lạnh\n\n-3 độ C là mức thấp nhất, ông Nam cho biết.", [-3]),
      ("Cold\n\n-3 degrees was measured, the office said.", [-3]),
      ("Cold\n\n\"-7 degrees is cold,\" Ann Moss said.", [-7]),
      ("Kinh tế\n\n-2% là mức tăng thấp nhất, ông Nam cho biết.", [-2]),
      ("Chợ\n\n- 3 xe tải đã đến, ông Nam cho biết.", [3]),
    ])
  func minus(story: String, values: [Double]) {
    let article = ArticleReader.article(named: "a", text: story)
    let found = ClaimExtractor().claims(in: article).flatMap(\.quantities).map(\.value)
    #expect(found == values)
  }
}
