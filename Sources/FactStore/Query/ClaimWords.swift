internal import ClaimModel
internal import Synchronization

/// The words of the claims that one load brought, in one run of bytes for each spelling, made
/// when first searched.
final class ClaimWords: Sendable {
  /// Of each claim three lines, content, source and cue, every word between blanks:
  /// " 14 nguoi chet \n so cuu hoa van sa \n cho biet \n".
  struct Arena: Sendable {
    let spelling: Spelling
    private(set) var bytes: [UInt8] = []
    /// Where each claim's lines end.
    private(set) var ends: [Int] = []
    /// How often each byte stands in `bytes`.
    private(set) var frequencies = [Int](repeating: 0, count: 256)
  }

  /// Number of the first claim.
  let first: Int
  private let records: [ArticleRecord]
  private let folded = Mutex<Arena?>(nil)
  private let exact = Mutex<Arena?>(nil)

  /// `records`: articles whose claims have consecutive numbers.
  init(_ records: [ArticleRecord]) {
    self.records = records
    first = records.first?.extractedIDs.lowerBound ?? 0
  }

  func arena(_ spelling: Spelling) -> Arena {
    switch spelling {
    case .folded: made(folded, spelling)
    case .exact: made(exact, spelling)
    }
  }

  private func made(_ kept: borrowing Mutex<Arena?>, _ spelling: Spelling) -> Arena {
    kept.withLock { kept in
      let arena = kept ?? Arena(records, spelling)
      kept = arena
      return arena
    }
  }
}

extension ClaimWords.Arena {
  init(_ records: [ArticleRecord], _ spelling: Spelling) {
    self.spelling = spelling
    for record in records {
      var text = record.article.text
      text.withUTF8 { bytes in
        for index in record.extracted.indices { append(record.extracted, index, of: bytes) }
      }
    }
    for byte in bytes { frequencies[Int(byte)] += 1 }
  }

  private mutating func append(
    _ claims: PackedClaims, _ index: Int, of text: UnsafeBufferPointer<UInt8>
  ) {
    claims.forEachContent(at: index) { add($0, of: text) }
    endLine()
    claims.forEachSource(at: index) { add($0, of: text) }
    endLine()
    claims.forEachCue(at: index) { add($0, of: text) }
    endLine()
    ends.append(bytes.count)
  }

  private mutating func add(_ span: TextSpan, of text: UnsafeBufferPointer<UInt8>) {
    let range = span.range.clamped(to: 0..<text.count)
    bytes.append(0x20)
    spelling.append(UnsafeBufferPointer(rebasing: text[range]), into: &bytes)
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  private mutating func endLine() {
    bytes.append(0x20)
    bytes.append(0x0A)
  }
}
