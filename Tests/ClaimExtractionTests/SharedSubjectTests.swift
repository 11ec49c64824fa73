import ClaimModel
import Testing

@testable import ClaimExtraction

/// Two attributions of one sentence.
@Suite("Of two verbs of saying in a sentence")
struct SharedSubjectTests {
  struct Said: Sendable, Equatable {
    var source: String
    var cue: String
    var content: String
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var found: [Said]
    var right: [Said]

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    // A verb without a subject has that of the one before.
    Case(
      text: "Ông Sa nói cầu đã hỏng, đồng thời yêu cầu sửa ngay.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "", cue: "yêu cầu", content: "sửa ngay"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "Ông Sa", cue: "yêu cầu", content: "sửa ngay"),
      ]),
    // Whom the first one tells of does not say the second thing.
    Case(
      text: "Ông Sa nói thành phố thiếu tiền, đồng thời yêu cầu sửa ngay.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "thành phố thiếu tiền"),
        Said(source: "thành phố", cue: "yêu cầu", content: "sửa ngay"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "thành phố thiếu tiền"),
        Said(source: "Ông Sa", cue: "yêu cầu", content: "sửa ngay"),
      ]),
    Case(
      text: "Ông Sa nói thành phố thiếu tiền và muốn sửa ngay.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "thành phố thiếu tiền"),
        Said(source: "thành phố", cue: "muốn", content: "sửa ngay"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "thành phố thiếu tiền"),
        Said(source: "thành phố", cue: "muốn", content: "sửa ngay"),
      ]),
    // Nobody is named who accuses.
    Case(
      text: "Ông Sa nói cầu đã hỏng và bị cáo buộc nói dối.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "", cue: "bị cáo buộc", content: "nói dối"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "", cue: "bị cáo buộc", content: "nói dối"),
      ]),
    // What is said besides, or by another, is not what is said first.
    Case(
      text: "Ông Sa nói cầu đã hỏng, đồng thời yêu cầu sửa ngay.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng, đồng thời yêu cầu sửa ngay"),
        Said(source: "", cue: "yêu cầu", content: "sửa ngay"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "Ông Sa", cue: "yêu cầu", content: "sửa ngay"),
      ]),
    Case(
      text: "Ông Sa nói cầu đã hỏng, nhưng bà Lan bác bỏ điều này.",
      found: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng, nhưng bà Lan bác bỏ điều này"),
        Said(source: "bà Lan", cue: "bác bỏ", content: "điều này"),
      ],
      right: [
        Said(source: "Ông Sa", cue: "nói", content: "cầu đã hỏng"),
        Said(source: "bà Lan", cue: "bác bỏ", content: "điều này"),
      ]),
    // Within a content that tells of others, it goes on to tell of them.
    Case(
      text: "Ông Sa nói bà Lan hứa sửa cầu nhưng ông Minh muốn xây mới.",
      found: [
        Said(
          source: "Ông Sa", cue: "nói", content: "bà Lan hứa sửa cầu nhưng ông Minh muốn xây mới"),
        Said(source: "bà Lan", cue: "hứa", content: "sửa cầu"),
        Said(source: "ông Minh", cue: "muốn", content: "xây mới"),
      ],
      right: [
        Said(
          source: "Ông Sa", cue: "nói", content: "bà Lan hứa sửa cầu nhưng ông Minh muốn xây mới"),
        Said(source: "bà Lan", cue: "hứa", content: "sửa cầu"),
        Said(source: "ông Minh", cue: "muốn", content: "xây mới"),
      ]),
  ]

  @Test("each has its own content and the source that grammar gives it", arguments: cases)
  func pairs(one: Case) throws {
    let article = article(one.text, .vietnamese)
    try withStory(article) { story in
      func tokens(_ words: String) throws -> [Range<Int>] {
        if words.isEmpty { return [] }
        let span = span(of: words, in: article)
        let all = story.tokens.indices.filter {
          Int(story.tokens[$0].start) >= span.start && Int(story.tokens[$0].end) <= span.end
        }
        return [try #require(all.first)..<(try #require(all.last) + 1)]
      }
      let drafts = try one.found.map {
        AttributionDraft(
          content: try tokens($0.content), cue: try tokens($0.cue), source: try tokens($0.source))
      }
      let mended = DraftEdges(story: story).mended(drafts).map { draft in
        let words = [draft.source, draft.cue, draft.content].map { ranges in
          ranges.map { article.text(story.span($0)) }.joined(separator: " … ")
        }
        return Said(source: words[0], cue: words[1], content: words[2])
      }
      #expect(mended == one.right)
    }
  }
}
