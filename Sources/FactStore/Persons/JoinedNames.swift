package import ClaimModel

/// The names of one story that are other stories' in full, so that claims found in it once more
/// have them again.
package struct JoinedNames: Sendable {
  private let full: [String: Speaker]

  /// `known`: the story's claims as they were loaded.
  package init(in known: some Sequence<Claim>) {
    full = Dictionary(
      known.compactMap { claim in
        claim.speaker.flatMap { speaker in speaker.nameInStory.map { ($0, speaker) } }
      }
    ) { first, _ in first }
  }

  /// The claim with the name that its speaker has in full.
  package func named(_ claim: Claim) -> Claim {
    guard let name = claim.speaker?.name, let speaker = full[name] else { return claim }
    var claim = claim
    claim.speaker = speaker
    return claim
  }
}
