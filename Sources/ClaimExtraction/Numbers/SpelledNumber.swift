/// A number in words, as far as read: "hai nghìn ba trăm tỷ" → 2.3e12.
///
/// What stands below a scale is a section; a scale multiplies its section and all that was
/// multiplied by smaller scales before it.
struct SpelledNumber {
  private struct Term {
    var value: Double
    var scale: Double
  }

  private let digitStandsBeforeTen: Bool
  private var terms = [Term]()
  private var section = 0.0
  /// A digit whose place is not known yet: "hai" of "hai mươi".
  private var pending: Double?
  /// Decimals of the pending number: 10 for one of them.
  private var divisor = 1.0
  /// 100 behind a hundred, the scale behind a scale: what "rưỡi" and a lone digit are parts of.
  private var lastScale = 1.0
  private var hasTens = false
  private var isExact = false
  private(set) var endsWithLink = false
  private(set) var isScaled = false

  init(digitStandsBeforeTen: Bool) { self.digitStandsBeforeTen = digitStandsBeforeTen }

  var isEmpty: Bool { terms.isEmpty && section == 0 && pending == nil }
  var isLoneDigit: Bool { pending != nil && section == 0 && terms.isEmpty }
  /// Not the bare "không", which is no.
  var isNumber: Bool { !isEmpty && !(isLoneDigit && pending == 0 && divisor == 1) }

  var value: Double { terms.reduce(0) { $0 + $1.value } + section + rest }

  /// The digits behind the last scale: "một tỷ hai" is 1.2 billion, "một trăm linh hai" 102.
  private var rest: Double {
    guard let pending else { return 0 }
    let isShort = digitStandsBeforeTen && lastScale > 1 && !hasTens && !isExact && divisor == 1
    return isShort ? pending * lastScale / 10 : pending / divisor
  }

  /// "a million", "hơn chục": one of the scale that follows.
  mutating func implyOne() { pending = 1 }

  /// "không trăm": what follows counts by its own.
  mutating func markExact() { isExact = true }

  /// Whether the word belongs to the number; if not, nothing changes.
  mutating func add(_ entry: NumberWords.Entry) -> Bool {
    let taken =
      switch entry.role {
      case .digit, .zero: addDigit(entry.value)
      case .lastDigit: addLastDigit(entry.value)
      case .ten: addTen(entry.value)
      case .tens: addTens(entry.value)
      case .hundred: addHundred()
      case .link: addLink()
      case .scale: addScale(entry.value)
      case .half: addHalfOfScale()
      default: false
      }
    if taken { endsWithLink = entry.role == .link }
    return taken
  }

  private mutating func addDigit(_ value: Double) -> Bool {
    guard pending == nil else { return false }
    pending = value
    return true
  }

  /// "hai mươi mốt", and shortened "hai mốt".
  private mutating func addLastDigit(_ value: Double) -> Bool {
    if let digit = pending {
      guard digitStandsBeforeTen, !hasTens, digit > 1, divisor == 1 else { return false }
      section += digit * 10
      hasTens = true
    } else if !hasTens {
      guard lastScale > 1 else { return false }
    }
    pending = value
    return true
  }

  private mutating func addTen(_ value: Double) -> Bool {
    guard pending == nil, !hasTens else { return false }
    section += value
    hasTens = true
    return true
  }

  private mutating func addTens(_ value: Double) -> Bool {
    guard digitStandsBeforeTen else { return addTen(value) }
    guard let digit = pending, !hasTens, divisor == 1 else { return false }
    section += digit * value
    pending = nil
    hasTens = true
    return true
  }

  private mutating func addHundred() -> Bool {
    guard let digit = pending, section == 0 else { return false }
    section = digit * 100 / divisor
    pending = nil
    divisor = 1
    lastScale = 100
    isExact = false
    return true
  }

  private mutating func addLink() -> Bool {
    guard pending == nil, section > 0 || !terms.isEmpty else { return false }
    isExact = true
    return true
  }

  private mutating func addScale(_ scale: Double) -> Bool {
    var below = section * divisor + (pending ?? 0)
    var smaller = terms.count
    while smaller > 0, terms[smaller - 1].scale < scale { smaller -= 1 }
    guard below > 0 || smaller < terms.count else { return false }
    if smaller > 0, terms[smaller - 1].scale == scale { return false }
    below += terms[smaller...].reduce(0) { $0 + $1.value } * divisor
    terms.removeSubrange(smaller...)
    terms.append(Term(value: below * scale / divisor, scale: scale))
    lastScale = scale
    section = 0
    pending = nil
    divisor = 1
    hasTens = false
    isExact = false
    isScaled = true
    return true
  }

  /// "hai triệu rưỡi", "hai trăm rưỡi".
  private mutating func addHalfOfScale() -> Bool {
    guard pending == nil, lastScale > 1, !hasTens else { return false }
    if section > 0 {
      section += lastScale / 2
    } else if !terms.isEmpty {
      terms[terms.count - 1].value += lastScale / 2
    } else {
      return false
    }
    hasTens = true
    return true
  }

  /// "two and a half".
  mutating func addHalf() -> Bool {
    guard let digit = pending, divisor == 1 else { return false }
    pending = digit * 10 + 5
    divisor = 10
    return true
  }

  /// "ba phẩy năm": the digits behind the point.
  mutating func addDecimals(_ digits: Double, places: Int) -> Bool {
    guard places > 0, divisor == 1, terms.isEmpty, pending != nil || section > 0 else {
      return false
    }
    let power = DigitReader.divisor(places)
    pending = (section + (pending ?? 0)) * power + digits
    section = 0
    divisor = power
    isExact = true
    return true
  }
}
