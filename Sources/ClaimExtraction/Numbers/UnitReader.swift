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

  /// The most syllables of a noun phrase that no list knows: "bảo vật quốc gia" has four.
  private static let longestGuess = 4
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
    case .measure, .currency:
      if isOtherLetter(index, end) || isSignOfNext(index) { return none }
      return Unit(kind: .measure, tokens: index..<afterRate(end))
    case .suffix:
      return story.tokens[index].touchesPrevious
        ? Unit(kind: .measure, tokens: index..<afterRate(end)) : guess(at: index)
    case .time: return Unit(kind: .time, tokens: index..<end)
    case .definite: return Unit(kind: .definite, tokens: index..<end)
    case .noun: return Unit(kind: .known, tokens: index..<nameEnd(after: end))
    case .head:
      return Unit(kind: .known, tokens: index..<phraseEnd(from: end, start: index))
    }
  }

  /// "40-strong", "10-man", "68-percent", "6,92-inch": a unit behind a hyphen. What is no count
  /// ("two-way", "50-year") comes as a time.
  func compound(at index: Int) -> Unit? {
    guard index + 1 < limit, story.tokens[index].scalar == 0x2D,
      story.tokens[index].touchesPrevious, story.tokens[index + 1].touchesPrevious,
      story.tokens[index + 1].kind == .word, isLower(story.tokens[index + 1]),
      contexts.after.match(at: index, in: story.tokens, limit: limit) == nil
    else { return nil }
    let tokens = index + 1..<index + 2
    if contexts.compounds.match(at: index + 1, in: story.tokens, limit: limit) != nil {
      return Unit(kind: .time, tokens: tokens)
    }
    switch contexts.units.match(at: index + 1, in: story.tokens, limit: limit) {
    case (.measure, let end)?, (.currency, let end)?:
      return Unit(kind: .measure, tokens: index + 1..<end)
    case (.time, _)?: return Unit(kind: .time, tokens: tokens)
    default:
      return story.language.numbers.customs.hyphenJoinsWords
        ? Unit(kind: .guessed, tokens: tokens) : nil
    }
  }

  /// "5G", "3 M": a capital that is no metre and no gram.
  private func isOtherLetter(_ index: Int, _ end: Int) -> Bool {
    let token = story.tokens[index]
    return end == index + 1 && token.shape == .capitalised && token.end - token.start == 1
      && (token.scalar == 0x47 || token.scalar == 0x4D)
  }

  /// "two $500 checks": the sign belongs to the next number.
  private func isSignOfNext(_ index: Int) -> Bool {
    CurrencySigns.contains(story.tokens[index].scalar) && !story.tokens[index].touchesPrevious
      && index + 1 < limit && story.tokens[index + 1].kind == .number
      && story.tokens[index + 1].touchesPrevious
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
        || contexts.bound.match(at: index, in: story.tokens, limit: limit) != nil
    else { return Unit(kind: .none, tokens: index..<index) }
    var end = index + 1
    if let behind = abbreviationEnd(at: index) {
      guard behind < limit, extends(at: behind) else {
        return Unit(kind: .none, tokens: index..<index)
      }
      end = behind
    }
    let start = end
    while end < limit, end - start < Self.longestGuess - 1, extends(at: end) { end += 1 }
    if story.language.numbers.customs.unitEndsWithPlural {
      end = pluralEnd(index..<end)
      // "10 business days"
      if case (.time, end)? = contexts.units.match(at: end - 1, in: story.tokens, limit: end) {
        return Unit(kind: .time, tokens: index..<end)
      }
    }
    // "ba HLV Thanh Hoa" has the name of a person behind it.
    if first.shape == .upper { return Unit(kind: .guessed, tokens: index..<end) }
    return Unit(kind: .guessed, tokens: index..<nameEnd(after: end))
  }

  /// "U.S. buyers": letters with stops are one word. Where it ends.
  private func abbreviationEnd(at index: Int) -> Int? {
    var at = index
    while at + 1 < limit, isCapitalLetter(at), at == index || story.tokens[at].touchesPrevious,
      story.tokens[at + 1].scalar == 0x2E, story.tokens[at + 1].touchesPrevious
    { at += 2 }
    return at > index + 2 ? at : nil
  }

  private func isCapitalLetter(_ index: Int) -> Bool {
    let token = story.tokens[index]
    return token.kind == .word && token.end - token.start == 1 && token.shape == .capitalised
  }

  /// In English the noun phrase ends with its first plural: "armed police officers | marched".
  private func pluralEnd(_ tokens: Range<Int>) -> Int {
    let plural = tokens.first { index in
      let token = story.tokens[index]
      // "business", "campus" are none.
      guard token.end - token.start > 2, story.bytes[Int(token.end) - 1] | 0x20 == 0x73 else {
        return false
      }
      let before = story.bytes[Int(token.end) - 2] | 0x20
      return before != 0x73 && before != 0x75
    }
    if let plural { return plural + 1 }
    // Without a plural the first word alone, an abbreviation as a whole with the next.
    let first = abbreviationEnd(at: tokens.lowerBound) ?? tokens.lowerBound
    return first + 1
  }

  /// Lower-case words behind a head noun, then a name: "chiếc máy bay ném bom Su 24".
  private func phraseEnd(from end: Int, start: Int) -> Int {
    var end = end
    while end < limit, end - start < Self.longestPhrase, extends(at: end) { end += 1 }
    return nameEnd(after: end)
  }

  private func extends(at index: Int) -> Bool {
    let token = story.tokens[index]
    guard token.kind == .word, isLower(token) else { return false }
    if contexts.stops.match(at: index, in: story.tokens, limit: limit) == nil { return true }
    // "chữa cháy": a stop that belongs to a word of two syllables.
    return contexts.bound.match(at: index, in: story.tokens, limit: limit) != nil
      || contexts.bound.match(at: index - 1, in: story.tokens, limit: index + 1)?.end == index + 1
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
