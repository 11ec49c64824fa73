package import ClaimModel

/// Where claims of a story stand in another text of it. An anchor that no longer matches is told,
/// never moved. Texts are compared as `KeyText`s: blanks, line ends and composition are no change.
package struct AnchorCheck: Sendable {
  /// Claims whose words stand unchanged, but elsewhere: something before them came or went.
  package private(set) var elsewhere: [ClaimID] = []
  /// Claims whose words are no longer there as they were.
  package private(set) var gone: [ClaimID] = []

  package init(
    _ claims: some Sequence<(id: ClaimID, claim: Claim)>, from old: String, to new: String
  ) {
    let oldText = KeyText(old)
    let alignment = TextAlignment(from: oldText, to: KeyText(new))
    for (id, claim) in claims {
      switch alignment.standing(of: claim.content.map(oldText.key)) {
      case .inPlace: break
      case .elsewhere: elsewhere.append(id)
      case .gone: gone.append(id)
      }
    }
  }

  /// Whether two texts are the same story.
  package static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8) || KeyText.bytes(of: a) == KeyText.bytes(of: b)
  }
}
