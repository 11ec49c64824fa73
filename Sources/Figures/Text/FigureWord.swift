internal import Lexicons

/// A word, a run of digits or a sign of a story's text.
struct FigureWord {
  enum Kind: UInt8 { case word, digits, sign }

  /// Bytes of the text.
  var start: Int
  var end: Int
  /// As in `WordKey`.
  var exact: UInt64
  var plain: UInt64
  var kind: Kind
  /// The byte of a sign of one byte; 0 for others.
  var sign: UInt8 = 0
  var isCapitalised = false
  var followsSpace = false
  var sentence = 0
  var opensSentence = false
}

/// A story's text in words, cut into sentences.
struct FigureText {
  let bytes: [UInt8]
  private(set) var words = [FigureWord]()
  let isVietnamese: Bool
  /// The words of each sentence; a title is a sentence of its own.
  private(set) var sentences = [Range<Int>]()

  init(_ text: String, isVietnamese: Bool) {
    bytes = Array(text.utf8)
    self.isVietnamese = isVietnamese
    words.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { scan($0) }
    cutSentences()
  }

  /// "16h30" is three words, "4.200.000" one; "_" parts words as a blank does.
  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var spaced = true
    while at < text.count {
      let byte = text[at]
      if byte == 0x20 || byte == 0x5F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        spaced = true
        at += 1
        continue
      }
      let start = at
      var word = FigureWord(start: start, end: start, exact: 0, plain: 0, kind: .sign)
      word.followsSpace = spaced
      if Self.isDigit(byte) {
        at = Self.endOfDigits(text, start)
        word.kind = .digits
      } else {
        let scalar = UTF8Scanning.scalar(text, at: &at, end: text.count)
        if scalar == 0xA0 || scalar == 0x202F || (0x2000...0x200B).contains(scalar) {
          spaced = true
          continue
        }
        if Self.isLetter(scalar) {
          word.kind = .word
          word.isCapitalised = Self.isUpper(scalar)
          at = Self.endOfLetters(text, at)
        } else {
          word.sign = byte < 0x80 ? byte : Self.plainSign(scalar)
        }
      }
      word.end = at
      let key = WordKey(bytes: text, from: start, to: at)
      word.exact = key.exact
      word.plain = key.plain
      words.append(word)
      spaced = false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Dashes as "-", typographic quotes as '"'.
  private static func plainSign(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x201C, 0x201D, 0xAB, 0xBB: 0x22
    case 0x2018, 0x2019: 0x27
    default: 0
    }
  }

  private static func endOfDigits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      if isDigit(text[at]) {
        at += 1
      } else if text[at] == 0x2E || text[at] == 0x2C || text[at] == 0x2F || text[at] == 0x3A,
        at + 1 < text.count, isDigit(text[at + 1])
      {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Letters, with digits behind them: "m3", "km2", "H5N1"; an apostrophe inside.
  private static func endOfLetters(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      var next = at
      let scalar = UTF8Scanning.scalar(text, at: &next, end: text.count)
      guard isLetter(scalar) || isCombining(scalar) || (0x30...0x39).contains(scalar) else { break }
      at = next
    }
    // "h" of "16h30", "m" of "1m75" end before their digits.
    guard start > 1, start < text.count, isDigit(text[start - 2]), isDigit(text[start]) else {
      return at
    }
    if text[start - 1] == 0x68 || (text[start - 1] == 0x6D && at - start == 2) { return start }
    return at
  }

  private static func isCombining(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    return (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
      || (0x1E00...0x1EFF).contains(scalar) || (0x370...0x52F).contains(scalar)
      || scalar == 0xB2 || scalar == 0xB3
  }

  private static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private mutating func cutSentences() {
    var first = 0
    for at in words.indices {
      let opens = at == 0 || endsSentence(before: at)
      if opens, at > first {
        sentences.append(first..<at)
        first = at
      }
      words[at].opensSentence = opens
      words[at].sentence = sentences.count
    }
    if first < words.count { sentences.append(first..<words.count) }
  }

  /// A line end, or a full stop that is no abbreviation's.
  private func endsSentence(before at: Int) -> Bool {
    let word = words[at]
    let previous = words[at - 1]
    if word.followsSpace, bytes[previous.end..<word.start].contains(0x0A) { return true }
    guard word.followsSpace, at >= 2 else { return false }
    var mark = at - 1
    while mark > 1, words[mark].sign == 0x22 || words[mark].sign == 0x29 { mark -= 1 }
    switch words[mark].sign {
    case 0x21, 0x3F: return true
    case 0x2E: break
    default: return false
    }
    if word.kind == .word, !word.isCapitalised { return false }
    let before = words[mark - 1]
    if words[mark].followsSpace || before.kind != .word { return true }
    let length = before.end - before.start
    if length == 1, before.isCapitalised || word.kind == .digits { return false }
    if Self.abbreviations.contains(before.exact) { return false }
    if word.kind == .digits, Self.months.contains(before.exact) { return false }
    if length == 1, mark >= 3, words[mark - 2].sign == 0x2E { return word.isCapitalised }
    return true
  }

  private static let abbreviations = Set(
    [
      "mr", "mrs", "ms", "dr", "st", "gov", "sen", "rep", "gen", "col", "sgt", "lt", "no", "vs",
      "prof", "ts", "gs", "bs", "tp", "capt", "jr", "sr", "rev", "hon", "mt", "ft",
    ].map { WordKey($0).exact })
  private static let months = Set(
    ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"].map {
      WordKey($0).exact
    })

  func string(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return String(decoding: bytes[self.words[first].start..<self.words[last].end], as: UTF8.self)
  }
}
