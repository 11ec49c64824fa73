internal import ClaimModel
internal import Lexicons

/// Reads the dates of feeds and wire items as they are in the wild: RFC 822, 850, 2822 and asctime,
/// with zones by name or none, ISO 8601, "Thứ Sáu, 05/01/2024 10:00 (GMT+7)".
///
/// Days stand before months where both are numbers, unless that is no date.
struct FeedDate {
  /// "Fri, 05 Jan 2024 10:00:00 GMT+7" → 2024-01-05T10:00+07:00
  static func time(_ text: String) -> StoryTime? {
    let text = text.trimmingBlanks()
    guard text.utf8.count <= 100 else { return nil }
    return StoryTime(iso: text) ?? FeedDate(text).time
  }

  /// The first date in a text: "EMBARGOED UNTIL 05/01/2024 10:00 GMT+7: …"
  static func first(in text: String) -> StoryTime? {
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let rest = text[start...]
    for end in [50, 40, 32, 26, 21, 17, 10] {
      if let time = time(String(rest.prefix(end))) { return time }
    }
    return nil
  }

  /// Digits, letters or one other character.
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private var pieces: [Piece]
  private var second: Int?
  private var zone: Int?
  private var half: Int?
  private var month: Int?
  /// What remains when time, zone and month are known: day and year, or all three.
  private var numbers: [(value: Int, digits: Int)] = []

  private init(_ text: Substring) {
    pieces = Self.pieces(of: text)
    takeTime()
    takeZone()
    takeWords()
    dropWeekday()
    for case .number(let value, let digits) in pieces { numbers.append((value, digits)) }
  }

  private var time: StoryTime? {
    guard let day else { return nil }
    guard var second else { return StoryTime(day: day) }
    if let half, second / 3600 <= 12 {
      second = second % (12 * 3600) + half * 3600
    }
    guard second < 86_400 else { return nil }
    return StoryTime(day: day, second: second, zone: zone)
  }

  private var day: CalendarDay? {
    if let month {
      guard let (day, year) = dayAndYear else { return nil }
      return CalendarDay(year: year, month: month, day: day)
    }
    guard numbers.count >= 3 else {
      // "20240105"
      guard let only = numbers.first, only.digits == 8 else { return nil }
      return CalendarDay(
        year: only.value / 10_000, month: only.value / 100 % 100, day: only.value % 100)
    }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if first.digits == 4 {
      return CalendarDay(year: first.value, month: second.value, day: third.value)
    }
    let year = Self.year(third)
    return CalendarDay(year: year, month: second.value, day: first.value)
      ?? CalendarDay(year: year, month: first.value, day: second.value)
  }

  /// "5 2024", "5 24", "2024 5".
  private var dayAndYear: (day: Int, year: Int)? {
    guard numbers.count >= 2 else { return nil }
    if numbers[0].digits == 4 { return (numbers[1].value, numbers[0].value) }
    return (numbers[0].value, Self.year(numbers[1]))
  }

  /// Of two digits, 50 and more are of the last century (RFC 2822 section 4.3).
  private static func year(_ number: (value: Int, digits: Int)) -> Int {
    switch number.digits {
    case 1, 2: number.value + (number.value < 50 ? 2000 : 1900)
    case 3: number.value + 1900
    default: number.value
    }
  }

  /// "10:00:05", "10:00", "10h30", "10:00:05.123": takes the first one out of the pieces.
  private mutating func takeTime() {
    for index in pieces.indices.dropLast(2) {
      guard case .number(let hour, let digits) = pieces[index], digits <= 2, hour < 24,
        pieces[index + 1] == .mark(":") || pieces[index + 1] == .word("h"),
        case .number(let minute, 2) = pieces[index + 2], minute < 60
      else { continue }
      var end = index + 3
      var seconds = 0
      if end + 1 < pieces.count, pieces[end] == .mark(":"),
        case .number(let number, 2) = pieces[end + 1], number <= 60
      {
        seconds = min(number, 59)
        end += 2
        if end + 1 < pieces.count, pieces[end] == .mark("."), case .number = pieces[end + 1] {
          end += 2
        }
      }
      second = hour * 3600 + minute * 60 + seconds
      pieces.replaceSubrange(index..<end, with: [.mark("@")])
      return
    }
  }

