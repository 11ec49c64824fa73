internal import ClaimModel

extension StateDigest {
  /// An article as loaded, with the claims found in it.
  init(of record: ArticleRecord) {
    self = .hashing { hasher in
      hasher.add("article")
      hasher.add(record.id.number)
      hasher.add(record.loadedBy)
      hasher.add(record.loadedAt.seconds)
      hasher.add(record.extractedIDs.lowerBound)
      hasher.add(record.article)
      hasher.add(versions: record.versions)
      record.extracted.forEachCanonicalPiece { hasher.add(raw: $0) }
    }
  }

  /// A saved query.
  init(of query: SavedQuery) {
    self = .hashing { hasher in
      hasher.add("query")
      hasher.add(query.name)
      hasher.add(query.text)
      hasher.add(query.user)
      hasher.add(query.time.seconds)
    }
  }

  /// A source of the registry, wherever it stands there.
  init(of entry: SourceEntry) {
    self = .hashing { hasher in
      hasher.add("source")
      hasher.add(entry.source)
      hasher.add(list: entry.marks) { hasher, marked in
        hasher.add(marked.user)
        hasher.add(marked.time.seconds)
        hasher.add(marked.mark.reliability) { $0.add($1.rawValue) }
        hasher.add(marked.mark.note) { $0.add($1) }
        hasher.add(texts: marked.mark.tags)
        hasher.add(parent: marked.mark.parent)
        hasher.add("removedTags", ifAny: marked.mark.removedTags)
        hasher.add("removedNotes", ifAny: marked.mark.removedNotes.map { [$0.rawValue] } ?? [])
      }
    }
  }
}

extension StateDigest {
  /// What people changed about a claim; sources stand in it by their canonical names, which
  /// `sourceName` tells by their place in the registry.
  init(ofClaim number: Int, _ overlay: ClaimOverlay, sourceName: (Int) -> String) {
    self = .hashing { hasher in
      hasher.add("claim")
      hasher.add(number)
      hasher.add(overlay.isDropped ? 1 : 0)
      hasher.add(overlay.own) { $0.add($1) }
      hasher.add(list: overlay.given) { hasher, given in
        hasher.add(sourceName(given.source.place))
        hasher.add(given.source.role.rawValue)
        hasher.add(given.user)
        hasher.add(given.time.seconds)
      }
      hasher.add(list: overlay.taken) { hasher, source in
        hasher.add(sourceName(source.place))
        hasher.add(source.role.rawValue)
      }
      hasher.add(list: overlay.marks) { $0.add($1) }
      hasher.add(turns: overlay.turns, goneWith: overlay.goneWith)
      hasher.add(rulings: overlay.rulings)
      hasher.add(corrections: overlay.corrections)
    }
  }
}

extension CanonicalHasher {
  fileprivate mutating func add(_ article: Article) {
    add(article.name)
    add(article.text)
    add(article.language.rawValue)
    add(article.title) { $0.add($1) }
    add(list: article.body) { $0.add($1) }
    add(list: article.captions) { hasher, caption in
      hasher.add(caption.span)
      hasher.add(caption.credit) { $0.add($1) }
    }
    add(article.byline) { hasher, byline in
      hasher.add(byline.span)
      hasher.add(byline.author) { $0.add($1) }
      hasher.add(texts: byline.agencies)
    }
    add(article.dateline) { hasher, dateline in
      hasher.add(dateline.span)
      hasher.add(dateline.place) { $0.add($1) }
      hasher.add(texts: dateline.agencies)
    }
    add(article.date) { $0.add($1.description) }
    add(article.encoding)
    add("url", ifAny: article.url.map { [$0] } ?? [])
    add("givenTitle", ifAny: article.givenTitle.map { [$0] } ?? [])
    add("givenAuthor", ifAny: article.givenAuthor.map { [$0] } ?? [])
    add("capture", ifAny: article.capture?.digestWords ?? [])
    add("origin", ifAny: article.origin?.digestWords ?? [])
  }

