import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

/// Through whom a claim came, in words and as the members that `extract` writes.
struct ClaimChain {
  private let facts: ClaimFacts
  private let store: FactStore
  /// Nil where nothing of the chain has a place.
  private let offsets: ScalarOffsets?

  init(_ facts: ClaimFacts, _ offsets: ScalarOffsets?, in store: FactStore) {
    (self.facts, self.offsets, self.store) = (facts, offsets, store)
  }

  private var claim: Claim { facts.claim }

  private func json(_ span: TextSpan) -> JSONValue { offsets.map { JSONValue(span, $0) } ?? .null }
}

// For programs.
extension ClaimChain {
  var hops: JSONValue {
    .array(
      claim.hops.map { hop in
        [
          "name": .string(hop.name), "span": json(hop.span), "kind": .string(hop.kind.rawValue),
          "ties": .array(hop.ties.map(json)),
        ]
      })
  }

  /// None of a claim that only carries another.
  var roots: JSONValue {
    let roots = claim.inner == nil ? claim.roots(carriedBy: facts.article.agencies) : []
    return .array(
      roots.map { root in
        var object: JSONObject = ["name": .string(root.name)]
        if let span = root.span { object.append("span", json(span)) }
        return .object(object)
      })
  }

  var isAnonymous: JSONValue { .bool(claim.anonymity != nil) }

  var reason: JSONValue { claim.anonymity?.reason.map(json) ?? .null }

  var reasonText: JSONValue {
    .init(optional: claim.anonymity?.reason.map { facts.exact([$0]) })
  }

  /// The claim that it only carries.
  var inner: JSONValue { .init(optional: store.carried(by: facts.record)?.description) }
}

// For people.
extension ClaimChain {
  /// "Kyodo → Xinhua (citing) → Tuổi Trẻ (byline)", from the fact outwards; nil without hops.
  var words: StyledText? {
    guard !claim.hops.isEmpty else { return nil }
    var line = StyledText()
    let ties = ties
    for (place, hop) in claim.hops.enumerated() {
      if place > 0 { line.append(" → ", .dim) }
      line.append(hop.name, hop.kind.isNewsroom ? .agency : .speaker)
      if place > 0, !ties[place].isEmpty { line.append(" (\(facts.readable(ties[place])))", .dim) }
    }
    return line + signed
  }

  /// By place of the outer one of two hops, the words that tie it to the inner one.
  var ties: [[TextSpan]] {
    var ties = claim.hops.map { _ in [TextSpan]() }
    for (place, hop) in claim.hops.enumerated() {
      for tie in hop.ties { ties[max(place, neighbour(of: place, before: tie))].append(tie) }
    }
    return ties
  }

  /// The hop beside one, inwards or outwards, that stands nearest before the words that tie them.
  private func neighbour(of place: Int, before tie: TextSpan) -> Int {
    let beside = [place - 1, place + 1].filter(claim.hops.indices.contains)
    let nearest = beside.filter { claim.hops[$0].span.end <= tie.start }
      .max { claim.hops[$0].span.end < claim.hops[$1].span.end }
    return nearest ?? beside.first ?? place
  }

  /// " → Tuổi Trẻ (byline)": those that carried the whole story, and are no hops.
  private var signed: StyledText {
    let names = claim.hops.flatMap(\.parts)
    let datelined = facts.article.dateline?.agencies ?? []
    var line = StyledText()
    for agency in facts.article.agencies where !names.contains(agency) {
      line.append(" → ", .dim)
      line.append(agency, .agency)
      line.append(datelined.contains(agency) ? " (dateline)" : " (byline)", .dim)
    }
    return line
  }

  /// A hop a line: `AFP, agency, tied by "Theo"`.
  var steps: [StyledText] {
    claim.hops.map { hop in
      var line = StyledText(hop.name, hop.kind.isNewsroom ? .agency : .speaker)
      line.append(", \(hop.kind.rawValue)", .dim)
      guard !hop.ties.isEmpty else { return line }
      line.append(", tied by ", .dim)
      line.append("\"\(facts.readable(hop.ties))\"", .quotation)
      return line
    }
  }

  /// "the story does not name the source: he was not allowed to speak"; nil where it does.
  var namelessness: StyledText? {
    guard let anonymity = claim.anonymity else { return nil }
    guard let reason = anonymity.reason else {
      return StyledText("the story does not name the source, and gives no reason")
    }
    return StyledText("the story does not name the source: ")
      + StyledText(facts.readable([reason]), .quotation)
  }

  /// `c3, "12 người đã chết"`; nil of a claim that carries none.
  var carried: StyledText? {
    guard let id = store.carried(by: facts.record), let record = store.claim(id) else { return nil }
    let text = ClaimFacts(record, in: facts.article).words
    return StyledText(id.description, .id) + StyledText(" ") + text
  }
}

/// Offsets of stories, counted once for each that has a chain to show.
struct StoryOffsets {
  private var known = [ArticleID: ScalarOffsets]()

  mutating func take(_ facts: ClaimFacts) -> ScalarOffsets? {
    guard !facts.claim.hops.isEmpty || facts.claim.anonymity != nil else { return nil }
    if let offsets = known[facts.record.articleID] { return offsets }
    let offsets = ScalarOffsets(facts.article.text)
    known[facts.record.articleID] = offsets
    return offsets
  }
}
