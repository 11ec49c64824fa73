@_spi(_Unicode) internal import Swift

/// A story's text as versions of it are compared: its words and marks, whatever their composition,
/// the style of quotation marks, the spaces around them, line ends and joined syllables.
///
/// `“Lửa lan”, ông_Hưng nói .` → `" Lửa lan " , ông Hưng nói .`
package struct VersionText: Sendable {
  package struct Word: Sendable {
    /// In the text, UTF-8 bytes.
    var start: Int
    var end: Int
    /// Its place in the `VersionWords` that both texts share.
    var number: Int
    /// Line ends before it.
    var lines: Int
    /// Whether a blank, a line end or the text's end stands behind it.
    var isSpaced: Bool
  }

  package let words: [Word]
  /// Places of words, one stretch for each sentence, in text order and without gaps.
  package let sentences: [Range<Int>]

  package init(_ text: String, _ numbers: inout VersionWords) {
    var scanner = WordScanner()
    for scalar in text.unicodeScalars { scanner.take(scalar, &numbers) }
    words = scanner.finished(&numbers)
    sentences = SentenceCutter(words, numbers).sentences
  }

  /// The places of the words that a stretch of the text touches.
  func places(start: Int, end: Int) -> Range<Int> {
    let first = words.partition { $0.end > start }
    let last = words.partition { $0.start >= end }
    return first..<max(first, last)
  }
}

extension [VersionText.Word] {
  /// The first place in order that holds, or the one behind the last.
  fileprivate func partition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Cuts a text into words and marks, code point by code point.
private struct WordScanner {
  private var words: [VersionText.Word] = []
  private var at = 0
  private var current = String.UnicodeScalarView()
  private var start = 0
  private var lines = 0
  private var needsComposing = false
  /// A mark between two digits, that may be part of a number: 1.340, 2:29, 15/8.
  private var inner: (scalar: Unicode.Scalar, at: Int)?

  mutating func take(_ scalar: Unicode.Scalar, _ numbers: inout VersionWords) {
    let end = at + UTF8.width(scalar)
    defer { at = end }
    switch WordScanner.kind(scalar) {
    case .unseen: break
    case .letter:
      if let mark = inner {
        if scalar.properties.numericType != nil {
          current.append(mark.scalar)
        } else {
          finishWord(mark.at, &numbers)
          add(mark.scalar, mark.at, &numbers)
        }
        inner = nil
      }
      if current.isEmpty { start = at }
      current.append(scalar)
      if scalar.value >= 0x300, !(0x1E00..<0x1F00).contains(scalar.value) { needsComposing = true }
    case .mark:
      settle(&numbers)
      let isInner = ".,:/-".unicodeScalars.contains(scalar)
      if isInner, let last = current.last, last.properties.numericType != nil {
        inner = (scalar, at)
      } else {
        finishWord(at, &numbers)
        add(scalar, at, &numbers)
      }
    case .blank, .joint, .line:
      settle(&numbers)
      finishWord(at, &numbers)
      if case .joint = WordScanner.kind(scalar) { return }
      if !words.isEmpty { words[words.count - 1].isSpaced = true }
      if case .line = WordScanner.kind(scalar) { lines += 1 }
    }
  }

  mutating func finished(_ numbers: inout VersionWords) -> [VersionText.Word] {
    settle(&numbers)
    finishWord(at, &numbers)
    if !words.isEmpty { words[words.count - 1].isSpaced = true }
    return words
  }

  /// A mark behind a number that is no part of it.
  private mutating func settle(_ numbers: inout VersionWords) {
    guard let mark = inner else { return }
    inner = nil
    finishWord(mark.at, &numbers)
    add(mark.scalar, mark.at, &numbers)
  }

  private mutating func finishWord(_ end: Int, _ numbers: inout VersionWords) {
    guard !current.isEmpty else { return }
    append(numbers.number(of: needsComposing ? composed : String(current)), start, end)
    current = String.UnicodeScalarView()
    needsComposing = false
  }

  private var composed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(current)._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  private mutating func add(_ mark: Unicode.Scalar, _ place: Int, _ numbers: inout VersionWords) {
    let end = place + UTF8.width(mark)
    let plain = WordScanner.plain(mark)
    // '' is a quotation mark, ... an ellipsis.
    if let last = words.last, last.end == place, !last.isSpaced {
      let double = plain == "'" ? "\"" : plain == "." ? "…" : nil
      if let double,
        numbers[last.number].text == plain || plain == "." && numbers[last.number].text == "…"
      {
        words[words.count - 1].number = numbers.number(of: double)
        words[words.count - 1].end = end
        return
      }
    }
    append(numbers.number(of: plain), place, end)
  }

  private mutating func append(_ number: Int, _ start: Int, _ end: Int) {
    words.append(
      VersionText.Word(start: start, end: end, number: number, lines: lines, isSpaced: false))
    lines = 0
  }

  private enum Kind { case letter, mark, blank, joint, line, unseen }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x300...0x36F, 0x1EA0...0x1EF9:
      return .letter
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return scalar.value == 0x0D ? .blank : .line
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .blank
    case 0x5F: return .joint
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F,
      0xFEFF:
      return .unseen
    case 0..<0x80: return .mark
    default:
      let properties = scalar.properties
      let isLetter =
        properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
      return isLetter ? .letter : .mark
    }
  }

  /// A mark as it is compared: quotation marks and dashes of one kind each.
  private static func plain(_ mark: Unicode.Scalar) -> String {
    switch mark.value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0xFF02, 0x300C...0x300F: "\""
    case 0x27, 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2039, 0x203A, 0xFF07: "'"
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "…"
    default: String(Character(mark))
    }
  }
}
