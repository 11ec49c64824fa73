internal import Lexicons

/// Cuts tokens into the pieces of words that an encoder knows, the longest first.
///
/// "reaffirmed" → reaffirm | ##ed
struct WordPieces: Sendable {
  /// Numbers of pieces by the hash of their letters; those within a word have one of their own.
  private var numbers = KeyTable<UInt32>()
  let unknown: UInt32
  let first: UInt32
  let last: UInt32
  /// The most pieces of one token.
  private static let most = 8

  /// `text` has one piece a line.
  init(_ text: UnsafeRawBufferPointer) {
    var special = [String: UInt32]()
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let isInner = line.count > 2 && line.starts(with: [0x23, 0x23])
      let letters = isInner ? line.dropFirst(2) : line
      numbers[letters.reduce(Self.seed(isInner), Self.hash)] = UInt32(number)
      if line.first == 0x5B { special[String(decoding: line, as: UTF8.self)] = UInt32(number) }
    }
    unknown = special["[UNK]"] ?? 0
    first = special["[CLS]"] ?? 0
    last = special["[SEP]"] ?? 0
  }

  private static func seed(_ isInner: Bool) -> UInt64 {
    isInner ? 0x9AE1_6A3B_2F90_404F : 0xCBF2_9CE4_8422_2325
  }
  private static func hash(_ sum: UInt64, _ byte: UInt8) -> UInt64 {
    (sum ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The pieces of a token, at least one.
  func pieces(of token: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var folded = [UInt8]()
    Folding.fold(token, into: &folded)
    var found = [UInt32]()
    folded.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count, found.count < Self.most {
        let end = Self.endOfWord(bytes, from: at)
        add(bytes, at..<end, to: &found)
        at = end
      }
    }
    return found.isEmpty ? [unknown] : Array(found.prefix(Self.most))
  }

  /// A run of letters and digits, or one mark.
  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      var next = end
      let kind = ScalarClass(UTF8Scanning.scalar(bytes, at: &next, end: bytes.count))
      guard kind == .letter || kind == .digit || kind == .mark else {
        return end == start ? next : end
      }
      end = next
    }
    return end
  }

  private func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, to found: inout [UInt32]
  ) {
    let before = found.count
    var start = word.lowerBound
    while start < word.upperBound {
      var sum = Self.seed(start > word.lowerBound)
      var longest: (end: Int, number: UInt32)?
      for end in start..<min(word.upperBound, start + 64) {
        sum = Self.hash(sum, bytes[end])
        if let number = numbers[sum] { longest = (end + 1, number) }
      }
      guard let longest else {
        found.replaceSubrange(before..., with: [unknown])
        return
      }
      found.append(longest.number)
      start = longest.end
    }
  }
}
