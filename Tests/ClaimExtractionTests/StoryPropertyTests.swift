import ArticleReading
import ClaimExtraction
import ClaimModel
import Lexicons
import TestSupport
import Testing

@Suite("What holds for every story")
struct StoryPropertyTests {
  /// Sentences of our own; a story is any mix of them.
  static let pieces = [
    "Bà Lê Thị Hoa hôm 3/2 cho biết đê sẽ được sửa.",
    "“Nước lên nhanh lắm”, ông Nam nói.",
    "Theo Đài Sông Lô, hơn 200 nhà bị ngập.",
    "Công ty An Khê bị cáo buộc xả lũ.",
    "Đây là trận lũ lớn nhất kể từ năm 1999.",
    "Hội Sông Lô, nhóm ở hạ lưu, khẳng định đê “rất vững” và kêu gọi dân trở về.",
    "Ông Nam bác bỏ cáo buộc làm hoà giải thất bại, trong khi tỉnh chưa lên tiếng.",
  ]

  /// The word-segmented twin: punctuation set apart, some syllables joined by "_".
  private func segmented(_ text: String, _ numbers: inout SplitMix) -> String {
    var out = ""
    for character in text {
      if ".,“”".contains(character) {
        out += (out.hasSuffix(" ") || out.hasSuffix("\n") ? "" : " ") + String(character) + " "
      } else if character == " ", !out.hasSuffix(" ") {
        out += Int.random(in: 0..<3, using: &numbers) == 0 ? "_" : " "
      } else if character != " " {
        out.append(character)
      }
    }
    return out
  }

  private func story(_ numbers: inout SplitMix) -> String {
    (0..<4).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
      .joined(separator: Bool.random(using: &numbers) ? "\n" : " ")
  }

  @Test("A segmented story gives the claims of its plain twin", arguments: 1...60)
  func twins(seed: Int) {
    var numbers = SplitMix(seed: seed)
    let plain = story(&numbers)
    let twin = segmented(plain, &numbers)
    let lines = [plain, twin].map { text in
      let article = article(text, .vietnamese)
      return ClaimExtractor().claims(in: article).map { claim in
        [claim.source, claim.cue, claim.content].map { spans in
          spans.map { letters(article.text($0)) }.joined(separator: "|")
        }.joined(separator: " / ") + " " + claim.kind.rawValue
      }
    }
    #expect(lines[0] == lines[1])
  }

  private func letters(_ text: String) -> String { Folding.folded(text).filter { $0 != " " } }

  @Test("Spans lie in the text, on scalar bounds, in order", arguments: 1...200)
  func spans(seed: Int) {
    var numbers = SplitMix(seed: seed &* 977)
    let alphabet = Array("“”\"'‘’«»().,:;?! \n_ạĐ\u{301}5%-") + ["nói", " theo ", "said", "Theo "]
    var text = story(&numbers)
    for _ in 0..<Int.random(in: 0..<40, using: &numbers) {
      let at = text.index(
        text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &numbers))
      let piece = alphabet.randomElement(using: &numbers).map(String.init(describing:)) ?? ""
      text.insert(contentsOf: piece, at: at)
    }
    let language: ArticleLanguage = seed % 3 == 0 ? .english : .vietnamese
    expectValid(article(text, language))
  }

  /// A piece of text, many times over.
  struct Repeated: CustomTestStringConvertible, Sendable {
    var pieces: [(text: String, count: Int)]

    init(_ text: String, _ count: Int) { pieces = [(text, count)] }

    static func + (one: Repeated, other: Repeated) -> Repeated {
      var sum = one
      sum.pieces += other.pieces
      return sum
    }

    var text: String { pieces.map { String(repeating: $0.text, count: $0.count) }.joined() }
    var testDescription: String {
      pieces.map { "\($0.text.debugDescription) × \($0.count)" }.joined(separator: " + ")
    }
  }

  @Test(
    "Input made to be slow or to break gives valid claims",
    arguments: [
      Repeated("a", 1_000_000),
      Repeated("(", 100_000) + Repeated(")", 100_000),
      Repeated("\"", 100_000),
      Repeated("“", 50_000) + Repeated("\n", 1) + Repeated("'", 50_000),
      Repeated("\" a\n", 20_000),
      Repeated("\" A_b . ", 20_000),
      Repeated("A_b ' c\n", 20_000),
      Repeated("« “ ‘ \" ' „ a\n", 10_000),
      Repeated("``a ", 30_000),
      Repeated("ông nói , ", 4_000),
      Repeated("theo A , ", 4_000),
      Repeated("said , he said \"", 4_000),
      Repeated(".", 100_000),
      Repeated("TP .\nA_b ", 20_000),
      Repeated("a@b.c.", 20_000),
      Repeated("他说：“不”。", 10_000),
      Repeated("قال «لا». ", 10_000),
    ])
  func hardInput(input: Repeated) {
    let text = input.text
    expectValid(article(text, .vietnamese))
    expectValid(article(text, .english))
    expectValid(ArticleReader.article(named: "hard", text: text))
  }

  private func expectValid(_ article: Article) {
    let bytes = Array(article.text.utf8)
    var wrong = [String]()
    for (index, claim) in ClaimExtractor().claims(in: article).enumerated() {
      if claim.content.isEmpty { wrong.append("c\(index + 1) has no content") }
      for spans in [claim.content, claim.cue, claim.source, [claim.context]] {
        if spans != spans.sorted() { wrong.append("c\(index + 1) is out of order: \(spans)") }
        for span in spans where !isValid(span, bytes) { wrong.append("c\(index + 1): \(span)") }
      }
    }
    #expect(wrong == [])
  }

  private func isValid(_ span: TextSpan, _ bytes: [UInt8]) -> Bool {
    span.start >= 0 && span.end <= bytes.count && !span.isEmpty && isBound(span.start, bytes)
      && isBound(span.end, bytes)
  }

  private func isBound(_ at: Int, _ bytes: [UInt8]) -> Bool {
    at >= bytes.count || bytes[at] & 0xC0 != 0x80
  }
}
