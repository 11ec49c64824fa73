import ClaimModel
import Testing

@testable import ClaimExtraction

/// Spans where the grammar leaves no choice, whatever a tagger found.
@Suite("The edges of what was found")
struct SpanStructureTests {
  /// Words of a draft before and after; content pieces joined by " … ".
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var found: (source: String, cue: String, content: [String])
    var right: (source: String, content: [String])

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    // A passive without a source: the subject belongs to the content.
    Case(
      text: "Hôm qua, con tàu này cũng được cho là đang chở dầu lậu.",
      found: ("", "được cho là", ["đang chở dầu lậu"]),
      right: ("", ["con tàu này", "đang chở dầu lậu"])),
    Case(
      text: "Ngôi nhà trên đồi, được xem là nơi ở của ông Sa, đã cháy.",
      found: ("", "được xem là", ["nơi ở của ông Sa, đã cháy"]),
      right: ("", ["Ngôi nhà trên đồi", "nơi ở của ông Sa"])),
    Case(
      text: "Cảnh sát bắt ba người, trong khi Reed bị nghi là kẻ cầm đầu.",
      found: ("", "bị nghi là", ["kẻ cầm đầu"]),
      right: ("", ["Reed", "kẻ cầm đầu"])),
    // Content in front, a time behind the cue.
    Case(
      text: "Cầu sẽ thông xe trong tháng 6, ông Minh cho biết hôm 3/4.",
      found: ("ông Minh", "cho biết", ["hôm 3/4"]),
      right: ("ông Minh", ["Cầu sẽ thông xe trong tháng 6"])),
    Case(
      text: "Cầu sẽ thông xe, Bộ Giao thông Norland thông báo sáng nay.",
      found: ("Bộ Giao thông Norland", "thông báo", ["sáng nay"]),
      right: ("Bộ Giao thông Norland", ["Cầu sẽ thông xe"])),
    Case(
      text: "Ông Minh cho biết hôm 3/4 cầu sẽ thông xe.",
      found: ("Ông Minh", "cho biết", ["hôm 3/4 cầu sẽ thông xe"]),
      right: ("Ông Minh", ["hôm 3/4 cầu sẽ thông xe"])),
    // One who is quoted by another, and one behind a fronted "dẫn …".
    Case(
      text: "Hãng Sao Mai dẫn lời ông Minh cho hay cầu đã xong.",
      found: ("Hãng Sao Mai", "cho hay", ["cầu đã xong"]), right: ("ông Minh", ["cầu đã xong"])),
    Case(
      text: "Dẫn nguồn tin quân đội, Sao Mai cũng đưa tin hai máy bay đã rơi.",
      found: ("Dẫn nguồn tin quân đội", "đưa tin", ["hai máy bay đã rơi"]),
      right: ("Sao Mai", ["hai máy bay đã rơi"])),
    Case(
      text: "Phát ngôn viên dẫn lời với báo giới kêu gọi hai bên ngừng bắn.",
      found: ("Phát ngôn viên", "kêu gọi", ["hai bên ngừng bắn"]),
      right: ("Phát ngôn viên", ["hai bên ngừng bắn"])),
    Case(
      text: "Ông Sa, giám đốc Sao Mai, đưa tin hai máy bay đã rơi.",
      found: ("Ông Sa, giám đốc Sao Mai", "đưa tin", ["hai máy bay đã rơi"]),
      right: ("Ông Sa, giám đốc Sao Mai", ["hai máy bay đã rơi"])),
    // Who a passive is said of is no source, and a connective before it no content.
    Case(
      text: "Con tàu này bị yêu cầu quay lại cảng.",
      found: ("Con tàu này", "bị yêu cầu", ["quay lại cảng"]),
      right: ("", ["Con tàu này", "quay lại cảng"])),
    Case(
      text: "Tôi được biết cầu đã hỏng.",
      found: ("Tôi", "được biết", ["cầu đã hỏng"]), right: ("Tôi", ["cầu đã hỏng"])),
    Case(
      text: "Khi được hỏi cầu có an toàn không, ông Sa im lặng.",
      found: ("", "được hỏi", ["Khi", "cầu có an toàn không"]),
      right: ("", ["cầu có an toàn không"])),
    // A clause that the sentence opens with ends at its comma.
    Case(
      text: "Trong khi ông Sa nói cầu đã hỏng, bà Lan đi họp.",
      found: ("ông Sa", "nói", ["cầu đã hỏng, bà Lan đi họp"]),
      right: ("ông Sa", ["cầu đã hỏng"])),
    Case(
      text: "Trong khi đó ông Sa nói cầu đã hỏng, đường đã ngập.",
      found: ("ông Sa", "nói", ["cầu đã hỏng, đường đã ngập"]),
      right: ("ông Sa", ["cầu đã hỏng, đường đã ngập"])),
    // What somebody says no more of is not said.
    Case(
      text: "Ông Sa cho biết cầu đã hỏng, nhưng không nêu chi tiết.",
      found: ("Ông Sa", "cho biết", ["cầu đã hỏng, nhưng không nêu chi tiết"]),
      right: ("Ông Sa", ["cầu đã hỏng"])),
    Case(
      text: "Ông Sa cho biết cầu đã hỏng nhưng đường vẫn thông.",
      found: ("Ông Sa", "cho biết", ["cầu đã hỏng nhưng đường vẫn thông"]),
      right: ("Ông Sa", ["cầu đã hỏng nhưng đường vẫn thông"])),
  ]

  /// Of "cầu đã hỏng", by who is found to say so and who does.
  static let wholeSources: [(text: String, cue: String, found: String, right: String)] = [
    ("Theo Sao Mai hôm 3/4, cầu đã hỏng.", "Theo", "Sao Mai hôm 3/4", "Sao Mai"),
    (
      "Ảnh được chụp hôm 3/4 cho thấy cầu đã hỏng.", "cho thấy", "Ảnh được chụp hôm 3/4",
      "Ảnh được chụp hôm 3/4"
    ),
    ("Dù vậy ông Sa nói cầu đã hỏng.", "nói", "Dù vậy ông Sa", "ông Sa"),
    (
      "Đáp lại báo giới, ông Sa nói cầu đã hỏng.", "nói", "Đáp lại báo giới, ông Sa", "ông Sa"
    ),
    ("Ông Lê Văn Ba hôm qua nói cầu đã hỏng.", "nói", "Ông Lê Văn", "Ông Lê Văn Ba"),
    ("Bà Ann Lee-Reed hôm qua nói cầu đã hỏng.", "nói", "Bà Ann Lee", "Bà Ann Lee-Reed"),
    (
      "Norland, Sudland và Westland nói cầu đã hỏng.", "nói", "Westland",
      "Norland, Sudland và Westland"
    ),
    ("Cầu Norland sập và ông Sa nói cầu đã hỏng.", "nói", "ông Sa", "ông Sa"),
    (
      "Ông Sa, cha của bé Lan, cũng nói cầu đã hỏng.", "nói", "cũng", "Ông Sa, cha của bé Lan"
    ),
  ]

  @Test("take in the whole name of a source and nothing else", arguments: wholeSources)
  func wholeSource(text: String, cue: String, found: String, right: String) throws {
    try edges(
      one: Case(
        text: text, found: (found, cue, ["cầu đã hỏng"]), right: (right, ["cầu đã hỏng"])))
  }

  @Test("follow the grammar of their sentence", arguments: cases)
  func edges(one: Case) throws {
    try withStory(article(one.text, .vietnamese)) { story in
      let text = one.text
      func tokens(_ words: String) throws -> Range<Int> {
        let span = span(of: words, in: article(text, .vietnamese))
        let all = story.tokens.indices.filter {
          Int(story.tokens[$0].start) >= span.start && Int(story.tokens[$0].end) <= span.end
        }
        return try #require(all.first)..<(try #require(all.last) + 1)
      }
      let draft = AttributionDraft(
        content: try one.found.content.map(tokens), cue: [try tokens(one.found.cue)],
        source: one.found.source.isEmpty ? [] : [try tokens(one.found.source)])
      let mended = try #require(DraftEdges(story: story).mended([draft]).first)
      func words(_ ranges: [Range<Int>]) -> [String] {
        ranges.map { article(text, .vietnamese).text(story.span($0)) }
      }
      #expect(words(mended.content) == one.right.content)
      #expect(words(mended.source).joined(separator: " … ") == one.right.source)
    }
  }

  @Test("The one relayed and the one who relays share what stands in front")
  func relayedFront() throws {
    let text = "Cầu sẽ thông xe, hãng Sao Mai dẫn lời ông Minh cho hay hôm 3/4."
    withStory(article(text, .vietnamese)) { story in
      // Cầu sẽ thông xe , hãng Sao Mai dẫn lời ông Minh cho hay hôm 3/4 .
      let drafts = [
        AttributionDraft(content: [14..<16], cue: [12..<14], source: [10..<12]),
        AttributionDraft(content: [10..<16], cue: [8..<10], source: [5..<8]),
      ]
      let mended = DraftEdges(story: story).mended(drafts)
      #expect(mended.map(\.content) == [[0..<4], [0..<4, 10..<14]])
    }
  }

  @Test("A bracket with an abbreviated state closes behind its stop")
  func abbreviatedState() {
    let text = "Sen. Ann Reed (R-Wis.) said the bill would cost $9 million."
    withStory(article(text, .english)) { story in
      let end = story.tokens.indices.first { story.tokens[$0].scalar == 0x29 } ?? 0
      let cue = end + 1..<end + 2
      let draft = AttributionDraft(
        content: [end + 2..<story.tokens.count - 1], cue: [cue], source: [0..<end - 1])
      let mended = DraftEdges(story: story).mended([draft])
      #expect(mended.map(\.source) == [[0..<end + 1]])
    }
  }

  @Test(
    "A headline's name before a colon speaks if the story tells of it and it is no place",
    arguments: [
      ("Reed: Norland sẽ rút quân", "Ông Reed đã họp hôm qua .", true),
      ("Phó thủ tướng: Không tăng giá điện", "Cuộc họp diễn ra hôm qua .", true),
      ("Hà Nội: Cháy lớn ở phố cổ", "Đám cháy ở Hà Nội đã tắt .", false),
      ("Bóng đá: Norland thắng lớn", "Trận đấu diễn ra hôm qua .", false),
      ("Sao Mai: Norland thắng lớn", "Trận đấu diễn ra hôm qua .", false),
    ])
  func headline(title: String, body: String, speaks: Bool) {
    let article = article(body, .vietnamese, title: title)
    let drafts = withStory(article) { SpeakerLabels(story: $0).drafts() }
    #expect(!drafts.isEmpty == speaks)
  }

  @Test("Words of a quotation are direct, whoever they are said to be of")
  func withinQuotation() {
    let text = "Ông Sơn nói: \"Tôi tin rằng mưa sẽ tạnh\"."
    let found = withStory(article(text, .vietnamese)) { story in
      ClaimExtractor.claims(from: CombinedFinder.shared.attributions(in: story), in: story)
    }
    #expect(Set(found.map(\.kind)) == [.direct])
  }

  @Test("No edge lies inside a known word")
  func wholeWords() throws {
    let text = "Tổng thư ký Liên Hợp Quốc cho biết hai nước sẽ ngừng bắn."
    try withStory(article(text, .vietnamese)) { story in
      let model = try #require(LearnedFinder.shared.model(story.language))
      let traits = StoryTraits(story, known: model.known, ruled: [])
      let cut = SpanDecoding(
        cue: 6..<8, content: [8..<12], source: 1..<6, confidence: 1, spanSureness: 0)
      let mended = cut.withWholeWords(traits)
      #expect(mended.source == 0..<6)
      #expect(mended.content == [8..<13])
    }
  }
}
