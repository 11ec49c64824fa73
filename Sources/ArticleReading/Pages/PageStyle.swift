/// What a `style` says of an element.
enum PageStyle {
  private static let longest = 400

  /// In lower case without blanks: "Text-Align: right" → "text-align:right"
  static func compact(_ style: ArraySlice<UInt8>) -> [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(min(style.count, longest))
    for byte in style.prefix(longest) where byte != 0x20 {
      out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return out
  }

  static func holds(_ style: [UInt8], _ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return style.withUnsafeBufferPointer {
      !ByteSearch.places(of: word, in: $0, most: 1).isEmpty
    }
  }

  /// "font-size: 28px", "font-size:20pt"
  static func isLarge(_ style: ArraySlice<UInt8>, isBold: Bool = false) -> Bool {
    let style = compact(style)
    guard holds(style, "font-size:") else { return false }
    let compact = String(decoding: style, as: UTF8.self)
    guard let mark = compact.ranges(of: "font-size:").last else { return false }
    let rest = compact[mark.upperBound...]
    guard let size = Int(rest.prefix { $0.isASCII && $0.isNumber }) else { return false }
    let unit = rest.drop { $0.isNumber || $0 == "." }
    let (pixels, points) = isBold ? (18, 14) : (22, 16)
    return unit.hasPrefix("px") ? size >= pixels : unit.hasPrefix("pt") && size >= points
  }

  /// "display: none", "visibility:hidden"
  static func isHidden(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    let compact = style.filter { $0 > 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return holds(compact, "display:none") || holds(compact, "visibility:hidden")
  }
}
