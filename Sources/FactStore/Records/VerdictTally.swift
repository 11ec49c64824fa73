package import ClaimModel

/// Numbers of claims by verdict.
package struct VerdictTally: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: Verdict.allCases.count)

  package init() {}

  package subscript(verdict: Verdict) -> Int { counts[Self.place(verdict)] }

  package var total: Int { counts.reduce(0, +) }

  mutating func count(_ number: Int, as verdict: Verdict, adding: Bool) {
    counts[Self.place(verdict)] += adding ? number : -number
  }

  /// Counts one claim under this overlay, if it stands.
  mutating func count(_ overlay: ClaimOverlay?, isExtracted: Bool, adding: Bool) {
    guard ClaimOverlay.stands(overlay, isExtracted: isExtracted) else { return }
    count(1, as: overlay?.verdict ?? .unchecked, adding: adding)
  }

  private static func place(_ verdict: Verdict) -> Int {
    switch verdict {
    case .unchecked: 0
    case .true: 1
    case .mostlyTrue: 2
    case .halfTrue: 3
    case .misleading: 4
    case .false: 5
    case .unverifiable: 6
    }
  }
}

extension ClaimOverlay {
  /// Whether a claim stands under its overlay: an added one stands by its overlay alone.
  static func stands(_ overlay: ClaimOverlay?, isExtracted: Bool) -> Bool {
    guard let overlay else { return isExtracted }
    return !overlay.isDropped && (isExtracted || overlay.own != nil)
  }

  /// The latest verdict.
  var verdict: Verdict { marks.last { $0.mark.verdict != nil }?.mark.verdict ?? .unchecked }
}
