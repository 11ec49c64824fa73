package import ClaimModel

/// gzip data (RFC 1952), of one member or more, around any other form: `.json.gz`, `.tar.gz`,
/// `.warc.gz`. Archives and JSON Lines are read as they are unpacked, everything else whole.
package enum GzipFormat: StoryFormat {
  package static let name = "gzip"
  package static let summary = "any of these, packed by gzip"
  package static let endings = [".gz", ".tgz"]
  package static let order = 21
  private static let form = "gzip data"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 8])
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    var reading = ArchiveReading(form, input)
    if reading.isRefused { return reading.errors }
    var inner = input
    inner.archive = reading.use
    inner.depth += 1
    do throws(ArchiveFault) {
      let head = try? Inflater(bytes, .gzip).read(8192)
      let format = head?.withUnsafeBufferPointer(StoryFormats.format(of:))
      if format == TarFormat.self {
        let source = GuardedSource(Inflater(bytes, .gzip), reading.use)
        return TarFormat.stories(from: source, of: inner, body)
      }
      if format == JSONLinesFormat.self { return try lines(bytes, inner, body) }
      let whole = try unpacked(bytes, reading.use)
      return whole.withUnsafeBufferPointer {
        StoryFormats.format(of: $0).stories(whole: $0, of: inner, body)
      }
    } catch {
      reading.add(error)
      return reading.errors
    }
  }

  private static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ use: ArchiveUse
  ) throws(ArchiveFault) -> [UInt8] {
    let source = Inflater(bytes, .gzip)
    var whole = [UInt8]()
    while true {
      let more = try source.read(1 << 20)
      if more.isEmpty { return whole }
      whole += more
      try use.take(more.count)
      try use.limits.check(size: whole.count, packed: source.used)
    }
  }

  /// JSON Lines, some at a time.
  private static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput, _ body: (Article) -> Void
  ) throws(ArchiveFault) -> [ReadingError] {
    let use = input.archive ?? ArchiveUse()
    let source = GuardedSource(Inflater(bytes, .gzip), use)
    var (input, rest, errors) = (input, [UInt8](), [ReadingError]())
    while true {
      let more = try source.read(1 << 20)
      rest += more
      let end = more.isEmpty ? rest.count : (rest.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
      guard end > 0 || !more.isEmpty else { return errors }
      try use.limits.check(size: rest.count, packed: rest.count)
      errors += rest[..<end].withUnsafeBufferPointer {
        JSONLinesFormat.stories(in: $0, of: input, body)
      }
      input.firstLine += rest[..<end].count { $0 == 0x0A }
      rest.removeFirst(end)
    }
  }
}

/// Unpacked bytes, counted.
private final class GuardedSource: ByteSource {
  private let source: Inflater
  private let use: ArchiveUse
  private var sum = 0

  init(_ source: Inflater, _ use: ArchiveUse) {
    self.source = source
    self.use = use
  }

  func read(_ count: Int) throws(ArchiveFault) -> [UInt8] {
    let bytes = try source.read(count)
    sum += bytes.count
    try use.limits.checkRatio(size: sum, packed: source.used)
    return bytes
  }
}
