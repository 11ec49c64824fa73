internal import ClaimModel
internal import Lexicons

/// Finds the times of day that the entries of a live blog start with: no source, no content.
///
/// "14:05 Cơ quan khí tượng cho biết …", "8h30: Đội cứu hộ …", "2.15 p.m. - The agency said …"
struct EntryTimes {
  let story: StoryText

  private static let zones = ["am", "pm", "a", "p", "gmt", "utc", "ict", "et", "est", "bst"]
    .map { WordKey($0) }
  private static let meridiem = WordKey("m")

  /// Where they stand, in lines below the title.
  func spans(below title: TextSpan?) -> [TextSpan] {
    story.lines.compactMap { line in
      guard line.span.start >= (title?.end ?? 0), isDigit(story.bytes[line.span.start]) else {
        return nil
      }
      return time(line.span)
    }
  }

  /// The time in front of a paragraph, and the paragraph without it: "14h05: Đội cứu hộ …" → 14h05,
  /// Đội cứu hộ …
  static func leading(_ text: String, _ agencies: AgencyRegistry) -> (time: String, rest: String)? {
    guard let first = text.utf8.first, first &- 0x30 < 10 else { return nil }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      let times = EntryTimes(story: StoryText(bytes, agencies: agencies))
      guard let span = times.time(TextSpan(0, bytes.count)), span.end < bytes.count else {
        return nil
      }
      let words = times.story.words(span).reversed().drop {
        $0.isDash || $0.isMark(":") || $0.isMark("|")
      }
      guard let last = words.first else { return nil }
      let rest = bytes[span.end...].drop { $0 <= 0x20 }
      return (
        String(decoding: bytes[..<last.end], as: UTF8.self), String(decoding: rest, as: UTF8.self)
      )
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func time(_ line: TextSpan) -> TextSpan? {
    let words = story.words(line, limit: 10)
    guard var next = clock(words) else { return nil }
    while next < words.count, words[next].kind == .punctuation,
      words[next].isDash || words[next].isMark(":") || words[next].isMark("|")
    { next += 1 }
    // A line that says the time and no more.
    if next == words.count, words.last?.end == line.end { return line }
    guard next < words.count,
      words[next].isName || words[next].isOpeningQuote,
      line.end > words[next].end
    else { return nil }
    return TextSpan(line.start, words[next - 1].end)
  }

  /// The word behind "14:05", "8h30", "8h", "2:15 p.m.", "14.05 GMT".
  private func clock(_ words: [Word]) -> Int? {
    guard let first = words.first else { return nil }
    var next: Int
    if let hour = number(first, most: 24), words.count > 2,
      words[1].isMark(":") || words[1].isMark("."), words[1].touchesPrevious,
      words[2].touchesPrevious, isMinute(words[2]), hour >= 0
    {
      next = 3
      if words[1].isMark("."), next < words.count, words[next].isName { return nil }
    } else if isHour(first) {
      next = 1
    } else {
      return nil
    }
    while next < words.count,
      Self.zones.contains(words[next].key)
        || words[next].isMark(".") && words[next - 1].letters == 1
        || words[next].letters == 1 && words[next].key == Self.meridiem
    { next += 1 }
    return next
  }

  private func number(_ word: Word, most: Int) -> Int? {
    guard word.kind == .number, word.end - word.start <= 2 else { return nil }
    return Int(String(decoding: story.bytes[word.start..<word.end], as: UTF8.self))
      .flatMap { $0 <= most ? $0 : nil }
  }

  /// "05", "05pm"
  private func isMinute(_ word: Word) -> Bool {
    guard word.kind == .number else { return false }
    let text = story.bytes[word.start..<word.end]
    let tail = text.dropFirst(2).map { $0 | 0x20 }
    return text.prefix(2).count == 2 && text.prefix(2).allSatisfy(isDigit)
      && text[text.startIndex] < 0x36
      && (tail.isEmpty || tail == Array("am".utf8) || tail == Array("pm".utf8))
  }

  /// "8h", "8h30", "14g05"
  private func isHour(_ word: Word) -> Bool {
    let text = story.bytes[word.start..<word.end]
    guard word.kind == .number, text.count <= 5,
      let mark = text.firstIndex(where: { $0 == 0x68 || $0 == 0x67 }), mark - text.startIndex <= 2
    else { return false }
    return text[(mark + 1)...].allSatisfy(isDigit)
      && text.distance(from: mark, to: text.endIndex) != 2
  }
}
