/// The form of a Vietnamese syllable: what tells "Tuấn" and "Linh" from "Trump" and "Abe".
enum VietnameseSyllable {
  /// Whether letters without marks, in ASCII, may be a syllable: an onset, vowels, a coda.
  ///
  /// "tuan" → true; "trump", "abe", "park" → false
  static func isOne(_ plain: [UInt8]) -> Bool {
    guard !plain.isEmpty, plain.count <= 7 else { return false }
    var at = onset(plain)
    let start = at
    while at < plain.count, isVowel(plain[at]) { at += 1 }
    guard at > start, at - start <= 3, !isDoubled(plain[start..<at]) else { return false }
    return isCoda(plain[at...])
  }

  /// Nothing, or c, ch, m, n, ng, nh, p, t.
  private static func isCoda(_ letters: ArraySlice<UInt8>) -> Bool {
    switch (letters.count, letters.first, letters.last) {
    case (0, _, _): true
    case (1, let letter?, _):
      letter == c || letter == m || letter == n || letter == p || letter == t
    case (2, let first?, let last?):
      first == c && last == h || first == n && (last == g || last == h)
    default: false
    }
  }

  private static let c = UInt8(ascii: "c")
  private static let g = UInt8(ascii: "g")
  private static let h = UInt8(ascii: "h")
  private static let m = UInt8(ascii: "m")
  private static let n = UInt8(ascii: "n")
  private static let p = UInt8(ascii: "p")
  private static let t = UInt8(ascii: "t")
  private static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
  ].map { Array($0.utf8) }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private static func onset(_ plain: [UInt8]) -> Int {
    for onset in onsets where plain.starts(with: onset) {
      // "Gia", "Quy": a vowel must follow.
      if onset.count < plain.count, isVowel(plain[onset.count]) { return onset.count }
    }
    return 0
  }

  /// "oo", "ee": of other languages.
  private static func isDoubled(_ vowels: ArraySlice<UInt8>) -> Bool {
    zip(vowels, vowels.dropFirst()).contains { $0 == $1 }
  }
}
