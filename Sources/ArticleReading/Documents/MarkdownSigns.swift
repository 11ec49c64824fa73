/// What of a text's first lines is Markdown and hardly anything else. Every plain text is asked:
/// it looks at bytes alone.
struct MarkdownSigns {
  private var strong = 0
  private var headings = 0
  private var weak = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[at..<end])
      at = min(end + 1, bytes.count)
      let next = UnsafeBufferPointer(rebasing: bytes[at...])
      read(line, isAlone: next.first { !Self.isBlank($0) }.map { $0 == 0x0A } ?? true)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, isAlone: Bool) {
    guard let first = line.firstIndex(where: { !Self.isBlank($0) }) else { return }
    let start = UnsafeBufferPointer(rebasing: line[first...])
    switch start[0] {
    case UInt8(ascii: "#"): if isAlone, Self.isHeading(start) { headings += 1 }
    case UInt8(ascii: "`"): if start.starts(with: "```".utf8) { strong += 1 }
    case UInt8(ascii: "["): if Self.isDefinition(start) { strong += 1 }
    case UInt8(ascii: ">"): if start.count > 1, start[1] == 0x20 { weak += 1 }
    case UInt8(ascii: "<"): if start.starts(with: "<!--".utf8) { weak += 1 }
    default: break
    }
    readMarks(start)
  }

  /// `](http` and `**An**` within a line.
  private mutating func readMarks(_ line: UnsafeBufferPointer<UInt8>) {
    var (pairs, hasLink, last) = (0, false, UInt8(0))
    for (at, byte) in line.enumerated() {
      if byte == last, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        pairs += 1
        last = 0
        continue
      }
      if byte == UInt8(ascii: "("), last == UInt8(ascii: "]") {
        let target = line[(at + 1)...]
        hasLink =
          hasLink
          || ["http", "/", "./"].contains { (mark: String) in target.starts(with: mark.utf8) }
      }
      last = byte
    }
    if hasLink { strong += 1 }
    if pairs >= 2 { weak += 1 }
  }

  /// `## Lũ`
  private static func isHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard level <= 6, level < line.count, isBlank(line[level]) else { return false }
    return line[level...].contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
  }

  /// `[1]: https://a.example`
  private static func isDefinition(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let close = line.prefix(80).firstIndex(of: UInt8(ascii: "]")),
      line[close...].starts(with: "]: ".utf8)
    else { return false }
    return line[(close + 3)...].contains(UInt8(ascii: ":"))
      || line[(close + 3)...].first == UInt8(ascii: "/")
  }

  /// A heading alone at its line, a link or a fence with one more sign of any kind, or two links.
  var areClear: Bool {
    headings >= 2 || headings >= 1 && strong + weak >= 1 || strong >= 2 || strong >= 1 && weak >= 1
  }

  var areThere: Bool { headings + strong + weak > 0 }
}
