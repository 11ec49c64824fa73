package import ClaimModel
package import FactStore

/// In what two sessions differ, story by story, claim by claim, source by source.
package struct SessionDifference: Sendable {
  /// What one session has and the other does not, or has otherwise.
  package struct Entry: Sendable {
    package enum What: Sendable {
      case story(ArticleID, name: String)
      /// It was dropped here.
      case storyDropped(ArticleID, name: String)
      /// Its text is another one here: the version that it is.
      case storyVersion(ArticleID, name: String, version: Int)
      /// Its date, language, link, title or author are others here.
      case storyFacts(ArticleID, ArticleFacts)
      /// It stands here alone: found by the extractor, or added by hand.
      case claim(ClaimOrigin)
      /// It was dropped here.
      case dropped
      /// Its place, cue, source or what hangs on them are others here.
      case place(Claim, ClaimOrigin)
      case attribution(ClaimAttribution)
      case annotation(ClaimMark)
      case correction(Correction)
      case source(Source)
      case sourceAnnotation(SourceMark)
    }

    package var side: MergeSide
    package var what: What
    /// Nil for what a story or the extractor brought.
    package var user: String?
    package var time: Timestamp?
  }

  package struct ClaimDifference: Sendable {
    /// Its id in each session; nil if it does not stand.
    package var ids: [MergeSide: ClaimID]
    package var text: String
    package var verdicts: [MergeSide: Verdict]
    package var entries: [Entry]
  }

  package struct SourceDifference: Sendable {
    package var name: String
    package var entries: [Entry]
  }

  package var stories: [Entry] = []
  package var claims: [ClaimDifference] = []
  package var sources: [SourceDifference] = []

  package var isEmpty: Bool { stories.isEmpty && claims.isEmpty && sources.isEmpty }
}
