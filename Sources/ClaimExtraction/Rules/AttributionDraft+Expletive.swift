internal import ClaimModel
internal import Lexicons

extension AttributionDraft {
  /// "It was reported that …" names nobody: without its source.
  func withoutExpletive(in story: Story) -> AttributionDraft {
    guard story.language == .english, source.count == 1, let subject = source.first,
      subject.count == 1, story.tokens[subject.lowerBound].key == Self.it,
      let verb = cue.first, verb.count > 1,
      Self.auxiliaries.contains(story.tokens[verb.lowerBound].key.exact)
    else { return self }
    var draft = self
    draft.source = []
    draft.reasons.removeAll { $0.subject == .source }
    return draft
  }

  private static let it = WordKey("it")
  private static let auxiliaries = Set(
    ["is", "was", "has", "had", "being", "been", "'s"].map { WordKey($0).exact })
}
