import ArticleReading
import ClaimModel
import Testing

@Suite("Bytes to text")
struct DecodingTests {
  private static let story = "Bão đổ bộ miền Trung, hai người bị thương ở cảng của tỉnh."

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("UTF-8 is kept byte for byte, line ends and normalization form included")
  func utf8IsKept() throws {
    let text = "Tin b\u{303}ao\r\n\r\nMa\u{323}nh l\u{323}u."
    let article = try ArticleReader.article(named: "a", bytes: Array(text.utf8))
    #expect(article.encoding == "UTF-8")
    #expect(Array(article.text.utf8) == Array(text.utf8))
  }

  @Test("A byte order mark is left out")
  func byteOrderMark() throws {
    let article = try ArticleReader.article(named: "a", bytes: [0xEF, 0xBB, 0xBF, 0x41])
    #expect(article.text == "A")
  }

  @Test("UTF-16 is told with a mark and without", arguments: [true, false], [true, false])
  func utf16IsRead(bigEndian: Bool, marked: Bool) throws {
    let text = (marked ? "\u{FEFF}" : "") + Self.story + " 😀"
    let article = try ArticleReader.article(
      named: "a", bytes: utf16(text, bigEndian: bigEndian))
    #expect(article.text == Self.story + " 😀")
    #expect(article.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
  }

  @Test("Windows-1258 becomes letters with combining tones")
  func windows1258() throws {
    // "Bão lũ ở miền Trung của nước ta": ã is ã's own byte, ở is ơ and a hook.
    let bytes: [UInt8] =
      Array("B".utf8) + [0x61, 0xDE, 0x6F, 0x20] + Array("l".utf8) + [0x75, 0xDE, 0x20]
      + [0xF5, 0xD2, 0x20] + Array("mi".utf8) + [0xEA, 0xCC] + Array("n Trung c".utf8)
      + [0x75, 0xD2] + Array("a n".utf8) + [0xFD, 0xF5, 0xEC] + Array("c ta".utf8)
    let article = try ArticleReader.article(named: "a", bytes: bytes)
    #expect(article.encoding == "Windows-1258")
    #expect(article.text == "Bão lũ ở miền Trung của nước ta")
  }

  @Test("English with typographic quotes in Windows-1252 is read")
  func windows1252() throws {
    let bytes = [0x93] + Array("We will rebuild the harbour before the winter".utf8) + [0x94]
    let article = try ArticleReader.article(named: "a", bytes: bytes)
    #expect(article.encoding == "Windows-1252")
    #expect(article.text.hasPrefix("“We"))
  }

  static let refusals: [([UInt8], ReadingError.Kind)] = [
    ([], .empty),
    (Array(" \n\t\r\n".utf8), .empty),
    (Array("ab\0c".utf8), .binary(format: nil, offset: 2)),
    (Array("%PDF-1.7 …".utf8), .binary(format: "a PDF document", offset: 0)),
    ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], .unsupportedEncoding("UTF-32")),
    (
      Array("Đầu dòng\nhỏng ".utf8) + [0xC3] + Array(" và hết".utf8),
      .invalidUTF8(offset: 20, line: 2)
    ),
    ([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8], .invalidUTF16(offset: 4, encoding: "UTF-16LE")),
  ]

  @Test("What is no text is refused, and said where", arguments: refusals)
  func refusal(bytes: [UInt8], kind: ReadingError.Kind) {
    #expect(throws: ReadingError(input: "tin.txt", kind: kind)) {
      try ArticleReader.article(named: "tin.txt", bytes: bytes)
    }
  }

  @Test("A refusal names the input, the place and a way out")
  func wording() {
    let error = ReadingError(input: "tin.txt", kind: .invalidUTF8(offset: 20, line: 2))
    #expect(
      error.description
        == "\"tin.txt\": not UTF-8: ill-formed byte at offset 20, line 2; convert it to UTF-8 "
        + "(iconv -f ENCODING -t UTF-8); UTF-16 and Windows-1258 are read too")
  }
}
