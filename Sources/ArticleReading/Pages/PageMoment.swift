internal import ClaimModel
internal import Lexicons

/// A time of day, a day or both, as an entry of a live blog shows them: "21h15 16/09",
/// "9.05pm BST", "Cập nhật lúc 14:05", "Friday 15 September".
struct PageMoment {
  /// Since midnight.
  private(set) var second: Int?
  /// Minutes east of UTC.
  private(set) var zone: Int?
  private var day: CalendarDay?
  /// A day without its year: "16/09".
  private var date: (month: Int, day: Int)?
  /// "Updated at 13.20 GMT"
  private(set) var isUpdate = false
  /// "2 giờ trước": no time of a clock.
  private(set) var isAgo = false
  /// Nothing but a day stands there: "Thứ Sáu 15/9".
  private(set) var isDayAlone = false

  private static let longest = 100
  private static let agoWords = ["ago", "trước"].map { WordKey($0) }
  private static let month = WordKey("tháng")
  private static let hour = WordKey("giờ")

  /// Nil where neither a time nor a day stands in the text. `day` is one near it, for zones that
  /// change in summer.
  init?(_ text: String, near day: CalendarDay?) {
    guard text.utf8.count <= Self.longest, text.utf8.contains(where: { $0 &- 0x30 < 10 }) else {
      return nil
    }
    var copy = text
    copy.withUTF8 { bytes in
      read(WordScanner(bytes: bytes).words(from: 0, to: bytes.count), bytes, day)
    }
    if second == nil, self.day == nil, date == nil, !isAgo { return nil }
  }

  /// The day, of the year that brings it nearest to another one.
  func day(near base: CalendarDay?) -> CalendarDay? {
    if let day { return day }
    guard let date, let base else { return nil }
    let years = (base.year - 1)...(base.year + 1)
    return years.compactMap { CalendarDay(year: $0, month: date.month, day: date.day) }.min {
      abs($0.daysSinceEpoch - base.daysSinceEpoch) < abs($1.daysSinceEpoch - base.daysSinceEpoch)
    }
  }

  private mutating func read(
    _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>, _ near: CalendarDay?
  ) {
    isUpdate = words.indices.contains {
      PageDateLine.book.match(words, at: $0, roles: ["updated"]) != nil
    }
    isAgo = words.contains { Self.agoWords.contains($0.key) }
    if isAgo { return }
    let text = DateText(words: words, bytes: bytes)
    var rest = words
    if let found = text.first {
      day = found.day
      rest.removeSubrange(found.range)
    } else if let found = Self.shortDate(text) {
      date = (found.month, found.day)
      rest.removeSubrange(found.range)
    }
    second = PageDateLine.second(rest, bytes) ?? Self.hours(rest, bytes)
    if second != nil {
      let day = day ?? near ?? CalendarDay(daysSinceEpoch: 0)
      zone = PageDateLine.zone(rest, bytes, on: day)
    }
    isDayAlone =
      second == nil && (day != nil || date != nil)
      && words.indices.allSatisfy { words[$0].kind != .word || text.isDayWord($0) }
  }

  /// "16/09", "15 September", "Sept 15", "15 tháng 9"
  private static func shortDate(
    _ text: DateText
  ) -> (month: Int, day: Int, range: Range<Int>)? {
    let words = text.words
    func number(_ at: Int) -> Int? {
      guard at < words.count, words[at].end - words[at].start <= 2 else { return nil }
      return PageDateLine.number(words[at], text.bytes).flatMap { (1...31).contains($0) ? $0 : nil }
    }
    for at in words.indices {
      if let month = text.month(at), let day = number(at + 1) { return (month, day, at..<(at + 2)) }
      guard let day = number(at) else { continue }
      if let month = text.month(at + 1) { return (month, day, at..<(at + 2)) }
      guard let other = number(at + 2) else { continue }
      let isJoined =
        words[at + 1].isMark("/") && words[at + 1].touchesPrevious && words[at + 2].touchesPrevious
      guard isJoined || words[at + 1].key == month else { continue }
      if other <= 12 { return (other, day, at..<(at + 3)) }
      if day <= 12 { return (day, other, at..<(at + 3)) }
    }
    return nil
  }

  /// "14 giờ 05", "14 giờ"
  private static func hours(_ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for at in words.indices.dropLast() where words[at + 1].key == hour {
      guard let hours = PageDateLine.number(words[at], bytes), hours < 24 else { continue }
      let minutes = at + 2 < words.count ? PageDateLine.number(words[at + 2], bytes) : nil
      return hours * 3600 + (minutes.map { $0 < 60 ? $0 : 0 } ?? 0) * 60
    }
    return nil
  }
}
