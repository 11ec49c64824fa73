import CZlib

/// Writes zip archives for tests, right ones and wrong ones.
struct ZipMaker {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var isPacked = true
    var flags = 0x800
    var method: Int?
    /// What the table of contents says instead of the truth.
    var size: Int?
    var checksum: UInt32?
    /// Sizes behind the data, none before it.
    var hasDescriptor = false

    init(_ name: String, _ text: String, isPacked: Bool = true) {
      self.init(name, Array(text.utf8), isPacked: isPacked)
    }

    init(_ name: String, _ data: [UInt8], isPacked: Bool = true) {
      self.name = Array(name.utf8)
      self.data = data
      self.isPacked = isPacked
    }
  }

  static func zip(_ entries: [Entry], comment: String = "", isZIP64: Bool = false) -> [UInt8] {
    var (out, table) = ([UInt8](), [UInt8]())
    for entry in entries {
      let packed = entry.isPacked ? deflated(entry.data) : entry.data
      let method = entry.method ?? (entry.isPacked ? 8 : 0)
      let sum = entry.checksum ?? UInt32(crc32(0, entry.data, UInt32(entry.data.count)))
      let size = entry.size ?? entry.data.count
      let offset = out.count
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
      let sizes = little(Int(sum), 4) + little(packed.count, 4) + little(size, 4)
      let head = little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4)
      out += [0x50, 0x4B, 3, 4] + head
      out += entry.hasDescriptor ? [UInt8](repeating: 0, count: 12) : sizes
      out += little(entry.name.count, 2) + little(0, 2) + entry.name + packed
      if entry.hasDescriptor { out += [0x50, 0x4B, 7, 8] + sizes }
      let long =
        little(1, 2) + little(24, 2) + little(size, 8) + little(packed.count, 8)
        + little(offset, 8)
      table += [0x50, 0x4B, 1, 2] + little(20, 2) + head
      table += isZIP64 ? little(Int(sum), 4) + [UInt8](repeating: 0xFF, count: 8) : sizes
      table += little(entry.name.count, 2) + little(isZIP64 ? long.count : 0, 2) + little(0, 2)
      table += little(0, 8) + (isZIP64 ? [0xFF, 0xFF, 0xFF, 0xFF] : little(offset, 4))
      table += entry.name + (isZIP64 ? long : [])
    }
    let start = out.count
    out += table
    if isZIP64 {
      let end = out.count
      out += [0x50, 0x4B, 6, 6] + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
      out += little(entries.count, 8) + little(entries.count, 8) + little(table.count, 8)
      out += little(start, 8) + [0x50, 0x4B, 6, 7] + little(0, 4) + little(end, 8) + little(1, 4)
    }
    out += [0x50, 0x4B, 5, 6] + little(0, 4)
    out += isZIP64 ? [0xFF, 0xFF, 0xFF, 0xFF] : little(entries.count, 2) + little(entries.count, 2)
    out += isZIP64 ? [UInt8](repeating: 0xFF, count: 8) : little(table.count, 4) + little(start, 4)
    return out + little(comment.utf8.count, 2) + Array(comment.utf8)
  }

  static func little(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  static func deflated(_ data: [UInt8], window: Int32 = -15) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var data = data
    let room = Int(deflateBound(&stream, UInt(data.count))) + 64
    return [UInt8](unsafeUninitializedCapacity: room) { out, filled in
      data.withUnsafeMutableBufferPointer { data in
        stream.next_in = data.baseAddress
        stream.avail_in = UInt32(data.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(room)
        deflate(&stream, Z_FINISH)
      }
      filled = room - Int(stream.avail_out)
    }
  }

  static func gzip(_ data: [UInt8]) -> [UInt8] { deflated(data, window: 31) }

  /// A ustar archive; longer names in a pax header.
  static func tar(_ files: [(name: String, data: [UInt8])]) -> [UInt8] {
    var out = [UInt8]()
    for (name, data) in files {
      if name.utf8.count > 100 {
        let member = " path=\(name)\n"
        var length = member.utf8.count + 2
        length = member.utf8.count + String(length).utf8.count
        let record = Array("\(member.utf8.count + String(length).utf8.count)\(member)".utf8)
        out += tarHeader("pax", record.count, kind: "x") + padded(record)
      }
      out += tarHeader(String(name.prefix(60)), data.count, kind: "0") + padded(data)
    }
    return out + [UInt8](repeating: 0, count: 1024)
  }

  static func tarHeader(_ name: String, _ size: Int, kind: String) -> [UInt8] {
    func octal(_ number: Int, _ length: Int) -> [UInt8] {
      let digits = String(number, radix: 8)
      return Array((String(repeating: "0", count: length - digits.count) + digits).utf8)
    }
    var block = Array(name.utf8) + [UInt8](repeating: 0, count: 100 - name.utf8.count)
    block += Array("0000644\0".utf8) + Array("0000000\0".utf8) + Array("0000000\0".utf8)
    block += octal(size, 11) + [0] + octal(0, 11) + [0] + Array("        ".utf8)
    block += Array(kind.utf8) + [UInt8](repeating: 0, count: 100) + Array("ustar\u{0}00".utf8)
    block += [UInt8](repeating: 0, count: 512 - block.count)
    let sum = block.reduce(0) { $0 + Int($1) }
    block.replaceSubrange(148..<156, with: octal(sum, 6) + [0, 0x20])
    return block
  }

  private static func padded(_ data: [UInt8]) -> [UInt8] {
    data + [UInt8](repeating: 0, count: -data.count & 511)
  }
}
