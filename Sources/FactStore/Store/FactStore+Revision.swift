package import ClaimModel

/// A claim of a story, standing or not, for whoever finds the story's claims again.
package struct KnownClaim: Sendable {
  package enum Standing: Sendable, Hashable {
    case stands
    /// Somebody dropped it: it stays dropped.
    case droppedByHand
    /// It was not found any more when the story's language was put right.
    case notFound
    /// Its words are not in the story's text since a version of that.
    case gone
  }

  package var id: ClaimID
  /// As it is now.
  package var claim: Claim
  /// Where it was found; where it was added by hand, where it is now.
  package var found: [TextSpan]
  package var standing: Standing
  /// Somebody added it or put it right.
  package var isByHand: Bool
  /// Somebody said something of it: a verdict, a note, a source, what it is the same as.
  package var isWorkedOn: Bool
}

extension FactStore {
  /// All claims of a story that stands, those that were dropped among them; not those whose
  /// coming was taken back.
  package func knownClaims(in id: ArticleID) -> [KnownClaim] {
    guard let slot = slot(id) else { return [] }
    let dropped = claimsDroppedByHand
    let numbers = Array(slot.record.extractedIDs) + (addedClaims[id.number - 1] ?? [])
    return numbers.compactMap { number in
      guard let run = run(of: number) else { return nil }
      let overlay = overlays[number] ?? .none
      guard run.isExtracted || overlay.own != nil else { return nil }
      let claim = claim(number, run, overlay)
      let id = ClaimID(number)
      let isWorkedOn =
        !overlay.marks.isEmpty || !overlay.given.isEmpty || !overlay.taken.isEmpty
        || !rulings(on: id).isEmpty
      return KnownClaim(
        id: id, claim: claim,
        found: run.isExtracted && slot.record.versions.isEmpty
          ? slot.claims[number - run.ids.lowerBound].content : claim.content,
        standing: !overlay.isDropped
          ? .stands
          : overlay.goneWith != nil
            ? .gone : dropped.contains(id) ? .droppedByHand : .notFound,
        isByHand: overlay.own.map { $0.origin != .extracted } ?? false, isWorkedOn: isWorkedOn)
    }
  }

  /// A story's claims as the extractor found them last, whatever people made of them since; as it
  /// was loaded, or as its language and date were put right.
  package func foundClaims(in id: ArticleID) -> [(id: ClaimID, claim: Claim)] {
    guard let slot = slot(id) else { return [] }
    return knownClaims(in: id).compactMap { known in
      let first = slot.record.extractedIDs.lowerBound
      let isExtracted = slot.record.extractedIDs.contains(known.id.number)
      guard known.standing != .notFound, known.standing != .gone, isExtracted || !known.isByHand
      else { return nil }
      let isAsLoaded = slot.record.versions.isEmpty
      return (
        known.id, known.isByHand && isAsLoaded ? slot.claims[known.id.number - first] : known.claim
      )
    }
  }

  private var claimsDroppedByHand: Set<ClaimID> {
    log.reduce(into: []) { dropped, logged in
      if logged.status == .stands, case .dropClaims(let claims) = logged.operation.action {
        dropped.formUnion(claims)
      }
    }
  }
}
