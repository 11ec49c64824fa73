internal import ClaimModel

extension FactStore {
  mutating func load(
    _ articles: [LoadedArticle], _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard !articles.isEmpty else { throw .nothingSelected }
    for (place, loaded) in articles.enumerated() {
      let length = loaded.article.text.utf8.count
      guard loaded.claims.furthestEnd <= length else {
        let id = ArticleID(articleSlots.count + place + 1)
        throw .spanOutsideText(TextSpan(length, loaded.claims.furthestEnd), id)
      }
    }
    let first = articleSlots.count
    let records = records(of: articles, by)
    let digests = AllCores.map(records, StateDigest.init(of:))
    for (record, digest) in zip(records, digests) { enter(record, digest, &delta) }
    claimWords.append(ClaimWords(Array(articleSlots[first...])))
    claimFeatures.append(ClaimFeatures(articleSlots[first...].map(\.record)))
    if !isKnownUniquelyReferenced(&copyIndex) { copyIndex = copyIndex.copy() }
  }

  /// The articles and their claims with the next free ids.
  private func records(of articles: [LoadedArticle], _ by: Signature) -> [ArticleRecord] {
    var first = nextClaim
    return articles.enumerated().map { place, loaded in
      let ids = first..<first + loaded.claims.count
      first = ids.upperBound
      return ArticleRecord(
        id: ArticleID(articleSlots.count + place + 1), article: loaded.article, extractedIDs: ids,
        extracted: loaded.claims, loadedBy: by.user, loadedAt: by.time)
    }
  }

  /// Takes an article in, and makes its sources known.
  private mutating func enter(
    _ record: ArticleRecord, _ digest: StateDigest, _ delta: inout Delta
  ) {
    let place = articleSlots.count
    let claims = record.extracted
    let speakers = claims.speakers.map { self.place(mentioned: $0.name, $0.kind, &delta) }
    let agencies = record.article.agencies.map { self.place(mentioned: $0, .agency, &delta) }
    let hops = hopPlaces(claims, &delta)
    articleSlots.append(
      ArticleSlot(
        record: record, digest: digest, speakers: speakers, agencies: agencies, hops: hops))
    standing.append(false)
    runs.append(ClaimRun(ids: record.extractedIDs, article: place, isExtracted: true))
    set(.article(place, stands: true), &delta)
  }

  /// The registry place of a name that a story or a user mentions; a new entry for a new name.
  mutating func place(
    mentioned name: String, _ kind: SourceKind, _ delta: inout Delta
  ) -> Int {
    if let place = registry.place(exactly: name) { return place }
    let known = kind == .person ? nil : cataloguedPlace(of: name, &delta)
    return known ?? enter(Source(name: SourceName.tidy(name), kind: kind), &delta)
  }

  /// The place of a source that the catalogue knows by this name; entered if it is new.
  mutating func cataloguedPlace(of name: String, _ delta: inout Delta) -> Int? {
    guard let known = resolution.source(name, asking: catalogue) else { return nil }
    return registry.place(exactly: known.name) ?? enter(known, &delta)
  }

  /// Makes a new entry; aliases that are other entries' names are left out.
  mutating func enter(_ source: Source, _ delta: inout Delta) -> Int {
    var source = source
    var seen: Set<String> = [SourceName.key(source.name)]
    source.aliases.removeAll { alias in
      registry.place(exactly: alias) != nil || !seen.insert(SourceName.key(alias)).inserted
    }
    let place = registry.newPlace()
    set(.source(place, .live(SourceEntry(source: source))), &delta)
    return place
  }
}
