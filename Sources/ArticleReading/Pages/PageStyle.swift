/// What a `style` says of an element.
enum PageStyle {
  /// "font-size: 28px", "font-size:20pt"
  static func isLarge(_ style: ArraySlice<UInt8>) -> Bool {
    let compact = String(decoding: style.prefix(400), as: UTF8.self).lowercased()
      .filter { $0 != " " }
    guard let mark = compact.ranges(of: "font-size:").last else { return false }
    let rest = compact[mark.upperBound...]
    guard let size = Int(rest.prefix { $0.isASCII && $0.isNumber }) else { return false }
    let unit = rest.drop { $0.isNumber || $0 == "." }
    return unit.hasPrefix("px") ? size >= 22 : unit.hasPrefix("pt") && size >= 16
  }

  /// "display: none", "visibility:hidden"
  static func isHidden(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    let compact = style.filter { $0 > 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return ["display:none", "visibility:hidden"].contains { word in
      let word = Array(word.utf8)
      return compact.indices.contains { compact[$0...].starts(with: word) }
    }
  }
}
