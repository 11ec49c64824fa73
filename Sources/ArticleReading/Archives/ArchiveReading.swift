internal import ClaimModel

/// Reads the entries of one archive one after the other, each by its own format. What is bad is
/// told by its path, what is no story is counted.
struct ArchiveReading {
  let form: String
  let input: StoryInput
  let use: ArchiveUse
  private(set) var errors: [ReadingError] = []
  private var others = PassedOverFiles()
  private(set) var stories = 0
  private var entries = 0
  /// Whether files that are passed over by their names are counted.
  var countsOthers = true

  /// Refused where archives lie too deep within each other.
  init(_ form: String, _ input: StoryInput) {
    self.form = form
    self.input = input
    use = input.archive ?? ArchiveUse()
    if input.depth >= use.limits.depth {
      add(
        ArchiveFault(
          problem: "an archive within \(input.depth) others, more than are opened",
          remedy: "unpack the outer ones and give their files"))
    }
  }

  var isRefused: Bool { !errors.isEmpty && entries == 0 }

  /// An error of the archive as a whole, or of an entry.
  mutating func add(_ fault: ArchiveFault, at path: String? = nil) {
    let place = path.map { "entry '\($0)'" }
    errors.append(
      ReadingError(
        input: input.name,
        kind: .malformed(form: form, place: place, problem: fault.problem, remedy: fault.remedy)))
  }

  /// Reads an entry where its name promises a story; `contents` unpacks it.
  mutating func read(
    _ name: String, _ body: (Article) -> Void, contents: () throws(ArchiveFault) -> [UInt8]
  ) {
    entries += 1
    let path = ArchiveEntryKind.path(name)
    switch ArchiveEntryKind(path) {
    case .hidden: return
    case .other(let kind): if countsOthers { others.add(kind) }
    case .story(let isSure):
      do throws(ArchiveFault) {
        let bytes = try contents()
        bytes.withUnsafeBufferPointer { read($0, at: path, isSure: isSure, body) }
      } catch { add(error, at: path) }
    }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at path: String, isSure: Bool, _ body: (Article) -> Void
  ) {
    let format = StoryFormats.format(of: bytes)
    let found = format.stories(whole: bytes, of: inner(path)) {
      stories += 1
      body($0)
    }
    // A file of an unknown kind that is no text is as good as a picture.
    if !isSure, format == PlainTextFormat.self, found.contains(where: \.isOfNoText) {
      others.add("other file")
    } else {
      errors += found
    }
  }

  private func inner(_ path: String) -> StoryInput {
    var inner = input
    inner.name += "/" + path
    inner.firstLine = 1
    inner.directory = nil
    inner.archive = use
    inner.depth += 1
    return inner
  }

  /// Counts an entry without reading it.
  mutating func count(_ name: String) {
    entries += 1
    if case .other(let kind) = ArchiveEntryKind(ArchiveEntryKind.path(name)) { others.add(kind) }
  }

  /// Tells what was passed over. An archive without any story is an error.
  mutating func finish(isWhole: Bool) -> [ReadingError] {
    if isWhole, stories == 0, errors.isEmpty {
      add(
        ArchiveFault(
          problem: "no story in it" + (others.words.map { ", only \($0)" } ?? ""),
          remedy: "give an archive of pages, documents or texts"))
    } else {
      tell()
    }
    return errors
  }

  func tell() {
    if let words = others.words { input.told("\(input.name): \(words) passed over") }
  }
}

extension StoryFormat {
  /// The stories of a whole input, converted first where the format asks for it.
  static func stories(
    whole bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    converted(bytes)?.withUnsafeBufferPointer { stories(in: $0, of: input, body) }
      ?? stories(in: bytes, of: input, body)
  }
}

extension ReadingError {
  fileprivate var isOfNoText: Bool {
    switch kind {
    case .binary, .empty, .invalidUTF8, .invalidUTF16, .unsupportedEncoding: true
    default: false
    }
  }
}
