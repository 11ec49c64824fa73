internal import Lexicons

/// One word of a text as comparison sees it: "Vân" of `cảng Vân_Sa`.
struct ScannedWord {
  /// Ignores case and where the tone mark stands.
  var exact: UInt64
  /// Ignores marks as well: "chết" = "chet".
  var plain: UInt64
  /// UTF-8 byte offsets.
  var start: Int
  var end: Int
  var isCapitalised: Bool
  /// Whether punctuation stands between it and the word before; true for the first one.
  var followsPunctuation: Bool
  /// Whether it may be capitalised for its place alone: first, or behind . ! ? : or a quote.
  var opensSentence: Bool
}

enum WordScan {
  /// The words in a range of bytes, in order; blanks and underscores part them alike.
  static func forEach(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (ScannedWord) -> Void
  ) {
    var at = range.lowerBound
    var gap = Gap(isMarked: true, opens: true)
    while at < range.upperBound {
      let start = at
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: range.upperBound)
      guard WordScalars.isPartOfWord(scalar) else {
        gap.add(scalar)
        continue
      }
      let end = endOfWord(bytes, from: at, to: range.upperBound)
      let key = WordKey(bytes: bytes, from: start, to: end)
      body(
        ScannedWord(
          exact: key.exact, plain: key.plain, start: start, end: end,
          isCapitalised: isCapital(scalar), followsPunctuation: gap.isMarked,
          opensSentence: gap.opens))
      gap = Gap()
      at = end
    }
  }

  private static func endOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    var last = start
    while at < end {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      guard WordScalars.isPartOfWord(scalar) || LetterTable.mark(scalar) != nil else { break }
      last = at
    }
    return last
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// What stands between two words.
  private struct Gap {
    var isMarked = false
    var opens = false

    mutating func add(_ scalar: UInt32) {
      switch scalar {
      case 0x20, 0x5F, 0xA0, 0x09: return
      case 0x0A, 0x0D, 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x201C, 0x2018, 0xAB: opens = true
      default: break
      }
      isMarked = true
    }
  }
}

/// Mixes the hashes of words that stand side by side; their order counts.
@inline(__always)
func chained(_ hash: UInt64, _ next: UInt64) -> UInt64 {
  var mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ next
  mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
  return mixed ^ (mixed >> 29)
}

/// Which scalars words are made of: letters and digits of any script.
enum WordScalars {
  @inline(__always)
  static func isPartOfWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
    }
    return beyondASCII(scalar)
  }

  private static func beyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: true
    case 0xC0...0x2AF: scalar != 0xD7 && scalar != 0xF7
    case 0x1E00...0x1EFF: true
    case 0x2000...0x2BFF, 0x80...0xBF: false
    default: isLetterOrDigit(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
