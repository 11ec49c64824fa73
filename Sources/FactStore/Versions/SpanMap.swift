package import ClaimModel

/// Where spans of the old text stand in the new one, and which of their words are others there.
package struct SpanMap {
  private let alignment: VersionAlignment

  package init(_ alignment: VersionAlignment) { self.alignment = alignment }

  private var old: VersionText { alignment.old }
  private var new: VersionText { alignment.new }

  /// The sentence of an old word.
  private func sentence(of place: Int) -> Int {
    var (low, high) = (0, old.sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if old.sentences[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func sentences(of spans: [TextSpan]) -> [Int] {
    var found = [Int]()
    for span in spans {
      let places = old.places(start: span.start, end: span.end)
      guard !places.isEmpty else { continue }
      found += sentence(of: places.lowerBound)...sentence(of: places.upperBound - 1)
    }
    return Set(found).sorted()
  }

  // MARK: Moving

  /// A claim with its spans in the new text; nil where its words are not there. What hangs on words
  /// that are gone goes.
  package func moved(_ claim: Claim) -> Claim? {
    var moved = claim
    moved.content = claim.content.compactMap(span)
    guard moved.content.count == claim.content.count, isInOrder(moved.content) else { return nil }
    moved.cue = claim.cue.compactMap(span)
    moved.source = claim.source.compactMap(span)
    moved.context = context(claim, moved)
    moved.sentence = claim.sentence
    moved.quantities = claim.quantities.compactMap { quantity in
      var quantity = quantity
      guard isSame(quantity.span), let span = span(quantity.span) else { return nil }
      quantity.span = span
      return quantity
    }
    moved.dates = claim.dates.compactMap { date in
      var date = date
      guard isSame(date.span), let span = span(date.span) else { return nil }
      date.span = span
      return date
    }
    moved.reasons = claim.reasons.compactMap { reason in
      guard let old = reason.span else { return reason }
      guard let new = span(old) else { return nil }
      var reason = reason
      reason.span = new
      return reason
    }
    moved.hops = claim.hops.compactMap { hop in
      guard let span = span(hop.span) else { return nil }
      var hop = hop
      hop.span = span
      hop.ties = hop.ties.compactMap(self.span)
      return hop
    }
    moved.anonymity = claim.anonymity.map { Anonymity(reason: $0.reason.flatMap(span)) }
    return moved
  }

  /// Whether other words stand before it than did.
  func isElsewhere(_ claim: Claim) -> Bool {
    claim.content.contains { span in
      old.places(start: span.start, end: span.end).contains { alignment.places[$0] != $0 }
    }
  }

  /// Between the words that stand next to its ends, in one stretch of the new text.
  func span(_ span: TextSpan) -> TextSpan? {
    guard span.start < span.end else { return nil }
    let places = old.places(start: span.start, end: span.end)
    guard let first = places.first, let last = places.last else { return nil }
    guard let start = start(of: first), let end = end(of: last),
      start <= end
    else { return nil }
    // What stands between must be of the same sentences.
    guard end - start <= 2 * places.count + 12 else { return nil }
    return TextSpan(new.words[start].start, new.words[end].end)
  }

  /// The new word that an old one is, or the first one behind what stands for it.
  private func start(of place: Int) -> Int? {
    if let own = alignment.places[place] { return own }
    guard let stretch = alignment.stretches[sentence(of: place)] else { return nil }
    let sentence = old.sentences[sentence(of: place)]
    let before = sentence.lowerBound..<place
    if let near = before.last(where: { alignment.places[$0] != nil }),
      let other = alignment.places[near]
    {
      return min(other + 1, stretch.upperBound - 1)
    }
    return stretch.lowerBound
  }

  private func end(of place: Int) -> Int? {
    if let own = alignment.places[place] { return own }
    guard let stretch = alignment.stretches[sentence(of: place)] else { return nil }
    let sentence = old.sentences[sentence(of: place)]
    let behind = place + 1..<max(place + 1, sentence.upperBound)
    if let near = behind.first(where: { alignment.places[$0] != nil }),
      let other = alignment.places[near]
    {
      return max(other - 1, stretch.lowerBound)
    }
    return stretch.upperBound - 1
  }

  private func isInOrder(_ spans: [TextSpan]) -> Bool {
    zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  /// The sentences around it, as far as they are there; at least its own words.
  private func context(_ old: Claim, _ moved: Claim) -> TextSpan {
    let parts = moved.content + moved.cue + moved.source
    let start = parts.map(\.start).min() ?? 0
    let end = parts.map(\.end).max() ?? 0
    let stretches = sentences(of: [old.context]).compactMap { alignment.stretches[$0] }
    let first = stretches.map(\.lowerBound).min().map { new.words[$0].start } ?? start
    let last = stretches.map { new.words[$0.upperBound - 1].end }.max() ?? end
    // Sentences that are apart now are no context of each other.
    let isNear = last - first <= 2 * old.context.length + 200
    let around = isNear ? TextSpan(first, last) : TextSpan(start, end)
    return TextSpan(min(start, around.start), max(end, around.end))
  }

  /// Whether all words of a span are the same in the new text.
  private func isSame(_ span: TextSpan) -> Bool {
    old.places(start: span.start, end: span.end).allSatisfy { place in
      guard let other = alignment.places[place] else { return false }
      return old.words[place].number == new.words[other].number
    }
  }

  // MARK: What changed

  /// Nil for a claim of which no word changed; the words that did; none where it is gone.
  ///
  /// Words around a claim count too, unless another claim of the sentence has them.
  func changes(of claim: Claim, among claims: [Claim]) -> [WordChange]? {
    let own = claim.content + claim.cue + claim.source
    let sentences = sentences(of: claim.content)
    guard !sentences.isEmpty else { return [] }
    if sentences.contains(where: { alignment.fates[$0] == .gone }) { return [] }
    let all = Set(sentences + self.sentences(of: claim.cue + claim.source))
    var found = [WordChange]()
    for sentence in all.sorted() where alignment.fates[sentence] == .changed {
      for change in alignment.changes(in: sentence) {
        let isOwn = own.contains { $0.shared(with: change.span) > 0 || $0.touches(change.span) }
        let isOthers = claims.contains { other in
          other != claim
            && (other.content + other.cue + other.source).contains {
              $0.shared(with: change.span) > 0
            }
        }
        if isOwn || !isOthers { found.append(change.words) }
      }
    }
    return found.isEmpty ? nil : found
  }
}

extension TextSpan {
  /// An insertion at a place within it, not at its ends.
  fileprivate func touches(_ other: TextSpan) -> Bool {
    other.length == 0 && start < other.start && other.start < end
  }
}
