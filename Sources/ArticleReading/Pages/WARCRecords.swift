/// The records of a WARC file one by one: ISO 28500:2017, 5.
struct WARCRecords {
  struct Page {
    var content: [UInt8]
    var charset: String?
  }

  struct Record {
    let type: String
    let address: String?
    let date: String?
    /// nil where the record holds none.
    let page: Page?

    /// Whether it holds what was fetched.
    var isAnswer: Bool { type == "response" || type == "resource" }
  }

  private(set) var fault: (offset: Int, problem: String)?
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  private static let longestHeader = 1 << 16
  private static let signature = Array("WARC/1.".utf8)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func begin(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    bytes.count >= start + signature.count + 1
      && bytes[start..<(start + signature.count)].elementsEqual(signature)
  }

  mutating func next() -> Record? {
    while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    guard at < bytes.count, fault == nil else { return nil }
    guard Self.begin(bytes, at: at) else {
      fault = (at, "no record begins here (WARC/1.0 or WARC/1.1)")
      return nil
    }
    let header = ServedHeader(bytes, from: at, most: Self.longestHeader)
    guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
      fault = (at, "the record has no length")
      return nil
    }
    guard length <= bytes.count - header.end else {
      fault = (
        at, "the record is cut off: \(length) bytes expected, \(bytes.count - header.end) are there"
      )
      return nil
    }
    let block = UnsafeBufferPointer(rebasing: bytes[header.end..<(header.end + length)])
    at = header.end + length
    return record(header, block)
  }

  private func record(_ header: ServedHeader, _ block: UnsafeBufferPointer<UInt8>) -> Record {
    let type = header["warc-type"]?.lowercased() ?? ""
    let address = header["warc-target-uri"].map { $0.trimmingCharacters("<>") }
    let page: Page?
    switch type {
    case "response": page = Self.answer(block)
    case "resource":
      let isPage = Self.isPage(header["content-type"])
      page =
        isPage
        ? Page(content: Array(block), charset: header.parameter("charset", of: "content-type"))
        : nil
    default: page = nil
    }
    return Record(type: type, address: address, date: header["warc-date"], page: page)
  }

  private static func isPage(_ type: String?) -> Bool {
    let type = type?.lowercased() ?? ""
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
  }

  /// An answer of HTTP that succeeded and is a page; one that is packed in a way not known here is
  /// none.
  private static func answer(_ block: UnsafeBufferPointer<UInt8>) -> Page? {
    guard block.starts(with: "HTTP/".utf8) else { return nil }
    let head = ServedHeader(block, from: 0, most: longestHeader)
    let line = String(decoding: block.prefix(64).prefix { $0 != 0x0A }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count > 1, words[1].hasPrefix("2"), isPage(head["content-type"]) else { return nil }
    let coding = head["content-encoding"]?.lowercased() ?? "identity"
    let content = block[head.end...]
    let isChunked = head["transfer-encoding"]?.lowercased().contains("chunked") ?? false
    let whole = isChunked ? unchunked(content) : Array(content)
    guard let plain = unpacked(whole, coding) else { return nil }
    return Page(content: plain, charset: head.parameter("charset", of: "content-type"))
  }

  /// What a server packed (RFC 9110, 8.4.1); contents that the crawler has unpacked already stay as
  /// they are, whatever the header says. Nil of another coding, and of what is damaged or too large.
  private static func unpacked(_ bytes: [UInt8], _ coding: String) -> [UInt8]? {
    let isGzip = bytes.starts(with: [0x1F, 0x8B])
    switch coding {
    case "identity", "": return bytes
    case "gzip", "x-gzip": return isGzip ? inflated(bytes, .gzip) : bytes
    case "deflate":
      if bytes.first { $0 > 0x20 } == UInt8(ascii: "<") { return bytes }
      return inflated(bytes, .zlib) ?? inflated(bytes, .bare)
    default: return bytes.first { $0 > 0x20 } == UInt8(ascii: "<") ? bytes : nil
    }
  }

  private static func inflated(_ bytes: [UInt8], _ wrapping: Inflater.Wrapping) -> [UInt8]? {
    let out = bytes.withUnsafeBufferPointer {
      try? Inflater($0, wrapping).read(min(PageStory.sizeLimit, $0.count * mostTimes) + 1)
    }
    return out.flatMap { $0.isEmpty || $0.count > PageStory.sizeLimit ? nil : $0 }
  }

  /// How many times its packed size a page may have: DEFLATE can do no more.
  private static let mostTimes = 1032

  /// RFC 9112, 7.1; contents whose chunks were joined already stay as they are.
  private static func unchunked(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var out = [UInt8]()
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard let end = bytes[at...].firstIndex(of: 0x0A) else { break }
      let line = bytes[at..<end].prefix { $0 != 0x3B && $0 != 0x0D }
      guard let size = Int(String(decoding: line, as: UTF8.self).filter { $0 != " " }, radix: 16),
        size >= 0
      else { return out.isEmpty ? Array(bytes) : out }
      at = end + 1
      if size == 0 { break }
      let last = min(bytes.endIndex, size > bytes.endIndex - at ? bytes.endIndex : at + size)
      out += bytes[at..<last]
      at = last
      while at < bytes.endIndex, bytes[at] == 0x0D || bytes[at] == 0x0A {
        at += 1
        if bytes[at - 1] == 0x0A { break }
      }
    }
    return out
  }
}

extension String {
  fileprivate func trimmingCharacters(_ marks: String) -> String {
    String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }
}
