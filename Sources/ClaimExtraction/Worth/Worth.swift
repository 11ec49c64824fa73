package import ClaimModel
internal import Lexicons

/// How much a claim deserves checking: a sum of weights that people can read and change.
///
/// "Số ca nhiễm tăng gấp đôi, 2.400 ca" is worth more than "Xin cảm ơn các bạn". The weights are
/// learned (`theo-train worth`).
package struct Worth {
  /// What else is known of a claim besides its words.
  package struct Facts {
    package var speaker: Speaker?
    package var quantities: [Quantity]
    package var dates: [DateMention]
    /// Whether somebody says it; the story's own statements have no speaker to name.
    package var isAttributed: Bool
    /// Token ranges of the words by which it is said ("hứa", "concluded") and of who says it.
    package var cue: [Range<Int>]
    package var source: [Range<Int>]

    package init(
      speaker: Speaker? = nil, quantities: [Quantity] = [], dates: [DateMention] = [],
      isAttributed: Bool = true, cue: [Range<Int>] = [], source: [Range<Int>] = []
    ) {
      self.speaker = speaker
      self.quantities = quantities
      self.dates = dates
      self.isAttributed = isAttributed
      self.cue = cue
      self.source = source
    }
  }

  /// The worth of what stands in `content`, from 0 to 1, and its reasons: each feature that the
  /// claim has, with the weight it adds, largest first. Weights are in `worth.tsv`.
  package static func score(
    content: [Range<Int>], in story: Story, _ facts: Facts = Facts()
  ) -> (value: Double, reasons: [Reason]) {
    var worth = Worth(weights: story.language.worth)
    worth.add("base")
    let said = content + facts.cue
    worth.addWords(of: said, from: worth.weights.phrases, in: story)
    worth.addOpening(of: content, in: story)
    worth.addWords(of: facts.source, from: worth.weights.sources, in: story)
    worth.addFacts(facts, in: story)
    worth.addShape(of: content, in: story)
    return worth.finished()
  }

  private let weights: WorthWeights
  /// Features of words that the claim has.
  private var found: WorthWeights.FeatureSet = 0
  private var sum = 0.0
  private var reasons: [Reason] = []

  private init(weights: WorthWeights) { self.weights = weights }

  private mutating func add(_ name: String, at span: TextSpan? = nil) {
    if let feature = weights[name] { add(feature, at: span) }
  }

  /// What weighs nothing is no reason.
  private mutating func add(_ feature: WorthWeights.Feature, at span: TextSpan?) {
    guard feature.weight != 0 else { return }
    sum += feature.weight
    reasons.append(Reason(.worth, feature.words, span: span, weight: feature.weight))
  }

  /// Each feature of words once, with where it was first found.
  private mutating func addWords(
    of ranges: [Range<Int>], from phrases: PhraseTable<WorthWeights.FeatureSet>, in story: Story
  ) {
    for range in ranges {
      let range = range.clamped(to: 0..<story.tokens.count)
      var at = range.lowerBound
      while at < range.upperBound {
        guard let (set, end) = phrases.match(at: at, in: story.tokens, limit: range.upperBound)
        else {
          at += 1
          continue
        }
        add(set, at: at..<end, in: story)
        at = end
      }
    }
  }

  /// How the claim begins: "Ai …", "He …"; marks before its first word are passed over.
  private mutating func addOpening(of content: [Range<Int>], in story: Story) {
    guard let first = content.first?.clamped(to: 0..<story.tokens.count),
      let at = first.first(where: { story.tokens[$0].kind != .punctuation }),
      let (set, end) = weights.openings.match(at: at, in: story.tokens, limit: first.upperBound)
    else { return }
    add(set, at: at..<end, in: story)
  }

  /// Those features of a set that the claim does not have yet.
  private mutating func add(
    _ set: WorthWeights.FeatureSet, at tokens: Range<Int>, in story: Story
  ) {
    var fresh = set & ~found
    found |= set
    while fresh != 0 {
      add(weights.features[fresh.trailingZeroBitCount], at: story.span(tokens))
      fresh &= fresh - 1
    }
  }

  private mutating func addFacts(_ facts: Facts, in story: Story) {
    if let first = facts.quantities.first {
      add("number", at: first.span)
      if let exact = facts.quantities.first(where: { $0.isMeasured(in: story) }) {
        add("exact-number", at: exact.span)
      }
      if let large = facts.quantities.first(where: { $0.value >= Self.largeNumber }) {
        add("large-number", at: large.span)
      }
    }
    if let date = facts.dates.first { add("date", at: date.span) }
    guard facts.isAttributed else { return }
    switch facts.speaker?.kind {
    case .government, .organisation:
      add("named-speaker")
      add("official-speaker")
    case .person, .agency, .outlet, .document: add("named-speaker")
    case .unknown, nil: add("unnamed-speaker")
    }
  }

  private mutating func addShape(of content: [Range<Int>], in story: Story) {
    let tokens = content.flatMap { $0.clamped(to: 0..<story.tokens.count) }
    let words = tokens.count { story.tokens[$0].kind != .punctuation }
    if words < 5 { add("short") } else if words < 8 { add("brief") }
    if let mark = tokens.suffix(3).first(where: { story.tokens[$0].scalar == 0x3F }) {
      add("question", at: story.span(mark..<mark + 1))
    }
    if let mark = tokens.suffix(3).first(where: { story.tokens[$0].scalar == 0x21 }) {
      add("exclamation", at: story.span(mark..<mark + 1))
    }
  }

  /// From here on a number is large: few people own or do a hundred of anything.
  private static let largeNumber = 100.0

  private func finished() -> (value: Double, reasons: [Reason]) {
    let ordered = reasons.sorted { abs($0.weight ?? 0) > abs($1.weight ?? 0) }
    // Two decimals, so that sums print as they are.
    return (min(1, max(0, (sum * 100).rounded() / 100)), ordered)
  }
}

extension Quantity {
  /// Money, a share or a measure, rather than a count of things: its unit is one of `units.tsv`.
  fileprivate func isMeasured(in story: Story) -> Bool {
    var copy = unit
    let tokens = copy.withUTF8 { Tokenizer.tokens(of: $0, in: TextSpan(0, $0.count)) }
    return Measures.contain(tokens, in: story.language.numbers.contexts.units)
  }
}
