internal import Lexicons

/// Names as the registry compares them.
enum SourceName {
  /// "Hoà_Bình" = "hòa bình": case, NFC/NFD, underscores, blanks and where the tone mark stands
  /// do not matter; marks do ("Hà" ≠ "Hạ").
  static func key(_ name: some StringProtocol) -> String {
    var words = ExactWords()
    var copy = String(name)
    copy.withUTF8 { words.add($0) }
    return String(decoding: words.bytes, as: UTF8.self)
  }

  /// "Hoà_Bình" → "hoa binh".
  static func foldedKey(_ name: some StringProtocol) -> String {
    var copy = String(name)
    var out = [UInt8]()
    copy.withUTF8 { FoldedWords.fold($0, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// A name as shown: blanks for underscores, one between words, none around.
  static func tidy(_ name: some StringProtocol) -> String {
    name.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
  }
}
