/// Names as the registry compares them.
enum SourceName {
  /// "Hoà_Bình" = "hòa bình": case, NFC/NFD, underscores, blanks and where the tone mark stands
  /// do not matter; marks do ("Hà" ≠ "Hạ").
  static func key(_ name: some StringProtocol) -> String { words(name, ExactWords.append) }

  /// "Hoà_Bình" → "hoa binh".
  static func foldedKey(_ name: some StringProtocol) -> String { words(name, FoldedWords.append) }

  /// A name as shown: blanks for underscores, one between words, none around.
  static func tidy(_ name: some StringProtocol) -> String {
    name.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
  }

  private static func words(
    _ name: some StringProtocol, _ append: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> String {
    var copy = String(name)
    var out = [UInt8]()
    copy.withUTF8 { append($0, &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
