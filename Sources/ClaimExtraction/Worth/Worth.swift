package import ClaimModel
internal import Lexicons

/// How much a claim deserves checking: a sum of weights that people can read and change.
///
/// "Số ca nhiễm tăng gấp đôi, 2.400 ca" is worth more than "Xin cảm ơn các bạn".
package struct Worth {
  /// What else is known of a claim besides its words.
  package struct Facts {
    package var speaker: Speaker?
    package var quantities: [Quantity]
    package var dates: [DateMention]
    /// Whether somebody says it; the story's own statements have no speaker to name.
    package var isAttributed: Bool

    package init(
      speaker: Speaker? = nil, quantities: [Quantity] = [], dates: [DateMention] = [],
      isAttributed: Bool = true
    ) {
      self.speaker = speaker
      self.quantities = quantities
      self.dates = dates
      self.isAttributed = isAttributed
    }
  }

  /// The worth of what stands in `content`, from 0 to 1, and its reasons: each feature that the
  /// claim has, with the weight it adds, largest first. Weights are in `worth.tsv`.
  package static func score(
    content: [Range<Int>], in story: Story, _ facts: Facts = Facts()
  ) -> (value: Double, reasons: [Reason]) {
    var worth = Worth(weights: story.language.worth)
    worth.add("base")
    worth.addWords(of: content, in: story)
    worth.addFacts(facts, in: story)
    worth.addShape(of: content, in: story)
    return worth.finished()
  }

  private let weights: WorthWeights
  private var sum = 0.0
  private var reasons: [Reason] = []

  private init(weights: WorthWeights) { self.weights = weights }

  private mutating func add(_ name: String, at span: TextSpan? = nil) {
    guard let feature = weights[name] else { return }
    sum += feature.weight
    reasons.append(Reason(.worth, feature.words, span: span, weight: feature.weight))
  }

  /// Each feature of words once, with where it was first found.
  private mutating func addWords(of content: [Range<Int>], in story: Story) {
    var found = [Bool](repeating: false, count: weights.features.count)
    for range in content {
      let range = range.clamped(to: 0..<story.tokens.count)
      var at = range.lowerBound
      while at < range.upperBound {
        guard
          let (place, end) = weights.phrases.match(
            at: at, in: story.tokens, limit: range.upperBound)
        else {
          at += 1
          continue
        }
        if !found[place] {
          found[place] = true
          add(weights.features[place].name, at: story.span(at..<end))
        }
        at = end
      }
    }
  }

  private mutating func addFacts(_ facts: Facts, in story: Story) {
    if let first = facts.quantities.first {
      add("number", at: first.span)
      if let exact = facts.quantities.first(where: { $0.isMeasured(in: story) }) {
        add("exact-number", at: exact.span)
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
    if words < 5 { add("short") }
    if let mark = tokens.suffix(3).first(where: { story.tokens[$0].scalar == 0x3F }) {
      add("question", at: story.span(mark..<mark + 1))
    }
  }

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
