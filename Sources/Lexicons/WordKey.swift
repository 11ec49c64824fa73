/// Two 64-bit keys of one word, for lexicon look-up and comparison.
///
/// `exact` ignores case, NFC/NFD and where the tone mark stands (hoà = hòa); `plain` ignores
/// every mark besides ("Bộ" = "bo", "đ" = "d"). FNV-1a over the normalised letters.
public struct WordKey: Hashable, Sendable {
  public var exact: UInt64
  public var plain: UInt64

  @inlinable public init(exact: UInt64, plain: UInt64) {
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
    var word = WordKeyBuilder()
    var at = word.takeASCII(bytes, from: start, to: end)
    while at < end { word.add(UTF8Scanning.scalar(bytes, at: &at, end: end)) }
    self = word.finished()
  }
}

/// Builds a `WordKey` scalar by scalar; public for the reason that `UTF8Scanning` is.
public struct WordKeyBuilder: Sendable {
  @usableFromInline var exact: UInt64 = 0xCBF2_9CE4_8422_2325
  @usableFromInline var plain: UInt64 = 0xCBF2_9CE4_8422_2325
  @usableFromInline var tone: UInt8 = 0
  /// The last letter, not yet added: a quality mark may still change it.
  @usableFromInline var pending: UInt32 = 0
  /// Without its marks, the same with each of them; two letters for a ligature.
  @usableFromInline var plainPending: (UInt32, UInt32) = (0, 0)

  @inlinable public init() {}

  @inlinable @inline(__always)
  public mutating func add(_ scalar: UInt32) {
    guard scalar < 0x80 else { return addBeyondASCII(scalar) }
    flush()
    pending = scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
    plainPending = (pending, 0)
  }

  /// Adds the ASCII letters that a new word starts with, whose two keys are one; gives where they
  /// end.
  @inlinable @inline(__always)
  public mutating func takeASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    var hash = exact
    var last: UInt32 = 0
    while at < end, bytes[at] &- 1 < 0x7F {
      if last != 0 { hash = fnv(hash, last) }
      let letter = UInt32(bytes[at])
      last = letter &- 0x41 < 26 ? letter | 0x20 : letter
      at &+= 1
    }
    (exact, plain) = (hash, hash)
    (pending, plainPending) = (last, (last, 0))
    return at
  }

  @usableFromInline mutating func addBeyondASCII(_ scalar: UInt32) {
    if let mark = LetterTable.mark(scalar) {
      if case .tone(let number) = mark {
        tone = number
      } else {
        pending = LetterTable.applying(mark, to: pending)
      }
      return
    }
    flush()
    let entry = LetterTable.shared[scalar]
    if entry.tone != 0 { tone = entry.tone }
    pending = entry.letter
    plainPending =
      entry.plain.0 == 0 ? (pending, 0) : (UInt32(entry.plain.0), UInt32(entry.plain.1))
  }

  @inlinable @inline(__always)
  public func finished() -> WordKey {
    var copy = self
    copy.flush()
    if copy.tone != 0 { copy.exact = fnv(copy.exact, UInt32(copy.tone)) }
    return WordKey(exact: copy.exact, plain: copy.plain)
  }

  @inlinable @inline(__always)
  mutating func flush() {
    guard pending != 0 else { return }
    exact = fnv(exact, pending)
    plain = fnv(plain, plainPending.0)
    if plainPending.1 != 0 { plain = fnv(plain, plainPending.1) }
    pending = 0
  }
}

@inlinable @inline(__always)
func fnv(_ hash: UInt64, _ value: UInt32) -> UInt64 {
  (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
}
