internal import ClaimModel

/// What is asked for often of many claims, a byte each.
struct ClaimFlags: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let direct = ClaimFlags(rawValue: 1)
  static let mixed = ClaimFlags(rawValue: 2)
  static let indirect = ClaimFlags(rawValue: 4)
  static let narrated = ClaimFlags(rawValue: 8)
  static let number = ClaimFlags(rawValue: 16)
  static let date = ClaimFlags(rawValue: 32)
  static let unit = ClaimFlags(rawValue: 64)
  static let cue = ClaimFlags(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ kind: ClaimKind) {
    self =
      switch kind {
      case .direct: .direct
      case .mixed: .mixed
      case .indirect: .indirect
      case .narrated: .narrated
      }
  }

  init(_ claims: PackedClaims, _ index: Int) {
    self.init(claims.kind(at: index))
    if claims.quantityCount(at: index) > 0 { insert(.number) }
    if claims.dateCount(at: index) > 0 { insert(.date) }
    if claims.hasQuantity(at: index, where: { !$0.unit.isEmpty }) { insert(.unit) }
    if claims.hasCue(at: index) { insert(.cue) }
  }
}

extension Evaluator {
  /// Claims with one of the flags; an edited claim by what it is now.
  func flagged(_ flags: ClaimFlags) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      words.flags.withUnsafeBufferPointer {
        found.insert(flagged: $0, withAny: flags.rawValue, offset: words.first)
      }
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own else { continue }
      let now = ClaimFlags(PackedClaims(CollectionOfOne(own.claim)), 0)
      found.set(number, !now.isDisjoint(with: flags))
    }
    return found
  }
}
