package import ClaimModel
internal import JSONText

/// A story a line, each a JSON object (`StoryRecord`): https://jsonlines.org.
package enum JSONLinesFormat: StoryFormat {
  package static let name = "jsonl"
  package static let summary = "JSON Lines: a story a line"
  package static let endings = [".jsonl", ".ndjson"]
  package static let order = 100
  package static let isCut = true

  /// A story never starts with a brace, before which a byte order mark may stand.
  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(64))
    if let head = JSONEncoding.utf8(ofUTF16: head) {
      return head.first { $0 > 0x20 } == UInt8(ascii: "{")
    }
    return bytes[JSONEncoding.mark(bytes)...].first {
      $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D
    } == UInt8(ascii: "{")
  }

  package static func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    JSONEncoding.utf8(ofUTF16: bytes)
  }

  /// Bytes of a piece, to the end of its last line.
  private static let pieceSize = 1 << 17

  package static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [StoryPiece] {
    var pieces = [StoryPiece]()
    var start = 0
    var line = 1
    while start < bytes.count {
      let soon = min(start + pieceSize, bytes.count)
      let end = bytes[soon...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      pieces.append(StoryPiece(bytes: start..<end, firstLine: line))
      line += bytes[start..<end].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      start = end
    }
    return pieces
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    var errors = [ReadingError]()
    // Of a file that is laid out over many lines every line would say the same.
    var (isFirst, isSilent) = (true, false)
    forEachLine(in: bytes, from: input.firstLine) { line, number in
      StoryRecord.forEach(in: line, number: number, input: input.name) { result in
        defer { isFirst = false }
        switch result {
        case .success(let record):
          isSilent = false
          input.passedOver(record.unused)
          body(record.article(input.words))
        case .failure(let error):
          if let faults = input.faults { return faults.add(error) }
          if !isSilent { errors.append(error) }
          isSilent = isSilent || isFirst && error.isOfItsLayout
        }
      }
    }
    return errors
  }

  /// The lines that are not blank, with their numbers; the first one is `firstLine`.
  static func forEachLine(
    in bytes: UnsafeBufferPointer<UInt8>, from firstLine: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    var start = firstLine == 1 ? JSONEncoding.mark(bytes) : 0
    var number = firstLine
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if line.contains(where: { $0 > 0x20 }) { body(line, number) }
      start = end + 1
      number += 1
    }
  }
}

extension ReadingError {
  /// Whether it is about how the whole input is laid out.
  fileprivate var isOfItsLayout: Bool {
    switch kind {
    case .record(_, _, .manyLines), .pieceOfJSON: true
    default: false
    }
  }
}
