import ArticleReading
package import ClaimModel
package import Disk
import JSONText
import Sessions
package import TerminalText

/// A piece of reading for one worker: a file, or some lines of a JSON Lines input.
package enum StoryWork: Sendable {
  case file(String)
  case lines(MappedFile, name: String, bytes: Range<Int>, firstLine: Int)

  /// Cuts the inputs up: JSON Lines that say so by their name, and standard input, are read in
  /// pieces of some size, everything else file by file.
  static func pieces(
    _ path: String, input: () throws(UserError) -> MappedFile
  ) throws(UserError) -> [StoryWork] {
    if path == "-" { return lines(of: try input(), name: path) }
    guard path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") else { return [.file(path)] }
    return lines(of: try MappedFile(path), name: path)
  }

  private static let pieceSize = 1 << 17

  private static func lines(of file: MappedFile, name: String) -> [StoryWork] {
    let file =
      file.withBytes { isJSONLines($0) ? JSONEncoding.utf8(ofUTF16: $0) : nil }
      .map(MappedFile.init) ?? file
    return file.withBytes { bytes in
      guard StoryWork.isJSONLines(bytes) else {
        return [.lines(file, name: name, bytes: 0..<bytes.count, firstLine: 0)]
      }
      var pieces = [StoryWork]()
      var start = 0
      var line = 1
      while start < bytes.count {
        let soon = min(start + pieceSize, bytes.count)
        let end = bytes[soon...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        pieces.append(.lines(file, name: name, bytes: start..<end, firstLine: line))
        line += bytes[start..<end].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
        start = end
      }
      return pieces
    }
  }

  /// A story never starts with a brace, before which a byte order mark may stand.
  private static func isJSONLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if let converted = JSONEncoding.utf8(ofUTF16: UnsafeBufferPointer(rebasing: bytes.prefix(64))) {
      return converted.first { $0 > 0x20 } == UInt8(ascii: "{")
    }
    return bytes[JSONEncoding.mark(bytes)...].first {
      $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D
    } == UInt8(ascii: "{")
  }

  /// Whether a path leads to a session rather than to stories.
  package static func isSession(_ path: String) -> Bool {
    let path = UserPath.located(path)
    guard FileFinder.kind(path) == .file, let file = try? MappedFile(path) else { return false }
    return file.withBytes { isJSONLines($0) && SessionFile.isSession(Array($0)) }
  }

  /// Bytes of text that it has, as far as that is known before it is read.
  var size: Int {
    switch self {
    case .file(let path): FileFinder.size(path)
    case .lines(_, _, let bytes, _): bytes.count
    }
  }

  /// Hands over each article, and gives back what could not be read; `unused` hears of members of
  /// records that are no use.
  package func forEachArticle(
    unused: UnusedMembers = UnusedMembers(), _ body: (Article) -> Void
  ) -> [UserError] {
    switch self {
    case .file(let path):
      do throws(UserError) {
        // The file is let go before its story is worked on: a long one is not held twice.
        let (story, errors) = try StoryWork.read(path, unused, records: body)
        if let story { body(story) }
        return errors
      } catch {
        return [error]
      }
    case .lines(let file, let name, let range, let firstLine):
      return file.withBytes { bytes in
        StoryWork.read(
          UnsafeBufferPointer(rebasing: bytes[range]), name: name,
          firstLine: firstLine == 0 ? nil : firstLine, unused, body)
      }
    }
  }

  /// The story that a file is; of a file of records, hands each over instead.
  private static func read(
    _ path: String, _ unused: UnusedMembers, records body: (Article) -> Void
  ) throws(UserError) -> (Article?, [UserError]) {
    try MappedFile(path).withBytes { bytes throws(UserError) in
      if isJSONLines(bytes) {
        let converted = JSONEncoding.utf8(ofUTF16: bytes)
        let errors = converted?.withUnsafeBufferPointer {
          readRecords($0, name: path, firstLine: 1, unused, body)
        }
        return (nil, errors ?? readRecords(bytes, name: path, firstLine: 1, unused, body))
      }
      return (try story(bytes, name: path), [])
    }
  }

  private static func story(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(UserError) -> Article {
    do throws(ReadingError) {
      return try ArticleReader.article(named: name, bytes: bytes)
    } catch {
      throw UserError(error)
    }
  }

  /// `firstLine`: the number of the first line where these are lines of a JSON Lines input.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, firstLine: Int?, _ unused: UnusedMembers,
    _ body: (Article) -> Void
  ) -> [UserError] {
    guard firstLine != nil || isJSONLines(bytes) else {
      do throws(UserError) {
        body(try story(bytes, name: name))
        return []
      } catch {
        return [error]
      }
    }
    return readRecords(bytes, name: name, firstLine: firstLine ?? 1, unused, body)
  }

  private static func readRecords(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, firstLine: Int, _ unused: UnusedMembers,
    _ body: (Article) -> Void
  ) -> [UserError] {
    var errors = [UserError]()
    var start = firstLine == 1 ? JSONEncoding.mark(bytes) : 0
    var number = firstLine
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if line.contains(where: { $0 > 0x20 }) {
        do throws(ReadingError) {
          let record = try StoryRecord(line: line, number: number, input: name)
          unused.add(record.unused)
          body(record.article)
        } catch {
          errors.append(UserError(error))
          switch error.kind {
          case .record(_, _, .manyLines), .pieceOfJSON: return errors
          default: break
          }
        }
      }
      start = end + 1
      number += 1
    }
    return errors
  }
}
