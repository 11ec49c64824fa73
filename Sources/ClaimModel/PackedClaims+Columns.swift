/// Single columns, for scans over many claims that need no `Claim` of each.
extension PackedClaims {
  package func kind(at index: Int) -> ClaimKind { rows[index].kind }

  package func worthThousandths(at index: Int) -> UInt16 { rows[index].worth }

  package func worth(at index: Int) -> Double { Double(rows[index].worth) / 1000 }

  /// Place in `speakers`; nil if nobody is named.
  package func speakerIndex(at index: Int) -> Int? {
    rows[index].speaker == 0 ? nil : Int(rows[index].speaker) - 1
  }

  /// Whether the name of who said it is more of a guess than not.
  package func isDoubtful(at index: Int) -> Bool {
    speakerIndex(at: index).map { speakers[$0].isDoubtful } ?? false
  }

  package func quantityCount(at index: Int) -> Int { Int(rows[index].quantityCount) }

  package func dateCount(at index: Int) -> Int { Int(rows[index].dateCount) }

  package func hasQuantity(at index: Int, where test: (Quantity) -> Bool) -> Bool {
    let first = Int(rows[index].quantities)
    for at in first..<first + quantityCount(at: index) where test(quantities[at]) { return true }
    return false
  }

  package func hasDate(at index: Int, where test: (DateMention) -> Bool) -> Bool {
    let first = Int(rows[index].dates)
    for at in first..<first + dateCount(at: index) where test(dates[at]) { return true }
    return false
  }

  package func hasCue(at index: Int) -> Bool { rows[index].cues > 0 }

  package func forEachContent(at index: Int, _ body: (TextSpan) -> Void) {
    let row = rows[index]
    visit(Int(row.spans), Int(row.contents), body)
  }

  package func forEachCue(at index: Int, _ body: (TextSpan) -> Void) {
    let row = rows[index]
    visit(Int(row.spans) + Int(row.contents), Int(row.cues), body)
  }

  package func forEachSource(at index: Int, _ body: (TextSpan) -> Void) {
    let row = rows[index]
    visit(Int(row.spans) + Int(row.contents) + Int(row.cues), Int(row.sources), body)
  }

  private func visit(_ first: Int, _ count: Int, _ body: (TextSpan) -> Void) {
    for at in first..<first + count { body(spans[at].span) }
  }
}

extension PackedClaims {
  /// Everything that makes these claims what they are, as bytes in pieces of bounded size: equal
  /// claims give equal bytes, other claims other bytes. For digests.
  package func forEachCanonicalPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    var piece = CanonicalPiece()
    func flushed(_ write: (inout CanonicalPiece) -> Void) {
      write(&piece)
      if piece.bytes.count >= 1 << 16 { piece.flush(body) }
    }
    flushed { $0.add(rows.count, spans.count, quantities.count, dates.count, speakers.count) }
    for row in rows { flushed { $0.add(row) } }
    for span in spans { flushed { $0.add(Int(span.start), Int(span.end)) } }
    for quantity in quantities { flushed { $0.add(quantity) } }
    for date in dates { flushed { $0.add(date) } }
    for speaker in speakers {
      flushed {
        $0.add(speaker.name)
        $0.add(speaker.kind.rawValue)
        $0.add(speaker.reason)
      }
    }
    // Speakers of which nothing is in doubt give the bytes that they gave before there was doubt.
    for (place, speaker) in speakers.enumerated()
    where speaker.confidence != 1 || !speaker.others.isEmpty {
      flushed {
        $0.add(place, speaker.others.count)
        $0.add(bits: speaker.confidence.bitPattern)
        for name in speaker.others { $0.add(name) }
      }
    }
    // Claims without chains have the bytes that they had before there were any.
    if hasChains {
      for index in indices {
        flushed { $0.add(hops(at: index), anonymity(at: index), inner(at: index)) }
      }
    }
    piece.flush(body)
  }
}

/// Little-endian numbers of 64 bits; text behind its length.
private struct CanonicalPiece {
  var bytes = [UInt8]()

  mutating func flush(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes(body)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func add(_ numbers: Int...) {
    for number in numbers { add(bits: UInt64(bitPattern: Int64(number))) }
  }

  mutating func add(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ row: Row) {
    add(row.kind.rawValue)
    add(Int(row.sentence), Int(row.worth), Int(row.context.start), Int(row.context.end))
    add(Int(row.contents), Int(row.cues), Int(row.sources), Int(row.speaker))
    add(Int(row.quantityCount), Int(row.dateCount))
  }

  mutating func add(_ hops: [Hop], _ anonymity: Anonymity?, _ inner: Int?) {
    add(hops.count, anonymity == nil ? 0 : 1, (inner ?? -1) + 1)
    add(anonymity?.reason?.start ?? 0, anonymity?.reason?.end ?? 0)
    for hop in hops {
      add(hop.name)
      add(hop.kind.rawValue)
      add(hop.span.start, hop.span.end, hop.ties.count)
      for tie in hop.ties { add(tie.start, tie.end) }
    }
  }

  mutating func add(_ quantity: Quantity) {
    add(quantity.span.start, quantity.span.end)
    add(bits: quantity.value.bitPattern)
    add(bits: quantity.high?.bitPattern ?? UInt64.max)
    add(quantity.comparator.rawValue)
    add(quantity.unit)
  }

  mutating func add(_ date: DateMention) {
    add(date.span.start, date.span.end)
    add(date.iso)
  }
}
