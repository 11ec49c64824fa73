package import ClaimModel
package import JSONText

/// What `theo extract` gives of a story: one article record, then its claim records.
///
/// Offsets in the records are Unicode code points into the article's text, end exclusive.
package enum ExtractRecords {
  /// Appends the records of one article as JSON Lines, each ended by a line feed. Claims are
  /// numbered c1, c2 …
  package static func append(_ article: Article, claims: [Claim], to out: inout [UInt8]) {
    var sink = ByteSink(out)
    out = []
    write(article, claims, to: &sink) { $0.endLine() }
    out = sink.json.out
  }

  /// The same records as values.
  package static func values(_ article: Article, claims: [Claim]) -> [JSONValue] {
    var sink = TreeSink()
    write(article, claims, to: &sink) { _ in }
    return sink.records
  }

  /// Appends the record of what is no story, ended by a line feed.
  package static func append(_ error: ErrorRecord, to out: inout [UInt8]) {
    var sink = ByteSink(out)
    out = []
    write(error, to: &sink)
    sink.endLine()
    out = sink.json.out
  }

  /// The same record as a value.
  package static func values(_ error: ErrorRecord) -> [JSONValue] {
    var sink = TreeSink()
    write(error, to: &sink)
    return sink.records
  }

  private static func write(_ error: ErrorRecord, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("record")
      sink.string("error")
      sink.key("article")
      sink.string(error.article)
      sink.key("line")
      if let line = error.line { sink.integer(line) } else { sink.null() }
      sink.key("error")
      sink.string(error.words)
      sink.absent(RecordMember.story + RecordMember.article + RecordMember.claim)
    }
  }

  private static func write<Sink: RecordSink>(
    _ article: Article, _ claims: [Claim], to sink: inout Sink, ended: (inout Sink) -> Void
  ) {
    var text = article.text
    text.withUTF8 { bytes in
      let writer = RecordWriter(bytes)
      writer.write(article, to: &sink)
      ended(&sink)
      let story = StoryMembers(article)
      for (index, claim) in claims.enumerated() {
        writer.write(claim, number: index + 1, of: story, to: &sink)
        ended(&sink)
      }
    }
  }
}

/// What the records of one article have in common.
private struct StoryMembers {
  let article: String
  let language: String
  let agencies: [String]
  let day: String?
  let date: String?
  let url: String?

  init(_ article: Article) {
    self.article = article.name
    language = article.language.rawValue
    agencies = article.agencies
    let day = article.origin?.published?.day ?? article.date
    self.day = day?.description
    date = article.origin?.published?.description ?? self.day
    url = article.url
  }

  /// `day` is always a whole day; `date` as exact as the story has it.
  func writeDates(to sink: inout some RecordSink) {
    sink.key("day")
    sink.string(day)
    sink.key("date")
    sink.string(date)
    sink.key("url")
    sink.string(url)
  }
}

