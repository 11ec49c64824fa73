/// A number as read from a story: its value and the tokens it is written with.
struct Numeral: Equatable {
  var value: Double
  /// The token behind its last one.
  var end: Int
  /// Written in words from its first token: "hai", "two million".
  var isWords = false
  /// Digits in groups of three: "2.500".
  var isGrouped = false
  /// Carries a scale word: "125 triệu", "5 billion".
  var isScaled = false
  /// Has a decimal mark.
  var isDecimal = false
  /// Written with one decimal mark and three digits behind it, which may be a group of three in
  /// the other language's way: "1,500" in Vietnamese.
  var isAmbiguous = false
}

/// Reads digits with their separators, by the habits of a language.
enum DigitReader {
  struct Reading: Equatable {
    /// All digits as one whole number: 83 of "8.3".
    var digits: Double
    /// What they are divided by: 10 of "8.3".
    var divisor = 1.0
    var isGrouped = false
    var isDecimal = false
    var isAmbiguous = false
    /// Grouped by the mark that the language keeps for decimals: "1.600" in English.
    var isForeignGroup = false

    var value: Double { scaled(by: 1) }

    /// Multiplied before it is divided, so that "8.3 million" is 8300000 and no hair more.
    func scaled(by scale: Double) -> Double { digits * scale / divisor }
  }

  /// "1.234,5" → 1234.5 in Vietnamese; "5/1", "10:30", "1.2.3" and "0500" are no
  /// numbers.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, groupMark: UInt8
  ) -> Reading? {
    guard let marks = separators(bytes, from: start, to: end) else { return nil }
    guard let last = marks.last else {
      if end - start > 1, bytes[start] == 0x30 { return nil }
      return Reading(digits: digits(bytes, from: start, to: end))
    }
    let lastMark = bytes[last]
    let isMixed = marks.contains { bytes[$0] != lastMark }
    let tail = end - last - 1
    let grouped = areGroups(
      isMixed ? marks.dropLast() : marks[...], from: start, to: isMixed ? last : end)
    if isMixed {
      guard grouped, marks.dropLast().allSatisfy({ bytes[$0] != lastMark }) else { return nil }
      return Reading(
        digits: digits(bytes, from: start, to: end), divisor: divisor(tail), isGrouped: true,
        isDecimal: true)
    }
    if marks.count > 1 {
      return grouped
        ? Reading(digits: digits(bytes, from: start, to: end), isGrouped: true) : nil
    }
    let looksGrouped = grouped && bytes[start] != 0x30
    // "2,500 tấn" in Vietnamese too: nobody writes a decimal fraction out to a last zero.
    if looksGrouped, lastMark == groupMark || bytes[end - 1] == 0x30 {
      return Reading(
        digits: digits(bytes, from: start, to: end), isGrouped: true,
        isForeignGroup: lastMark != groupMark)
    }
    return Reading(
      digits: digits(bytes, from: start, to: end), divisor: divisor(tail), isDecimal: true,
      isAmbiguous: looksGrouped && tail == 3)
  }

  /// Every digit, whatever stands between: "1,500" → 1500.
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Double {
    var value = 0.0
    for at in start..<end where isDigit(bytes[at]) { value = value * 10 + Double(bytes[at] - 0x30) }
    return value
  }

  /// Offsets of . and , between digits; nil where something else stands there.
  private static func separators(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> [Int]? {
    var marks = [Int]()
    for at in start..<end where !isDigit(bytes[at]) {
      guard bytes[at] == 0x2E || bytes[at] == 0x2C else { return nil }
      marks.append(at)
    }
    return marks
  }

  /// Whether the marks set off groups of three, the first of one to three digits.
  private static func areGroups(
    _ marks: ArraySlice<Int>, from start: Int, to end: Int
  ) -> Bool {
    guard let first = marks.first, (1...3).contains(first - start) else { return false }
    let ends = marks.dropFirst() + [end]
    return zip(marks, ends).allSatisfy { $1 - $0 == 4 }
  }

  /// A power of ten for so many decimals.
  static func divisor(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
