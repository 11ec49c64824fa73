internal import ClaimModel
internal import JSONText

/// A claim of its record, in the text of its story.
struct ClaimRecordReader {
  let record: ClaimRecordMembers
  let places: CodePointPlaces
  let text: String

  /// Whether the words of the claim stand where it says; true for a record without them. Blanks do
  /// not count, nor does the sign between pieces.
  func standsInText() throws(ClaimRecordFault) -> Bool {
    guard let words = try record.text("text") else { return true }
    var written = words.utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    for (index, item) in try record.list("content").enumerated() {
      guard let span = places.span(item) else { return false }
      if index > 0, !skipsGap(&written, before: span) { return false }
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: span.start)
      for byte in utf8[start..<utf8.index(start, offsetBy: span.end - span.start)]
      where byte > 0x20 {
        guard written.next() == byte else { return false }
      }
    }
    return written.next() == nil
  }

  /// " … " stands between pieces that have other words between them.
  private func skipsGap(
    _ written: inout some IteratorProtocol<UInt8>, before span: TextSpan
  ) -> Bool {
    // The sign is passed over where it stands there and the next piece does not begin with it.
    var ahead = written
    let sign = Array("…".utf8)
    for byte in sign where ahead.next() != byte { return true }
    let next = text.utf8Slice(span).utf8.lazy.filter { $0 > 0x20 }
    if next.starts(with: sign) {
      var further = ahead
      for byte in sign where further.next() != byte { return true }
    }
    written = ahead
    return true
  }

  func claim() throws(ClaimRecordFault) -> Claim {
    guard let kind = try record.choice("kind", of: ClaimKind.self) else { throw .missing("kind") }
    let content = try record.spans("content", places)
    guard let first = content.first, let last = content.last else { throw .missing("content") }
    let source = try record.spans("source", places)
    let worth = try record.number("worth") ?? 0
    guard (0...1).contains(worth) else { throw .wrong("worth", "a number from 0 to 1") }
    return Claim(
      kind: kind, content: content, cue: try record.spans("cue", places), source: source,
      speaker: try speaker(source), quantities: try quantities(), dates: try dates(),
      worth: worth, sentence: try sentence(),
      context: try record.span("context", places) ?? TextSpan(first.start, last.end),
      hops: try hops(), anonymity: try anonymity())
  }

  private func sentence() throws(ClaimRecordFault) -> Int {
    guard let value = record["sentence"] else { return 0 }
    guard let number = value.whole, (0...Int(Int32.max)).contains(number) else {
      throw .wrong("sentence", "a whole number")
    }
    return number
  }

  /// A name that is less than sure stands beside the source's own words.
  private func speaker(_ source: [TextSpan]) throws(ClaimRecordFault) -> Speaker? {
    guard let name = try record.text("speaker") else { return nil }
    let confidence = try record.number("confidence") ?? 1
    guard (0...1).contains(confidence) else {
      throw .wrong("confidence", "a number from 0 to 1")
    }
    let words = source.map { text.utf8Slice($0) }.joined(separator: " ")
    return Speaker(
      name: name, kind: try record.choice("speaker_kind", of: SourceKind.self) ?? .unknown,
      reason: "as the record has it", confidence: confidence,
      others: confidence < Speaker.sure && !words.isEmpty && words != name ? [words] : [])
  }

  private func quantities() throws(ClaimRecordFault) -> [Quantity] {
    var quantities = [Quantity]()
    for item in try record.objects("quantities") {
      guard let span = try item.span("span", places) else { throw .missing("quantities.span") }
      var ends = [Double]()
      if case .array(let items)? = item["value"] {
        ends = items.compactMap(\.double)
      } else if let value = item["value"]?.double {
        ends = [value]
      }
      guard (1...2).contains(ends.count) else {
        throw .wrong("quantities.value", "a list of one number or two")
      }
      quantities.append(
        Quantity(
          span: span, value: ends[0], high: ends.count == 2 ? ends[1] : nil,
          comparator: try item.choice("comparator", of: Comparator.self) ?? .equal,
          unit: try item.text("unit") ?? ""))
    }
    return quantities
  }

  private func dates() throws(ClaimRecordFault) -> [DateMention] {
    var dates = [DateMention]()
    for item in try record.objects("dates") {
      guard let span = try item.span("span", places) else { throw .missing("dates.span") }
      dates.append(DateMention(span: span, iso: try item.required("iso")))
    }
    return dates
  }

  private func hops() throws(ClaimRecordFault) -> [Hop] {
    var hops = [Hop]()
    for item in try record.objects("hops") {
      guard let span = try item.span("span", places) else { throw .missing("hops.span") }
      guard let kind = try item.choice("kind", of: Hop.Kind.self) else {
        throw .missing("hops.kind")
      }
      hops.append(
        Hop(
          name: try item.required("name"), span: span, kind: kind,
          ties: try item.spans("ties", places)))
    }
    return hops
  }

  private func anonymity() throws(ClaimRecordFault) -> Anonymity? {
    guard case .bool(true)? = record["anonymous"] else { return nil }
    return Anonymity(reason: try record.span("reason", places))
  }
}
