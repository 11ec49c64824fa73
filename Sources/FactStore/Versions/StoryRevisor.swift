package import ClaimModel

/// Makes a new version of a story that is there: what became of each of its claims.
///
/// Claims go with their sentences. One whose words are the same keeps all that was said of it,
/// wherever it stands now; one whose words are others is told with these; one whose sentence is
/// gone is an orphan. Of claims found in the new text those are new that stand for none of these.
package struct StoryRevisor {
  package let alignment: VersionAlignment
  private let known: [KnownClaim]
  private let found: [Claim]
  private let map: SpanMap
  private var fates = ClaimFates()
  /// Places among `found` of the claims that old ones are, or that are old ones cut otherwise.
  private var taken = Set<Int>()

  /// `found`: the claims of the new text, as today's finder has them.
  package static func update(
    of record: ArticleRecord, to article: Article, found: [Claim], in store: FactStore
  ) -> StoryUpdate {
    var revisor = StoryRevisor(record, article, found, store)
    revisor.settle()
    var article = article
    // What people gave goes before what the text says, and stays.
    article.givenTitle = article.givenTitle ?? record.article.givenTitle
    article.givenAuthor = article.givenAuthor ?? record.article.givenAuthor
    article.date = article.date ?? record.article.date
    article.url = article.url ?? record.article.url
    return StoryUpdate(record.id, article, claims: revisor.fates)
  }

  /// Where the claims of a story stand in another text of it.
  package struct Standing: Sendable {
    /// The same words, with others before them.
    package var elsewhere: [ClaimID] = []
    package var changed: [ChangedClaim] = []
    package var gone: [ClaimID] = []

    package init(
      elsewhere: [ClaimID] = [], changed: [ChangedClaim] = [], gone: [ClaimID] = []
    ) {
      self.elsewhere = elsewhere
      self.changed = changed
      self.gone = gone
    }
  }

  package static func standing(
    of record: ArticleRecord, in text: String, _ store: FactStore
  ) -> Standing {
    var article = record.article
    article.text = text
    var revisor = StoryRevisor(record, article, [], store)
    revisor.settle()
    var standing = Standing(changed: revisor.fates.changed, gone: revisor.fates.gone)
    let others = Set(standing.changed.map(\.id) + standing.gone)
    for known in revisor.known where known.standing == .stands && !others.contains(known.id) {
      if revisor.map.isElsewhere(known.claim) { standing.elsewhere.append(known.id) }
    }
    return standing
  }

  private init(_ record: ArticleRecord, _ article: Article, _ found: [Claim], _ store: FactStore) {
    alignment = VersionAlignment(from: record.article.text, to: article.text)
    known = store.knownClaims(in: record.id).filter { $0.standing != .gone }
    let names = JoinedNames(in: known.map(\.claim))
    self.found = found.map(names.named)
    map = SpanMap(alignment)
  }

  private mutating func settle() {
    let standing = known.filter { $0.standing == .stands }
    let touched = standing.map { map.changes(of: $0.claim, among: standing.map(\.claim)) }
    for (claim, changes) in zip(standing, touched) {
      switch changes {
      case .none: keep(claim)
      case .some(let words): words.isEmpty ? leave(claim) : change(claim, words)
      }
    }
    for claim in known where claim.standing != .stands { hide(claim) }
    fates.added = found.indices.filter { !taken.contains($0) }.map { found[$0] }
  }

  // MARK: One claim

  private mutating func keep(_ known: KnownClaim) {
    guard var moved = map.moved(known.claim) else { return leave(known) }
    moved.sentence = sentence(of: moved) ?? moved.sentence
    hide(moved.content)
    if moved != known.claim { fates.moved.append(RevisedClaim(id: known.id, claim: moved)) }
  }

  private mutating func leave(_ known: KnownClaim) { fates.gone.append(known.id) }

  /// As the finder has it now, where it has it; a claim that somebody marked stays cut as it was.
  private mutating func change(_ known: KnownClaim, _ words: [WordChange]) {
    guard var moved = map.moved(known.claim) else { return leave(known) }
    moved.sentence = sentence(of: moved) ?? moved.sentence
    let twin = known.isByHand ? nil : twin(of: moved.content)
    var claim = twin.map { found[$0] } ?? moved
    claim.inner = twin == nil ? moved.inner : claim.inner
    hide(claim.content)
    if let twin { taken.insert(twin) }
    fates.changed.append(ChangedClaim(id: known.id, claim: claim, words: words))
  }

  /// As the finder numbers the sentences; nil where it found nothing in this one.
  private func sentence(of claim: Claim) -> Int? {
    found.first { other in
      claim.content.contains { $0.shared(with: other.context) > 0 }
    }?.sentence
  }

  /// The found claim that has most of a claim's words, more than half of either.
  private func twin(of content: [TextSpan]) -> Int? {
    let length = content.reduce(0) { $0 + $1.length }
    let shares = found.indices.filter { !taken.contains($0) }.map { place in
      let other = found[place].content
      let shared = content.reduce(0) { sum, span in
        sum + other.reduce(0) { $0 + span.shared(with: $1) }
      }
      return (place, shared, other.reduce(0) { $0 + $1.length })
    }
    return shares.filter { 2 * $0.1 > length && 2 * $0.1 > $0.2 }.max { $0.1 < $1.1 }?.0
  }

  /// What stands there is no new claim.
  private mutating func hide(_ content: [TextSpan]) {
    for place in found.indices where !taken.contains(place) {
      let isSame = found[place].content == content
      // What an old claim has within its words was not found then, or is part of it.
      let isWithin = found[place].content.contains { own in
        content.contains { $0.shared(with: own) > 0 }
      }
      if isSame || isWithin { taken.insert(place) }
    }
  }

  /// A claim that was dropped does not come back with its sentence.
  private mutating func hide(_ known: KnownClaim) {
    if let moved = map.moved(known.claim) { hide(moved.content) }
  }
}

extension TextSpan {
  var length: Int { max(0, end - start) }

  func shared(with other: TextSpan) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
}