/// The members of the records of one article.
private struct RecordWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let offsets: CodePointOffsets

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    offsets = CodePointOffsets(bytes)
  }

  func write(_ article: Article, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("record")
      sink.string("article")
      sink.key("article")
      sink.string(article.name)
      sink.key("language")
      sink.string(article.language.rawValue)
      sink.key("title")
      if let title = article.title { write(title, to: &sink) } else { sink.null() }
      sink.key("byline")
      if let byline = article.byline { write(byline, to: &sink) } else { sink.null() }
      sink.key("captions")
      sink.list(article.captions) { sink, caption in
        sink.object { sink in
          sink.key("span")
          write(caption.span, to: &sink)
          sink.key("credit")
          sink.string(caption.credit)
        }
      }
      writeOrigin(article, to: &sink)
      sink.key("text")
      sink.string(utf8: bytes)
      sink.absent(RecordMember.claim + RecordMember.error)
    }
  }

  /// What stands beside the text, and what of the text is prose.
  private func writeOrigin(_ article: Article, to sink: inout some RecordSink) {
    let origin = article.origin
    sink.key("agencies")
    sink.list(article.agencies) { $0.string($1) }
    sink.key("authors")
    sink.list(article.authors) { $0.string($1) }
    StoryMembers(article).writeDates(to: &sink)
    sink.key("updated")
    sink.string(origin?.updated?.description)
    sink.key("section")
    sink.string(origin?.section)
    sink.key("lead")
    if let lead = origin?.lead { write(lead, to: &sink) } else { sink.null() }
    sink.key("entries")
    sink.list(origin?.entries ?? []) { write($1, to: &$0) }
    sink.key("headline")
    sink.string(article.headline)
    sink.key("dateline")
    if let dateline = article.dateline { write(dateline, to: &sink) } else { sink.null() }
    sink.key("body")
    sink.list(article.body) { write($1, to: &$0) }
  }

  private func write(_ dateline: Dateline, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("span")
      write(dateline.span, to: &sink)
      sink.key("place")
      sink.string(dateline.place)
      sink.key("agencies")
      sink.list(dateline.agencies) { $0.string($1) }
    }
  }

  /// An entry of a live blog.
  private func write(_ entry: StoryEntry, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("start")
      sink.integer(offsets.codePoints(atByte: entry.span.start))
      sink.key("end")
      sink.integer(offsets.codePoints(atByte: entry.span.end))
      sink.key("time")
      sink.string(entry.time?.description)
      sink.key("words")
      sink.string(entry.words)
    }
  }

  private func write(_ byline: Byline, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("span")
      write(byline.span, to: &sink)
      sink.key("author")
      sink.string(byline.author)
      sink.key("agencies")
      sink.list(byline.agencies) { $0.string($1) }
    }
  }

  func write(
    _ claim: Claim, number: Int, of story: StoryMembers, to sink: inout some RecordSink
  ) {
    sink.object { sink in
      sink.key("record")
      sink.string("claim")
      sink.key("article")
      sink.string(story.article)
      sink.key("id")
      sink.string("c\(number)")
      sink.key("kind")
      sink.string(claim.kind.rawValue)
      sink.key("text")
      words(of: claim.content).withUnsafeBufferPointer { sink.string(utf8: $0) }
      sink.key("content")
      sink.list(claim.content) { write($1, to: &$0) }
      sink.key("cue")
      sink.list(claim.cue) { write($1, to: &$0) }
      sink.key("source")
      sink.list(claim.source) { write($1, to: &$0) }
      sink.key("speaker")
      sink.string(claim.speaker?.name)
      sink.key("speaker_kind")
      sink.string(claim.speaker?.kind.rawValue)
      sink.key("confidence")
      if let speaker = claim.speaker { sink.hundredths(speaker.confidence) } else { sink.null() }
      sink.key("agencies")
      sink.list(story.agencies) { $0.string($1) }
      sink.key("quantities")
      sink.list(claim.quantities) { write($1, to: &$0) }
      sink.key("dates")
      sink.list(claim.dates) { write($1, to: &$0) }
      sink.key("worth")
      sink.hundredths(claim.worth)
      sink.key("sentence")
      sink.integer(claim.sentence)
      sink.key("context")
      write(claim.context, to: &sink)
      writeChain(of: claim, carriedBy: story.agencies, to: &sink)
      sink.key("language")
      sink.string(story.language)
      story.writeDates(to: &sink)
      sink.absent(RecordMember.article + RecordMember.error)
    }
  }

  private func writeChain(
    of claim: Claim, carriedBy agencies: [String], to sink: inout some RecordSink
  ) {
    sink.key("hops")
    sink.list(claim.hops) { write($1, to: &$0) }
    sink.key("roots")
    sink.list(claim.inner == nil ? claim.roots(carriedBy: agencies) : []) { sink, root in
      sink.object { sink in
        sink.key("name")
        sink.string(root.name)
        sink.key("span")
        if let span = root.span { write(span, to: &sink) } else { sink.null() }
      }
    }
    sink.key("anonymous")
    sink.truth(claim.anonymity != nil)
    sink.key("reason")
    if let reason = claim.anonymity?.reason { write(reason, to: &sink) } else { sink.null() }
    sink.key("inner")
    sink.string(claim.inner.map { "c\($0 + 1)" })
  }

  private func write(_ hop: Hop, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("name")
      sink.string(hop.name)
      sink.key("span")
      write(hop.span, to: &sink)
      sink.key("kind")
      sink.string(hop.kind.rawValue)
      sink.key("ties")
      sink.list(hop.ties) { write($1, to: &$0) }
    }
  }

  private func write(_ quantity: Quantity, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("span")
      write(quantity.span, to: &sink)
      sink.key("value")
      if let high = quantity.high {
        sink.list([quantity.value, high]) { $0.number($1) }
      } else {
        sink.number(quantity.value)
      }
      // `value` is a number, or a range's two; an engine that wants one type reads these.
      sink.key("low")
      sink.number(quantity.value)
      sink.key("high")
      sink.number(quantity.high ?? quantity.value)
      sink.key("comparator")
      sink.string(quantity.comparator.rawValue)
      sink.key("unit")
      sink.string(quantity.unit)
    }
  }

  private func write(_ date: DateMention, to sink: inout some RecordSink) {
    sink.object { sink in
      sink.key("span")
      write(date.span, to: &sink)
      sink.key("iso")
      sink.string(date.iso)
      sink.key("precision")
      sink.string(date.precision)
    }
  }

  private func write(_ span: TextSpan, to sink: inout some RecordSink) {
    sink.list([span.start, span.end]) { $0.integer(offsets.codePoints(atByte: $1)) }
  }

  /// The words of a claim: pieces with only blanks between them joined by one, others by " … ".
  private func words(of spans: [TextSpan]) -> [UInt8] {
    var words = [UInt8]()
    for (index, span) in spans.enumerated() {
      if index > 0 {
        let gap = bytes[spans[index - 1].end..<max(spans[index - 1].end, span.start)]
        words += Array((gap.allSatisfy { $0 <= 0x20 } ? " " : " … ").utf8)
      }
      words += bytes[span.range]
    }
    return words
  }
}

extension DateMention {
  /// What its ISO date says: "2024-01-05" → "day", "2023-10" → "month", "2014" → "year",
  /// "--01-05" → "day of a year".
  fileprivate var precision: String {
    if iso.utf8.starts(with: "--".utf8) { return "day of a year" }
    switch iso.utf8.count {
    case 10: return "day"
    case 7: return "month"
    default: return "year"
    }
  }
}
