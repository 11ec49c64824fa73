/// Features that tell whether a token is part of a cue.
package struct CueFeatures {
  let traits: StoryTraits
  let range: Range<Int>
  let surroundings: CueSurroundings

  /// Prepares the features of one sentence.
  package init(_ traits: StoryTraits, sentence: Int) {
    self.traits = traits
    range = traits.story.sentences[sentence].tokens
    surroundings = CueSurroundings(traits, range)
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 {
    if index < range.lowerBound { return UInt64(1 + min(3, range.lowerBound - index)) }
    if index >= range.upperBound { return UInt64(11 + min(3, index - range.upperBound)) }
    return traits.tokens[index].word
  }

  @inline(__always)
  private func shape(_ index: Int) -> UInt64 {
    range.contains(index) ? traits.tokens[index].shape : 0
  }

  /// Adds the features of the token at `index`.
  package func add(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let token = traits.tokens[index]
    let around = surroundings[index]
    addWords(to: &sink, at: index)
    if traits.tokensAreWords {
      addMoreWords(to: &sink, at: index)
      addLetters(to: &sink, at: index)
      addMoreSurroundings(to: &sink, at: index, token, around)
    } else {
      addWholeWords(to: &sink, at: index)
    }
    if traits.register != 0 { addRegister(to: &sink, at: index, token) }
    addSurroundings(to: &sink, at: index, token, around)
    addRuled(to: &sink, at: index, token)
    addListed(to: &sink, at: index, token)
  }

  private func addWords(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let w0 = word(index)
    let l1 = word(index - 1)
    let r1 = word(index + 1)
    sink.add(1, w0)
    sink.add(2, l1)
    sink.add(3, r1)
    sink.add(6, l1, w0)
    sink.add(7, w0, r1)
    sink.add(8, l1, r1)
    let shapes = shape(index - 1) &* 16 &+ shape(index)
    sink.add(20, shapes, shape(index - 2), shape(index + 1) &* 16 &+ shape(index + 2))
    sink.add(21, w0, shape(index - 1))
  }

  /// Words farther off. Vietnamese has whole words in their place.
  private func addMoreWords(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let w0 = word(index)
    let l1 = word(index - 1)
    let r1 = word(index + 1)
    let l2 = word(index - 2)
    let r2 = word(index + 2)
    sink.add(4, l2)
    sink.add(5, r2)
    sink.add(9, l2, l1, w0)
    sink.add(10, w0, r1, r2)
    sink.add(11, l1, w0, r1)
    sink.add(12, l2, l1)
    sink.add(13, r1, r2)
    sink.add(14, word(index - 3))
    sink.add(15, word(index + 3))
    sink.add(16, w0, l2)
    sink.add(17, w0, r2)
    sink.add(22, w0, shape(index + 1))
    sink.add(23, shape(index), shape(index - 1), l1)
    sink.add(98, w0, listed(index - 1))
    sink.add(99, w0, listed(index + 1))
  }

  private func addLetters(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let token = traits.tokens[index]
    sink.add(30, token.suffix2)
    sink.add(31, token.suffix3)
    sink.add(32, token.prefix)
    sink.add(33, token.suffix2, word(index - 1))
    sink.add(34, token.suffix2, word(index + 1))
    sink.add(35, token.prefix, word(index + 1))
    sink.add(36, token.prefix, word(index - 1))
    if index > range.lowerBound {
      let left = traits.tokens[index - 1]
      sink.add(37, left.suffix2)
      sink.add(38, left.suffix2, token.suffix2, left.shape)
      sink.add(39, left.suffix3, token.prefix)
    }
    if index + 1 < range.upperBound {
      let right = traits.tokens[index + 1]
      sink.add(40, right.suffix2)
      sink.add(41, right.suffix2, token.suffix2, right.shape)
      sink.add(42, token.prefix, right.suffix2)
    }
  }

  private func addSurroundings(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, _ token: TokenTraits,
    _ around: CueSurroundings.Place
  ) {
    let w0 = token.word
    let place = token.place.rawValue
    let prior = UInt64(token.cuePrior)
    let side = surroundings.side(index)
    sink.add(50, place, prior)
    sink.add(51, w0, place)
    sink.add(52, w0, side)
    sink.add(53, side, place, prior)
    sink.add(54, around.markBefore, prior)
    sink.add(55, around.markAfter, prior)
    let leftSteps = around.left < 0 ? 0 : bucket(index - around.left)
    let rightSteps = around.right < 0 ? 0 : bucket(around.right - index)
    sink.add(56, leftSteps, prior)
    sink.add(57, rightSteps, prior)
    sink.add(58, leftSteps, rightSteps)
    sink.add(67, prior, priors(index))
    sink.add(68, prior, around.quotationBefore, around.quotationAfter)
    sink.add(69, w0, around.quotationBefore &* 64 &+ around.quotationAfter, place)
    sink.add(70, prior, around.quotationAfter, around.markAfter)
    sink.add(71, prior, around.quotationBefore, around.markBefore)
    sink.add(72, place, token.quotation, prior)
  }

  /// The nearest strong words and the ends of the sentence.
  private func addMoreSurroundings(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, _ token: TokenTraits,
    _ around: CueSurroundings.Place
  ) {
    let w0 = token.word
    let prior = UInt64(token.cuePrior)
    sink.add(59, w0, around.left < 0 ? 0 : 1)
    sink.add(60, w0, around.right < 0 ? 0 : 1)
    if around.left >= 0 { sink.add(61, word(around.left), prior) }
    if around.right >= 0 { sink.add(62, word(around.right), prior) }
    let fromStart = bucket(index - range.lowerBound)
    let toEnd = bucket(range.upperBound - 1 - index)
    sink.add(63, fromStart, prior)
    sink.add(64, toEnd, prior)
    sink.add(65, w0, toEnd)
    sink.add(66, w0, fromStart)
  }

  /// What holds in one kind of news only.
  private func addRegister(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, _ token: TokenTraits
  ) {
    let register = traits.register
    let prior = UInt64(token.cuePrior)
    sink.add(150, register, token.word)
    sink.add(151, register, prior)
    sink.add(152, register, token.word, word(index + 1))
    sink.add(153, register, token.listed, prior)
    sink.add(154, register, token.suffix2, prior)
    sink.add(155, register, UInt64(token.ruled), prior)
    sink.add(156, register, listed(index + 1), prior)
  }

  /// What the rules take the token and its neighbours for.
  private func addRuled(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, _ token: TokenTraits
  ) {
    let ruled = UInt64(token.ruled)
    let form = UInt64(token.ruledForm)
    let around = ruled &* 65536 &+ self.ruled(index - 1) &* 256 &+ self.ruled(index + 1)
    sink.add(80, around)
    sink.add(81, around, UInt64(token.cuePrior))
    sink.add(82, ruled, token.word)
    sink.add(83, form, token.word)
    sink.add(84, form, UInt64(token.cuePrior), token.place.rawValue)
    sink.add(85, form, around)
    sink.add(86, around, word(index - 1))
    sink.add(87, around, word(index + 1))
  }

  /// Classes of the token and its neighbours in the rules' lists.
  private func addListed(
    to sink: inout some FeatureSink & ~Copyable, at index: Int, _ token: TokenTraits
  ) {
    let own = token.listed
    let left = listed(index - 1)
    let right = listed(index + 1)
    sink.add(90, own)
    sink.add(91, own, left)
    sink.add(92, own, right)
    sink.add(93, own, left, listed(index - 2))
    sink.add(94, own, right, listed(index + 2))
    sink.add(95, left, own, right)
    sink.add(96, token.listedCue, word(index - 1), word(index + 1))
    sink.add(97, token.listedCue, right, token.place.rawValue)
  }

  @inline(__always)
  private func listed(_ index: Int) -> UInt64 {
    guard range.contains(index) else { return 1 }
    return traits.tokens[index].listed
  }

  @inline(__always)
  private func ruled(_ index: Int) -> UInt64 {
    range.contains(index) ? UInt64(traits.tokens[index].ruled) : 255
  }

  private func priors(_ index: Int) -> UInt64 {
    let left = index > range.lowerBound ? UInt64(traits.tokens[index - 1].cuePrior) : 8
    let right = index + 1 < range.upperBound ? UInt64(traits.tokens[index + 1].cuePrior) : 8
    return left &* 16 &+ right
  }
}

/// A distance in buckets: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more.
@inline(__always)
func bucket(_ distance: Int) -> UInt64 {
  switch distance {
  case ..<5: UInt64(max(0, distance))
  case ..<7: 5
  case ..<10: 6
  case ..<15: 7
  case ..<25: 8
  default: 9
  }
}
