package import ClaimModel

/// A form in which stories come: plain text, JSON Lines. A file a format: its name ends in
/// `Format`, and the build lists it in `storyFormats`.
package protocol StoryFormat: Sendable {
  /// What `--as` and `formats` call it: "html".
  static var name: String { get }

  /// What such inputs are, in a few words: "a saved web page".
  static var summary: String { get }

  /// What the names of such files end in, in lower case: ".txt". Folders are searched for them.
  static var endings: [String] { get }

  /// Formats are asked whether they know an input in the order of these numbers. Plain text, which
  /// takes anything, has the largest.
  static var order: Int { get }

  /// Whether an input is of this form, by its bytes alone: a name may lie, and standard input has
  /// none. The first kilobytes have to do.
  static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool

  /// Whether large inputs are cut up for several workers.
  static var isCut: Bool { get }

  /// The input in the encoding that the format reads; nil if that is how it stands.
  static func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]?

  /// The input cut up, in order; each piece can be read alone.
  static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [StoryPiece]

  /// Hands over each story of a piece, in order, and gives back what is none. Never stops at the
  /// first fault unless the rest cannot be read.
  static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError]
}

extension StoryFormat {
  package static var isCut: Bool { false }
  package static func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? { nil }
  package static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [StoryPiece] {
    [StoryPiece(bytes: 0..<bytes.count, firstLine: 1)]
  }
}

/// A form in which stories bring their claims along.
package protocol ClaimedStoryFormat: StoryFormat {
  /// As `stories`, with the claims of each.
  static func claimedStories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput,
    _ body: (Article, PackedClaims) -> Void
  ) -> [ReadingError]
}

extension ClaimedStoryFormat {
  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    claimedStories(in: bytes, of: input) { article, _ in body(article) }
  }
}

/// A stretch of an input.
package struct StoryPiece: Sendable, Hashable {
  /// Byte offsets into the input, end exclusive.
  package var bytes: Range<Int>
  /// Number of the line that it begins with, from 1.
  package var firstLine: Int
  /// Of an archive, which is read from the whole input, `bytes`: the stretch of its table of
  /// contents that is the piece's; byte offsets.
  package var directory: Range<Int>?
  /// Bytes of text that it has, as far as that is known before it is read.
  package var size: Int

  package init(bytes: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    size = bytes.count
  }
}

/// What a format is told of an input beside its bytes.
package struct StoryInput: Sendable {
  /// As the user knows it: a path, "-".
  package var name: String
  /// Number of the line that the bytes begin with, from 1.
  package var firstLine: Int
  /// The words by which stories are read.
  package var words: ReadingWords
  /// Hears of members of records that are no use here.
  package var passedOver: @Sendable ([String]) -> Void
  /// Hears what a reader should be told of an input that was read: "2 files attached, not read".
  package var told: @Sendable (String) -> Void
  /// Hears of records that are no stories, in their order, where somebody wants to; else they are
  /// given back when all is read. Only JSON Lines tell it.
  package var faults: FaultyRecords?
  /// What the columns of a table mean, as the user says: "Nội dung" → "text".
  package var columns: [String: String]
  /// Reads PDF documents; nil where nothing can.
  package var convertPDF: PDFConversion?
  /// Of a piece of an archive: the stretch of its table of contents to read.
  package var directory: Range<Int>?
  /// Archives that it lies in, and what has been unpacked of them.
  var depth = 0
  var archive: ArchiveUse?

  package init(
    name: String, firstLine: Int = 1, words: ReadingWords = .standard,
    passedOver: @escaping @Sendable ([String]) -> Void = { _ in },
    told: @escaping @Sendable (String) -> Void = { _ in }, columns: [String: String] = [:]
  ) {
    self.name = name
    self.firstLine = firstLine
    self.words = words
    self.passedOver = passedOver
    self.told = told
    self.columns = columns
  }
}

/// The formats that there are.
package enum StoryFormats {
  /// In the order in which they are asked.
  package static let all = storyFormats.sorted { $0.order < $1.order }

  /// What columns of a table and members of a record can say of a story: "text", "title".
  package static let fields = StoryField.allCases.map(\.rawValue)

  /// The format of a name as `--as` gives it; nil for any other.
  package static func named(_ name: String) -> (any StoryFormat.Type)? {
    all.first { $0.name == name.lowercased() }
  }

  /// The format of an input; plain text if no other knows it.
  package static func format(of bytes: UnsafeBufferPointer<UInt8>) -> any StoryFormat.Type {
    all.first { $0.recognises(bytes) } ?? PlainTextFormat.self
  }

  /// Whether an input of this name is to be cut up before it is read.
  package static func isCut(named name: String) -> Bool {
    let name = name.lowercased()
    return all.contains { $0.isCut && $0.endings.contains(where: name.hasSuffix) }
  }

  /// What a story's file name ends in, plain text's first.
  package static let endings = all.reversed().flatMap { $0.endings }
}
