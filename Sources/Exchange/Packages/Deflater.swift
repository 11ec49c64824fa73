internal import CZlib

/// Packs bytes as bare DEFLATE data (RFC 1951), as zip archives hold it.
enum Deflater {
  /// Empty where zlib cannot pack them.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let bare: Int32 = -15
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, bare, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return bytes }
    defer { deflateEnd(&stream) }
    var out = [UInt8]()
    out.reserveCapacity(bytes.count / 3 + 64)
    bytes.withUnsafeBufferPointer { run(&stream, $0, into: &out) }
    return out
  }

  /// zlib counts in 32 bits: input and output go through in pieces.
  private static func run(
    _ stream: inout z_stream, _ input: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
  ) {
    var used = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var result = Z_OK
    while result == Z_OK {
      let given = min(input.count - used, 1 << 30)
      stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + used) }
      stream.avail_in = UInt32(given)
      let isLast = used + given == input.count
      room.withUnsafeMutableBufferPointer { room in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        result = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        out.append(contentsOf: room[..<(room.count - Int(stream.avail_out))])
      }
      used += given - Int(stream.avail_in)
    }
  }

  /// CRC-32 of zip entries.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
