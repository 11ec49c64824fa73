package import ClaimModel

/// Draws the claims from an article: who says what, and what the story says itself.
package struct ClaimExtractor: Sendable {
  package init() {}

  /// The claims of an article in text order: attributed ones, and one narrated claim for each
  /// sentence (the title included) that carries no attribution. Time is linear in the text.
  package func claims(in article: Article) -> [Claim] {
    var text = article.text
    return text.withUTF8 { bytes in
      let story = Story(article: article, bytes: bytes)
      return claims(in: story, date: article.date)
    }
  }

  /// The claims of a story already cut up; `date` is the story's own.
  package func claims(in story: Story, date: CalendarDay? = nil) -> [Claim] {
    let drafts = story.language == .unknown ? [] : CombinedFinder.shared.attributions(in: story)
    return ClaimAssembly(story: story, date: date).claims(from: drafts)
  }
}
