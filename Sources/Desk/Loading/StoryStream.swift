import ArticleReading
import ClaimModel
import Disk
import Synchronization
import TerminalText

/// JSON Lines that come through a pipe: blocks of them as pieces of reading, as they come.
package final class StoryStream: Sendable {
  private let lines: LineBlocks
  private let failed = Mutex<UserError?>(nil)

  /// Nil where the input is of a form that has to be read whole. Waits for its first line.
  init?(_ lines: LineBlocks, _ reading: StoryReading) throws(UserError) {
    self.lines = lines
    if let form = reading.form {
      guard form == JSONLinesFormat.self else { return nil }
    } else {
      let head = try lines.head()
      guard head.withUnsafeBufferPointer(Self.isJSONLines) else { return nil }
    }
  }

  /// Whether the first line is a whole object: one that goes on belongs to another form, or to a
  /// file that is laid out, of which a reader of the whole says more.
  private static func isJSONLines(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard StoryFormats.format(of: head) == JSONLinesFormat.self,
      JSONLinesFormat.converted(head) == nil
    else { return false }
    let last = head.last { $0 > 0x20 }
    return last != UInt8(ascii: "{") && last != UInt8(ascii: "[") && last != UInt8(ascii: ",")
  }

  /// Why it could not be read to its end; told once.
  var failure: UserError? { failed.withLock { $0 } }

  /// Waits for the next block; nil at the end.
  func next() -> StoryWork? {
    do throws(UserError) {
      guard let block = try lines.next() else { return nil }
      let file = MappedFile(block.bytes)
      return .piece(
        InputPiece(
          file: file, name: "-",
          piece: StoryPiece(bytes: 0..<file.count, firstLine: block.firstLine),
          format: JSONLinesFormat.self,
          maker: CaptureMaker(file, manner: .standardInput, name: nil)))
    } catch {
      failed.withLock { $0 = error }
      return nil
    }
  }
}
