internal import ClaimModel

/// Turns drafts into claims, and gives every sentence without one a narrated claim.
struct ClaimAssembly {
  let story: Story
  /// The sentence of each token.
  private let sentenceOf: [Int32]
  /// Number of each sentence: the title 0, the others from 1 in text order.
  private let numbers: [Int]

  init(story: Story) {
    self.story = story
    var sentenceOf = [Int32](repeating: 0, count: story.tokens.count)
    var numbers = [Int]()
    numbers.reserveCapacity(story.sentences.count)
    var number = 0
    for (index, sentence) in story.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(index) }
      if sentence.region == .body { number += 1 }
      numbers.append(sentence.region == .title ? 0 : number)
    }
    self.sentenceOf = sentenceOf
    self.numbers = numbers
  }

  func claims(from drafts: [AttributionDraft]) -> [Claim] {
    var attributed = [Bool](repeating: false, count: story.sentences.count)
    var placed = [(extent: Range<Int>, claim: Claim)]()
    for draft in drafts {
      guard let extent = extent(of: draft.content + draft.cue + draft.source),
        let own = self.extent(of: draft.content + draft.cue), !draft.content.isEmpty
      else { continue }
      let touched = Int(sentenceOf[extent.lowerBound])...Int(sentenceOf[extent.upperBound - 1])
      for index in touched { attributed[index] = true }
      placed.append((own, claim(from: draft, sentences: touched)))
    }
    for (index, sentence) in story.sentences.enumerated() where !attributed[index] {
      guard let claim = narrated(sentence, number: numbers[index]) else { continue }
      placed.append((sentence.tokens, claim))
    }
    placed.sort { a, b in
      a.extent.lowerBound != b.extent.lowerBound
        ? a.extent.lowerBound < b.extent.lowerBound : a.extent.upperBound > b.extent.upperBound
    }
    return placed.map(\.claim)
  }

  private func extent(of ranges: [Range<Int>]) -> Range<Int>? {
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max()
    else { return nil }
    return start < end ? start..<end : nil
  }

  private func claim(from draft: AttributionDraft, sentences: ClosedRange<Int>) -> Claim {
    let first = story.sentences[sentences.lowerBound].tokens.lowerBound
    let last = story.sentences[sentences.upperBound].tokens.upperBound
    return Claim(
      kind: kind(of: draft.content), content: spans(draft.content),
      cue: spans(draft.cue), source: spans(draft.source),
      sentence: numbers[sentences.lowerBound], context: story.span(first..<last),
      reasons: draft.reasons)
  }

  /// Direct where every word stands in quotation marks that open in the content; mixed where some do.
  private func kind(of content: [Range<Int>]) -> ClaimKind {
    var quoted = 0
    var words = 0
    for range in content {
      var inside = story.quotations(overlapping: range).filter {
        range.contains($0.tokens.lowerBound) || range.contains($0.tokens.upperBound - 1)
          || isInner($0, of: range, content)
      }[...]
      for index in range where story.tokens[index].kind != .punctuation {
        while let first = inside.first, first.tokens.upperBound <= index { inside.removeFirst() }
        words += 1
        if let first = inside.first, first.tokens.contains(index) { quoted += 1 }
      }
    }
    if quoted == 0 { return .indirect }
    return quoted == words ? .direct : .mixed
  }

  /// A middle piece of a quotation whose ends lie in other pieces of the same content.
  private func isInner(
    _ quotation: Quotation, of range: Range<Int>, _ content: [Range<Int>]
  ) -> Bool {
    content.count > 1
      && content.contains { $0.contains(quotation.tokens.lowerBound) && $0 != range }
  }

  private func narrated(_ sentence: Sentence, number: Int) -> Claim? {
    let range = story.withoutFinalStop(sentence.tokens)
    guard range.contains(where: { story.tokens[$0].kind != .punctuation }) else { return nil }
    return Claim(
      kind: .narrated, content: spans([range]), sentence: number,
      context: story.span(sentence.tokens),
      reasons: [Reason(.claim, "the story's own statement: no attribution in this sentence")])
  }

  /// One span for each line of the text that the ranges cover.
  private func spans(_ ranges: [Range<Int>]) -> [TextSpan] {
    var out = [TextSpan]()
    out.reserveCapacity(ranges.count)
    for range in ranges where !range.isEmpty {
      var start = range.lowerBound
      for index in range.dropFirst() where story.breaksLine(before: index) {
        out.append(story.span(start..<index))
        start = index
      }
      out.append(story.span(start..<range.upperBound))
    }
    return out
  }
}