  /// "+0700", "GMT+7", "UTC+07:00", "ICT", "Z": an offset stands behind the time, or behind GMT.
  private mutating func takeZone() {
    for index in pieces.indices {
      switch pieces[index] {
      case .mark("@"):
        guard let (minutes, end) = offset(at: index + 1), end > index + 3 || isWritten4(index + 2)
        else { continue }
        zone = minutes
        pieces.removeSubrange(index..<end)
        return
      case .word(let word):
        guard let named = Self.words[word], named.kind == "zone" else { continue }
        let isUniversal = ["gmt", "utc", "ut"].contains(word)
        let (minutes, end) = (isUniversal ? offset(at: index + 1) : nil) ?? (named.value, index + 1)
        zone = minutes
        pieces.removeSubrange(index..<end)
        return
      default: break
      }
    }
  }

  /// "10:00 -0500", but not "10:00 - 05/01/2024".
  private func isWritten4(_ index: Int) -> Bool {
    if case .number(_, 4) = pieces[index] { true } else { false }
  }

  /// "+07:00", "+0700", "+7", "-03": minutes, and the piece behind it.
  private func offset(at index: Int) -> (Int, Int)? {
    guard index + 1 < pieces.count, pieces[index] == .mark("+") || pieces[index] == .mark("-"),
      case .number(let number, let digits) = pieces[index + 1], digits <= 4
    else { return nil }
    var (hours, minutes, end) = (number, 0, index + 2)
    if digits > 2 {
      (hours, minutes) = (number / 100, number % 100)
    } else if end + 1 < pieces.count, pieces[end] == .mark(":"),
      case .number(let more, 2) = pieces[end + 1]
    {
      minutes = more
      end += 2
    }
    guard hours <= 14, minutes < 60 else { return nil }
    return ((pieces[index] == .mark("-") ? -1 : 1) * (hours * 60 + minutes), end)
  }

  /// The month by name, and which half of the day.
  private mutating func takeWords() {
    for index in pieces.indices {
      guard case .word(let word) = pieces[index] else { continue }
      let next = pieces[(index + 1)...].prefix(2).map { piece in
        if case .word(let word) = piece { word } else { "" }
      }
      let longer = [2, 1].lazy.filter { next.count >= $0 }.map {
        ([word] + next.prefix($0)).joined(separator: " ")
      }
      let found = longer.compactMap { Self.words[$0] }.first ?? Self.words[word]
      switch found?.kind {
      case "month": month = month ?? found?.value
      case "half": half = half ?? found?.value
      default: break
      }
    }
  }

  /// "Thứ 6, 05/01/2024", "T6, …": the number of a day of the week is none of the date's.
  private mutating func dropWeekday() {
    for index in pieces.indices.dropLast() {
      guard case .number = pieces[index + 1],
        pieces[index] == .word("thứ") || (index == 0 && pieces[index] == .word("t"))
      else { continue }
      pieces.remove(at: index + 1)
      return
    }
  }

  private static func pieces(of text: Substring) -> [Piece] {
    var pieces = [Piece]()
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...]
        guard digits.count <= 8, let value = Int(digits) else { continue }
        pieces.append(.number(value, digits: digits.count))
      } else if first.isLetter {
        let letters = rest.prefix(while: \.isLetter)
        rest = rest[letters.endIndex...]
        pieces.append(.word(letters.lowercased()))
      } else {
        if !first.isWhitespace { pieces.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  private static let words: [String: (kind: String, value: Int)] = {
    var words: [String: (kind: String, value: Int)] = [:]
    for row in WordList(embedded: "feed-dates.tsv").rows {
      if let value = Int(row[2]) { words[row[0]] = (row[1], value) }
    }
    return words
  }()
}
