internal import ClaimModel

/// A message behind its header line.
struct IPTC7901Message {
  private let header: IPTC7901Header
  private let encoding: String
  /// Its lines without blanks at their ends.
  private let lines: [String]

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ header: IPTC7901Header, of input: StoryInput
  ) throws(ReadingError) {
    self.header = header
    // The marks of its parts become ends of lines; other control characters go.
    let text = bytes[header.end...].compactMap { byte -> UInt8? in
      switch byte {
      case 0x02, 0x03, 0x04: 0x0A
      case 0x09, 0x0A, 0x0D, 0x20...: byte
      default: nil
      }
    }
    let decoded = text.withUnsafeBufferPointer { bytes in
      Result { () throws(TextDecoder.Failure) in try TextDecoder(bytes: bytes).decoded() }
    }
    switch decoded {
    case .success(let decoded):
      encoding = decoded.encoding
      lines = decoded.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { line in
          String(line.reversed().drop(while: \.isWhitespace).reversed())
        }
    case .failure(let failure): throw ReadingError(input: input.name, kind: failure.kind)
    }
  }

  func story(_ words: ReadingWords) -> ReceivedStory {
    var wire = WireStory(form: IPTC7901Format.name, encoding: encoding, words)
    wire.story.origin.section = header.category
    var rest = lines[...]
    rest = rest.drop(while: \.isEmpty)
    takeKeywords(&rest)
    takeHeadlines(&rest, &wire)
    takeText(rest, &wire)
    wire.addAgency(header.source)
    return wire.story
  }

  /// "Yemen/conflict/"
  private func takeKeywords(_ rest: inout ArraySlice<String>) {
    while let line = rest.first, line.hasSuffix("/") || line.isEmpty { rest.removeFirst() }
  }

  private static let deepestHeadline = 14

  /// The lines up to the one that ends in "=": notes in brackets, a word in capitals, the headline,
  /// the byline.
  private func takeHeadlines(_ rest: inout ArraySlice<String>, _ wire: inout WireStory) {
    guard let end = rest.prefix(Self.deepestHeadline).firstIndex(where: { $0.hasSuffix("=") })
    else {
      wire.story.title = rest.first.map { String($0.trimmingBlanks()) }
      rest = rest.dropFirst()
      return
    }
    var head = Array(rest[...end])
    rest = rest[(end + 1)...]
    head[head.count - 1].removeLast()
    var titles = [String]()
    var note = ""
    var byline: String?
    for line in head.map({ String($0.trimmingBlanks()) }) where !line.isEmpty {
      if !note.isEmpty || line.hasPrefix("(") {
        note += (note.isEmpty ? "" : " ") + line
        guard line.hasSuffix(")") else { continue }
        wire.addNote(note)
        note = ""
      } else if line.hasPrefix("By ") || line.hasPrefix("Von ") {
        byline = line
      } else if !titles.isEmpty || line.contains(where: \.isLowercase) {
        titles.append(line)
      }
    }
    // A headline may be in capitals.
    let title = titles.isEmpty ? head.last { !$0.isEmpty } ?? "" : titles.joined(separator: " ")
    wire.story.title = String(title.trimmingBlanks())
    wire.addByline(byline)
  }

  /// The paragraphs; what is for editors alone, and who sent it when, is no text.
  private func takeText(_ lines: ArraySlice<String>, _ wire: inout WireStory) {
    let notes = lines.firstIndex(where: Self.beginsNotes) ?? lines.endIndex
    var text = lines[..<notes]
    wire.addNote(lines[notes...].prefix(12).joined(separator: " "))
    let stamp = lines.suffix(8).lazy.compactMap(Self.stamp).last
    wire.story.origin.published = stamp
    while let last = text.last, last.isEmpty || Self.stamp(last) != nil || isSignature(last) {
      text.removeLast()
    }
    let paragraphs = PlainParagraphs.of(text.joined(separator: "\n"))
    let hasByline = !wire.story.parts.isEmpty
    wire.story.parts += paragraphs.map { .paragraph($0) }
    wire.story.partsAreGiven = hasByline
  }

  /// "# Notebook", "The following information is not for publication"
  private static func beginsNotes(_ line: String) -> Bool {
    let lower = line.lowercased()
    return line.hasPrefix("# ") || line.hasPrefix("* * *")
      || lower.contains("information is not for publication")
      || lower.contains("information is not intended for publication")
  }

  /// "dpa grj rmo": the agency and the signs of editors.
  private func isSignature(_ line: String) -> Bool {
    line.utf8.count < 40 && line.hasPrefix(header.source + " ") && !line.hasSuffix(".")
  }

  /// "212101 GMT Nov 18" → 2018-11-21T21:01+00:00: day, hour and minute, month, year.
  private static func stamp(_ line: String) -> StoryTime? {
    var words = line.split(separator: " ")
    guard let group = words.first, group.utf8.count == 6, let number = Int(group),
      (3...4).contains(words.count)
    else { return nil }
    words[0] = group.prefix(2)
    let clock = "\(group.dropFirst(2).prefix(2)):\(group.suffix(2))"
    guard number % 10_000 / 100 < 24 else { return nil }
    return FeedDate.time(
      ([words[0]] + words.suffix(2)).joined(separator: " ") + " " + clock
        + (words.count == 4 ? " " + words[1] : ""))
  }
}
