package import ClaimModel
internal import JSONText

/// Writes what `theo extract` gives: JSON Lines, one article record, then its claim records.
///
/// Offsets in the records are Unicode code points into the article's text, end exclusive.
package enum ExtractRecords {
  /// Appends the records of one article, each ended by a line feed. Claims are numbered c1, c2 …
  package static func append(_ article: Article, claims: [Claim], to out: inout [UInt8]) {
    var text = article.text
    text.withUTF8 { bytes in
      var writer = RecordWriter(bytes: bytes, out: out)
      out = []
      writer.write(article)
      let agencies = article.agencies
      for (index, claim) in claims.enumerated() {
        writer.write(claim, number: index + 1, article: article.name, agencies: agencies)
      }
      out = writer.out
    }
  }
}

/// Writes the records of one article by hand: no encoder, no dictionary.
private struct RecordWriter {
  let bytes: UnsafeBufferPointer<UInt8>
  let offsets: CodePointOffsets
  var json: JSONStream
  var out: [UInt8] { json.out }

  init(bytes: UnsafeBufferPointer<UInt8>, out: [UInt8]) {
    self.bytes = bytes
    offsets = CodePointOffsets(bytes)
    json = JSONStream(out: out)
  }

  mutating func write(_ article: Article) {
    json.raw("{\"record\":\"article\",\"article\":")
    json.string(article.name)
    json.raw(",\"language\":")
    json.string(article.language.rawValue)
    json.raw(",\"title\":")
    if let title = article.title { write(title) } else { json.raw("null") }
    json.raw(",\"byline\":")
    if let byline = article.byline {
      json.raw("{\"span\":")
      write(byline.span)
      json.raw(",\"author\":")
      json.string(byline.author)
      json.raw(",\"agencies\":")
      json.list(byline.agencies) { $0.string($1) }
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.raw(",\"captions\":[")
    for (index, caption) in article.captions.enumerated() {
      json.raw(index == 0 ? "{\"span\":" : ",{\"span\":")
      write(caption.span)
      json.raw(",\"credit\":")
      json.string(caption.credit)
      json.raw("}")
    }
    json.raw("]}\n")
  }

  mutating func write(_ claim: Claim, number: Int, article: String, agencies: [String]) {
    json.raw("{\"record\":\"claim\",\"article\":")
    json.string(article)
    json.raw(",\"id\":\"c")
    json.integer(number)
    json.raw("\",\"kind\":\"")
    json.raw(claim.kind.rawValue)
    json.raw("\",\"text\":\"")
    writeText(claim.content)
    json.raw("\",\"content\":")
    write(claim.content)
    json.raw(",\"cue\":")
    write(claim.cue)
    json.raw(",\"source\":")
    write(claim.source)
    json.raw(",\"speaker\":")
    json.string(claim.speaker?.name)
    json.raw(",\"agencies\":")
    json.list(agencies) { $0.string($1) }
    writeFigures(claim)
    json.raw(",\"worth\":")
    json.decimal(claim.worth, places: 2)
    json.raw("}\n")
  }

  private mutating func writeFigures(_ claim: Claim) {
    json.raw(",\"quantities\":[")
    for (index, quantity) in claim.quantities.enumerated() {
      json.raw(index == 0 ? "{\"span\":" : ",{\"span\":")
      write(quantity.span)
      json.raw(",\"value\":")
      if let high = quantity.high {
        json.list([quantity.value, high]) { $0.number($1) }
      } else {
        json.number(quantity.value)
      }
      json.raw(",\"comparator\":\"")
      json.raw(quantity.comparator.rawValue)
      json.raw("\",\"unit\":")
      json.string(quantity.unit)
      json.raw("}")
    }
    json.raw("],\"dates\":[")
    for (index, date) in claim.dates.enumerated() {
      json.raw(index == 0 ? "{\"span\":" : ",{\"span\":")
      write(date.span)
      json.raw(",\"iso\":")
      json.string(date.iso)
      json.raw("}")
    }
    json.raw("]")
  }

  /// The words of a claim: pieces with only blanks between them joined by one, others by " … ".
  private mutating func writeText(_ spans: [TextSpan]) {
    for (index, span) in spans.enumerated() {
      if index > 0 {
        let gap = bytes[spans[index - 1].end..<max(spans[index - 1].end, span.start)]
        json.raw(gap.allSatisfy { $0 <= 0x20 } ? " " : " … ")
      }
      json.escaped(UnsafeBufferPointer(rebasing: bytes[span.range]))
    }
  }

  private mutating func write(_ span: TextSpan) {
    json.raw("[")
    json.integer(offsets.codePoints(atByte: span.start))
    json.raw(",")
    json.integer(offsets.codePoints(atByte: span.end))
    json.raw("]")
  }

  private mutating func write(_ spans: [TextSpan]) {
    json.raw("[")
    for (index, span) in spans.enumerated() {
      if index > 0 { json.raw(",") }
      write(span)
    }
    json.raw("]")
  }
}
