internal import ClaimModel

/// Words that forms share.
enum DeskWords {
  static let verdicts = Verdict.allCases.map(\.rawValue)
}
