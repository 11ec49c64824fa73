internal import ClaimModel

/// The folded words of one article's extracted claims, made when first asked for.
final class FoldedClaims: Sendable {
  init() {}
}
