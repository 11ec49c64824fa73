package import ClaimModel

/// Draws the claims from an article: who says what, and what the story says itself.
package struct ClaimExtractor: Sendable {
  private let languages: LanguageSet
  private let finder: CombinedFinder

  /// `languages` are those that stories are read in; `deep` finds more in those that it reads.
  package init(languages: LanguageSet = .standard, deep: DeepFinder? = nil) {
    self.languages = languages
    finder = deep.map { CombinedFinder(deep: $0) } ?? .shared
  }

  /// The same with a deep finder.
  package func with(_ deep: DeepFinder) -> ClaimExtractor {
    ClaimExtractor(languages: languages, deep: deep)
  }

  /// The claims of an article in text order: attributed ones, and one narrated claim for each
  /// sentence (the title included) that carries no attribution. Time is linear in the text.
  package func claims(in article: Article) -> [Claim] {
    var claims = [Claim]()
    extract(article) { claims.append($0) }
    return claims
  }

  /// Hands over the claims of an article one by one, as above.
  ///
  /// A body of more than 256 KiB is read in pieces of 64 KiB, whose tokens are let go one after
  /// another; there a speaker is resolved within its piece. `progress` is
  /// told after each piece how many bytes of the text are done.
  package func extract(
    _ article: Article, progress: (Int) -> Void = { _ in }, into take: (Claim) -> Void
  ) {
    let days = StoryDays(article)
    var text = article.text
    text.withUTF8 { bytes in
      guard StoryPieces.isLong(article) else {
        let story = Story(article: article, bytes: bytes, languages: languages)
        return claims(in: story, days: days, carriers: article.carriers).forEach(take)
      }
      var sentences = 0
      var count = 0
      for piece in StoryPieces(article, bytes: bytes) {
        let story = Story(article: piece, bytes: bytes, languages: languages)
        let first = count
        for var claim in claims(in: story, days: days, carriers: article.carriers) {
          if claim.sentence > 0 { claim.sentence += sentences }
          claim.inner = claim.inner.map { $0 + first }
          count += 1
          take(claim)
        }
        sentences += story.sentences.count { $0.region == .body }
        progress(piece.body.last?.end ?? 0)
      }
    }
  }

  /// The claims of a story already cut up; `date` is the story's own.
  package func claims(in story: Story, date: CalendarDay? = nil) -> [Claim] {
    claims(in: story, days: StoryDays(day: date), carriers: [])
  }

  private func claims(in story: Story, days: StoryDays, carriers: [ChainCarrier]) -> [Claim] {
    let drafts = finder.attributions(in: story)
    return ClaimAssembly(story: story, days: days, carriers: carriers).claims(from: drafts)
  }
}

extension ClaimExtractor {
  /// The claims that given drafts make of a story, for measuring a finder by itself.
  package static func claims(from drafts: [AttributionDraft], in story: Story) -> [Claim] {
    ClaimAssembly(story: story).claims(from: drafts)
  }
}
