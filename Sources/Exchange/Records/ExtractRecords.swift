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

  private static func write<Sink: RecordSink>(
    _ article: Article, _ claims: [Claim], to sink: inout Sink, ended: (inout Sink) -> Void
  ) {
    var text = article.text
    text.withUTF8 { bytes in
      let writer = RecordWriter(bytes)
      writer.write(article, to: &sink)
      ended(&sink)
      let agencies = article.agencies
      for (index, claim) in claims.enumerated() {
        writer.write(claim, number: index + 1, article: article.name, agencies, to: &sink)
        ended(&sink)
      }
    }
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
      if let origin = article.origin { writeOrigin(article, origin, to: &sink) }
    }
  }

  /// What stands beside the text of a page, a feed, a wire item or a document, and the text, which
  /// the input does not hold as it is.
  private func writeOrigin(
    _ article: Article, _ origin: StoryOrigin, to sink: inout some RecordSink
  ) {
    sink.key("agencies")
    sink.list(article.agencies) { $0.string($1) }
    sink.key("authors")
    sink.list(origin.authors.isEmpty ? [article.author].compactMap { $0 } : origin.authors) {
      $0.string($1)
    }
    sink.key("date")
    sink.string(origin.published?.description ?? article.date?.description)
    sink.key("updated")
    sink.string(origin.updated?.description)
    sink.key("url")
    sink.string(article.url)
    sink.key("section")
    sink.string(origin.section)
    sink.key("lead")
    if let lead = origin.lead { write(lead, to: &sink) } else { sink.null() }
    sink.key("text")
    sink.string(article.text)
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
    _ claim: Claim, number: Int, article: String, _ agencies: [String],
    to sink: inout some RecordSink
  ) {
    sink.object { sink in
      sink.key("record")
      sink.string("claim")
      sink.key("article")
      sink.string(article)
      sink.key("id")
      sink.string("c\(number)")
      sink.key("kind")
      sink.string(claim.kind.rawValue)
      sink.key("text")
      sink.string(utf8: words(of: claim.content))
      sink.key("content")
      sink.list(claim.content) { write($1, to: &$0) }
      sink.key("cue")
      sink.list(claim.cue) { write($1, to: &$0) }
      sink.key("source")
      sink.list(claim.source) { write($1, to: &$0) }
      sink.key("speaker")
      sink.string(claim.speaker?.name)
      if let speaker = claim.speaker {
        sink.key("confidence")
        sink.hundredths(speaker.confidence)
      }
      sink.key("agencies")
      sink.list(agencies) { $0.string($1) }
      sink.key("quantities")
      sink.list(claim.quantities) { write($1, to: &$0) }
      sink.key("dates")
      sink.list(claim.dates) { write($1, to: &$0) }
      sink.key("worth")
      sink.hundredths(claim.worth)
      writeChain(of: claim, carriedBy: agencies, to: &sink)
    }
  }

  /// Only what there is: most claims of most stories have no hops.
  private func writeChain(
    of claim: Claim, carriedBy agencies: [String], to sink: inout some RecordSink
  ) {
    if !claim.hops.isEmpty {
      sink.key("hops")
      sink.list(claim.hops) { write($1, to: &$0) }
    }
    let roots = claim.inner == nil ? claim.roots(carriedBy: agencies) : []
    if !roots.isEmpty {
      sink.key("roots")
      sink.list(roots) { sink, root in
        sink.object { sink in
          sink.key("name")
          sink.string(root.name)
          guard let span = root.span else { return }
          sink.key("span")
          write(span, to: &sink)
        }
      }
    }
    if let anonymity = claim.anonymity {
      sink.key("anonymous")
      sink.truth(true)
      if let reason = anonymity.reason {
        sink.key("reason")
        write(reason, to: &sink)
      }
    }
    if let inner = claim.inner {
      sink.key("inner")
      sink.string("c\(inner + 1)")
    }
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
