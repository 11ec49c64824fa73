/// Two 64-bit keys of one word, for lexicon look-up and comparison.
///
/// `exact` ignores case, NFC/NFD and where the tone mark stands (hoà = hòa); `plain` ignores
/// every mark besides ("Bộ" = "bo", "đ" = "d"). FNV-1a over the normalised letters.
package struct WordKey: Hashable, Sendable {
  package var exact: UInt64
  package var plain: UInt64

  package init(exact: UInt64, plain: UInt64) {
    self.exact = exact
    self.plain = plain
  }

  /// The key of one word; marks are applied in any order.
  package init(_ word: some StringProtocol) {
    var copy = String(word)
    self = copy.withUTF8 { WordKey(bytes: $0, from: 0, to: $0.count) }
  }

  /// The key of the bytes from `start` to `end`, which hold UTF-8 of one word.
  package init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    if let ascii = WordKey.ascii(bytes, from: start, to: end) {
      self.init(exact: ascii, plain: ascii)
      return
    }
    var builder = WordKeyBuilder()
    var at = start
    while at < end {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      builder.add(scalar)
    }
    self = builder.finished()
  }
}

extension WordKey {
  /// The key of an ASCII word, whose marks are none: both keys are the same. Nil for others.
  @inline(__always)
  private static func ascii(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in start..<end {
      let byte = bytes[at]
      if byte >= 0x80 { return nil }
      let isCapital = byte >= 0x41 && byte <= 0x5A
      hash = fnv(hash, UInt32(isCapital ? byte | 0x20 : byte))
    }
    return hash
  }
}

/// Builds a `WordKey` scalar by scalar.
package struct WordKeyBuilder: Sendable {
  private var exact: UInt64 = 0xCBF2_9CE4_8422_2325
  private var plain: UInt64 = 0xCBF2_9CE4_8422_2325
  private var tone: UInt8 = 0
  /// The last letter, not yet added: a quality mark may still change it.
  private var pending: UInt32 = 0
  private let table = LetterTable.shared

  package init() {}

  package mutating func add(_ scalar: UInt32) {
    if let mark = LetterTable.mark(scalar) {
      if case .tone(let number) = mark {
        tone = number
      } else {
        pending = LetterTable.applying(mark, to: pending)
      }
      return
    }
    flush()
    let entry = table[scalar]
    if entry.tone != 0 { tone = entry.tone }
    pending = entry.letter
  }

  package func finished() -> WordKey {
    var copy = self
    copy.flush()
    if copy.tone != 0 { copy.exact = fnv(copy.exact, UInt32(copy.tone)) }
    return WordKey(exact: copy.exact, plain: copy.plain)
  }

  private mutating func flush() {
    guard pending != 0 else { return }
    exact = fnv(exact, pending)
    let bytes = table[pending].plain
    if bytes.0 == 0 {
      plain = fnv(plain, pending)
    } else {
      plain = fnv(plain, UInt32(bytes.0))
      if bytes.1 != 0 { plain = fnv(plain, UInt32(bytes.1)) }
    }
    pending = 0
  }
}

@inline(__always)
private func fnv(_ hash: UInt64, _ value: UInt32) -> UInt64 {
  (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
}
