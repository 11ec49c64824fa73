import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// "cue | source | content" of each attributed claim.
private func told(_ text: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }.map { claim in
    [claim.cue, claim.source, claim.content]
      .map { $0.map(article.text).joined(separator: " … ") }.joined(separator: " | ")
  }
}

private typealias Cases = [(story: String, expected: [String])]

/// Nouns that say what somebody said.
@Suite("Nouns of saying")
struct NounCueTests {
  @Test(
    "Who stands behind a noun of saying says what its clause says",
    arguments: [
      (
        "Đập\n\nNhiều báo đăng lại tuyên bố của ông Trần Khánh rằng nhà máy sẽ đóng cửa.",
        ["tuyên bố | ông Trần Khánh | nhà máy sẽ đóng cửa"]
      ),
      (
        "Dam\n\nPapers carried a statement by Harold Finch that the plant would close in May.",
        ["statement | Harold Finch | the plant would close in May"]
      ),
    ] as Cases)
  private func noun(story: String, expected: [String]) {
    #expect(told(story) == expected)
  }

  @Test(
    "A verb before the noun has the whole phrase as its content",
    arguments: [
      (
        "Đập\n\nBộ trưởng Lê Hải bác bỏ cáo buộc của phe đối lập rằng chính phủ giấu số liệu.",
        [
          "bác bỏ | Bộ trưởng Lê Hải | cáo buộc của phe đối lập rằng chính phủ giấu số liệu",
          "cáo buộc | phe đối lập | chính phủ giấu số liệu",
        ]
      ),
      (
        "Dam\n\nResidents did not believe the assurance of Mayor Ann Reed that the dam was safe.",
        [
          "did not believe | Residents | the assurance of Mayor Ann Reed that the dam was safe",
          "assurance | Mayor Ann Reed | the dam was safe",
        ]
      ),
    ] as Cases)
  private func object(story: String, expected: [String]) {
    #expect(told(story) == expected)
  }

  @Test(
    "At the head of a sentence the clause ends where the noun goes on",
    arguments: [
      (
        "Đập\n\nLời của ông Khánh rằng con đập sẽ vỡ khiến dân lo lắng.",
        ["Lời | ông Khánh | con đập sẽ vỡ"]
      ),
      (
        "Dam\n\nThe company's claim that nobody was hurt was rejected by police.",
        ["claim | The company's | nobody was hurt"]
      ),
    ] as Cases)
  private func subject(story: String, expected: [String]) {
    #expect(told(story) == expected)
  }

  @Test(
    "What names the place of speaking, or another noun behind it, makes no claim of its own",
    arguments: [
      "Dam\n\nReed said in a statement from the office that the dam was safe.",
      "Dam\n\nThere were reports of floods and suggestions that the dam was weak.",
      "Đập\n\nÔng Nam chê phát biểu của ông Bình và cho rằng con đập đã cũ.",
    ])
  private func others(story: String) {
    let nouns = ["statement |", "reports |", "phát biểu |"]
    #expect(!told(story).contains { claim in nouns.contains { claim.hasPrefix($0) } })
    #expect(!told(story).isEmpty)
  }
}
