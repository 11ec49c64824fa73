internal import CZlib

/// Gives bytes in order, as many at a time as are asked for.
protocol ByteSource: AnyObject {
  /// Fewer than `count` only at the end.
  func read(_ count: Int) throws(ArchiveFault) -> [UInt8]
}

/// Unpacks DEFLATE data (RFC 1951) piece by piece: bare as in zip archives, or gzip members (RFC
/// 1952) one after the other, whose checksums zlib compares.
final class Inflater: ByteSource {
  enum Wrapping: Int32 {
    /// zlib's window bits: negative for bare data, 16 more for gzip.
    case bare = -15
    case gzip = 31
    /// RFC 1950, which HTTP calls deflate.
    case zlib = 15
  }

  private let input: UnsafeBufferPointer<UInt8>
  private let wrapping: Wrapping
  /// zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isReady: Bool
  private var isAtEnd = false

  init(_ input: UnsafeBufferPointer<UInt8>, _ wrapping: Wrapping) {
    self.input = input
    self.wrapping = wrapping
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      inflateInit2_(
        stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Bytes of the input that were used up.
  private(set) var used = 0

  func read(_ count: Int) throws(ArchiveFault) -> [UInt8] {
    var fault: ArchiveFault?
    let out = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(ArchiveFault) { filled = try fill(buffer) } catch { fault = error }
    }
    if let fault { throw fault }
    return out
  }

  private func fill(_ out: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveFault) -> Int {
    guard isReady else { throw ArchiveFault(problem: "no memory to unpack it") }
    var filled = 0
    while filled < out.count, !isAtEnd {
      let room = min(out.count - filled, 1 << 30)
      let given = min(input.count - used, 1 << 30)
      stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + used) }
      stream.pointee.avail_in = UInt32(given)
      stream.pointee.next_out = out.baseAddress.map { $0 + filled }
      stream.pointee.avail_out = UInt32(room)
      let result = inflate(stream, Z_NO_FLUSH)
      used += given - Int(stream.pointee.avail_in)
      filled += room - Int(stream.pointee.avail_out)
      switch result {
      case Z_OK: continue
      case Z_STREAM_END: endMember()
      case Z_BUF_ERROR: throw ArchiveFault(problem: "cut off: its packed data ends too early")
      default: throw ArchiveFault(problem: "damaged: its packed data cannot be unpacked")
      }
    }
    return filled
  }

  /// Another gzip member may follow; what else does is no part of it, as gzip(1) has it.
  private func endMember() {
    let rest = input.dropFirst(used)
    guard wrapping == .gzip, rest.starts(with: [0x1F, 0x8B]), inflateReset(stream) == Z_OK else {
      isAtEnd = true
      return
    }
  }

  /// CRC-32 of zip entries.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}

/// Bytes that are here already.
final class MemorySource: ByteSource {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func read(_ count: Int) -> [UInt8] {
    let end = min(bytes.count, at + count)
    defer { at = end }
    return Array(bytes[at..<end])
  }
}
