internal import ClaimModel

/// Two claims that disagree, and in which figures.
struct ClaimTension {
  /// A claim with the place of its quantity, nil for its date.
  struct End: Hashable {
    var claim: Int
    var quantity: Int?
  }

  var kind: Conflict.Kind
  var subject: String
  var first: End
  var second: End
}
