package import ArticleReading
package import ClaimModel
package import Disk
import Sessions
package import TerminalText

/// A piece of reading for one worker: a file, or a stretch of an input that was cut up.
package enum StoryWork: Sendable {
  case file(String)
  case piece(MappedFile, name: String, StoryPiece, any StoryFormat.Type)

  /// Cuts the inputs up: standard input, and files of formats that are read in pieces, as far as
  /// their names say so; everything else is read file by file.
  static func pieces(
    _ path: String, input: () throws(UserError) -> MappedFile
  ) throws(UserError) -> [StoryWork] {
    if path == "-" { return pieces(of: try input(), name: path) }
    guard StoryFormats.isCut(named: path) else { return [.file(path)] }
    return pieces(of: try MappedFile(path), name: path)
  }

  private static func pieces(of file: MappedFile, name: String) -> [StoryWork] {
    let format = file.withBytes { StoryFormats.format(of: $0) }
    let file = file.withBytes { format.converted($0) }.map(MappedFile.init) ?? file
    return file.withBytes { format.pieces(of: $0) }.map { .piece(file, name: name, $0, format) }
  }

  /// Whether a path leads to a session rather than to stories.
  package static func isSession(_ path: String) -> Bool {
    let path = UserPath.located(path)
    guard FileFinder.kind(path) == .file, let file = try? MappedFile(path) else { return false }
    return file.withBytes { JSONLinesFormat.recognises($0) && SessionFile.isSession(Array($0)) }
  }

  /// Bytes of text that it has, as far as that is known before it is read.
  var size: Int {
    switch self {
    case .file(let path): FileFinder.size(path)
    case .piece(_, _, let piece, _): piece.bytes.count
    }
  }

  /// Hands over each article, and gives back what could not be read; `unused` hears of members of
  /// records that are no use.
  package func forEachArticle(
    unused: UnusedMembers = UnusedMembers(), words: ReadingWords, _ body: (Article) -> Void
  ) -> [UserError] {
    switch self {
    case .file(let path):
      let input = StoryInput(name: path, words: words) { unused.add($0) }
      do throws(UserError) { return try StoryWork.read(path, input, body) } catch { return [error] }
    case .piece(let file, let name, let piece, let format):
      let input = StoryInput(name: name, firstLine: piece.firstLine, words: words) {
        unused.add($0)
      }
      return file.withBytes { bytes in
        format.stories(in: UnsafeBufferPointer(rebasing: bytes[piece.bytes]), of: input, body)
      }.map(UserError.init)
    }
  }

  /// The file is let go before its last story is worked on: a long one is not held twice.
  private static func read(
    _ path: String, _ input: StoryInput, _ body: (Article) -> Void
  ) throws(UserError) -> [UserError] {
    var last: Article?
    func handOn(_ next: Article) {
      if let last { body(last) }
      last = next
    }
    let errors = try MappedFile(path).withBytes { bytes in
      let format = StoryFormats.format(of: bytes)
      return format.converted(bytes)?.withUnsafeBufferPointer {
        format.stories(in: $0, of: input, handOn)
      } ?? format.stories(in: bytes, of: input, handOn)
    }
    if let last { body(last) }
    return errors.map(UserError.init)
  }
}

/// The files that words mean as stories.
package enum StoryFiles {
  package static func found(_ words: [String]) -> FileFinder.Found {
    FileFinder.files(words, endingIn: StoryFormats.endings)
  }
}
