internal import ClaimModel

/// Turns drafts into claims, and gives every sentence without one a narrated claim.
struct ClaimAssembly {
  let story: Story
  /// The sentence of each token.
  private let sentenceOf: [Int32]
  /// Number of each sentence: the title 0, the others from 1 in text order.
  private let numbers: [Int]
  private let facts: StoryFacts
  /// Sentences in which an interviewer asks: no claims.
  private let questions: Set<Int>
  /// Nil where the language has no words of sourcing.
  private let chains: ChainReader?

  /// `days` are those that relative dates count from; `carriers` are the newsrooms of
  /// byline and dateline.
  init(
    story: Story, days: StoryDays = StoryDays(day: nil), carriers: [ChainCarrier] = []
  ) {
    self.story = story
    chains = ChainReader(story: story, carriers: carriers)
    facts = StoryFacts(story: story, days: days)
    questions = SpeakerLabels(story: story).questions()
    sentenceOf = story.sentenceOfTokens()
    var numbers = [Int]()
    numbers.reserveCapacity(story.sentences.count)
    var number = 0
    for sentence in story.sentences {
      if sentence.region == .body { number += 1 }
      numbers.append(sentence.region == .title ? 0 : number)
    }
    self.numbers = numbers
  }

  func claims(from found: [AttributionDraft]) -> [Claim] {
    let mended = NamedBodies(story: story).mended(found).map { $0.withWholeNumbers(in: story) }
    let settled = SettledSources(story: story, sentenceOf: sentenceOf).settled(mended)
    let attributions = AttributionChains(
      drafts: settled, reader: chains, sentenceOf: sentenceOf, story: story)
    let drafts = attributions.drafts
    var attributed = [Bool](repeating: false, count: story.sentences.count)
    var placed = [Placed]()
    for (number, draft) in drafts.enumerated() {
      guard let extent = extent(of: draft.content + draft.cue + draft.source),
        let own = self.extent(of: draft.content + draft.cue), !draft.content.isEmpty
      else { continue }
      let touched = Int(sentenceOf[extent.lowerBound])...Int(sentenceOf[extent.upperBound - 1])
      for index in touched { attributed[index] = true }
      var made = claim(from: draft, by: attributions.speakers[number], sentences: touched)
      attributions.complete(&made, number)
      placed.append(
        Placed(extent: own, claim: made, number: number, inner: attributions.inner[number]))
    }
    let remainders = StoryRemainders(story: story, drafts: drafts) { [facts] source in
      facts.quantities(within: source)
    }
    // "giấu tên vì không được phép nói" is told with the claim whose source it hides.
    let reasons = placed.compactMap { $0.claim.anonymity?.reason }
    let heads = TableHeads(story: story)
    for (index, sentence) in story.sentences.enumerated() {
      if !attributed[index], questions.contains(index) || heads.isHead(index) { continue }
      let own =
        attributed[index]
        ? remainders.pieces(of: sentence).filter { !overlaps($0, reasons) } : [sentence.tokens]
      for piece in own {
        guard let claim = narrated(piece, of: sentence, number: numbers[index]),
          !attributed[index] || !claim.quantities.isEmpty
            || remainders.isClause(piece, of: sentence)
        else { continue }
        placed.append(Placed(extent: piece, claim: claim))
      }
    }
    placed.sort { a, b in
      if a.extent.lowerBound != b.extent.lowerBound {
        return a.extent.lowerBound < b.extent.lowerBound
      }
      // Items of a list have the cue before it in common.
      let (one, other) = (a.claim.content.first?.start ?? 0, b.claim.content.first?.start ?? 0)
      return a.claim.cue == b.claim.cue && one != other
        ? one < other : a.extent.upperBound > b.extent.upperBound
    }
    return Placed.claims(placed)
  }

  private func overlaps(_ piece: Range<Int>, _ spans: [TextSpan]) -> Bool {
    guard !spans.isEmpty else { return false }
    let own = story.span(piece)
    return spans.contains { $0.start < own.end && own.start < $0.end }
  }

  private func extent(of ranges: [Range<Int>]) -> Range<Int>? {
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max()
    else { return nil }
    return start < end ? start..<end : nil
  }

