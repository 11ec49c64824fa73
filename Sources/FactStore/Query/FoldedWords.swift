internal import Lexicons

/// Words of a text without case and marks, one blank between them, punctuation dropped:
/// "Bộ_Ngoại giao Mỹ, 2.500" → "bo ngoai giao my 2 500".
enum FoldedWords {
  /// Appends the words of `bytes`; no blank at either end.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    var at = 0
    while at < bytes.count {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
      if WordScalars.isPartOfWord(scalar) {
        append(table[scalar], to: &out)
      } else if LetterTable.mark(scalar) == nil, out.count > start, out[out.count - 1] != 0x20 {
        out.append(0x20)
      }
    }
    if out.count > start, out[out.count - 1] == 0x20 { out.removeLast() }
  }

  private static func append(_ entry: LetterTable.Entry, to out: inout [UInt8]) {
    if entry.plain.0 != 0 {
      out.append(entry.plain.0)
      if entry.plain.1 != 0 { out.append(entry.plain.1) }
    } else if let scalar = Unicode.Scalar(entry.letter) {
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }
}
