import ClaimExtraction
import ClaimModel
import Foundation
import TestSupport
import Testing

@Suite struct SpeakerTests {
  /// A story and its sources in text order, each with the speaker that it must come to.
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    /// Source as written (empty for a quotation that goes on) and speaker.
    var sources: [(String, String?)]
    var language = ArticleLanguage.vietnamese
    var testDescription: String { String(text.prefix(40)) }
  }

  static let cases = [
    Case(
      text: "Thủ_tướng Lan_Whitmore họp báo . Bà Whitmore nói thuế sẽ giảm . Bà cho_biết thêm .",
      sources: [("Bà Whitmore", "Lan Whitmore"), ("Bà", "Lan Whitmore")]),
    Case(
      text: "Ngoại_trưởng Lào Mira Solheim đến nơi . Ngoại_trưởng Lào tuyên_bố hoà_bình .",
      sources: [("Ngoại_trưởng Lào", "Mira Solheim")]),
    Case(
      text: "Người phát ngôn Bộ Ngoại giao Ba Lan Piotr Zawada nói. Ông Zawada nói thêm. “Đã rõ.”",
      sources: [
        ("Người phát ngôn Bộ Ngoại giao Ba Lan Piotr Zawada", "Piotr Zawada"),
        ("Ông Zawada", "Piotr Zawada"), ("", "Piotr Zawada"),
      ]),
    Case(
      text: "Washington cáo buộc. Bình Nhưỡng bác bỏ. Mỹ im lặng.",
      sources: [("Washington", "Mỹ"), ("Bình Nhưỡng", "Triều Tiên"), ("Mỹ", "Mỹ")]),
    Case(
      text: "Văn phòng Thủ tướng Iraq ra thông cáo. Cơ quan này nói thêm. Thông cáo viết rõ.",
      sources: [
        ("Văn phòng Thủ tướng Iraq", "Văn phòng Thủ tướng Iraq"),
        ("Cơ quan này", "Văn phòng Thủ tướng Iraq"), ("Thông cáo", "Văn phòng Thủ tướng Iraq"),
      ]),
    Case(
      text: "Một quan chức giấu tên nói vậy. Quan chức này nói thêm.",
      sources: [
        ("Một quan chức giấu tên", "Một quan chức giấu tên"),
        ("Quan chức này", "Một quan chức giấu tên"),
      ]),
    Case(
      text: "Thụy Điển lên tiếng. Bộ Ngoại giao nước này phản đối.",
      sources: [
        ("Thụy Điển", "Thụy Điển"),
        ("Bộ Ngoại giao nước này", "Bộ Ngoại giao Thụy Điển"),
      ]),
    Case(
      text: "Hãng tin Reuters đưa tin. Báo cáo của Bộ Y tế cho thấy.",
      sources: [("Hãng tin Reuters", "Reuters"), ("Báo cáo của Bộ Y tế", "Bộ Y tế")]),
    Case(
      text: "Thủ tướng Ahmed Karim al-Basri ra lệnh. Thủ tướng al-Basri nói.",
      sources: [("Thủ tướng al-Basri", "Ahmed Karim al-Basri")]),
    Case(
      text: "Ông Trần Văn Sông, chủ tịch huyện Hòa Mây, nói. Ông Sông kể.",
      sources: [
        ("Ông Trần Văn Sông, chủ tịch huyện Hòa Mây", "Trần Văn Sông"),
        ("Ông Sông", "Trần Văn Sông"),
      ]),
    Case(
      text: "Lãnh đạo hai nước gặp nhau. Tổng thống Nga Ivan Orlov nói. Lãnh đạo hai nước đồng ý.",
      sources: [("Lãnh đạo hai nước", "Lãnh đạo hai nước")]),
    Case(
      text: "Foreign Minister Mira Solheim spoke. Solheim said so. She added more. “It holds.”",
      sources: [
        ("Solheim", "Mira Solheim"), ("She", "Mira Solheim"), ("", "Mira Solheim"),
      ], language: .english),
    Case(
      text: "Robert Hale, a spokesman for the port, said so. Mr. Hale said more. He left.",
      sources: [("Mr. Hale", "Robert Hale"), ("He", "Robert Hale")], language: .english),
    Case(
      text: "It burned on Tuesday, Transport Minister Anna Reed said. Reed said no in May. "
        + "Minister April Orr said yes. Orr said so.",
      sources: [
        ("Transport Minister Anna Reed", "Anna Reed"), ("Reed", "Anna Reed"),
        ("Orr", "April Orr"),
      ], language: .english),
    Case(
      text: "Mayor Anna Reed spoke. Tom Hale, a spokesman, did too. Reed and Hale said no.",
      sources: [("Reed and Hale", "Anna Reed and Tom Hale")], language: .english),
    Case(
      text: "Bộ trưởng Lê Văn Nam đến. Ông Nam và bà Trần Thị Hoa cho biết. "
        + "Bộ Y tế và ông Nam nói.",
      sources: [
        ("Ông Nam và bà Trần Thị Hoa", "Lê Văn Nam và Trần Thị Hoa"),
        ("Bộ Y tế và ông Nam", "Bộ Y tế và ông Nam"),
      ]),
    Case(
      text: "The ministry said no. A senior official said yes. Moscow agreed.",
      sources: [
        ("The ministry", "The ministry"), ("A senior official", "A senior official"),
        ("Moscow", "Russia"),
      ], language: .english),
  ]

  @Test("A source comes to its fullest name", arguments: cases)
  func fullest(example: Case) {
    #expect(speakers(of: example).map { $0?.name } == example.sources.map(\.1))
  }

  @Test("Plain and decomposed twins have the same speakers", arguments: cases)
  func twins(example: Case) {
    let expected = example.sources.map(\.1)
    var plain = example
    plain.text = example.text.replacingOccurrences(of: "_", with: " ")
    plain.sources = example.sources.map { ($0.0.replacingOccurrences(of: "_", with: " "), $0.1) }
    #expect(speakers(of: plain).map { $0?.name } == expected)
    var decomposed = plain
    decomposed.text = plain.text.decomposedStringWithCanonicalMapping
    decomposed.sources = plain.sources.map { ($0.0.decomposedStringWithCanonicalMapping, $0.1) }
    let names = speakers(of: decomposed).map { $0?.name.precomposedStringWithCanonicalMapping }
    #expect(names == expected)
  }

  @Test(
    "A speaker has its kind",
    arguments: [
      ("Hãng tin AFP", SourceKind.agency), ("Bộ Y tế", .government), ("Nga", .government),
      ("Bà Mira Solheim", .person), ("Một nhân chứng", .person), ("Công ty Sao Mai", .organisation),
      ("tờ Tin Núi", .outlet), ("Nhóm Sóng Xanh", .organisation),
    ])
  func kinds(source: String, kind: SourceKind) {
    let example = Case(text: source + " nói vậy.", sources: [(source, nil)])
    #expect(speakers(of: example).map { $0?.kind } == [kind])
  }

  @Test("Reasons say how and where a speaker was found")
  func reasons() {
    let example = Case(
      text: "Bà Mira Solheim đến. Bà Solheim nói.", sources: [("Bà Solheim", "Mira Solheim")])
    #expect(speakers(of: example).first??.reason == "same name in full, sentence 1")
  }

  @Test("A quotation that nobody began has no speaker, and no drafts give none")
  func nobody() {
    #expect(speakers(of: Case(text: "“Đã rõ.”", sources: [("", nil)])).map { $0?.name } == [nil])
    #expect(speakers(of: Case(text: "Không ai nói.", sources: [])).isEmpty)
  }

  @Test("Any drafts over any text are resolved without a trap", arguments: 0..<100)
  func properties(seed: Int) {
    var random = SplitMix(seed: seed)
    let pieces = [
      "Ông", "Hale", ",", "Bộ", "Ngoại", "giao", "Mỹ", "này", "trên", "(", ")", "-", "al", ".",
      "thông cáo", "của", "họ", "Chủ", "tịch", "A", "nói", "tôi", "Washington", "một", "“", "”",
    ]
    let text = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      .joined(separator: " ")
    for language in [ArticleLanguage.vietnamese, .english] {
      withStory(of: text, language) { story in
        let count = story.tokens.count
        var drafts = [AttributionDraft]()
        var at = 0
        while at + 4 < count {
          let end = at + 1 + Int(random.next() % 4)
          drafts.append(
            AttributionDraft(
              content: [end..<min(count, end + 5)], source: random.next() % 4 == 0 ? [] : [at..<end]
            ))
          at = end
        }
        let speakers = SpeakerResolver.speakers(of: drafts, in: story)
        #expect(speakers.count == drafts.count)
        for case .some(let speaker) in speakers { #expect(!speaker.name.isEmpty) }
      }
    }
  }

  private func speakers(of example: Case) -> [Speaker?] {
    withStory(of: example.text, example.language) { story in
      var from = example.text.startIndex
      let drafts = example.sources.map { source, _ in
        guard !source.isEmpty,
          let found = example.text.range(of: source, range: from..<example.text.endIndex)
        else {
          return AttributionDraft(content: [max(0, story.tokens.count - 3)..<story.tokens.count])
        }
        from = found.upperBound
        let start = example.text.utf8.distance(from: example.text.startIndex, to: found.lowerBound)
        let end = example.text.utf8.distance(from: example.text.startIndex, to: found.upperBound)
        let low = story.tokens.firstIndex { Int($0.start) >= start } ?? 0
        let high = story.tokens.lastIndex { Int($0.end) <= end } ?? low
        let behind = min(high + 2, story.tokens.count)
        return AttributionDraft(
          content: [behind..<max(behind, story.tokens.count)], cue: [high + 1..<behind],
          source: [low..<high + 1])
      }
      return SpeakerResolver.speakers(of: drafts, in: story)
    }
  }
}
