package import ClaimModel

/// A tar archive of stories: ustar, pax or GNU tar (POSIX.1-2017, pax). Links and devices are passed
/// over; each file is read by its own format, as in a zip archive.
package enum TarFormat: StoryFormat {
  package static let name = "tar"
  package static let summary = "a tar archive of stories"
  package static let endings = [".tar"]
  package static let order = 22

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let header = TarHeader(bytes) else { return false }
    return !header.name.isEmpty && bytes[..<TarHeader.length].contains(0)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    stories(from: MemorySource(bytes), of: input, body)
  }

  /// The same, of an archive that is unpacked as it is read.
  static func stories(
    from source: any ByteSource, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    var reading = ArchiveReading("a tar archive", input)
    if reading.isRefused { return reading.errors }
    var reader = TarReader(source, reading.use)
    do throws(ArchiveFault) {
      try reader.forEach { name, contents in reading.read(name, body, contents: contents) }
    } catch {
      // Where an entry was cut off, that is told already.
      if reading.errors.last?.place == nil { reading.add(error) }
    }
    return reading.finish(isWhole: true)
  }
}

extension ReadingError {
  var place: String? {
    if case .malformed(_, let place, _, _) = kind { place } else { nil }
  }
}
