internal import ClaimModel
internal import Lexicons

/// The times that a date line of a page says: "Thứ sáu, 5/1/2024, 10:30 (GMT+7)",
/// "Updated 7:03 AM EDT, Wed May 15, 2024", "12 Tháng Hai, 2024".
struct PageDateLine {
  var published: StoryTime?
  var updated: StoryTime?
  /// Whether it says that the story was published then: "First published on …".
  private(set) var isLabelled = false

  static let book = PhraseBook(embedded: "page-dates.tsv")
  private static let zones: [String: (minutes: Int, rule: String)] = Dictionary(
    WordList(embedded: "page-dates.tsv").rows.filter { $0[1] == "zone" }.map {
      ($0[0], (Int($0[2]) ?? 0, $0[3]))
    }, uniquingKeysWith: { first, _ in first })
  private static let longest = 240
  /// Of a year and a day.
  private static let fewestDigits = 5
  private static let monthNames: [(String, Int)] = [
    ("mười hai", 12), ("mười một", 11), ("mười", 10), ("chín", 9), ("tám", 8), ("bảy", 7),
    ("sáu", 6), ("năm", 5), ("tư", 4), ("ba", 3), ("hai", 2), ("một", 1), ("giêng", 1),
    ("chạp", 12),
  ]

  /// Nil where no day with its year stands in the text.
  init?(_ text: String) {
    let digits = text.utf8.reduce(0) { $1 &- 0x30 < 10 ? $0 + 1 : $0 }
    guard text.utf8.count <= Self.longest, digits >= Self.fewestDigits else { return nil }
    self.init(scanning: text)
    if published == nil, updated == nil, Self.holdsYear(text) {
      self.init(scanning: Self.plain(text))
    }
    if published == nil, updated == nil { return nil }
  }

  private init(scanning text: String) {
    var copy = text
    (published, updated, isLabelled) = copy.withUTF8 { bytes in
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      return Self.times(words, bytes)
    }
  }

  private static func times(
    _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (StoryTime?, StoryTime?, isLabelled: Bool) {
    var times: (published: StoryTime?, updated: StoryTime?, isLabelled: Bool) = (nil, nil, false)
    var isNamed = false
    var start = 0
    var isUpdate = false
    func take(_ end: Int) {
      guard let time = time(Array(words[start..<end]), bytes) else { return }
      if isUpdate {
        times.updated = times.updated ?? time
      } else if isNamed, !times.isLabelled, let change = times.published, change != time {
        // "19 Jan 2024 13.20 GMT First published on 19 Jan 2024 08.00 GMT"
        times = (time, times.updated ?? change, true)
      } else {
        times.isLabelled = times.isLabelled || isNamed && times.published == nil
        times.published = times.published ?? time
      }
    }
    var at = 0
    while at < words.count {
      guard let (role, count) = book.match(words, at: at, roles: ["updated", "published"]) else {
        at += 1
        continue
      }
      take(at)
      (start, isUpdate, isNamed) = (at + count, role == "updated", role == "published")
      at += count
    }
    take(words.count)
    return times
  }

  /// What stands before the time: "Thảo Vy - Thứ năm, 02/03/2023" → Thảo Vy; nil where nothing parts
  /// the two.
  static func head(of text: String) -> String? {
    let head = Substring(text.unicodeScalars.prefix { !isNumber($0) })
    let days = ["Thứ ", "thứ ", "Chủ nhật", "Chủ Nhật", "CN,"]
    let day = days.compactMap { head.ranges(of: $0).first?.lowerBound }.min()
    let mark = day ?? head.unicodeScalars.lastIndex(where: isParting)
    guard let cut = mark ?? on(head) else { return nil }
    var names = head[..<cut].unicodeScalars
    while let last = names.last, last == " " || last == "," || isParting(last) {
      names.removeLast()
    }
    return names.isEmpty ? nil : String(names)
  }

  /// What parts a name from the time behind it.
  private static func isParting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "|", "–", "—", "•", "·": true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }

