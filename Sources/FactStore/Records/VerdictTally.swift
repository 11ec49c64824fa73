package import ClaimModel

/// Numbers of claims by verdict.
package struct VerdictTally: Sendable, Hashable {
  /// Of claims on which nobody disagrees.
  private var agreed = [Int](repeating: 0, count: Verdict.allCases.count)
  /// Of the others, by the latest verdict.
  private var disputes = [Int](repeating: 0, count: Verdict.allCases.count)

  package init() {}

  package subscript(group: VerdictGroup) -> Int {
    switch group {
    case .verdict(let verdict): agreed[Self.place(verdict)]
    case .disputed: disputes.reduce(0, +)
    }
  }

  /// Claims of which this is the latest verdict, disputed or not.
  package subscript(verdict: Verdict) -> Int {
    agreed[Self.place(verdict)] + disputes[Self.place(verdict)]
  }

  package var total: Int { agreed.reduce(0, +) + disputes.reduce(0, +) }

  mutating func count(
    _ number: Int, as verdict: Verdict, isDisputed: Bool = false, adding: Bool
  ) {
    let change = adding ? number : -number
    if isDisputed {
      disputes[Self.place(verdict)] += change
    } else {
      agreed[Self.place(verdict)] += change
    }
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

  var isDisputed: Bool { marks.count > 1 && [Opinion](marks).isDisputed }

  /// Whether the claim has the verdict, or is disputed and somebody gives it.
  func has(_ wanted: Verdict) -> Bool {
    let opinions = [Opinion](marks)
    return opinions.isDisputed
      ? opinions.contains { $0.verdict == wanted } : verdict == wanted
  }
}
