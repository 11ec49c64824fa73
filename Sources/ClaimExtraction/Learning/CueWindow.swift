/// The part of a story in which source and content of one cue are looked for.
package struct CueWindow {
  package let cue: Range<Int>
  /// The cue's sentence, as far as the window goes.
  package let sentence: Range<Int>
  /// The sentence, and those that its quotations reach into.
  package let tokens: Range<Int>

  /// No further than this from the cue, in tokens.
  static let reach = 220

  /// `cue` is a range of tokens within one sentence.
  package init(_ traits: StoryTraits, cue: Range<Int>) {
    self.cue = cue
    let sentences = traits.story.sentences
    let own = Int(traits.sentenceOf[cue.lowerBound])
    var first = own
    while first > 0, Self.reachesBack(traits, from: first, cue: cue) { first -= 1 }
    var last = own
    while last + 1 < sentences.count, Self.reachesOn(traits, after: last),
      sentences[last].tokens.upperBound < cue.upperBound + Self.reach
    {
      last += 1
    }
    let low = max(sentences[first].tokens.lowerBound, cue.lowerBound - Self.reach)
    let high = min(sentences[last].tokens.upperBound, cue.upperBound + Self.reach)
    tokens = low..<max(high, cue.upperBound)
    sentence = sentences[own].tokens.clamped(to: tokens)
  }

  /// Whether the sentence begins inside a quotation, or one ends right before it.
  private static func reachesBack(
    _ traits: StoryTraits, from number: Int, cue: Range<Int>
  ) -> Bool {
    let start = traits.story.sentences[number].tokens.lowerBound
    guard cue.lowerBound - start < reach, start > 0 else { return false }
    let place = traits.tokens[start].place
    if place == .inside || place == .closing { return true }
    let before = traits.tokens[start - 1].place
    return number == Int(traits.sentenceOf[cue.lowerBound]) && before == .closing
      && cue.lowerBound - start < 10
  }

  /// Whether the quotation goes on after the sentence, or another begins right after it.
  private static func reachesOn(_ traits: StoryTraits, after number: Int) -> Bool {
    let end = traits.story.sentences[number].tokens.upperBound
    guard end < traits.tokens.count else { return false }
    let place = traits.tokens[end].place
    return place != .outside
  }
}
