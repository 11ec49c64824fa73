internal import ClaimModel
internal import Lexicons

/// Hops, unnamed sources and their reasons, for attributions whose speakers are known.
struct ChainHops {
  let reader: ChainReader
  let names: ChainNames
  private let sentenceOf: [Int32]
  private var story: Story { reader.story }
  private var words: ChainWords { reader.words }
  private var tokens: [Token] { story.tokens }

  init(reader: ChainReader, sentenceOf: [Int32]) {
    self.reader = reader
    names = ChainNames(story: reader.story, words: reader.words)
    self.sentenceOf = sentenceOf
  }

  /// A chain with what later sentences ask about.
  struct Chain {
    var hops: [Hop] = []
    var isUnnamed = false
    var sentence: Int
    /// Words of the source beside the cue.
    var source: Range<Int>?
  }

  // MARK: One attribution

  func chain(of one: ChainReader.Framed, by speaker: Speaker?) -> Chain {
    let draft = one.draft
    let place = draft.cue.first?.lowerBound ?? draft.content.first?.lowerBound ?? 0
    var chain = Chain(sentence: Int(sentenceOf[place]), source: draft.source.first)
    guard one.inner == nil else { return chain }
    if let frame = one.frame {
      for (number, node) in frame.nodes.enumerated() {
        guard let hop = hop(node, number, draft, speaker, &chain) else { continue }
        if chain.hops.last?.name != hop.name { chain.hops.append(hop) }
      }
    } else if let speaker, let source = draft.source.first, !isNegated(draft.cue) {
      let whole = source.lowerBound..<(draft.source.last?.upperBound ?? source.upperBound)
      let (hop, unnamed) = hop(speaker: speaker, source: whole)
      chain.hops = [hop]
      chain.isUnnamed = unnamed
    }
    return chain
  }

  private func hop(
    _ node: ChainNode, _ number: Int, _ draft: AttributionDraft, _ speaker: Speaker?,
    _ chain: inout Chain
  ) -> Hop? {
    let ties = node.tie.map { [story.span($0)] } ?? []
    if let outlet = node.outlet { return hop(outlet, ties) }
    if let speaker, draft.source.contains(where: { $0.overlaps(node.range) }) {
      var (hop, unnamed) = hop(speaker: speaker, source: node.range)
      hop.ties = ties
      if number == 0 { chain.isUnnamed = unnamed }
      return hop
    }
    guard let name = names.name(of: node.range) else { return nil }
    if number == 0 { chain.isUnnamed = name.describesPeople }
    return Hop(
      name: TokenText.text(of: name.tokens, in: story), span: story.span(name.tokens),
      kind: name.kind, ties: ties)
  }

  private func hop(_ outlet: OutletMention, _ ties: [TextSpan]) -> Hop {
    if outlet.pointsBack {
      if let before = lastNewsroom(before: outlet.name.lowerBound) {
        return Hop(
          name: TokenText.text(of: before.name, in: story), span: story.span(before.name),
          kind: before.kind, ties: ties)
      }
      if let carrier = reader.carriers.last {
        return Hop(name: carrier.name, span: carrier.span, kind: .agency, ties: ties)
      }
    }
    return Hop(
      name: TokenText.text(of: outlet.name, in: story), span: story.span(outlet.name),
      kind: outlet.kind, ties: ties)
  }

  private func lastNewsroom(before token: Int) -> OutletMention? {
    let sentence = Int(sentenceOf[token])
    for index in stride(from: sentence, through: max(0, sentence - 12), by: -1) {
      let found = reader.mentions[index].last {
        $0.name.upperBound <= token && !$0.pointsBack && $0.kind != .medium
      }
      if let found { return found }
    }
    return nil
  }

