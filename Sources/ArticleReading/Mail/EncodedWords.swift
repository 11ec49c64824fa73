/// Words of other alphabets in headers (RFC 2047, RFC 2231).
enum EncodedWords {
  /// `=?UTF-8?B?TMWpIGzhu5tu?=` → "Lũ lớn". A blank between two encoded words goes.
  static func text(_ bytes: [UInt8]) -> String {
    let raw = MailCharset.text(bytes, declared: nil)
    var (out, rest, lastWasWord) = ("", raw[...], false)
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let word = word(rest[start.upperBound...]) else {
        out += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        lastWasWord = false
        continue
      }
      if !lastWasWord || !TextTrim.isBlank(before) { out += before }
      out += word.text
      rest = word.rest
      lastWasWord = true
    }
    return out + rest
  }

  /// Behind "=?": charset, encoding, text.
  private static func word(_ text: Substring) -> (text: String, rest: Substring)? {
    guard let first = text.firstIndex(of: "?") else { return nil }
    let charset = text[..<first].prefix { $0 != "*" }
    let second = text[text.index(after: first)...]
    guard let kind = second.first, second.dropFirst().first == "?" else { return nil }
    let encoded = second.dropFirst(2)
    guard let end = encoded.firstRange(of: "?="), charset.utf8.count < 40 else { return nil }
    let data = Array(encoded[..<end.lowerBound].utf8)
    let bytes: [UInt8]
    switch kind {
    case "B", "b": bytes = TransferCoding.base64(data).bytes
    case "Q", "q": bytes = TransferCoding.quotedPrintable(data.map { $0 == 0x5F ? 0x20 : $0 })
    default: return nil
    }
    return (MailCharset.text(bytes, declared: String(charset)), encoded[end.upperBound...])
  }

  /// `UTF-8''L%C5%A9.txt` → "Lũ.txt"
  static func extended(_ value: String) -> String {
    let pieces = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let (charset, text) = pieces.count == 3 ? (String(pieces[0]), pieces[2]) : ("", value[...])
    guard text.contains("%") else { return String(text) }
    let bytes = TransferCoding.quotedPrintable(text.utf8.map { $0 == 0x25 ? 0x3D : $0 })
    return MailCharset.text(bytes, declared: charset)
  }
}

/// Bytes of a message as text.
enum MailCharset {
  /// UTF-8 where it is that, whatever is declared; else what is declared; else what it looks like.
  static func text(_ bytes: [UInt8], declared: String?) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.withUnsafeBufferPointer { bytes in
      if let page = declared.flatMap({ CodePage.named($0) }) { return page.text(of: bytes) }
      if let decoded = try? TextDecoder(bytes: bytes).decoded() { return decoded.text }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
