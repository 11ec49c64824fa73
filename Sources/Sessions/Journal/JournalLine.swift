internal import Crypto

/// A line of a journal: 16 hexadecimal digits of the SHA-256 of its JSON, a blank, the JSON.
enum JournalLine {
  private static let digits = 16

  /// With its line break; `json` may have one at its end.
  static func bytes(_ json: [UInt8]) -> [UInt8] {
    let json = json.last == 0x0A ? json[..<(json.count - 1)] : json[...]
    return Array(checksum(json).utf8) + [0x20] + json + [0x0A]
  }

  /// The JSON of a line without its line break; nil where it is not what was written.
  static func json(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count > digits, line[line.startIndex + digits] == 0x20 else { return nil }
    let json = line[(line.startIndex + digits + 1)...]
    return line.prefix(digits).elementsEqual(checksum(json).utf8) ? json : nil
  }

  private static func checksum(_ json: ArraySlice<UInt8>) -> String {
    json.withUnsafeBytes { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: bytes)
      return hexadecimal(hash.finalize().prefix(digits / 2))
    }
  }
}
