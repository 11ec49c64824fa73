package import ClaimModel

/// What is put right about a story, with all that follows from it: an extractor of another day
/// gives the same session. Nil and empty fields leave things as they are; the text never changes.
package struct ArticleEdit: Sendable, Hashable {
  package var facts: ArticleFacts
  /// How the story is cut up in its new language; nil if its language stays.
  package var structure: ArticleStructure?
  package var claims: ClaimRevision

  package init(
    _ facts: ArticleFacts, structure: ArticleStructure? = nil,
    claims: ClaimRevision = ClaimRevision()
  ) {
    self.facts = facts
    self.structure = structure
    self.claims = claims
  }
}

/// What people can say of a story beside its text.
package struct ArticleFacts: Sendable, Hashable {
  package var date: CalendarDay?
  package var language: ArticleLanguage?
  package var url: String?
  /// In the place of the headline that the text has.
  package var title: String?
  /// In the place of the author that the text names.
  package var author: String?
  /// What was said of these is taken away.
  package var removed: [ArticleField]

  package init(
    date: CalendarDay? = nil, language: ArticleLanguage? = nil, url: String? = nil,
    title: String? = nil, author: String? = nil, removed: [ArticleField] = []
  ) {
    self.date = date
    self.language = language
    self.url = url
    self.title = title
    self.author = author
    self.removed = removed
  }

  package var isEmpty: Bool { self == ArticleFacts() }

  /// The article with these facts; its structure is for others to change.
  package func applied(to article: Article) -> Article {
    var article = article
    for field in removed {
      switch field {
      case .date: article.date = nil
      case .url: article.url = nil
      case .title: article.givenTitle = nil
      case .author: article.givenAuthor = nil
      }
    }
    article.date = date ?? article.date
    article.language = language ?? article.language
    article.url = url ?? article.url
    article.givenTitle = title ?? article.givenTitle
    article.givenAuthor = author ?? article.givenAuthor
    return article
  }
}

/// A fact of a story that it can be without.
package enum ArticleField: String, Sendable, Hashable, CaseIterable {
  case date, url, title, author
}

/// The parts of a story's text.
package struct ArticleStructure: Sendable, Hashable {
  package var title: TextSpan?
  package var body: [TextSpan]
  package var captions: [Caption]
  package var byline: Byline?
  package var dateline: Dateline?

  package init(
    title: TextSpan?, body: [TextSpan], captions: [Caption], byline: Byline?, dateline: Dateline?
  ) {
    self.title = title
    self.body = body
    self.captions = captions
    self.byline = byline
    self.dateline = dateline
  }

  package init(of article: Article) {
    self.init(
      title: article.title, body: article.body, captions: article.captions, byline: article.byline,
      dateline: article.dateline)
  }

  package func applied(to article: Article) -> Article {
    var article = article
    article.title = title
    article.body = body
    article.captions = captions
    article.byline = byline
    article.dateline = dateline
    return article
  }

  /// All its spans.
  package var spans: [TextSpan] {
    [title, byline?.span, dateline?.span].compactMap { $0 } + body + captions.map(\.span)
  }
}

/// What becomes of a story's claims when its date or its language is put right.
package struct ClaimRevision: Sendable, Hashable {
  /// They are what stands here now, by whomever they were found or put right.
  package var changed: [RevisedClaim]
  /// Found before and no longer.
  package var dropped: [ClaimID]
  /// Found now; they get the next free ids.
  package var added: [Claim]

  package init(changed: [RevisedClaim] = [], dropped: [ClaimID] = [], added: [Claim] = []) {
    self.changed = changed
    self.dropped = dropped
    self.added = added
  }

  package var isEmpty: Bool { self == ClaimRevision() }
}

/// One that was dropped by an earlier revision stands again.
package struct RevisedClaim: Sendable, Hashable {
  package var id: ClaimID
  package var claim: Claim

  package init(id: ClaimID, claim: Claim) {
    self.id = id
    self.claim = claim
  }
}
