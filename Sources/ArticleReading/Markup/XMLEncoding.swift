/// What a document is stored in, told before it is parsed: expat knows four encodings only.
enum XMLEncoding {
  struct Decoded {
    enum Characters {
      /// The document is UTF-8 from this byte on, behind its byte order mark.
      case same(from: Int)
      /// What it is in UTF-8.
      case converted([UInt8])
    }

    var characters: Characters
    /// As named to people.
    var encoding: String
  }

  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> Decoded {
    let decoder = TextDecoder(bytes: bytes)
    if let order = decoder.byteOrder() {
      do {
        let text = try decoder.utf16(order)
        return Decoded(characters: .converted(Array(text.utf8)), encoding: order.encoding)
      } catch {
        throw XMLFault("it is not \(order.encoding), though it begins like it")
      }
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let check = UTF8Check(UnsafeBufferPointer(rebasing: bytes[start...]))
    if check.multibyteSequences * 4 >= check.highBytes {
      guard isUTF8(bytes[start...]) else {
        throw XMLFault("an ill-formed byte of UTF-8", line: check.line)
      }
      return Decoded(characters: .same(from: start), encoding: "UTF-8")
    }
    let name = declared(bytes)
    guard let page = name.flatMap(CodePage.named) ?? CodePage.likely(for: bytes) else {
      throw XMLFault(
        name.map { "it is stored as \($0), which is not read" }
          ?? "an ill-formed byte of UTF-8", line: check.line)
    }
    let text = page.text(of: bytes)
    return Decoded(characters: .converted(Array(text.utf8)), encoding: page.name)
  }

  private static func isUTF8(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    String(validating: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self) != nil
  }

  /// `<?xml version="1.0" encoding="windows-1258"?>` → "windows-1258"
  private static func declared(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard let close = head.range(of: "?>"), let key = head[..<close].range(of: "encoding") else {
      return nil
    }
    let value = head[head.index(key, offsetBy: 8)..<close].drop { " =\t\r\n".contains($0) }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote && $0 != "<" })
  }
}

extension StringProtocol {
  /// Where `piece` begins; nil where it is nowhere.
  fileprivate func range(of piece: String) -> Index? {
    indices.first { self[$0...].hasPrefix(piece) }
  }
}
