package import ArticleReading
package import ClaimModel
package import Disk
import Sessions
package import TerminalText

/// A piece of reading for one worker: a file, or a stretch of an input that was cut up.
package enum StoryWork: Sendable {
  case file(String)
  case piece(InputPiece)
  /// Pieces that come through a pipe.
  case stream(StoryStream)

  /// Cuts the inputs up: what is in memory, and files of formats that are read in pieces, as far as
  /// their names say so; everything else is read file by file.
  static func pieces(
    _ path: String, _ reading: StoryReading, input: () throws(UserError) -> MappedFile
  ) throws(UserError) -> [StoryWork] {
    if let page = reading.fetched[path] {
      return pieces(of: page.bytes, name: page.url, .fetched, reading)
    }
    if path == "-" {
      guard let lines = reading.lines else {
        return pieces(of: try input(), name: path, reading.manner, reading)
      }
      if let stream = try StoryStream(lines, reading) { return [.stream(stream)] }
      return pieces(of: MappedFile(try lines.rest()), name: path, reading.manner, reading)
    }
    guard reading.form?.isCut ?? StoryFormats.isCut(named: path) else { return [.file(path)] }
    return pieces(of: try MappedFile(path), name: path, .file, reading)
  }

  private static func pieces(
    of file: MappedFile, name: String, _ manner: Capture.Manner, _ reading: StoryReading
  ) -> [StoryWork] {
    if reading.takesNothing, file.withBytes(hasNothing) { return [] }
    let format = file.withBytes { reading.format(of: $0) }
    let maker = CaptureMaker(file, manner: manner, name: name == "-" ? nil : name)
    let file = file.withBytes { format.converted($0) }.map(MappedFile.init) ?? file
    return file.withBytes { format.pieces(of: $0) }.map {
      .piece(InputPiece(file: file, name: name, piece: $0, format: format, maker: maker))
    }
  }

  /// Blanks alone, behind a byte order mark or not.
  private static func hasNothing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).allSatisfy { $0 <= 0x20 }
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
    case .stream: 0
    }
  }

  /// Hands over each article, and gives back what could not be read.
  package func forEachArticle(
    _ reading: StoryReading, _ body: (Article) -> Void
  ) -> [UserError] {
    forEachStory(reading) { if case .success(let story) = $0 { body(story.article) } }
  }

  /// Hands over each story, and gives back what could not be read. With `faulted`, records that
  /// are no stories are handed over in their place instead, as far as their format does that.
  package func forEachStory(
    _ reading: StoryReading, faulted: Bool = false,
    _ body: (Result<ReadStory, ReadingError>) -> Void
  ) -> [UserError] {
    switch self {
    case .file(let path):
      do throws(UserError) { return try StoryWork.readInTurn(path, reading, faulted, body) } catch {
        return [error]
      }
    case .piece(let piece): return piece.forEachStory(reading, faulted, body)
    case .stream: return []
    }
  }

  /// The file is let go before its last story is worked on: a long one is not held twice.
  private static func readInTurn(
    _ path: String, _ reading: StoryReading, _ faulted: Bool,
    _ body: (Result<ReadStory, ReadingError>) -> Void
  ) throws(UserError) -> [UserError] {
    var last: Result<ReadStory, ReadingError>?
    let errors = try read(path, reading, faulted) { next in
      if let last { body(last) }
      last = next
    }
    if let last { body(last) }
    return errors.map(UserError.init)
  }

  private static func read(
    _ path: String, _ reading: StoryReading, _ faulted: Bool,
    _ body: (Result<ReadStory, ReadingError>) -> Void
  ) throws(UserError) -> [ReadingError] {
    let file = try MappedFile(path)
    let maker = reading.keepsCaptures ? CaptureMaker(file, manner: .file, name: path) : nil
    return file.withBytes { bytes in
      let format = reading.format(of: bytes)
      let input = reading.input(path)
      func stories(_ bytes: UnsafeBufferPointer<UInt8>) -> [ReadingError] {
        ReadStory.forEach(in: bytes, format, input, faulted) { read in
          body(
            read.map { story in
              var story = story
              story.article.capture = maker?.capture
              return story
            })
        }
      }
      return format.converted(bytes)?.withUnsafeBufferPointer(stories) ?? stories(bytes)
    }
  }
}

/// A story as it was read.
package struct ReadStory: Sendable {
  package var article: Article
  /// Where the input has them: they are not to be found again.
  package var claims: PackedClaims?

  /// The stories of a stretch; `faulted` says whether those that are none are handed over too.
  static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ format: any StoryFormat.Type, _ input: StoryInput,
    _ faulted: Bool, _ body: (Result<ReadStory, ReadingError>) -> Void
  ) -> [ReadingError] {
    var input = input
    let faults = FaultyRecords()
    if faulted { input.faults = faults }
    func handOn(_ article: Article, _ claims: PackedClaims?) {
      for fault in faults.taken() { body(.failure(fault)) }
      body(.success(ReadStory(article: article, claims: claims)))
    }
    defer { for fault in faults.taken() { body(.failure(fault)) } }
    guard let format = format as? any ClaimedStoryFormat.Type else {
      return format.stories(in: bytes, of: input) { handOn($0, nil) }
    }
    return format.claimedStories(in: bytes, of: input, handOn)
  }
}

/// A stretch of an input that was cut up.
package struct InputPiece: Sendable {
  let file: MappedFile
  let name: String
  let piece: StoryPiece
  let format: any StoryFormat.Type
  let maker: CaptureMaker

  func forEachStory(
    _ reading: StoryReading, _ faulted: Bool, _ body: (Result<ReadStory, ReadingError>) -> Void
  ) -> [UserError] {
    var input = reading.input(name, firstLine: piece.firstLine)
    input.directory = piece.directory
    return file.withBytes { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[piece.bytes])
      return ReadStory.forEach(in: bytes, format, input, faulted) { read in
        body(
          read.map { story in
            var story = story
            if reading.keepsCaptures { story.article.capture = maker.capture }
            if maker.manner == .fetched { story.article.url = story.article.url ?? name }
            return story
          })
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
