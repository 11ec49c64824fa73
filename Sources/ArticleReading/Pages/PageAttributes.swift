/// The attributes of one start tag; takes those that tell what an element is.
struct PageAttributes {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Behind the tag's name, later behind its `>`.
  private(set) var at: Int
  private(set) var isSelfClosing = false
  /// `type="application/json"`, `application/ld+json`
  private(set) var isData = false
  private(set) var isLinked = false

  private static let longestValue = 8192

  init(bytes: UnsafeBufferPointer<UInt8>, at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private struct Attribute {
    var name: Range<Int>
    /// With its quotation marks.
    var written: Range<Int>
    var value: Range<Int>
    /// Whether "&" stands in the value.
    var isEncoded = false
  }

  mutating func skip() { while next() != nil {} }

  /// Appends the attributes that are of use to `found`, each name once as HTML5 has it.
  ///
  /// Those with references in them, and those that `isWritten` says, are written to `out` as they
  /// stand, for the parser.
  mutating func read(
    into found: inout [PageTree.Attribute], as out: inout [UInt8],
    isWritten: (PageAttributeName) -> Bool
  ) {
    var seen: UInt64 = 0
    while let attribute = next() {
      guard let name = PageAttributeName(UnsafeBufferPointer(rebasing: bytes[attribute.name]))
      else { continue }
      let bit: UInt64 = 1 << UInt64(name.rawValue)
      guard seen & bit == 0 else { continue }
      seen |= bit
      if name == .type { note(bytes[attribute.value]) }
      guard attribute.value.count <= Self.longestValue else { continue }
      if attribute.isEncoded || isWritten(name) {
        write(attribute, to: &out)
      } else {
        found.append(
          PageTree.Attribute(
            name: name, start: Int32(attribute.value.lowerBound),
            count: Int32(attribute.value.count)))
      }
    }
  }

  private func write(_ attribute: Attribute, to out: inout [UInt8]) {
    out.append(0x20)
    out.append(contentsOf: bytes[attribute.name])
    if attribute.written.isEmpty { return }
    out.append(0x3D)
    out.append(contentsOf: bytes[attribute.written])
    // `<a href=x/>`: the slash belongs to the value.
    if attribute.written == attribute.value { out.append(0x20) }
  }

  private mutating func note(_ value: Slice<UnsafeBufferPointer<UInt8>>) {
    let type = String(decoding: value, as: UTF8.self).lowercased()
    isLinked = type.contains("ld+json")
    isData = isLinked || type.contains("json")
  }

  /// The next attribute; nil at the tag's end (13.2.5.32 and following).
  private mutating func next() -> Attribute? {
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == 0x2F {
      isSelfClosing = bytes[at] == 0x2F
      at += 1
    }
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x3E {
      at += 1
      return nil
    }
    isSelfClosing = false
    let start = at
    at += 1
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x2F, bytes[at] != 0x3E,
      bytes[at] != 0x3D
    {
      at += 1
    }
    let name = start..<at
    var equals = at
    while equals < bytes.count, bytes[equals] <= 0x20 { equals += 1 }
    guard equals < bytes.count, bytes[equals] == 0x3D else {
      return Attribute(name: name, written: at..<at, value: at..<at)
    }
    at = equals + 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return value(of: name)
  }

  private mutating func value(of name: Range<Int>) -> Attribute {
    let start = at
    var isEncoded = false
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3E {
        if bytes[at] == 0x26 { isEncoded = true }
        at += 1
      }
      return Attribute(name: name, written: start..<at, value: start..<at, isEncoded: isEncoded)
    }
    let mark = bytes[at]
    at += 1
    let value = at..<(ByteSearch.first(mark, in: bytes, from: at) ?? bytes.count)
    at = value.upperBound
    let inside = UnsafeBufferPointer(rebasing: bytes[value])
    isEncoded = ByteSearch.first(0x26, in: inside) != nil
    guard at < bytes.count else {
      return Attribute(name: name, written: at..<at, value: at..<at)
    }
    at += 1
    return Attribute(name: name, written: start..<at, value: value, isEncoded: isEncoded)
  }
}

/// The attributes that say what an element is.
enum PageAttributeName: UInt8, CaseIterable {
  case `class`, id, itemprop, itemtype, role, rel, href, style, type, name, property, content
  case datetime, hidden, lang, align, size, title
  case ariaHidden, ariaLabel, dataRole, dataTestid, dataComponent, dataType, dataField
  case dataTime, dataTimestamp

  /// As written in a page, in any case.
  init?(_ written: UnsafeBufferPointer<UInt8>) {
    guard written.count <= 14 else { return nil }
    var key: UInt64 = 0
    for byte in written {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      key = key &* 131 &+ UInt64(lower)
    }
    guard let found = Self.table[key] else { return nil }
    self = found
  }

  private static let table: KeyMap<PageAttributeName> = {
    var table = KeyMap<PageAttributeName>(capacity: 128)
    for name in allCases {
      let written = "\(name)".flatMap { $0.isUppercase ? "-" + $0.lowercased() : String($0) }
      table[String(written).utf8.reduce(0) { $0 &* 131 &+ UInt64($1) }] = name
    }
    return table
  }()
}
