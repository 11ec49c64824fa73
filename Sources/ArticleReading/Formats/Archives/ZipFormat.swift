package import ClaimModel

/// A zip archive of stories (APPNOTE.TXT 6.3.10): each file in it is read by its own format, its
/// name is that of the archive and its path. A bad one is told by its path, the good ones load.
/// Office documents, which are zip archives too, have formats of their own.
package enum ZipFormat: StoryFormat {
  package static let name = "zip"
  package static let summary = "a zip archive of stories"
  package static let endings = [".zip"]
  package static let order = 20
  package static let isCut = true
  private static let form = "a zip archive"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ZipDirectory.isMarked(bytes)
  }

  /// Bytes of stories in a piece, unpacked, and entries.
  private static let pieceSize = 1 << 20
  private static let pieceEntries = 512

  /// The table of contents cut up: each piece is read from the whole archive. One piece where
  /// something is wrong with the archive.
  package static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [StoryPiece] {
    let whole = [StoryPiece(bytes: 0..<bytes.count, firstLine: 1)]
    guard ZipPackage(bytes) == nil, let directory = try? ZipDirectory(bytes),
      (try? checked(directory, ArchiveUse().limits)) != nil
    else { return whole }
    var pieces = [StoryPiece]()
    var start = directory.table.lowerBound
    var (size, count, stories) = (0, 0, 0)
    func cut(_ end: Int) {
      guard end > start else { return }
      var piece = StoryPiece(bytes: 0..<bytes.count, firstLine: 1)
      piece.directory = start..<end
      piece.size = size
      pieces.append(piece)
      (start, size, count) = (end, 0, 0)
    }
    try? directory.forEach { entry, place throws(ArchiveFault) in
      if case .story = ArchiveEntryKind(ArchiveEntryKind.path(entry.name)) {
        size += max(0, entry.size)
        stories += 1
      }
      count += 1
      if size >= pieceSize || count >= pieceEntries { cut(place.upperBound) }
    }
    cut(directory.table.upperBound)
    return stories == 0 || pieces.isEmpty ? whole : pieces
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    if let package = ZipPackage(bytes) {
      return [ReadingError(input: input.name, kind: .binary(format: package.words, offset: 0))]
    }
    var reading = ArchiveReading(form, input)
    if reading.isRefused { return reading.errors }
    do throws(ArchiveFault) {
      let directory = try ZipDirectory(bytes)
      if input.directory == nil { try checked(directory, reading.use.limits) }
      try read(directory, &reading, body)
    } catch {
      reading.add(error)
    }
    return reading.finish(isWhole: input.directory == nil)
  }

  /// The files passed over are told once, with the first piece.
  private static func read(
    _ directory: ZipDirectory, _ reading: inout ArchiveReading, _ body: (Article) -> Void
  ) throws(ArchiveFault) {
    let range = reading.input.directory ?? directory.table
    guard directory.table.lowerBound <= range.lowerBound,
      range.upperBound <= directory.table.upperBound
    else { throw ArchiveFault(problem: "changed while it was read") }
    let use = reading.use
    let isFirst = range.lowerBound == directory.table.lowerBound
    reading.countsOthers = isFirst
    try directory.forEach(in: range) { entry, _ throws(ArchiveFault) in
      reading.read(entry.name, body) { () throws(ArchiveFault) in
        try entry.contents(in: directory.bytes, use)
      }
    }
    guard isFirst else { return }
    try directory.forEach(in: range.upperBound..<directory.table.upperBound) { entry, _ in
      reading.count(entry.name)
    }
  }

  /// Refuses archives that are made to do harm before anything of them is read: too many entries,
  /// too many bytes, entries that lie over each other.
  private static func checked(
    _ directory: ZipDirectory, _ limits: ArchiveLimits
  ) throws(ArchiveFault) {
    guard directory.count <= limits.entries else {
      throw ArchiveFault(
        problem: "\(directory.count) entries, more than the \(limits.entries) that are read",
        remedy: "cut it up into smaller archives")
    }
    var (count, packed, size) = (0, 0, 0)
    try directory.forEach { entry, _ throws(ArchiveFault) in
      count += 1
      packed += max(0, min(entry.packed, 1 << 50)) + 30
      size += max(0, min(entry.size, 1 << 50))
      guard count <= limits.entries, packed <= directory.bytes.count else {
        throw ArchiveFault(
          problem: "entries that lie over each other, as in a zip bomb",
          remedy: "unpack it yourself if you know what it is, and give its files")
      }
      guard size <= limits.totalSize else {
        throw ArchiveFault(
          problem:
            "unpacks to more than \(limits.totalSize >> 20) MiB in all, the most that is taken",
          remedy: "cut it up into smaller archives")
      }
    }
    guard count == directory.count || directory.count == 0xFFFF else {
      throw ArchiveFault(
        problem: "damaged: \(directory.count) entries announced, \(count) there")
    }
  }
}
