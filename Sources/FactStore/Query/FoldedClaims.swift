internal import ClaimModel
internal import Synchronization

/// The folded words of the claims that one load brought, in one run of bytes that is made when
/// first searched.
///
/// Of each claim three lines, content, source and cue, every word between blanks:
/// " 14 nguoi chet \n so cuu hoa van sa \n cho biet \n".
final class FoldedClaims: Sendable {
  struct Arena: Sendable {
    var bytes: [UInt8] = []
    /// Where each claim's lines end.
    var ends: [Int] = []
  }

  /// Number of the first claim.
  let first: Int
  private let records: [ArticleRecord]
  private let arena = Mutex<Arena?>(nil)

  /// `records`: articles whose claims have consecutive numbers.
  init(_ records: [ArticleRecord]) {
    self.records = records
    first = records.first?.extractedIDs.lowerBound ?? 0
  }

  /// The folded words; every call but the first gives what the first made.
  var folded: Arena {
    arena.withLock { arena in
      if let arena { return arena }
      let made = Self.fold(records)
      arena = made
      return made
    }
  }

  static func fold(_ records: [ArticleRecord]) -> Arena {
    var arena = Arena()
    for record in records {
      var text = record.article.text
      text.withUTF8 { bytes in
        for index in record.extracted.indices {
          arena.append(record.extracted, index, of: bytes)
        }
      }
    }
    return arena
  }
}

extension FoldedClaims.Arena {
  mutating func append(_ claims: PackedClaims, _ index: Int, of text: UnsafeBufferPointer<UInt8>) {
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
    FoldedWords.fold(UnsafeBufferPointer(rebasing: text[range]), into: &bytes)
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  private mutating func endLine() {
    bytes.append(0x20)
    bytes.append(0x0A)
  }
}
