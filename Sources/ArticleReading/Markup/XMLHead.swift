/// The first element of a document, found without reading the rest: what a form is told by.
struct XMLHead {
  /// Without its prefix.
  var name: String
  /// What the document declares for its prefix, or as the default; "" for none.
  var namespace: String
  /// The addresses that it declares.
  var namespaces: [String]

  /// Bytes in which the element must begin.
  private static let limit = 1 << 14

  /// nil where the bytes begin with no element. Behind a prolog, comments and a doctype; UTF-16 is
  /// read as well.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, first == 0xEF || first >= 0xFE || first <= 0x3C else {
      return nil
    }
    let start = bytes.prefix(Self.limit)
    let isWide = start.prefix(4).contains(0) || first >= 0xFE
    let text = isWide ? start.filter { $0 != 0 && $0 < 0x80 } : Array(start)
    var at = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard Self.passProlog(text, &at) else { return nil }
    var scanner = MarkupScanner(Substring(String(decoding: text[at...], as: UTF8.self)))
    guard case .tag(let tag)? = scanner.next(), !tag.isEnd else { return nil }
    let written = text[(at + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    let pieces = String(decoding: written, as: UTF8.self).split(separator: ":", maxSplits: 1)
    guard let last = pieces.last else { return nil }
    name = String(last)
    let declaration = pieces.count == 2 ? "xmlns:" + pieces[0].lowercased() : "xmlns"
    namespace = tag.attributes[declaration] ?? ""
    namespaces = tag.attributes.filter { $0.key.hasPrefix("xmlns") }.map(\.value).sorted()
  }

  /// Goes to the "<" of the first element.
  private static func passProlog(_ text: [UInt8], _ at: inout Int) -> Bool {
    while at < text.count {
      let rest = text[at...]
      if text[at] <= 0x20 {
        at += 1
      } else if rest.starts(with: Array("<?".utf8)) {
        guard pass("?>", text, &at) else { return false }
      } else if rest.starts(with: Array("<!--".utf8)) {
        guard pass("-->", text, &at) else { return false }
      } else if rest.starts(with: Array("<!".utf8)) {
        guard passDoctype(text, &at) else { return false }
      } else {
        return text[at] == UInt8(ascii: "<")
      }
    }
    return false
  }

  private static func pass(_ mark: String, _ text: [UInt8], _ at: inout Int) -> Bool {
    let mark = Array(mark.utf8)
    while at + mark.count <= text.count {
      if text[at...].starts(with: mark) {
        at += mark.count
        return true
      }
      at += 1
    }
    return false
  }

  /// `<!DOCTYPE rss [ … ]>`
  private static func passDoctype(_ text: [UInt8], _ at: inout Int) -> Bool {
    var depth = 0
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ">"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return true }
    }
    return false
  }
}
