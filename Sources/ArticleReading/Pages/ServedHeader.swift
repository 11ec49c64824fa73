/// The header of a message, of a part or of an answer: RFC 5322, RFC 2045, RFC 9110.
struct ServedHeader {
  private var fields = [(name: String, value: String)]()
  /// Behind the empty line that ends it.
  private(set) var end: Int

  private static let mostFields = 200

  /// Reads `most` bytes at most; what is longer has no fields behind.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, most: Int) {
    end = start
    let last = min(bytes.count, start + most)
    while end < last, fields.count < Self.mostFields {
      var close = end
      while close < last, bytes[close] != 0x0A { close += 1 }
      var line = bytes[end..<close]
      if line.last == 0x0D { line.removeLast() }
      end = min(close + 1, bytes.count)
      if line.isEmpty { break }
      add(line)
    }
  }

  private mutating func add(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = String(decoding: line, as: UTF8.self)
    if line.first == 0x20 || line.first == 0x09 {
      guard !fields.isEmpty else { return }
      fields[fields.count - 1].value += " " + Self.trimmed(text)
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return }
    fields.append(
      (text[..<colon].lowercased(), Self.trimmed(text[text.index(after: colon)...])))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(decoding: ReceivedText.clean(String(text)), as: UTF8.self)
  }

  /// A field by its name in lower case; of several the first.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// `boundary` of `multipart/related; boundary="----x"`
  func parameter(_ name: String, of field: String) -> String? {
    guard let value = self[field] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == name else { continue }
      let text = Self.trimmed(pair[1])
      return text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : text
    }
    return nil
  }
}

/// The parts of a message, with their contents decoded.
struct MailParts {
  struct Part {
    var header: ServedHeader
    var content: [UInt8]
  }

  /// The first part that is a page.
  private(set) var page: Part?
  private static let mostParts = 5000

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, boundary: String) {
    let mark = Array(("--" + boundary).utf8)
    guard mark.count > 2, var at = Self.mark(mark, bytes, start) else { return }
    for _ in 0..<Self.mostParts {
      let begin = Self.endOfLine(bytes, at)
      let next = Self.mark(mark, bytes, begin)
      let header = ServedHeader(bytes, from: begin, most: 1 << 16)
      let type = header["content-type"]?.lowercased() ?? ""
      if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") {
        let end = max(header.end, next ?? bytes.count)
        page = Part(
          header: header,
          content: TransferCoding.decoded(
            Array(bytes[header.end..<end]), header["content-transfer-encoding"] ?? ""
          ).bytes)
        return
      }
      guard let next else { return }
      at = next
    }
  }

  /// The next line that begins with a mark.
  private static func mark(
    _ mark: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    var at = start
    while at + mark.count <= bytes.count {
      if bytes[at] == mark[0], bytes[at..<(at + mark.count)].elementsEqual(mark) { return at }
      at = endOfLine(bytes, at)
    }
    return nil
  }

  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    return min(at + 1, bytes.count)
  }
}
