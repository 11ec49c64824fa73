internal import ClaimModel

/// Lines above a story that tell of it, as files of collections have them: "# date = 20210427",
/// "# url = https://a.example/1".
struct CommentHead {
  /// How many lines at the top are such.
  private(set) var count = 0
  /// The day of a member that says when the story was published.
  private(set) var date: CalendarDay?

  private static let most = 20
  private static let longestKey = 24

  init(_ story: StoryText) {
    for line in story.lines.prefix(Self.most) {
      guard let (key, value) = Self.member(story.bytes[line.span.start..<line.span.end]) else {
        return
      }
      count += 1
      if date == nil, StoryField.known(key)?.field == .date { date = Self.day(value) }
    }
  }

  /// "# doc_id = news_1" → doc_id, news_1; nil where there is no such key and mark.
  private static func member(
    _ line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (key: String, value: String)? {
    guard line.first == UInt8(ascii: "#"), let mark = line.firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    let key = TextTrim.trimmed(String(decoding: line[..<mark].dropFirst(), as: UTF8.self))
    guard !key.isEmpty, key.utf8.count <= longestKey,
      key.utf8.allSatisfy({
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x2D
      })
    else { return nil }
    let value = String(decoding: line[line.index(after: mark)...], as: UTF8.self)
    return (key.lowercased(), TextTrim.trimmed(value))
  }

  /// "20210427", "2021-04-27", "2021-04-27T10:00"
  private static func day(_ value: String) -> CalendarDay? {
    let digits = Array(value.utf8.prefix { $0 != 0x54 && $0 != 0x20 }.filter { $0 &- 0x30 < 10 })
    guard digits.count == 8, value.utf8.first.map({ $0 &- 0x30 < 10 }) == true else { return nil }
    func number(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
    return CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }
}