  /// Where "on" parts name and day: "Posted by Ann Poe on March 5"
  private static func on(_ head: Substring) -> Substring.Index? {
    let words = head.lowercased().split(separator: " ").prefix(3)
    guard words.contains("by") || words.contains("by:") else { return nil }
    return head.ranges(of: " on ").last?.lowerBound
  }

  /// Four digits that no digit stands beside, the first 1 or 2.
  private static func holdsYear(_ text: String) -> Bool {
    var run = 0
    var first: UInt8 = 0
    for byte in Array(text.utf8) + [0] {
      if byte &- 0x30 < 10 {
        if run == 0 { first = byte }
        run += 1
        continue
      }
      if run == 4, first == 0x31 || first == 0x32 { return true }
      run = 0
    }
    return false
  }

  /// "1st", "thg 2", "Tháng Hai" as numbers alone.
  private static func plain(_ text: String) -> String {
    var text = text.lowercased()
    if text.utf8.contains(0x68), text.contains("tháng ") || text.contains("thg ") {
      text = text.replacing("thg ", with: "tháng ")
      for (name, number) in monthNames where text.contains(name) {
        text = text.replacing("tháng \(name)", with: "tháng \(number)")
      }
    }
    var words = text.split(separator: " ").map(String.init)
    for at in words.indices {
      for ending in ["st", "nd", "rd", "th", "st,", "nd,", "rd,", "th,"]
      where words[at].hasSuffix(ending) {
        let number = words[at].dropLast(ending.count)
        if !number.isEmpty, number.count <= 2, number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
          words[at] = number + (ending.hasSuffix(",") ? "," : "")
        }
      }
      if words[at].hasSuffix("."), words[at].count <= 5 { words[at].removeLast() }
    }
    return words.joined(separator: " ")
  }

  // MARK: Days and times of day

  private static func time(_ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> StoryTime? {
    guard let found = DateText(words: words, bytes: bytes).first ?? iso(words, bytes) else {
      return nil
    }
    let rest = Array(words[..<found.range.lowerBound]) + Array(words[found.range.upperBound...])
    guard let second = second(rest, bytes) else { return StoryTime(day: found.day) }
    return StoryTime(
      day: found.day, second: second, zone: zone(rest, bytes, on: found.day))
  }

  /// "12 tháng 2, 2024" has a comma that `DateText` reads; "5 tháng 12 2024" has none.
  private static func iso(
    _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> DateText.Found? {
    let month = WordKey("tháng")
    for at in words.indices.dropLast(3) where words[at + 1].key == month {
      guard let day = number(words[at], bytes), let number = number(words[at + 2], bytes),
        let year = Self.number(words[at + 3], bytes), year > 999,
        let found = CalendarDay(year: year, month: number, day: day)
      else { continue }
      return DateText.Found(day: found, range: at..<(at + 4))
    }
    return nil
  }

  static func number(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.kind == .number, word.end - word.start <= 4 else { return nil }
    return Int(String(decoding: bytes[word.start..<word.end], as: UTF8.self))
  }

  /// "10:30", "21h15", "10.30 GMT", "6:22 PM", "7 a.m.": seconds since midnight.
  static func second(_ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for at in words.indices {
      guard let found = clock(words, at, bytes) else { continue }
      let minute = found.minute
      var (hour, next) = (found.hour, found.next)
      if next + 1 < words.count, words[next].isMark(":"), words[next].touchesPrevious,
        number(words[next + 1], bytes) != nil
      {
        next += 2
      }
      switch half(words, next) {
      case "afternoon"?: if hour < 12 { hour += 12 }
      case "morning"?: if hour == 12 { hour = 0 }
      default: break
      }
      guard hour < 24, minute < 60 else { continue }
      return hour * 3600 + minute * 60
    }
    return nil
  }

  private static func clock(
    _ words: [Word], _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (hour: Int, minute: Int, next: Int)? {
    guard words[at].kind == .number else { return nil }
    let written = String(decoding: bytes[words[at].start..<words[at].end], as: UTF8.self)
      .lowercased()
    let parts = written.split(separator: "h", omittingEmptySubsequences: false)
    if parts.count == 2, let hour = Int(parts[0]), hour < 24 {
      return (hour, Int(parts[1]) ?? 0, at + 1)
    }
    for (ending, offset) in [("am", 0), ("pm", 12)] where written.hasSuffix(ending) {
      guard let hour = Int(written.dropLast(2)), (1...12).contains(hour) else { continue }
      return (hour % 12 + offset, 0, at + 1)
    }
    guard let hour = Int(written), hour < 25 else { return nil }
    if at + 2 < words.count, words[at + 1].isMark(":") || words[at + 1].isMark("."),
      words[at + 1].touchesPrevious, words[at + 2].touchesPrevious
    {
      let digits = String(decoding: bytes[words[at + 2].start..<words[at + 2].end], as: UTF8.self)
      let number = digits.prefix(2)
      if number.count == 2, let minute = Int(number), minute < 60 {
        let tail = digits.dropFirst(2).lowercased()
        if tail.isEmpty { return (hour, minute, at + 3) }
        if tail == "am" { return (hour % 12, minute, at + 3) }
        if tail == "pm" { return (hour % 12 + 12, minute, at + 3) }
      }
    }
    if half(words, at + 1) != nil, (1...12).contains(hour) { return (hour, 0, at + 1) }
    return nil
  }

  /// "PM", "p.m.", "chiều"
  private static func half(_ words: [Word], _ at: Int) -> String? {
    guard at < words.count, words[at].kind == .word else { return nil }
    if let (role, _) = book.match(words, at: at, roles: ["morning", "afternoon"]) { return role }
    guard words[at].letters == 1, at + 2 < words.count, words[at + 1].isMark("."),
      words[at + 2].letters == 1
    else { return nil }
    let first = words[at].scalar | 0x20
    return first == 0x61 ? "morning" : first == 0x70 ? "afternoon" : nil
  }

  /// "GMT+7", "GMT+07:00", "(UTC)", "EDT", "ET", "+0700": minutes east of UTC.
  static func zone(
    _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>, on day: CalendarDay
  ) -> Int? {
    for at in words.indices {
      if words[at].kind == .word {
        let name = String(decoding: bytes[words[at].start..<words[at].end], as: UTF8.self)
        let key = name.lowercased()
        guard let zone = zones[key], name != key else { continue }
        if zone.minutes == 0, let offset = offset(words, at + 1, bytes) { return offset }
        return zone.minutes + (zone.rule == "us" && isSummer(day) ? 60 : 0)
      }
      if words[at].isMark("+"), let offset = offset(words, at, bytes) { return offset }
    }
    return nil
  }

  private static func offset(
    _ words: [Word], _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard at + 1 < words.count, words[at].isMark("+") || words[at].isDash,
      let number = number(words[at + 1], bytes), number >= 0
    else { return nil }
    let isWest = !words[at].isMark("+")
    var minutes = number > 14 ? number / 100 * 60 + number % 100 : number * 60
    if at + 3 < words.count, words[at + 2].isMark(":"), number <= 14,
      let more = Self.number(words[at + 3], bytes), more < 60
    {
      minutes += more
    }
    guard minutes <= 14 * 60 else { return nil }
    return isWest ? -minutes : minutes
  }

  /// Of the United States: from the second Sunday of March to the first of November.
  private static func isSummer(_ day: CalendarDay) -> Bool {
    guard let march = CalendarDay(year: day.year, month: 3, day: 1),
      let november = CalendarDay(year: day.year, month: 11, day: 1)
    else { return false }
    let start = march.daysSinceEpoch + (7 - march.weekday) % 7 + 7
    let end = november.daysSinceEpoch + (7 - november.weekday) % 7
    return (start..<end).contains(day.daysSinceEpoch)
  }
}
