internal import ClaimModel

/// One station of a chain as a sentence names it.
struct ChainNode: Hashable {
  /// Its words: "ông Lê Văn Tố, Phó chủ tịch huyện", "a Reuters dispatch".
  var range: Range<Int>
  /// Where it is a newsroom or a medium.
  var outlet: OutletMention?
  /// The words that tie it to its neighbour.
  var tie: Range<Int>?
}

/// How one sentence says where its fact comes from.
///
/// "Xinhua reported on Monday, citing Kyodo" → content before it; Kyodo, Xinhua; cue "reported".
struct ChainFrame: Hashable {
  var content: Range<Int>
  /// From the fact outwards.
  var nodes: [ChainNode]
  var cue: Range<Int>?
  /// Who stands beside the cue.
  var source: Range<Int>?
  /// Whether an attribution may be made of it that neither rules nor taggers find.
  var isSure = false
}

/// Part of a sentence that says who says or carries what the sentence says.
struct SourcingPart {
  enum Kind {
    /// "police told AFP", "Xinhua reported on Monday": subject, verb, and no content behind.
    case speaks(verb: Range<Int>)
    /// "said one of the sailors"
    case inverted(verb: Range<Int>)
    /// "told the Courier on Monday", its subject before a comma
    case verb(Range<Int>)
    /// "according to the bureau"
    case according(Int)
    /// "citing Kyodo"
    case citing
    /// "as quoted by Xinhua", "được Tân Hoa Xã dẫn lại"
    case carried
    /// "who asked not to be named"
    case relative
    /// "its chairman"
    case noun
    case turn
    case other
  }

  var range: Range<Int>
  var kind: Kind
}
