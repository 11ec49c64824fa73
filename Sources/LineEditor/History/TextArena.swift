#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Many short texts in one buffer, to be scanned at memory speed. Oldest first.
struct TextArena: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends; it starts where the one before ends.
  private var ends: [Int] = []

  init() {}

  init(_ texts: some Sequence<String>) {
    for text in texts { append(text.utf8) }
  }

  var count: Int { ends.count }
  var strings: [String] { ends.indices.map { self[$0] } }

  subscript(index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  mutating func remove(at index: Int) {
    let removed = range(index)
    bytes.removeSubrange(removed)
    ends.remove(at: index)
    for later in index..<ends.count { ends[later] -= removed.count }
  }

  func isEqual(_ index: Int, to text: [UInt8]) -> Bool {
    range(index).count == text.count && hasPrefix(index, text)
  }

  func hasPrefix(_ index: Int, _ text: [UInt8]) -> Bool {
    let own = range(index)
    guard own.count >= text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { text in
        guard let start = bytes.baseAddress, let wanted = text.baseAddress else { return true }
        return memcmp(start + own.lowerBound, wanted, text.count) == 0
      }
    }
  }

  /// The texts that hold `part`, in order.
  func indices(holding part: [UInt8]) -> [Int] {
    guard let first = part.first else { return Array(ends.indices) }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      return ends.indices.filter { index in
        var at = index == 0 ? 0 : ends[index - 1]
        let last = ends[index] - part.count
        while at <= last, let hit = memchr(base + at, Int32(first), last - at + 1) {
          at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
          if memcmp(base + at, part, part.count) == 0 { return true }
          at += 1
        }
        return false
      }
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
