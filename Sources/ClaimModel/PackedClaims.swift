/// The claims of one article in columns: some 80 bytes each, so that a text of a gigabyte
/// takes its claims along. Reasons are not kept; `why` runs the extractor again.
package struct PackedClaims: Sendable, Hashable {
  var rows = [Row]()
  var spans = [PackedSpan]()
  var quantities = [Quantity]()
  var dates = [DateMention]()
  var chains = PackedChains()
  /// Every speaker once, in order of first appearance.
  package private(set) var speakers = [Speaker]()
  private var speakerNumbers = [Speaker: UInt32]()
  /// No span ends behind this byte of the article's text.
  package private(set) var furthestEnd = 0

  package init() {}

  package init(_ claims: some Sequence<Claim>) {
    for claim in claims { append(claim) }
  }

  package var count: Int { rows.count }
  package var isEmpty: Bool { rows.isEmpty }

  package mutating func append(_ claim: Claim) {
    furthestEnd = Swift.max(furthestEnd, claim.furthestEnd)
    chains.append(claim, at: rows.count)
    rows.append(
      Row(
        kind: claim.kind, sentence: Int32(claim.sentence),
        worth: UInt16((Swift.min(1, Swift.max(0, claim.worth)) * 1000).rounded()),
        context: PackedSpan(claim.context), spans: UInt32(spans.count),
        contents: UInt16(clamping: claim.content.count), cues: UInt8(clamping: claim.cue.count),
        sources: UInt8(clamping: claim.source.count), speaker: number(of: claim.speaker),
        quantities: UInt32(quantities.count),
        quantityCount: UInt8(clamping: claim.quantities.count),
        dates: UInt32(dates.count), dateCount: UInt8(clamping: claim.dates.count),
        hopCount: UInt8(clamping: claim.hops.count), isAnonymous: claim.anonymity != nil,
        isCarrier: claim.inner != nil,
        hops: UInt32(chains.hops.count - Swift.min(claim.hops.count, Int(UInt8.max)))))
    spans.append(contentsOf: claim.content.prefix(Int(UInt16.max)).lazy.map(PackedSpan.init))
    spans.append(contentsOf: claim.cue.prefix(Int(UInt8.max)).lazy.map(PackedSpan.init))
    spans.append(contentsOf: claim.source.prefix(Int(UInt8.max)).lazy.map(PackedSpan.init))
    quantities.append(contentsOf: claim.quantities.prefix(Int(UInt8.max)))
    dates.append(contentsOf: claim.dates.prefix(Int(UInt8.max)))
  }

  /// Makes room where all claims will be about `factor` times these, so that a long text's
  /// claims are not copied as they grow.
  package mutating func reserveRoom(times factor: Double) {
    func room(_ count: Int) -> Int { Int(Double(count) * factor * 1.05) + 16 }
    rows.reserveCapacity(room(rows.count))
    spans.reserveCapacity(room(spans.count))
    quantities.reserveCapacity(room(quantities.count))
    dates.reserveCapacity(room(dates.count))
    chains.hops.reserveCapacity(room(chains.hops.count))
    chains.ties.reserveCapacity(room(chains.ties.count))
  }

  /// The claim at `index`, without its reasons. Worth is kept in thousandths.
  package subscript(index: Int) -> Claim {
    let row = rows[index]
    var at = Int(row.spans)
    func take(_ count: Int) -> [TextSpan] {
      defer { at += count }
      return spans[at..<at + count].map(\.span)
    }
    return Claim(
      kind: row.kind, content: take(Int(row.contents)), cue: take(Int(row.cues)),
      source: take(Int(row.sources)),
      speaker: row.speaker == 0 ? nil : speakers[Int(row.speaker) - 1],
      quantities: Array(quantities[Int(row.quantities)...].prefix(Int(row.quantityCount))),
      dates: Array(dates[Int(row.dates)...].prefix(Int(row.dateCount))),
      worth: Double(row.worth) / 1000, sentence: Int(row.sentence), context: row.context.span,
      hops: hops(at: index), anonymity: anonymity(at: index), inner: inner(at: index))
  }

  /// The same claims with other speakers where `speaker` has one.
  package func naming(_ speaker: (Claim) -> Speaker?) -> PackedClaims {
    PackedClaims(
      map { claim in
        var claim = claim
        claim.speaker = speaker(claim) ?? claim.speaker
        return claim
      })
  }

  private mutating func number(of speaker: Speaker?) -> UInt32 {
    guard let speaker else { return 0 }
    if let number = speakerNumbers[speaker] { return number }
    speakers.append(speaker)
    speakerNumbers[speaker] = UInt32(speakers.count)
    return UInt32(speakers.count)
  }
}

extension PackedClaims: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count }
}

extension Claim {
  /// The last byte, end exclusive, that a span of it touches.
  package var furthestEnd: Int {
    let lists = (content + cue + source).map(\.end)
    let mentions = quantities.map(\.span.end) + dates.map(\.span.end)
    return (lists + mentions + chainSpans.map(\.end)).reduce(context.end, Swift.max)
  }

  /// Where its hops, what ties them and why a name is withheld stand.
  package var chainSpans: [TextSpan] {
    hops.flatMap { [$0.span] + $0.ties } + (anonymity?.reason.map { [$0] } ?? [])
  }
}

struct PackedSpan: Sendable, Hashable {
  var start: UInt32
  var end: UInt32
  init(_ span: TextSpan) {
    start = UInt32(clamping: span.start)
    end = UInt32(clamping: span.end)
  }
  var span: TextSpan { TextSpan(Int(start), Int(end)) }
}

struct Row: Sendable, Hashable {
  var kind: ClaimKind
  var sentence: Int32
  /// In thousandths.
  var worth: UInt16
  var context: PackedSpan
  /// Where its spans start in `spans`: contents, then cues, then sources.
  var spans: UInt32
  var contents: UInt16
  var cues: UInt8
  var sources: UInt8
  /// Number in `speakers`, from 1; 0 for none.
  var speaker: UInt32
  var quantities: UInt32
  var quantityCount: UInt8
  var dates: UInt32
  var dateCount: UInt8
  var hopCount: UInt8
  var isAnonymous: Bool
  /// Whether it only carries another claim.
  var isCarrier: Bool
  /// Where its hops start among the chains'.
  var hops: UInt32
}