  /// Nothing where there are none: such stories keep the digest of older sessions.
  fileprivate mutating func add(versions: [StoryVersion]) {
    guard !versions.isEmpty else { return }
    add("versions")
    add(list: versions) { hasher, version in
      hasher.add(version.before)
      hasher.add(version.user)
      hasher.add(version.time.seconds)
      hasher.add(version.kept)
      hasher.add(list: version.changed) { $0.add($1.number) }
      hasher.add(list: version.gone) { $0.add($1.number) }
      hasher.add(version.added.lowerBound)
      hasher.add(version.added.count)
    }
  }

  /// The same of claims.
  fileprivate mutating func add(turns: [ClaimRewording], goneWith: Int?) {
    guard !turns.isEmpty || goneWith != nil else { return }
    add("turns")
    add(goneWith) { $0.add($1) }
    add(list: turns) { hasher, turn in
      hasher.add(turn.version)
      hasher.add(turn.was)
      hasher.add(turn.marks)
      hasher.add(list: turn.words) { hasher, change in
        hasher.add(change.kind.rawValue)
        hasher.add(change.old)
        hasher.add(change.new)
      }
    }
  }

  fileprivate mutating func add(rulings: [RuledMatch]) {
    guard !rulings.isEmpty else { return }
    add(list: rulings) { hasher, ruled in
      hasher.add(ruled.other.number)
      hasher.add(ruled.ruling.rawValue)
      hasher.add(ruled.user)
      hasher.add(ruled.time.seconds)
    }
  }

  fileprivate mutating func add(corrections: [SignedMark<Correction>]) {
    guard !corrections.isEmpty else { return }
    add("corrections")
    add(list: corrections) { hasher, signed in
      hasher.add(signed.user)
      hasher.add(signed.time.seconds)
      hasher.add(texts: signed.mark.digestWords)
    }
  }

  fileprivate mutating func add(_ source: Source) {
    add(source.name)
    add(source.kind.rawValue)
    add(texts: source.aliases)
    add(source.country) { $0.add($1) }
    add(parent: source.parent)
  }

  /// Nothing where there is none: such sources keep the digest of older sessions.
  fileprivate mutating func add(parent: String?) {
    guard let parent else { return }
    add("parent")
    add(parent)
  }

  fileprivate mutating func add(_ own: OwnClaim) {
    switch own.origin {
    case .extracted: add(0)
    case .added(let user, let time): add(1, user, time)
    case .edited(let user, let time): add(2, user, time)
    }
    let claim = own.claim
    PackedClaims(CollectionOfOne(claim)).forEachCanonicalPiece { add(raw: $0) }
    add(list: claim.reasons) { hasher, reason in
      hasher.add(reason.subject.rawValue)
      hasher.add(reason.words)
      hasher.add(reason.span) { $0.add($1) }
      hasher.add(reason.weight) { $0.add($1) }
    }
  }

  fileprivate mutating func add(_ marked: SignedMark<ClaimMark>) {
    let mark = marked.mark
    add(marked.user)
    add(marked.time.seconds)
    add(mark.verdict) { $0.add($1.rawValue) }
    add(mark.credibility) { $0.add($1.grade) }
    add(mark.note) { $0.add($1) }
    add(texts: mark.tags)
    add(texts: mark.removedTags)
    add(texts: mark.evidence)
    add("removedEvidence", ifAny: mark.removedEvidence)
    add("removedNotes", ifAny: mark.removedNotes.map { [$0.rawValue] } ?? [])
    add("captures", ifAny: mark.captures.flatMap(\.digestWords))
  }

  /// Nothing where there are none: what older sessions hold keeps its digest.
  fileprivate mutating func add(_ name: String, ifAny texts: [String]) {
    guard !texts.isEmpty else { return }
    add(name)
    add(texts: texts)
  }

  private mutating func add(_ kind: Int, _ user: String, _ time: Timestamp) {
    add(kind)
    add(user)
    add(time.seconds)
  }

  private mutating func add(_ span: TextSpan) {
    add(span.start)
    add(span.end)
  }
}
