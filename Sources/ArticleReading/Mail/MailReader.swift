internal import ClaimModel

/// Walks the parts of a message (RFC 2045, RFC 2046): of alternatives the text, else the HTML; the
/// rest of a mixed message one after the other; files attached are named.
struct MailReader {
  struct Fault: Error, Hashable {
    var place: String?
    var problem: String
  }

  private static let depth = 20
  private static let mostParts = 1000

  private(set) var parts: [ReceivedStory.Part] = []
  private(set) var attachments: [String] = []
  private(set) var removed: [RemovedText] = []
  private(set) var encoding = "UTF-8"
  private var count = 0

  /// A message or a part of one.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: MessageHeader, depth: Int = 0
  ) throws(Fault) {
    count += 1
    guard depth < Self.depth else {
      throw Fault(problem: "parts within each other deeper than \(Self.depth) levels")
    }
    guard count <= Self.mostParts else { throw Fault(problem: "more than \(Self.mostParts) parts") }
    let (type, parameters) = header.structured("content-type")
    let (disposition, given) = header.structured("content-disposition")
    let name = (given["filename"] ?? parameters["name"]).map { EncodedWords.text(Array($0.utf8)) }
    if type.hasPrefix("multipart/") {
      return try readParts(bytes, header, type, parameters, depth)
    }
    let isText = type.isEmpty || type == "text/plain" || type == "text/html"
    guard isText, disposition != "attachment", name == nil || disposition == "inline" else {
      if type.hasPrefix("image/"), disposition != "attachment" { return }
      attachments.append(name ?? (type.isEmpty ? "a file" : type))
      return
    }
    let text = try text(bytes, header, parameters)
    if type == "text/html" {
      let markup = MarkupText(html: text)
      let kept = Set(MailFrame(markup.parts.map(\.text)).kept)
      for (number, part) in markup.parts.enumerated() {
        if kept.contains(number) {
          parts.append(part)
        } else {
          removed.append(RemovedText(.deskNote, words: part.text))
        }
      }
      removed += markup.removed
    } else {
      let body = MailBody(text, parameters)
      parts += body.paragraphs.map { .paragraph($0) }
      removed += body.around.map { RemovedText(.deskNote, words: $0) }
      if let quoted = body.quoted { removed.append(RemovedText(.deskNote, words: quoted)) }
      if let signature = body.signature { removed.append(RemovedText(.deskNote, words: signature)) }
    }
  }

  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: MessageHeader, _ parameters: [String: String]
  ) throws(Fault) -> String {
    let coding = header["content-transfer-encoding"]?.lowercased() ?? ""
    let raw = Array(bytes[min(header.end, bytes.count)...])
    let (decoded, isWhole) = TransferCoding.decoded(raw, coding)
    guard isWhole else { throw Fault(problem: "its base64 data is cut off") }
    let charset = parameters["charset"]
    if String(validating: decoded, as: UTF8.self) == nil, let charset,
      let page = CodePage.named(charset)
    {
      encoding = page.name
    }
    return MailCharset.text(decoded, declared: charset)
  }

  // MARK: Several parts

  private mutating func readParts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: MessageHeader, _ type: String,
    _ parameters: [String: String], _ depth: Int
  ) throws(Fault) {
    guard let boundary = parameters["boundary"], !boundary.isEmpty else {
      throw Fault(place: "Content-Type", problem: "several parts without a boundary")
    }
    let ranges = try Self.ranges(bytes, from: header.end, boundary)
    var alternatives = [(type: String, reader: MailReader)]()
    for (index, range) in ranges.enumerated() {
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      let inner = MessageHeader(part)
      guard type == "multipart/alternative" else {
        // A signature of the whole is no part of the text.
        if type == "multipart/signed", index > 0 { return }
        try read(part, inner, depth: depth + 1)
        continue
      }
      var reader = MailReader()
      reader.count = count
      try reader.read(part, inner, depth: depth + 1)
      count = reader.count
      alternatives.append((inner.structured("content-type").value, reader))
    }
    if let best = Self.best(alternatives) { join(best) }
  }

  /// The first one with text, unless another one has four times as much: then it only says that a
  /// program shows no HTML.
  private static func best(_ alternatives: [(type: String, reader: MailReader)]) -> MailReader? {
    let readers = alternatives.map(\.reader)
    func size(_ reader: MailReader) -> Int { reader.parts.reduce(0) { $0 + $1.text.utf8.count } }
    let largest = readers.map(size).max() ?? 0
    return readers.first { size($0) > 0 && size($0) * 4 >= largest } ?? readers.first
  }

  private mutating func join(_ other: MailReader) {
    parts += other.parts
    attachments += other.attachments
    removed += other.removed
    encoding = other.encoding
  }

  /// The bytes between boundary lines (RFC 2046, section 5.1.1).
  private static func ranges(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ boundary: String
  ) throws(Fault) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var ranges = [Range<Int>]()
    var open: Int?
    var at = min(start, bytes.count)
    while at < bytes.count {
      let stop = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[at] == 0x2D, bytes[at..<stop].starts(with: mark) {
        let rest = bytes[(at + mark.count)..<stop]
        let isEnd = rest.starts(with: [0x2D, 0x2D])
        if isEnd || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          if let open { ranges.append(open..<max(open, at)) }
          if isEnd { return ranges }
          open = min(stop + 1, bytes.count)
        }
      }
      at = stop + 1
    }
    throw Fault(
      place: "boundary \"\(boundary.prefix(70))\"",
      problem: open == nil ? "it has no parts" : "its last part has no end: it is cut off")
  }
}

/// The text of a mail: lines that the sender's program broke are joined (RFC 3676), a signature
/// behind "-- " is apart.
struct MailBody {
  private(set) var paragraphs: [String]
  private(set) var signature: String?
  /// What it quotes of an earlier mail.
  private(set) var quoted: String?
  /// Lines of the header of a mail inside, of what stands around it, and of the closing.
  private(set) var around: [String] = []

  init(_ text: String, _ parameters: [String: String]) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isFlowed = parameters["format"]?.lowercased() == "flowed"
    if let mark = lines.lastIndex(where: { $0 == "-- " || $0 == "--" }), lines.count - mark < 15 {
      signature = lines[(mark + 1)...].joined(separator: " ")
      lines = Array(lines[..<mark])
    }
    let quotes = MailQuotes(lines)
    if !quotes.quoted.isEmpty { quoted = quotes.quoted.joined(separator: " ") }
    let frame = MailFrame(quotes.lines.map(String.init))
    let kept = Set(frame.kept)
    lines = frame.kept.map { quotes.lines[$0] }
    let apart = quotes.lines.indices.filter {
      !kept.contains($0) && !TextTrim.isBlank(quotes.lines[$0])
    }
    around = apart.map { String(quotes.lines[$0]) }
    guard isFlowed else {
      paragraphs = PlainParagraphs.of(lines.joined(separator: "\n"))
      return
    }
    var joined = [""]
    var goesOn = false
    for line in lines {
      let words =
        parameters["delsp"]?.lowercased() == "yes" && line.hasSuffix(" ")
        ? line.dropLast() : line
      if goesOn { joined[joined.count - 1] += words } else { joined.append(String(words)) }
      goesOn = line.hasSuffix(" ")
    }
    paragraphs = joined.filter { !TextTrim.isBlank($0) }
  }
}
