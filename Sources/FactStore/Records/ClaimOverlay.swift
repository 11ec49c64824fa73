internal import ClaimModel

/// What people changed about one claim; a claim as extracted has none.
struct ClaimOverlay: Sendable, Hashable {
  /// The claim itself where it is not the extracted one.
  var own: OwnClaim?
  var isDropped = false
  /// The version of its story that has its words no more; it is dropped with that.
  var goneWith: Int?
  /// What versions of its story made of it, oldest first.
  var turns: [ClaimRewording] = []
  /// In order of time.
  var given: [GivenAttribution] = []
  /// Extracted attributions that somebody took away.
  var taken: [SourceRole] = []
  var marks: [SignedMark<ClaimMark>] = []
  /// What it and claims with higher numbers were found to be to each other, oldest first.
  var rulings: [RuledMatch] = []
  /// Oldest first.
  var corrections: [SignedMark<Correction>] = []

  static let none = ClaimOverlay()

  /// Whether somebody said something of the claim: a verdict, a note, a source, what it is the
  /// same as.
  var isWorkedOn: Bool {
    !marks.isEmpty || !given.isEmpty || !taken.isEmpty || !rulings.isEmpty
      || !corrections.isEmpty
  }
}

/// A claim that was added or put right by hand.
final class OwnClaim: Sendable {
  let claim: Claim
  let origin: ClaimOrigin
  /// Registry place of its speaker.
  let speaker: Int?
  /// Registry places of its hops, one list for each.
  let hops: [[Int]]

  init(_ claim: Claim, _ origin: ClaimOrigin, speaker: Int?, hops: [[Int]]) {
    self.claim = claim
    self.origin = origin
    self.speaker = speaker
    self.hops = hops
  }
}

extension OwnClaim: Hashable {
  static func == (a: OwnClaim, b: OwnClaim) -> Bool {
    a.claim == b.claim && a.origin == b.origin && a.speaker == b.speaker
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(claim)
    hasher.combine(origin)
  }
}

/// A source, by its place in the registry, in a role.
struct SourceRole: Sendable, Hashable {
  var place: Int
  var role: AttributionRole
}

struct GivenAttribution: Sendable, Hashable {
  var source: SourceRole
  var user: String
  var time: Timestamp
}
