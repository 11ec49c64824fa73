/// Features that tell whether a token belongs to the content or the source of one cue.
package struct SpanFeatures {
  let traits: StoryTraits
  package let window: CueWindow
  /// The cue's words, its last word, its first word.
  let cueKey: UInt64
  private let cueHead: UInt64
  /// Quotations and strong cue words around, the cue's place in its sentence.
  private let setting: UInt64
  private let cuePlace: UInt64
  /// What stands between each token of the window and the cue.
  let between: [UInt64]
  private let betweenShort: [UInt64]
  private let neighbours: CueNeighbours
  let context: SentenceContext
  /// What the rules take each token of the window for, in the attribution by this cue.
  private let ruled: [UInt64]
  private let beside: WindowWords

  package init(_ traits: StoryTraits, _ window: CueWindow) {
    self.traits = traits
    self.window = window
    let cue = window.cue
    cueKey = cue.reduce(7) { FeatureHash.join($0, traits.tokens[$1].word) }
    cueHead = traits.tokens[cue.upperBound - 1].word
    let tokens = traits.tokens
    let quoteBefore = (window.tokens.lowerBound..<cue.lowerBound)
      .contains { tokens[$0].place != .outside }
    let quoteAfter = (cue.upperBound..<window.tokens.upperBound)
      .contains { tokens[$0].place != .outside }
    cuePlace = tokens[cue.lowerBound].place.rawValue
    neighbours = CueNeighbours(traits, window)
    context = SentenceContext(traits, window)
    ruled = RuleMarks.roles(in: window, of: traits.ruled)
    beside = WindowWords(traits, window)
    let before = cue.lowerBound - window.sentence.lowerBound
    let after = window.sentence.upperBound - cue.upperBound
    setting =
      (quoteBefore ? 1 : 0) | (quoteAfter ? 2 : 0) | (before == 0 ? 4 : before < 4 ? 8 : 12)
      | (after < 3 ? 16 : after < 8 ? 32 : 48)
    (between, betweenShort) = Self.between(traits, window)
  }

  /// From the cue outwards on either side: commas, quotation marks, strong cues, sentence ends.
  private static func between(
    _ traits: StoryTraits, _ window: CueWindow
  ) -> ([UInt64], [UInt64]) {
    var full = [UInt64](repeating: 0, count: window.tokens.count)
    var short = full
    let base = window.tokens.lowerBound
    var state = Between()
    for index in stride(from: window.cue.lowerBound - 1, through: base, by: -1) {
      full[index - base] = state.code
      short[index - base] = state.shortCode
      state.pass(traits.tokens[index], isEnd: index + 1 == window.sentence.lowerBound)
    }
    state = Between()
    for index in window.cue.upperBound..<window.tokens.upperBound {
      full[index - base] = state.code
      short[index - base] = state.shortCode
      state.pass(traits.tokens[index], isEnd: index + 1 == window.sentence.upperBound)
    }
    return (full, short)
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 { beside[index].word }

  @inline(__always)
  private func shape(_ index: Int) -> UInt64 { beside[index].shape }

  /// Adds the features of the token at `index` of the window, not of the cue.
  package func add(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let isLeft = index < window.cue.lowerBound
    let side: UInt64 = isLeft ? 1 : 2
    addWords(to: &sink, at: index, side: side)
    if traits.tokensAreWords {
      addMoreWords(to: &sink, at: index, side: side)
      addLetters(to: &sink, at: index, side: side)
    } else {
      addWholeWords(to: &sink, at: index, side: side)
    }
    if traits.register != 0 { addRegister(to: &sink, at: index, side: side) }
    addPlace(to: &sink, at: index, side: side)
    addRuled(to: &sink, at: index, side: side)
    addListed(to: &sink, at: index, side: side)
  }

  /// What holds in one kind of news only.
  private func addRegister(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64
  ) {
    let slot = index - window.tokens.lowerBound
    let token = traits.tokens[index]
    let local = traits.register &* 4 &+ side
    sink.add(180, local, token.word, betweenShort[slot])
    sink.add(181, local, edge(index))
    sink.add(182, local, listed(index), edge(index))
    sink.add(183, local, word(index + 1))
    sink.add(184, local, word(index - 1))
    sink.add(185, local, between[slot])
  }

  /// Classes of the token and its neighbours in the rules' lists.
  private func addListed(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64) {
    let slot = index - window.tokens.lowerBound
    let own = listed(index)
    let left = listed(index - 1)
    let right = listed(index + 1)
    let role = ruled[slot]
    sink.add(130, own, side)
    sink.add(131, own, right, side)
    sink.add(132, own, left, side)
    sink.add(133, own, role, side)
    sink.add(134, right, role, side)
    sink.add(135, right, listed(index + 2), side)
    sink.add(136, left, listed(index - 2), side)
    sink.add(137, right, between[slot], side)
    sink.add(138, own, between[slot], side)
    sink.add(139, right, context.tail[slot], side)
  }

  @inline(__always)
  private func listed(_ index: Int) -> UInt64 { beside[index].listed }

  /// What the rules take the token and its neighbours for.
  private func addRuled(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64) {
    let slot = index - window.tokens.lowerBound
    let token = traits.tokens[index]
    let last = slot > 0 ? ruled[slot - 1] : 15
    let next = slot + 1 < ruled.count ? ruled[slot + 1] : 15
    let around = (ruled[slot] &* 256 &+ last &* 16 &+ next) &* 4 &+ side
    sink.add(110, around)
    sink.add(111, around, cueKey)
    sink.add(112, around, setting)
    sink.add(113, around, token.word)
    sink.add(114, around, word(index + 1))
    sink.add(115, around, word(index - 1))
    sink.add(116, around, token.place.rawValue, edge(index))
    sink.add(117, around, shape(index))
    sink.add(118, around, UInt64(token.ruled), side)
    sink.add(119, around, between[slot])
  }

  private func addWords(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64) {
    let w0 = word(index)
    let l1 = word(index - 1)
    let r1 = word(index + 1)
    sink.add(1, w0, side)
    sink.add(2, l1, side)
    sink.add(3, r1, side)
    sink.add(6, l1, w0, side)
    sink.add(7, w0, r1, side)
  }

  /// Words farther off and their shapes. Vietnamese has whole words in their place.
  private func addMoreWords(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64
  ) {
    let l1 = word(index - 1)
    let r1 = word(index + 1)
    let l2 = word(index - 2)
    let r2 = word(index + 2)
    sink.add(4, l2, side)
    sink.add(5, r2, side)
    sink.add(8, l2, l1, side)
    sink.add(9, r1, r2, side)
    sink.add(13, word(index - 3), side)
    sink.add(14, word(index + 3), side)
    let shapes = shape(index - 1) &* 16 &+ shape(index)
    sink.add(15, shapes, shape(index + 1) &* 16 &+ shape(index + 2), shape(index - 2), side)
    sink.add(17, shape(index), l1, side)
    sink.add(18, shape(index), r1, side)
    let left = listed(index - 1)
    sink.add(140, left, context.head[index - window.tokens.lowerBound], side)
    sink.add(141, listed(index + 1), traits.tokens[index].word, side)
    sink.add(142, left, traits.tokens[index].word, side)
  }

  private func addLetters(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64)
  {
    let token = traits.tokens[index]
    sink.add(30, token.suffix2, side)
    sink.add(31, token.suffix3, side)
    if index > window.tokens.lowerBound {
      let left = traits.tokens[index - 1]
      sink.add(32, left.suffix2, side)
      sink.add(33, left.suffix2, token.suffix2, side)
      sink.add(34, left.suffix3, word(index))
    }
    if index + 1 < window.tokens.upperBound {
      let right = traits.tokens[index + 1]
      sink.add(35, right.suffix2, side)
      sink.add(36, token.suffix2, right.suffix2, side)
      sink.add(37, word(index), right.suffix3)
    }
  }

  private func addPlace(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64) {
    let token = traits.tokens[index]
    let gap = side == 1 ? window.cue.lowerBound - index - 1 : index - window.cue.upperBound
    let distance = bucket(gap) &* 4 &+ side
    let middle = between[index - window.tokens.lowerBound]
    let short = betweenShort[index - window.tokens.lowerBound]
    let place = token.place.rawValue
    let next = index + 1 < window.tokens.upperBound ? traits.tokens[index + 1].place.rawValue : 4
    let last = index > window.tokens.lowerBound ? traits.tokens[index - 1].place.rawValue : 4
    let places = place &* 64 &+ next &* 8 &+ last
    let edges = edge(index)
    let w0 = token.word
    sink.add(50, distance, cueKey)
    sink.add(51, distance, cueHead)
    sink.add(52, side, cueKey, w0)
    sink.add(53, side, cueKey, shape(index))
    sink.add(54, distance, shape(index))
    sink.add(55, distance, middle)
    sink.add(56, middle, side, places)
    sink.add(57, middle, side, edges)
    sink.add(58, side, places, setting)
    sink.add(59, side, edges, setting)
    sink.add(60, side, short, setting)
    sink.add(61, side, short, cueKey)
    sink.add(62, side, places, edges)
    sink.add(63, side, middle, word(index - 1))
    sink.add(64, side, middle, word(index + 1))
    sink.add(65, side, middle, w0)
    sink.add(66, side, cueKey, places)
    sink.add(67, side, cueKey, setting)
    sink.add(68, side, setting, distance)
    sink.add(69, side, cuePlace, places)
    sink.add(70, side, cueKey, edges)
    sink.add(71, side, w0, edges)
    sink.add(72, side, UInt64(token.cuePrior), short)
    sink.add(73, side, setting, w0)
    sink.add(74, side, cueHead, word(index + 1))
    sink.add(75, side, cueHead, word(index - 1))
    sink.add(76, side, w0, distance)
    sink.add(77, side, cuePlace, middle)
    sink.add(78, edges, word(index + 1), side)
    sink.add(79, edges, word(index - 1), side)
    sink.add(80, setting, word(window.cue.upperBound), distance)
    let slot = index - window.tokens.lowerBound
    let next2 = neighbours.next[slot]
    let last2 = neighbours.last[slot]
    sink.add(82, side, next2, w0)
    sink.add(83, side, next2, word(index + 1))
    sink.add(84, side, last2, w0)
    sink.add(85, side, last2, word(index - 1))
    sink.add(86, side, next2, last2)
    sink.add(87, side, next2, places)
    let head = context.head[slot]
    let tail = context.tail[slot]
    sink.add(88, side, tail, word(index + 1))
    sink.add(89, side, tail, w0)
    sink.add(90, side, head, word(index - 1))
    sink.add(91, side, head, w0)
    sink.add(92, side, tail &* 256 &+ head, places)
    sink.add(93, side, tail, edges)
    sink.add(94, side, head, edges)
    sink.add(95, side, tail, middle)
    sink.add(96, side, head, middle)
    sink.add(97, side, tail, cueKey)
    let kind = token.quotation
    sink.add(101, side, kind, cueKey)
    sink.add(102, side, UInt64(token.cueChance), short)
    sink.add(81, setting, word(window.cue.lowerBound - 1), distance)
  }

  /// Whether the token is at the start or end of the cue's sentence, of another, or of neither.
  private func edge(_ index: Int) -> UInt64 {
    let sentence = window.sentence
    var code: UInt64 = sentence.contains(index) ? 0 : index < sentence.lowerBound ? 32 : 64
    let own = traits.story.sentences[Int(traits.sentenceOf[index])].tokens
    if index == own.lowerBound { code |= 1 }
    let left = own.upperBound - index
    code |= left == 1 ? 2 : left == 2 ? 4 : left == 3 ? 6 : 0
    if index == window.tokens.lowerBound { code |= 8 }
    if index + 1 == window.cue.lowerBound { code |= 16 }
    if index == window.cue.upperBound { code |= 24 }
    return code
  }
}
