internal import Digests

/// 256 bits that stand for all that can be seen of a store.
///
/// The sum of the SHA-256 of every entity's canonical bytes, each read as four little-endian
/// numbers of 64 bits and added lane by lane. So it does not depend on the order in which
/// entities are kept, an operation costs what it touches, and undo brings back the former
/// digest exactly. An empty store's is zero. It tells states apart; that nobody rewrote a
/// history is for the hash chain of the session file to show.
package struct StateDigest: Sendable, Hashable, CustomStringConvertible {
  private var lanes: SIMD4<UInt64>

  package init() { lanes = .zero }

  /// 64 hexadecimal digits, lower case.
  package var description: String {
    (0..<4).map { lane in
      let digits = String(lanes[lane], radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// What `description` writes; nil for anything else.
  package init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard bytes.count == 64, bytes.allSatisfy(isDigit) else { return nil }
    lanes = .zero
    for lane in 0..<4 {
      let digits = String(decoding: bytes[lane * 16..<lane * 16 + 16], as: UTF8.self)
      lanes[lane] = UInt64(digits, radix: 16) ?? 0
    }
  }

  mutating func add(_ other: StateDigest) { lanes &+= other.lanes }

  mutating func remove(_ other: StateDigest) { lanes &-= other.lanes }

  /// The SHA-256 of what `write` hands to the hasher.
  static func hashing(_ write: (inout CanonicalHasher) -> Void) -> StateDigest {
    var hasher = CanonicalHasher()
    write(&hasher)
    return hasher.finished()
  }

  fileprivate init(_ digest: SHA256Digest) { lanes = digest.littleEndianNumbers }
}

/// Feeds values to SHA-256 so that no two different lists of values give the same bytes:
/// numbers as 64 bits, text behind its length, lists behind their count, optionals behind 0 or 1.
struct CanonicalHasher {
  private var hash = SHA256()
  private var pending = [UInt8]()

  init() { pending.reserveCapacity(512) }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { pending.append(contentsOf: $0) }
  }

  mutating func add(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { pending.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    if text.utf8.count < 4096 {
      pending.append(contentsOf: text.utf8)
    } else {
      var copy = text
      copy.withUTF8 { add(raw: UnsafeRawBufferPointer($0)) }
    }
  }

  mutating func add(raw bytes: UnsafeRawBufferPointer) {
    flush()
    hash.update(bytes)
  }

  mutating func add<Value>(_ value: Value?, _ body: (inout CanonicalHasher, Value) -> Void) {
    add(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func add<Value>(
    list values: some Collection<Value>, _ body: (inout CanonicalHasher, Value) -> Void
  ) {
    add(values.count)
    for value in values { body(&self, value) }
  }

  mutating func add(texts: some Collection<String>) { add(list: texts) { $0.add($1) } }

  mutating func finished() -> StateDigest {
    flush()
    return StateDigest(hash.finalize())
  }

  private mutating func flush() {
    pending.withUnsafeBytes { hash.update($0) }
    pending.removeAll(keepingCapacity: true)
  }
}