  /// The resolved speaker, where the fullest form of its name stands.
  private func hop(speaker: Speaker, source: Range<Int>) -> (Hop, Bool) {
    let sentence = Int(sentenceOf[source.lowerBound])
    if let outlet = reader.mentions[sentence].first(where: { $0.extent.overlaps(source) }),
      outlet.extent.lowerBound <= source.lowerBound + 1
    {
      return (hop(outlet, []), false)
    }
    let own = names.name(of: source)
    let isReference = isPronoun(source)
    if speaker.kind == .person, !isReference, let named = named(speaker.name, within: source) {
      return (Hop(name: speaker.name, span: story.span(named), kind: .person), false)
    }
    if speaker.kind == .person || isReference, let own, !own.describesPeople, own.kind == .person,
      !isReference
    {
      // The name beside the cue, in full where the story has it in full.
      let full = place(of: speaker.name, ending: own.tokens)
      let tokens = full ?? own.tokens
      return (
        Hop(name: TokenText.text(of: tokens, in: story), span: story.span(tokens), kind: .person),
        false
      )
    }
    if let own, own.describesPeople, !isReference {
      if let full = place(of: speaker.name, ending: nil), speaker.kind == .person, isCapital(full),
        !full.overlaps(source)
      {
        return (Hop(name: speaker.name, span: story.span(full), kind: .person), false)
      }
      return (
        Hop(
          name: TokenText.text(of: own.tokens, in: story), span: story.span(own.tokens),
          kind: .person), true
      )
    }
    let found = place(of: speaker.name, ending: nil)
    if isReference || own == nil || found.map({ !$0.overlaps(source) }) ?? false {
      if let found {
        let described = names.name(of: found)
        let tokens = described?.tokens ?? found
        return (
          Hop(
            name: TokenText.text(of: tokens, in: story), span: story.span(tokens),
            kind: kind(speaker.kind, described?.kind)),
          described?.describesPeople ?? false
        )
      }
      return (
        Hop(name: speaker.name, span: story.span(source), kind: kind(speaker.kind, own?.kind)),
        false
      )
    }
    guard let own else {
      return (Hop(name: speaker.name, span: story.span(source), kind: .body), false)
    }
    return (
      Hop(
        name: TokenText.text(of: own.tokens, in: story), span: story.span(own.tokens),
        kind: kind(speaker.kind, own.kind)),
      own.describesPeople
    )
  }

  /// "Giám đốc Sở Cứu hoả Phạm Quang Lâm", "A survivor, who gave her name only as Sari": where the
  /// words of a source, an office and a body among them, have the speaker's name.
  private func named(_ name: String, within source: Range<Int>) -> Range<Int>? {
    guard let found = place(of: name, in: source), found.count < source.count, isCapital(found)
    else { return nil }
    return found
  }

  private func kind(_ kind: SourceKind, _ own: Hop.Kind?) -> Hop.Kind {
    switch kind {
    case .person: .person
    case .agency: .agency
    case .outlet: .outlet
    case .document: own == .person ? .person : .document
    case .government, .organisation: own == .document ? .document : .body
    case .unknown: own ?? .body
    }
  }

