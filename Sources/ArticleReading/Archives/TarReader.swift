/// Reads the files of a tar archive from front to back, from memory or as they are unpacked.
struct TarReader {
  private let source: any ByteSource
  private let use: ArchiveUse
  private var entries = 0

  init(_ source: any ByteSource, _ use: ArchiveUse) {
    self.source = source
    self.use = use
  }

  /// The contents of a file can be asked for once, while it is handed over.
  mutating func forEach(
    _ body: (_ name: String, _ contents: () throws(ArchiveFault) -> [UInt8]) -> Void
  ) throws(ArchiveFault) {
    var longName: String?
    var longSize: Int?
    while let header = try next() {
      switch header.kind {
      case UInt8(ascii: "x"):
        let members = Self.members(try small(header))
        longName = members["path"] ?? longName
        longSize = members["size"].flatMap { Int($0) } ?? longSize
        continue
      case UInt8(ascii: "L"):
        longName = String(decoding: try small(header).prefix { $0 != 0 }, as: UTF8.self)
        continue
      case UInt8(ascii: "g"), UInt8(ascii: "K"): _ = try small(header)
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        try hand(longName ?? header.name, max(0, longSize ?? header.size), body)
      default: try skip(max(0, longSize ?? header.size))
      }
      (longName, longSize) = (nil, nil)
    }
  }

  private mutating func next() throws(ArchiveFault) -> TarHeader? {
    let block = try source.read(TarHeader.length)
    if block.isEmpty || block.allSatisfy({ $0 == 0 }) { return nil }
    guard block.count == TarHeader.length else { throw Self.cutOff }
    guard let header = block.withUnsafeBufferPointer(TarHeader.init) else {
      throw ArchiveFault(problem: "damaged: entry \(entries + 1) has no header that fits it")
    }
    entries += 1
    guard entries <= use.limits.entries else {
      throw ArchiveFault(
        problem: "more than the \(use.limits.entries) entries that are read",
        remedy: "cut it up into smaller archives")
    }
    return header
  }

  private func hand(
    _ name: String, _ size: Int,
    _ body: (_ name: String, _ contents: () throws(ArchiveFault) -> [UInt8]) -> Void
  ) throws(ArchiveFault) {
    var isRead = false
    var end: ArchiveFault?
    body(name) { () throws(ArchiveFault) in
      try use.limits.check(size: size, packed: size)
      try use.take(size)
      isRead = true
      do throws(ArchiveFault) {
        // Room is made as the bytes come: the size may be a lie.
        var bytes = [UInt8]()
        while bytes.count < size {
          let more = try source.read(min(size - bytes.count, 1 << 20))
          guard !more.isEmpty else { throw Self.cutOff }
          bytes += more
        }
        return bytes
      } catch {
        end = error
        throw error
      }
    }
    if let end { throw end }
    try skip(isRead ? 0 : size, padding: -size & 511)
  }

  /// A pax header or long name.
  private func small(_ header: TarHeader) throws(ArchiveFault) -> [UInt8] {
    guard (0...(1 << 20)).contains(header.size) else {
      throw ArchiveFault(problem: "damaged: a header of \(header.size) bytes")
    }
    let bytes = try source.read(header.size)
    guard bytes.count == header.size else { throw Self.cutOff }
    try skip(0, padding: -header.size & 511)
    return bytes
  }

  private func skip(_ size: Int, padding: Int? = nil) throws(ArchiveFault) {
    var rest = size.addingReportingOverflow(padding ?? (-size & 511)).partialValue
    while rest > 0 {
      let read = try source.read(min(rest, 1 << 16)).count
      guard read > 0 else { throw Self.cutOff }
      rest -= read
    }
  }

  private static let cutOff = ArchiveFault(
    problem: "cut off in the middle of a file", remedy: "copy or download it anew")

  /// "18 path=a/b.txt\n" → ["path": "a/b.txt"]
  private static func members(_ bytes: [UInt8]) -> [String: String] {
    var members: [String: String] = [:]
    var rest = bytes[...]
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)),
      length > blank - rest.startIndex, length <= rest.count
    {
      let member = rest[(blank + 1)..<(rest.startIndex + length)].dropLast()
      if let equals = member.firstIndex(of: 0x3D) {
        let key = String(decoding: member[..<equals], as: UTF8.self)
        members[key] = String(decoding: member[(equals + 1)...], as: UTF8.self)
      }
      rest = rest.dropFirst(length)
    }
    return members
  }
}