  private func claim(
    from draft: AttributionDraft, by speaker: Speaker?, sentences: ClosedRange<Int>
  ) -> Claim {
    let first = story.sentences[sentences.lowerBound].tokens.lowerBound
    let last = story.sentences[sentences.upperBound].tokens.upperBound
    let claim = Claim(
      kind: kind(of: draft.content), content: spans(draft.content),
      cue: spans(draft.cue), source: spans(draft.source), speaker: speaker,
      sentence: numbers[sentences.lowerBound], context: story.span(first..<last),
      reasons: draft.reasons)
    return weighed(claim, content: draft.content, cue: draft.cue, source: draft.source)
  }

  /// The claim with its quantities and dates, its worth, and the reasons for speaker and worth.
  private func weighed(
    _ claim: Claim, content: [Range<Int>], cue: [Range<Int>] = [], source: [Range<Int>] = []
  ) -> Claim {
    var claim = claim
    claim.reasons += unclosedQuotations(in: content)
    claim.quantities = facts.quantities(within: claim.content)
    claim.dates = facts.dates(within: claim.content)
    let worth = Worth.score(
      content: content, in: story,
      Worth.Facts(
        speaker: claim.speaker, quantities: claim.quantities, dates: claim.dates,
        isAttributed: claim.kind != .narrated, cue: cue, source: source))
    claim.worth = worth.value
    if let speaker = claim.speaker {
      claim.reasons.append(
        Reason(.speaker, "\(speaker.name): \(speaker.reason)", span: claim.source.first))
      if speaker.isDoubtful { claim.reasons.append(Reason(.speaker, speaker.doubt)) }
    }
    claim.reasons += worth.reasons
    return claim
  }

  /// Says of each quotation without an end that the content lies in, where it opens.
  private func unclosedQuotations(in content: [Range<Int>]) -> [Reason] {
    guard let start = content.map(\.lowerBound).min(), let end = content.map(\.upperBound).max()
    else { return [] }
    return story.quotations(overlapping: start..<end).filter { !$0.isClosed }.map { quotation in
      Reason(
        .content, "no mark closes this quotation, so it ends with its paragraph",
        span: story.span(quotation.tokens.prefix(Self.wordsOfOpening)))
    }
  }

  /// Tokens that show where a quotation opens, its mark among them.
  private static let wordsOfOpening = 6

  /// Direct where every word stands in quotation marks that open in the content, or all of it in
  /// one quotation; mixed where some do.
  private func kind(of content: [Range<Int>]) -> ClaimKind {
    var quoted = 0
    var words = 0
    for range in content {
      var inside = story.quotations(overlapping: range).filter {
        range.contains($0.tokens.lowerBound) || range.contains($0.tokens.upperBound - 1)
          || isInner($0, of: range, content) || isWithin($0, content)
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

  /// `"Tôi tin rằng mưa sẽ tạnh"`: words of a quotation are quoted, whoever they are said to be of.
  private func isWithin(_ quotation: Quotation, _ content: [Range<Int>]) -> Bool {
    quotation.isClosed && content.allSatisfy { quotation.tokens.contains($0) }
  }

  /// A middle piece of a quotation whose ends lie in other pieces of the same content.
  private func isInner(
    _ quotation: Quotation, of range: Range<Int>, _ content: [Range<Int>]
  ) -> Bool {
    content.count > 1
      && content.contains { $0.contains(quotation.tokens.lowerBound) && $0 != range }
  }

  /// The story's own statement: a whole sentence, or what an attributed one leaves over.
  private func narrated(_ piece: Range<Int>, of sentence: Sentence, number: Int) -> Claim? {
    let range = story.withoutFinalStop(piece)
    guard range.contains(where: { story.tokens[$0].kind != .punctuation }) else { return nil }
    let words =
      if story.language.code == .unknown {
        "the language is unknown: every sentence counts as the story's own statement"
      } else if piece == sentence.tokens {
        "the story's own statement: no attribution in this sentence"
      } else {
        "the story's own words beside an attribution"
      }
    let claim = Claim(
      kind: .narrated, content: spans([range]), sentence: number,
      context: story.span(sentence.tokens), reasons: [Reason(.claim, words)])
    return weighed(claim, content: [range])
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
