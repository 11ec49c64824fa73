import ClaimModel
import Testing

@testable import ArticleReading

@Suite("What newsrooms say to do with a story")
struct NoticeWordsTests {
  private func kinds(title: String, text: String = "The river rose.") -> [StoryNotice.Kind] {
    var story = ReceivedStory(form: "rss", title: title)
    story.parts = [.paragraph(text)]
    return NoticeWords.notices(of: ReceivedText(story)).map(\.kind)
  }

  @Test(
    "is read at the head of a headline",
    arguments: [
      ("CORRECTED-River rises", [.correction]),
      ("CORRECTED-UPDATE 1-River rises", [.correction, .update]),
      ("UPDATE 2-River rises", [.update]),
      ("Update: River rises", [.update]), ("(UPDATED) River rises", [.update]),
      ("Correction: River story", [.correction]),
      ("KILL: River rises", [.kill]), ("[KILL] River rises", [.kill]),
      ("STORY KILL - River rises", [.kill]),
      ("RETRACTION: River story", [.kill]),
      ("ĐÍNH CHÍNH: Nước sông dâng", [.correction]),
      ("Đính chính bài “Nước sông dâng”", [.correction]),
      ("GỠ BÀI: Nước sông dâng", [.kill]), ("Cập nhật: Nước sông dâng", [.update]),
      ("HOLD: River rises", [.withheld]),
      ("EMBARGOED UNTIL 06/01/2031 05:00 GMT: River rises", [.embargo]),
      ("River rises", []), ("Kill Bill is shown again", []), ("Kill the lights, mayor says", []),
      ("Updates on the river", []), ("Correction officers protest", []), ("Hold your breath", []),
      ("Thu hồi giấy phép của cây cầu", []), ("Cập nhật giá vàng hôm nay", []),
      ("Gỡ bài toán giao thông", []), ("UPDATED bus maps are out", []),
      ("Embargo on Norland is lifted", []), ("Kill-switch law passed", []),
    ] as [(String, [StoryNotice.Kind])])
  func headlines(_ title: String, _ expected: [StoryNotice.Kind]) {
    #expect(kinds(title: title) == expected, "\(title)")
  }

  @Test(
    "is read in the first paragraphs",
    arguments: [
      ("(Corrects figure in paragraph 3) The river rose.", [.correction]),
      ("(Adds comments, detail)", [.update]),
      ("An earlier version of this story named another river.", [.correction]),
      ("ĐÍNH CHÍNH: Bài báo nêu sai tên sông.", [.correction]),
      ("EMBARGOED UNTIL 06/01/2031 05:00 GMT", [.embargo]),
      ("Editors: please kill the story on the river.", [.kill]),
      ("(Reuters) - The river rose.", []), ("The update came on Friday: it rose.", []),
      ("He adds that the river rose.", []),
    ] as [(String, [StoryNotice.Kind])])
  func paragraphs(_ text: String, _ expected: [StoryNotice.Kind]) {
    #expect(kinds(title: "River rises", text: text) == expected, "\(text)")
  }

  @Test("is read whatever form of Unicode it is in, and never out of step with it")
  func letters() {
    let decomposed = "\u{110}i\u{301}nh chi\u{301}nh: N\u{1B0}\u{1A1}\u{301}c s\u{F4}ng"
    #expect(kinds(title: decomposed) == [.correction])
    #expect(kinds(title: "\u{212A}ILL: river") == [.kill])
    #expect(kinds(title: "CORRECTED\u{130}: river") == [])
  }

  @Test(
    "is read in a line of a story without a form",
    arguments: [
      ("CORRECTED: River rises", .correction), ("Đính chính – nước sông dâng", .correction),
      ("ĐÍNH CHÍNH", .correction), ("UPDATE 2-River rises", .update), ("KILL NOTICE", .kill),
      ("Gỡ_bài : nước sông dâng", .kill), ("HOLD FOR RELEASE: the river", .withheld),
      ("UPDATED Ánh sáng trên sông", .update), ("Corrected figures show a rise", nil),
      ("The river was corrected.", nil), ("Updates on the river", nil), ("", nil),
    ] as [(String, StoryNotice.Kind?)])
  func lines(_ line: String, _ expected: StoryNotice.Kind?) {
    #expect(NoticeWords.notice(inLine: line)?.kind == expected, "\(line)")
  }

  @Test("says until when")
  func until() {
    let story = ReceivedStory(form: "rss", title: "EMBARGOED UNTIL 06/01/2031 05:00 GMT+7: River")
    let until = NoticeWords.notices(of: ReceivedText(story)).first?.until
    #expect(until?.description == "2031-01-06T05:00+07:00")
  }

  @Test("reaches the article, whatever the story came in")
  func article() {
    let story = ReceivedStory(
      form: "rss", title: "CORRECTED-River rises", parts: [.paragraph("It rose.")])
    let article = ArticleReader.article(of: story, named: "a")
    #expect(article?.origin?.notices == [StoryNotice(.correction, words: "CORRECTED-River rises")])
  }
}
