/// A page's bytes as UTF-8, without a byte order mark.
///
/// The order of HTML5, but that bytes which are valid UTF-8 are that whatever is declared: byte
/// order mark, UTF-8, the charset that a server named, the one declared in the first 1,024 bytes,
/// else what the bytes look like.
struct PageDecoder {
  struct Decoded {
    var bytes: [UInt8]
    /// As named to people: "UTF-8".
    var encoding: String
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The charset that stands outside the page: in the header of a response or of a part.
  var charset: String?

  func decoded() throws(TextDecoder.Failure) -> Decoded {
    guard !bytes.isEmpty else { throw .init(.empty) }
    let decoder = TextDecoder(bytes: bytes)
    if let order = decoder.byteOrder() {
      return Decoded(bytes: Array(try decoder.utf16(order).utf8), encoding: order.encoding)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = UnsafeBufferPointer(rebasing: bytes[start...])
    if let nul = ByteSearch.first(0, in: content) {
      return try withoutNuls(content, first: start + nul)
    }
    return try decoded(content)
  }

  /// HTML5 passes over single bytes 0; many of them are no page.
  private func withoutNuls(
    _ content: UnsafeBufferPointer<UInt8>, first: Int
  ) throws(TextDecoder.Failure) -> Decoded {
    let rest = content.filter { $0 != 0 }
    guard (content.count - rest.count) * 100 < content.count else {
      throw .init(.binary(format: nil, offset: first))
    }
    return try rest.withUnsafeBufferPointer { bytes throws(TextDecoder.Failure) in
      try decoded(bytes)
    }
  }

  private func decoded(
    _ content: UnsafeBufferPointer<UInt8>
  ) throws(TextDecoder.Failure) -> Decoded {
    if UTF8Check.isValid(content) {
      return Decoded(bytes: Array(content), encoding: "UTF-8")
    }
    let declared = (charset ?? Self.declared(in: content))?.lowercased()
    switch declared.map(CodePage.known) {
    case .page(let page):
      return Decoded(bytes: Array(page.text(of: content).utf8), encoding: page.name)
    case .unread: throw .init(.unsupportedEncoding(declared ?? ""))
    case .unicode, nil: return broken(content)
    }
  }

  /// UTF-8 with a few faults keeps its letters; else the page that the bytes look like.
  private func broken(_ content: UnsafeBufferPointer<UInt8>) -> Decoded {
    let check = UTF8Check(content)
    if check.multibyteSequences * 4 < check.highBytes {
      let page = CodePage.likely(for: content) ?? .western
      return Decoded(bytes: Array(page.text(of: content).utf8), encoding: page.name)
    }
    return Decoded(bytes: Array(String(decoding: content, as: UTF8.self).utf8), encoding: "UTF-8")
  }

  /// `<meta charset=utf-8>`, `content="text/html; charset=utf-8"`, `<?xml … encoding="utf-8"?>`
  private static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for word in ["charset", "encoding"] {
      let word = Array(word.utf8)
      for at in head.indices where head[at...].starts(with: word) {
        var rest = head[(at + word.count)...].drop { $0 == 0x20 }
        guard rest.first == 0x3D else { continue }
        rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
        let name = rest.prefix { $0 > 0x2C && $0 < 0x7F && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}

extension CodePage {
  enum Named {
    case unicode
    case page(CodePage)
    /// A charset that is not read.
    case unread
  }

  /// By a label of the Encoding Standard, in lower case: Latin-1 means Windows-1252.
  static func known(_ label: String) -> Named {
    switch label {
    case "utf-8", "utf8", "unicode", "utf-16", "utf-16le", "utf-16be", "unicode-1-1-utf-8": .unicode
    case "windows-1258", "cp1258", "x-cp1258": .page(.vietnamese)
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii",
      "ascii", "l1", "iso_8859-1":
      .page(.western)
    default: .unread
    }
  }
}
