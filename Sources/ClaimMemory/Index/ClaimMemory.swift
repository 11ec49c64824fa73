internal import Disk
package import TerminalText

/// Claims of past sessions in one file, which is mapped: what a look-up does not need is not read.
///
/// The file is replaced whole, so that a memory that is open stays what it was. All places in it are
/// checked where they are used: of a damaged one is said so, nothing of it is believed.
package struct ClaimMemory: Sendable {
  package let path: String
  package let sessions: [String]
  package var claimCount: Int { header.claimCount }
  /// Bytes of the file.
  package var size: Int { header.length }

  let file: MappedFile
  let header: FileHeader

  /// Throws a `MemoryError`, or why the file cannot be read. `verifying` reads all of it and finds
  /// any change; without it header and length are looked at.
  package init(_ path: String, verifying: Bool = false) throws(UserError) {
    do throws(UserError) {
      file = try MappedFile(path)
    } catch {
      if case FileError.notFound? = error.cause as? FileError {
        throw UserError(MemoryError.missing(path))
      }
      throw error
    }
    self.path = path
    let file = file
    do throws(MemoryError) {
      (header, sessions) = try file.withBytes { bytes throws(MemoryError) in
        let header = try FileHeader(bytes, of: path)
        if verifying {
          let rest = UnsafeBufferPointer(rebasing: bytes[FileHeader.size...])
          guard FileSum.of(rest) == header.sum else {
            throw .broken(path, reason: "its bytes are not those that were written")
          }
        }
        return (header, try Self.sessions(header, bytes, path))
      }
    } catch { throw UserError(error) }
  }

  private static func sessions(
    _ header: FileHeader, _ bytes: UnsafeBufferPointer<UInt8>, _ path: String
  ) throws(MemoryError) -> [String] {
    var sessions = [String]()
    guard header.areInOrder,
      var reader = RecordReader(bytes, from: FileHeader.size, to: header.entriesAt)
    else { throw .broken(path, reason: "its parts do not fit together") }
    for _ in 0..<header.sessionCount {
      guard let session = reader.text() else {
        throw .broken(path, reason: "the list of its sessions ends early")
      }
      sessions.append(session)
    }
    return sessions
  }

  /// The claim at a place, from 0.
  package func claim(at place: Int) throws(MemoryError) -> RememberedClaim {
    let claim = file.withBytes { bytes -> RememberedClaim? in
      guard let (range, _) = entry(place, bytes),
        var reader = RecordReader(bytes, from: range.lowerBound, to: range.upperBound)
      else { return nil }
      return RememberedClaim(&reader, sessions: sessions)
    }
    guard let claim else { throw .broken(path, reason: "claim \(place + 1) cannot be read") }
    return claim
  }

  /// Where a claim's record lies, and whether the claim was checked.
  func entry(
    _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (record: Range<Int>, isChecked: Bool)? {
    guard place >= 0, place < header.claimCount else { return nil }
    let at = header.entriesAt + 8 * place
    let (own, next) = (bytes.integer(at), bytes.integer(at + 8))
    let start = header.recordsAt + Int(own & ~(1 << 63))
    let end = header.recordsAt + Int(next & ~(1 << 63))
    guard start <= end, end <= header.termsAt, start >= header.recordsAt else { return nil }
    return (start..<end, own >> 63 == 1)
  }

  /// Its sessions with how many claims each has, and of how many somebody said something.
  package var sessionCounts: [(path: String, claims: Int, checked: Int)] {
    var counts = sessions.map { (path: $0, claims: 0, checked: 0) }
    file.withBytes { bytes in
      for place in 0..<header.claimCount {
        guard let (record, isChecked) = entry(place, bytes),
          var reader = RecordReader(bytes, from: record.lowerBound, to: record.upperBound),
          let session = reader.number(), counts.indices.contains(session)
        else { continue }
        counts[session].claims += 1
        if isChecked { counts[session].checked += 1 }
      }
    }
    return counts
  }
}

extension FileHeader {
  /// Whether the parts follow one another and have room for what they hold.
  var areInOrder: Bool {
    let counts = [sessionCount, claimCount, termCount]
    guard counts.allSatisfy({ $0 >= 0 && $0 <= length }) else { return false }
    return Self.size <= entriesAt && entriesAt <= length
      && entriesAt + 8 * (claimCount + 1) == recordsAt && recordsAt <= termsAt
      && termsAt + 16 * termCount == postingsAt && postingsAt <= length
  }
}