  private func isCapital(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tokens[$0].shape != .lower }
  }

  private func isPronoun(_ source: Range<Int>) -> Bool {
    story.language.titles.references.match(
      at: source.lowerBound, in: tokens, limit: source.upperBound
    ).map {
      $0.end == source.upperBound && ($0.value != .indefinite && $0.value != .plural)
    } ?? false
      || words.length(.pronoun, tokens, at: source.lowerBound, end: source.upperBound)
        == source.count
        && !source.isEmpty
  }

  /// Where a name stands first, the last words of it given: "Dostan" → "Karim Dostan".
  private func place(of name: String, ending: Range<Int>?) -> Range<Int>? {
    let keys = keys(of: name)
    if let ending {
      guard keys.count > ending.count, keys.last == tokens[ending.upperBound - 1].key.exact else {
        return nil
      }
    }
    return place(of: keys, in: 0..<min(tokens.count, (ending?.upperBound ?? tokens.count)))
  }

  private func place(of name: String, in range: Range<Int>) -> Range<Int>? {
    place(of: keys(of: name), in: range)
  }

  private func place(of keys: [UInt64], in range: Range<Int>) -> Range<Int>? {
    guard let first = keys.first else { return nil }
    var at = range.lowerBound
    while at + keys.count <= range.upperBound {
      if tokens[at].key.exact == first,
        (0..<keys.count).allSatisfy({ tokens[at + $0].key.exact == keys[$0] })
      {
        return at..<at + keys.count
      }
      at += 1
    }
    return nil
  }

  private func keys(of name: String) -> [UInt64] {
    var copy = name
    return copy.withUTF8 { bytes in
      Tokenizer.tokens(of: bytes, in: .init(0, bytes.count)).map(\.key.exact)
    }
  }

  private func isNegated(_ cue: [Range<Int>]) -> Bool {
    cue.contains { range in
      range.contains { words.length(.not, tokens, at: $0, end: range.upperBound) > 0 }
    }
  }

  // MARK: Later sentences

  /// Carries hearers and carriers on to further words of the same speaker, and adds newsrooms that
  /// a later sentence says carried it.
  func carriedOn(_ chains: [Chain], _ framed: [ChainReader.Framed]) -> [Chain] {
    var chains = chains
    let order = chains.indices.sorted { (chains[$0].sentence, $0) < (chains[$1].sentence, $1) }
    var last: Int?
    for index in order where framed[index].inner == nil {
      let chain = chains[index]
      if let last, chain.hops.count == 1, chains[last].hops.count > 1,
        chain.hops[0].name == chains[last].hops[0].name, framed[index].frame == nil,
        chain.sentence - chains[last].sentence <= 2,
        goesOn(framed[index], chain.sentence, after: chains[last].sentence)
      {
        chains[index].hops += chains[last].hops.dropFirst()
        chains[index].isUnnamed = chains[last].isUnnamed
      }
      if !chain.hops.isEmpty { last = index }
    }
    for (sentence, nodes) in reader.echoes {
      guard
        let target = order.last(where: {
          chains[$0].sentence == sentence - 1 && framed[$0].inner == nil && !chains[$0].hops.isEmpty
        })
      else { continue }
      for node in nodes {
        guard let outlet = node.outlet else { continue }
        let hop = hop(outlet, node.tie.map { [story.span($0)] } ?? [])
        if !chains[target].hops.contains(where: { $0.name == hop.name }) {
          chains[target].hops.append(hop)
        }
      }
    }
    return chains
  }

  /// "He added", "ông Dostan nói": the same occasion.
  private func goesOn(_ one: ChainReader.Framed, _ sentence: Int, after: Int) -> Bool {
    let range = story.sentences[sentence].tokens
    let own = one.draft.content
    let isOutside: (Int) -> Bool = { at in !own.contains { $0.contains(at) } }
    let cue = one.draft.cue.first
    let isMore =
      cue.map { cue in
        (max(range.lowerBound, cue.lowerBound - 1)..<cue.upperBound).contains {
          words.length(.more, tokens, at: $0, end: range.upperBound) > 0
        }
      } ?? true
    if isMore { return true }
    if range.contains(where: {
      isOutside($0) && words.length(.occasion, tokens, at: $0, end: range.upperBound) > 0
    }) {
      return false
    }
    guard let source = one.draft.source.first else { return true }
    let short = source.count <= 3
    return short && sentence != after || isPronoun(source)
  }

  // MARK: Reasons

  /// Why the innermost source of a chain is not named: in its own sentence or in the next that
  /// speaks of it.
  func reason(for chain: Chain) -> TextSpan? {
    for sentence in chain.sentence..<min(story.sentences.count, chain.sentence + 3) {
      let range = story.sentences[sentence].tokens
      if sentence > chain.sentence,
        words.length(.pronoun, tokens, at: range.lowerBound, end: range.upperBound) == 0
      {
        continue
      }
      let reasons = ReasonReader(
        story: story, words: words, sentence: range, mentions: reader.mentions[sentence])
      if let found = reasons.reason() { return story.span(found) }
    }
    return nil
  }
}
