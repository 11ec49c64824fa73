/// Claim records cut up for several workers: each story with its claims, where they stand as
/// extract writes them. In any other order they are one piece.
struct ClaimPieces {
  private(set) var pieces: [StoryPiece] = []
  private static let size = 1 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let whole = [StoryPiece(bytes: 0..<bytes.count, firstLine: 1)]
    var (start, first) = (0, 1)
    var (at, line) = (0, 1)
    var story: UnsafeBufferPointer<UInt8>?
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let record = UnsafeBufferPointer(rebasing: bytes[at..<end])
      if let name = Self.name(in: record, behind: Self.article) {
        if at - start >= Self.size {
          pieces.append(StoryPiece(bytes: start..<at, firstLine: first))
          (start, first) = (at, line)
        }
        story = name
      } else {
        guard let name = Self.name(in: record, behind: Self.claim), let story,
          name.elementsEqual(story)
        else {
          pieces = whole
          return
        }
      }
      at = end + 1
      line += 1
    }
    if start < bytes.count {
      pieces.append(StoryPiece(bytes: start..<bytes.count, firstLine: first))
    }
  }

  private static let article = Array(#"{"record":"article","article":""#.utf8)
  private static let claim = Array(#"{"record":"claim","article":""#.utf8)

  /// `{"record":"claim","article":"n1","id":…` → `n1`; nil where the record begins otherwise. A
  /// name with escapes in it ends early, in both records alike.
  private static func name(
    in record: UnsafeBufferPointer<UInt8>, behind head: [UInt8]
  ) -> UnsafeBufferPointer<UInt8>? {
    guard record.starts(with: head) else { return nil }
    let rest = record[head.count...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return UnsafeBufferPointer(rebasing: rest[..<end])
  }
}
