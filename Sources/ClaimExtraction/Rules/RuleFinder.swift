internal import ClaimModel

/// Finds attributions by rules and word lists.
package struct RuleFinder: Sendable {
  package init() {}

  package func attributions(in story: Story) -> [AttributionDraft] { [] }
}
