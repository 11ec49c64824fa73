package import ClaimModel

extension ClaimExtractor {
  /// The claims that given drafts make of a story, for measuring a finder by itself.
  package static func claims(from drafts: [AttributionDraft], in story: Story) -> [Claim] {
    ClaimAssembly(story: story).claims(from: drafts)
  }
}
