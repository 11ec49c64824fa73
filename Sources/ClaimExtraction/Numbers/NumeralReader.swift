internal import ClaimModel
internal import Lexicons

/// Reads the number that starts at a token: "125 triệu", "hai mươi lăm nghìn", "two hundred".
struct NumeralReader {
  let story: Story
  let limit: Int
  private let numbers: NumberForms
  private let words: NumberWords

  init(story: Story, limit: Int) {
    self.story = story
    self.limit = limit
    numbers = story.language.numbers
    words = numbers.words
  }

  /// Whether a number may start with this token, without reading it.
  func mayStart(at index: Int) -> Bool {
    let token = story.tokens[index]
    if token.kind == .number { return true }
    switch words[token]?.role {
    case .digit, .ten: return true
    case .tens, .hundred: return !numbers.customs.digitStandsBeforeTen
    default: return false
    }
  }

  func numeral(at index: Int, money: Bool = false) -> Numeral? {
    guard index < limit, mayStart(at: index) else { return nil }
    return story.tokens[index].kind == .number
      ? digits(at: index, money: money) : spelled(at: index)
  }

  // MARK: Digits

  private func digits(at index: Int, money: Bool) -> Numeral? {
    let token = story.tokens[index]
    guard
      let reading = DigitReader.read(
        story.bytes, from: Int(token.start), to: Int(token.end),
        groupMark: numbers.customs.groupMark)
    else { return nil }
    var numeral = Numeral(
      value: reading.value, end: index + 1, isGrouped: reading.isGrouped,
      isDecimal: reading.isDecimal, isAmbiguous: reading.isAmbiguous)
    scale(&numeral, money: money)
    return numeral
  }

  /// Scale words behind digits multiply; a smaller one with its own digits adds:
  /// "3,5 nghìn tỷ" → 3.5e12; "1 tỷ 200 triệu" → 1.2e9.
  private func scale(_ numeral: inout Numeral, money: Bool) {
    var smallest = Double.infinity
    while let scale = scale(at: numeral.end, money: money) {
      numeral.value *= scale
      smallest = min(smallest, scale)
      numeral.end += 1
      numeral.isScaled = true
      numeral.isAmbiguous = false
    }
    guard numeral.isScaled, numeral.end < limit else { return }
    if role(at: numeral.end) == .half {
      numeral.value += smallest / 2
      numeral.end += 1
    } else if story.tokens[numeral.end].kind == .number,
      let rest = digits(at: numeral.end, money: false), rest.isScaled, rest.value < smallest
    {
      numeral.value += rest.value
      numeral.end = rest.end
    }
  }

  private func scale(at index: Int, money: Bool) -> Double? {
    guard index < limit, let entry = words[story.tokens[index]] else { return nil }
    switch entry.role {
    case .scale: return isNotAScale(at: index) ? nil : entry.value
    case .hundred: return entry.value
    case .moneyScale:
      return money && story.tokens[index].touchesPrevious ? entry.value : nil
    default: return nil
    }
  }

  /// "tỷ phú", "tỷ lệ", "triệu tập": the word begins another one.
  private func isNotAScale(at index: Int) -> Bool {
    guard index + 1 < limit else { return false }
    return numbers.scaleLookalikes.match(at: index, in: story.tokens, limit: limit) != nil
  }

  private func role(at index: Int) -> NumberWords.Role? {
    index < limit ? words[story.tokens[index]]?.role : nil
  }

  // MARK: Words

  /// Folds words from left to right: `section` holds what is below the next scale.
  private func spelled(at index: Int) -> Numeral? {
    let customs = numbers.customs
    var fold = SpelledNumber(digitStandsBeforeTen: customs.digitStandsBeforeTen)
    var at = index
    while at < limit {
      var next = at
      if customs.hyphenJoinsWords, at > index, story.tokens[at].scalar == 0x2D, at + 1 < limit {
        next += 1
      }
      guard let entry = words[story.tokens[next]] else { break }
      if entry.role == .scale || entry.role == .moneyScale, scale(at: next, money: false) == nil {
        break
      }
      if entry.role == .link, !continues(after: next) { break }
      guard fold.add(entry) else { break }
      at = next + 1
    }
    guard at > index else { return nil }
    return Numeral(value: fold.value, end: at, isWords: true, isScaled: fold.isScaled)
  }

  private func continues(after index: Int) -> Bool {
    switch role(at: index + 1) {
    case .digit, .ten, .tens: true
    default: false
    }
  }
}

/// A number in words, as far as read.
private struct SpelledNumber {
  let digitStandsBeforeTen: Bool
  private var total = 0.0
  private var section = 0.0
  /// A digit whose place is not known yet: "hai" of "hai mươi".
  private var pending: Double?
  private var lastScale = 0.0
  private var hasTens = false
  private(set) var isScaled = false

  init(digitStandsBeforeTen: Bool) { self.digitStandsBeforeTen = digitStandsBeforeTen }

  var value: Double { total + section + (pending ?? 0) }

  /// Whether the word belongs to the number; if not, nothing changes.
  mutating func add(_ entry: NumberWords.Entry) -> Bool {
    switch entry.role {
    case .digit, .lastDigit: addDigit(entry)
    case .ten: addTen(entry.value)
    case .tens: addTens(entry.value)
    case .hundred: addHundred()
    case .link: section > 0 && pending == nil || (total > 0 && section == 0 && pending == nil)
    case .scale: addScale(entry.value)
    case .half: addHalf()
    case .moneyScale: false
    }
  }

  private mutating func addDigit(_ entry: NumberWords.Entry) -> Bool {
    guard pending == nil, entry.role == .digit || hasTens else { return false }
    pending = entry.value
    return true
  }

  private mutating func addTen(_ value: Double) -> Bool {
    guard pending == nil, !hasTens else { return false }
    section += value
    hasTens = true
    return true
  }

  private mutating func addTens(_ value: Double) -> Bool {
    if digitStandsBeforeTen {
      guard let digit = pending, !hasTens else { return false }
      section += digit * value
      pending = nil
    } else {
      guard pending == nil, !hasTens else { return false }
      section += value
    }
    hasTens = true
    return true
  }

  private mutating func addHundred() -> Bool {
    guard let digit = pending, section == 0 else { return false }
    section = digit * 100
    pending = nil
    return true
  }

  private mutating func addScale(_ scale: Double) -> Bool {
    let below = section + (pending ?? 0)
    if below == 0 {
      guard isScaled else { return false }
      total *= scale
    } else {
      total += below * scale
    }
    lastScale = scale
    section = 0
    pending = nil
    hasTens = false
    isScaled = true
    return true
  }

  private mutating func addHalf() -> Bool {
    guard isScaled, section == 0, pending == nil else { return false }
    total += lastScale / 2
    return true
  }
}
