/// Tells a piece of a JSON file that lacks its beginning from a story.
enum JSONPiece {
  /// Whether, of the lines that are not blank, at least eight, nine in ten begin and end as lines of
  /// a JSON file that is laid out do: `"kind": "direct",`, `[48, 179],`, `}`. The first is passed
  /// over: it may be half a line.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = 0
    var alike = 0
    for line in bytes.prefix(1 << 16).split(separator: 0x0A).dropFirst() {
      guard let first = line.first(where: { $0 > 0x20 }), let last = line.last(where: { $0 > 0x20 })
      else { continue }
      lines += 1
      let opens = [UInt8(ascii: "\""), 0x5B, 0x5D, 0x7B, 0x7D].contains(first)
      let closes = [UInt8(ascii: ","), 0x5B, 0x5D, 0x7B, 0x7D, 0x22].contains(last)
      if opens && closes { alike += 1 }
    }
    return lines >= 8 && alike * 10 >= lines * 9
  }
}
