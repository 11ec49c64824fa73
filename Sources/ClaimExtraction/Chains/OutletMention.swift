internal import ClaimModel
internal import Lexicons

/// A newsroom, or a place of publication, where a story names it.
struct OutletMention: Hashable {
  /// Its name: "Tuổi Trẻ" of "báo Tuổi Trẻ"; all of it where only nouns stand there.
  var name: Range<Int>
  /// The name with its nouns, articles and what of it is meant: "a Reuters dispatch".
  var extent: Range<Int>
  var kind: Hop.Kind
  /// "The agency", "hãng tin này": one that was named before.
  var pointsBack = false
  /// Whether there is a sign besides the name that it is a newsroom, or it is of the registry.
  var isSure = true
}
