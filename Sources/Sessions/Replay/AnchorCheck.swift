package import ClaimModel

/// Whether claims still stand where they stood, in another text of their story. An anchor that no
/// longer matches is told, never moved to where the same words stand now.
package enum AnchorCheck {
  /// The claims with a content span whose bytes in the two texts are not the same.
  package static func lost<ID>(
    _ claims: some Sequence<(id: ID, claim: Claim)>, from old: String, to new: String
  ) -> [ID] {
    var (old, new) = (old, new)
    return old.withUTF8 { old in
      new.withUTF8 { new in
        claims.filter { !$0.claim.content.allSatisfy { matches($0, old, new) } }.map(\.id)
      }
    }
  }

  private static func matches(
    _ span: TextSpan, _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    span.end <= old.count && span.end <= new.count
      && old[span.start..<span.end].elementsEqual(new[span.start..<span.end])
  }
}
