internal import ClaimModel

/// Finds attributions by rules and word lists, sentence by sentence.
package struct RuleFinder: Sendable {
  package init() {}

  /// The attributions of a story in text order; none where its language is unknown.
  package func attributions(in story: Story) -> [AttributionDraft] {
    switch story.language {
    case .vietnamese: VietnameseFinder(story: story).attributions()
    case .english: EnglishFinder(story: story).attributions()
    default: []
    }
  }
}
