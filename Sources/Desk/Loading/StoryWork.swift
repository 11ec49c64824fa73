import ArticleReading
package import ClaimModel
package import Disk
import Sessions
package import TerminalText

/// A piece of reading for one worker: a file, or a stretch of an input that was cut up.
package enum StoryWork: Sendable {
  case file(String)
  case piece(InputPiece)

  /// Cuts the inputs up: what is in memory, and files of formats that are read in pieces, as far as
  /// their names say so; everything else is read file by file.
  static func pieces(
    _ path: String, _ reading: StoryReading, input: () throws(UserError) -> MappedFile
  ) throws(UserError) -> [StoryWork] {
    if let page = reading.fetched[path] {
      return pieces(of: page.bytes, name: page.url, .fetched, reading)
    }
    if path == "-" { return pieces(of: try input(), name: path, reading.manner, reading) }
    guard reading.form?.isCut ?? StoryFormats.isCut(named: path) else { return [.file(path)] }
    return pieces(of: try MappedFile(path), name: path, .file, reading)
  }

  private static func pieces(
    of file: MappedFile, name: String, _ manner: Capture.Manner, _ reading: StoryReading
  ) -> [StoryWork] {
    let format = file.withBytes { reading.format(of: $0) }
    let maker = CaptureMaker(file, manner: manner, name: name == "-" ? nil : name)
    let file = file.withBytes { format.converted($0) }.map(MappedFile.init) ?? file
    return file.withBytes { format.pieces(of: $0) }.map {
      .piece(InputPiece(file: file, name: name, piece: $0, format: format, maker: maker))
    }
  }

  /// Whether a path leads to a session rather than to stories.
  package static func isSession(_ path: String) -> Bool {
    let path = UserPath.located(path)
    guard FileFinder.kind(path) == .file, let file = try? MappedFile(path) else { return false }
    return file.withBytes {
      JSONLinesFormat.recognises($0) && !JSONArrayFormat.recognises($0)
        && SessionFile.isSession(Array($0))
    }
  }

  /// Bytes of text that it has, as far as that is known before it is read.
  var size: Int {
    switch self {
    case .file(let path): FileFinder.size(path)
    case .piece(let piece): piece.piece.size
    }
  }

  /// Hands over each article, and gives back what could not be read.
  package func forEachArticle(
    _ reading: StoryReading, _ body: (Article) -> Void
  ) -> [UserError] {
    switch self {
    case .file(let path):
      do throws(UserError) { return try StoryWork.read(path, reading, body) } catch {
        return [error]
      }
    case .piece(let piece): return piece.forEachArticle(reading, body)
    }
  }

  /// The file is let go before its last story is worked on: a long one is not held twice.
  private static func read(
    _ path: String, _ reading: StoryReading, _ body: (Article) -> Void
  ) throws(UserError) -> [UserError] {
    var last: Article?
    func handOn(_ next: Article) {
      if let last { body(last) }
      last = next
    }
    let errors = try read(path, reading, each: handOn)
    if let last { body(last) }
    return errors.map(UserError.init)
  }

  private static func read(
    _ path: String, _ reading: StoryReading, each body: (Article) -> Void
  ) throws(UserError) -> [ReadingError] {
    let file = try MappedFile(path)
    let maker = reading.keepsCaptures ? CaptureMaker(file, manner: .file, name: path) : nil
    return file.withBytes { bytes in
      reading.stories(in: bytes, named: path) { article in
        var article = article
        article.capture = maker?.capture
        body(article)
      }
    }
  }
}

extension StoryReading {
  fileprivate func stories(
    in bytes: UnsafeBufferPointer<UInt8>, named path: String, _ body: (Article) -> Void
  ) -> [ReadingError] {
    let format = format(of: bytes)
    let input = input(path)
    return format.converted(bytes)?.withUnsafeBufferPointer {
      format.stories(in: $0, of: input, body)
    } ?? format.stories(in: bytes, of: input, body)
  }
}

/// A stretch of an input that was cut up.
package struct InputPiece: Sendable {
  let file: MappedFile
  let name: String
  let piece: StoryPiece
  let format: any StoryFormat.Type
  let maker: CaptureMaker

  func forEachArticle(_ reading: StoryReading, _ body: (Article) -> Void) -> [UserError] {
    var input = reading.input(name, firstLine: piece.firstLine)
    input.directory = piece.directory
    return file.withBytes { bytes in
      format.stories(in: UnsafeBufferPointer(rebasing: bytes[piece.bytes]), of: input) { article in
        var article = article
        if reading.keepsCaptures { article.capture = maker.capture }
        if maker.manner == .fetched { article.url = article.url ?? name }
        body(article)
      }
    }.map(UserError.init)
  }
}

/// The files that words mean as stories.
package enum StoryFiles {
  package static func found(_ words: [String]) -> FileFinder.Found {
    FileFinder.files(words, endingIn: StoryFormats.endings)
  }
}
