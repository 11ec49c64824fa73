/// The files in a zip archive, for readers who know their names themselves.
package enum ArchiveFiles {
  /// nil where the bytes are no zip archive. Folders are left out; an archive that would unpack to
  /// more than any has is refused.
  package static func files(
    in bytes: UnsafeBufferPointer<UInt8>, named input: String
  ) throws(ReadingError) -> [(name: String, bytes: [UInt8])]? {
    guard ZipDirectory.isMarked(bytes) else { return nil }
    do throws(ArchiveFault) {
      let parts = try ZipPackageParts(bytes)
      var files = [(name: String, bytes: [UInt8])]()
      for name in parts.names where !name.hasSuffix("/") {
        if let bytes = try parts.part(name) { files.append((name, bytes)) }
      }
      return files
    } catch {
      throw ReadingError(
        input: input,
        kind: .malformed(
          form: "a zip archive", place: nil, problem: error.problem, remedy: error.remedy))
    }
  }
}
