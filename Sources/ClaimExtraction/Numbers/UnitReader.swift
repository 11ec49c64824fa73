internal import ClaimModel
internal import Lexicons

/// What a number counts, read from the tokens behind it.
struct UnitReader {
  enum Kind {
    case none, measure, time, definite, known, guessed
  }

  struct Unit {
    var kind: Kind
    /// Its tokens; empty for `none`.
    var tokens: Range<Int>
  }

  /// The most syllables of a noun phrase that no list knows.
  private static let longestGuess = 3
  private static let longestPhrase = 5

  let story: Story
  let contexts: NumberContexts
  let limit: Int

  func unit(at index: Int) -> Unit {
    let none = Unit(kind: .none, tokens: index..<index)
    guard index < limit else { return none }
    guard let (unitClass, end) = contexts.units.match(at: index, in: story.tokens, limit: limit)
    else { return guess(at: index) }
    switch unitClass {
    case .measure: return Unit(kind: .measure, tokens: index..<afterRate(end))
    case .time: return Unit(kind: .time, tokens: index..<end)
    case .definite: return Unit(kind: .definite, tokens: index..<end)
    case .noun: return Unit(kind: .known, tokens: index..<nameEnd(after: end))
    case .head:
      return Unit(kind: .known, tokens: index..<phraseEnd(from: end, start: index))
    }
  }

  /// "GB/tháng", "đồng/kg": a slash and a word behind a measure.
  private func afterRate(_ end: Int) -> Int {
    guard end + 1 < limit, story.tokens[end].scalar == 0x2F,
      story.tokens[end + 1].kind == .word
    else { return end }
    return end + 2
  }

  private func guess(at index: Int) -> Unit {
    let first = story.tokens[index]
    guard first.kind == .word, mayBeUnit(first), !first.touchesPrevious,
      contexts.stops.match(at: index, in: story.tokens, limit: limit) == nil
    else { return Unit(kind: .none, tokens: index..<index) }
    var end = index + 1
    while end < limit, end - index < Self.longestGuess, extends(at: end) { end += 1 }
    if story.language.numbers.customs.unitEndsWithPlural { end = pluralEnd(index..<end) }
    return Unit(kind: .guessed, tokens: index..<nameEnd(after: end))
  }

  /// In English the noun phrase ends with its first plural: "armed police officers | marched".
  private func pluralEnd(_ tokens: Range<Int>) -> Int {
    let plural = tokens.first { index in
      let token = story.tokens[index]
      return token.end - token.start > 2 && story.bytes[Int(token.end) - 1] | 0x20 == 0x73
    }
    return (plural ?? tokens.lowerBound) + 1
  }

  /// Lower-case words behind a head noun, then a name: "chiếc máy bay ném bom Su 24".
  private func phraseEnd(from end: Int, start: Int) -> Int {
    var end = end
    while end < limit, end - start < Self.longestPhrase, extends(at: end) { end += 1 }
    return nameEnd(after: end)
  }

  private func extends(at index: Int) -> Bool {
    let token = story.tokens[index]
    return token.kind == .word && isLower(token)
      && contexts.stops.match(at: index, in: story.tokens, limit: limit) == nil
  }

  /// Behind a counted noun, up to three capitalised words: "công dân Pháp", "chiếc F-16".
  private func nameEnd(after end: Int) -> Int {
    guard story.language.numbers.customs.nameFollowsUnit else { return end }
    var at = end
    while at < limit, at - end < 3 {
      let token = story.tokens[at]
      if token.kind == .word, token.shape != .lower {
        at += 1
      } else if at > end, token.scalar == 0x2D, at + 1 < limit, at - end < 2,
        story.tokens[at + 1].kind == .number
      {
        return at + 2
      } else {
        break
      }
    }
    return at
  }

  /// A lower-case word or an acronym of two letters or more; in some languages any word.
  private func mayBeUnit(_ token: Token) -> Bool {
    isLower(token) || story.language.numbers.customs.unitMayHaveCapital
      || token.shape == .upper && token.end - token.start > 1
  }

  private func isLower(_ token: Token) -> Bool { token.shape == .lower }
}
