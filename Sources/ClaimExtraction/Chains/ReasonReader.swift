internal import ClaimModel
internal import Lexicons

/// Finds why somebody's name is withheld.
///
/// "…, who asked not to be named because she feared for her job, told …" → "she feared for her job"
struct ReasonReader {
  let story: Story
  let words: ChainWords
  let sentence: Range<Int>
  let mentions: [OutletMention]
  private var tokens: [Token] { story.tokens }

  func reason() -> Range<Int>? {
    let end = story.withoutFinalStop(sentence).upperBound
    var at = sentence.lowerBound
    while at < end {
      let length = words.length(.hidden, tokens, at: at, end: end)
      if length > 0, !isQuoted(at) {
        return behind(at + length, end) ?? before(at)
      }
      at += 1
    }
    return nil
  }

  private func isQuoted(_ at: Int) -> Bool {
    story.quotations(overlapping: at..<at + 1).contains { $0.tokens.contains(at) }
  }

  /// "vì sợ mất việc", "to describe a private meeting"
  private func behind(_ start: Int, _ end: Int) -> Range<Int>? {
    var at = start
    // "giấu tên, vì …"
    if at < end, tokens[at].scalar == 0x2C { at += 1 }
    for place in at..<min(end, at + 6) {
      if place > at, tokens[place].scalar == 0x2C { break }
      if case let cause = words.length(.cause, tokens, at: place, end: end), cause > 0 {
        return until(place + cause, end)
      }
      if case let purpose = words.length(.purpose, tokens, at: place, end: end), purpose > 0,
        place - at <= 2
      {
        return until(place, end)
      }
    }
    return nil
  }

  /// "Vì sợ bị trả thù, người này đề nghị giấu tên"
  private func before(_ hidden: Int) -> Range<Int>? {
    for place in (sentence.lowerBound..<hidden).reversed() {
      let cause = words.length(.cause, tokens, at: place, end: hidden)
      guard cause > 0, place == sentence.lowerBound || tokens[place - 1].scalar == 0x2C
      else { continue }
      var end = place + cause
      while end < hidden, tokens[end].scalar != 0x2C { end += 1 }
      if end > place + cause, end < hidden { return place + cause..<end }
    }
    return nil
  }

  /// Up to a comma, or to the verb that the clause about the source interrupts.
  private func until(_ start: Int, _ end: Int) -> Range<Int>? {
    var at = start
    while at < end {
      if tokens[at].scalar == 0x2C || tokens[at].scalar == 0x28 || tokens[at].scalar == 0x3B {
        break
      }
      if at > start + 1, isMainVerb(at, end) { break }
      at += 1
    }
    return start < at ? start..<at : nil
  }

  /// "nói với AFP", "cho hãng tin này biết", "told AFP", "cho biết"
  private func isMainVerb(_ at: Int, _ end: Int) -> Bool {
    if words.isVietnamese {
      if Self.sure.contains(tokens[at].key.exact), at + 1 < end,
        Self.sureNext.contains(tokens[at + 1].key.exact)
      {
        return true
      }
      if words.length(.say, tokens, at: at, end: end) > 0
        || words.length(.told, tokens, at: at, end: end) > 0
      {
        let next =
          at
          + max(
            words.length(.say, tokens, at: at, end: end),
            words.length(.told, tokens, at: at, end: end))
        if next < end, Self.with.contains(tokens[next].key.exact) {
          return mentions.contains { $0.extent.lowerBound > at && $0.extent.lowerBound <= next + 2 }
        }
        if next < end, words.length(.that, tokens, at: next, end: end) > 0 { return true }
        return mentions.contains { $0.extent.lowerBound == next }
      }
      return false
    }
    if Self.saying.contains(tokens[at].key.exact), !Self.clausal.contains(tokens[at - 1].key.exact)
    {
      return true
    }
    return words.length(.told, tokens, at: at, end: end) > 0
      && mentions.contains { $0.extent.lowerBound > at && $0.extent.lowerBound <= at + 2 }
  }

  /// Behind these, what is said belongs to the reason: "because he said too much".
  private static let clausal = keys([
    "to", "he", "she", "they", "it", "who", "not", "have", "has", "had", "be", "and",
  ])
  private static let saying = keys(["said", "says"])
  private static let sure = keys(["cho"])
  private static let sureNext = keys(["biết", "hay"])
  private static let with = keys(["với"])
}
