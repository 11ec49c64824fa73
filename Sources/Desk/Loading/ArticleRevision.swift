package import ArticleReading
import ClaimExtraction
package import ClaimModel
package import FactStore

/// What follows from facts that are put right about a story: how it is cut up, which claims stand
/// in it, what their dates are.
///
/// With another date the claims stay and their dates are resolved anew ("hôm qua", "12/3"). With
/// another language they are found anew: what is found again keeps its id and all that was said of
/// it; what people worked on, added or put right stays; what is left of the rest goes.
package struct ArticleRevision {
  /// What is to be done.
  package private(set) var edit: ArticleEdit
  /// Claims that are not found any more, and stay because people worked on them.
  package private(set) var kept: [ClaimID] = []
  private let article: Article
  private let known: [KnownClaim]

  package init(
    _ record: ArticleRecord, _ facts: ArticleFacts, in store: FactStore, by newsroom: Newsroom
  ) {
    edit = ArticleEdit(facts)
    let old = record.article
    let isReread = facts.language.map { $0 != old.language } ?? false
    var new = facts.applied(to: old)
    if isReread {
      let reread = ArticleReader.article(
        named: old.name, text: old.text, title: old.title.map(old.text), date: new.date,
        language: new.language, words: newsroom.reading)
      edit.structure = ArticleStructure(of: reread)
      new = ArticleStructure(of: reread).applied(to: new)
    }
    article = new
    known = store.knownClaims(in: record.id)
    guard isReread || new.date != old.date else { return }
    let names = JoinedNames(in: known.map(\.claim))
    let found = newsroom.extractor.claims(in: new).map(names.named)
    if isReread { findAnew(found) } else { resolveDates(found) }
  }

  // MARK: Dates

  private mutating func resolveDates(_ found: [Claim]) {
    for claim in known where claim.standing == .stands { resolve(claim, found) }
  }

  /// Dates are read from the claim's words, whoever marked these.
  private mutating func resolve(_ known: KnownClaim, _ found: [Claim]) {
    var claim = known.claim
    claim.dates = dates(of: claim, found)
    // A claim of a known day is worth more.
    if !known.isByHand, claim.dates != known.claim.dates,
      let twin = found.first(where: { $0.content == claim.content })
    {
      claim.worth = twin.worth
    }
    if claim != known.claim {
      edit.claims.changed.append(RevisedClaim(id: known.id, claim: claim))
    }
  }

  /// Of a claim that is not found as it stands, those that other claims have within its words.
  private func dates(of claim: Claim, _ found: [Claim]) -> [DateMention] {
    if let twin = found.first(where: { $0.content == claim.content }) { return twin.dates }
    var seen = Set<TextSpan>()
    return found.flatMap(\.dates).filter { date in
      claim.content.contains { $0.contains(date.span) } && seen.insert(date.span).inserted
    }
  }

  // MARK: Another language

  private mutating func findAnew(_ found: [Claim]) {
    var places: [[TextSpan]: [Int]] = [:]
    for (place, claim) in found.enumerated() { places[claim.content, default: []].append(place) }
    var taken = Set<Int>()
    func twin(_ content: [TextSpan]) -> Int? {
      places[content]?.first { !taken.contains($0) }
    }
    for claim in known {
      let place = twin(claim.found) ?? twin(claim.claim.content)
      if let place { taken.insert(place) }
      settle(claim, place.map { found[$0] }, found)
    }
    edit.claims.added = found.indices.filter { !taken.contains($0) }.map { found[$0] }
  }

  private mutating func settle(_ known: KnownClaim, _ twin: Claim?, _ found: [Claim]) {
    switch (known.standing, twin) {
    case (.droppedByHand, _), (.gone, _), (.notFound, nil): break
    case (.notFound, let twin?):
      edit.claims.changed.append(RevisedClaim(id: known.id, claim: twin))
    case (.stands, _) where known.isByHand: resolve(known, found)
    case (.stands, let twin?):
      if !twin.says(known.claim) {
        edit.claims.changed.append(RevisedClaim(id: known.id, claim: twin))
      }
    case (.stands, nil) where known.isWorkedOn: kept.append(known.id)
    case (.stands, nil): edit.claims.dropped.append(known.id)
    }
  }
}

extension Claim {
  /// Whether it is the same, found for the same reasons or others.
  fileprivate func says(_ other: Claim) -> Bool {
    var (own, other) = (self, other)
    (own.reasons, other.reasons) = ([], [])
    own.speaker?.reason = other.speaker?.reason ?? ""
    return own == other
  }
}

extension Article {
  /// The story with facts that its reader gives: of another language it is cut up anew.
  package func reread(with facts: ArticleFacts, words: ReadingWords) -> Article {
    var article = facts.applied(to: self)
    if let language = facts.language, language != self.language {
      let reread = ArticleReader.article(
        named: name, text: text, title: title.map(text), date: article.date, language: language,
        words: words)
      article = ArticleStructure(of: reread).applied(to: article)
    }
    return article
  }
}
