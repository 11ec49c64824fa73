internal import ClaimModel
internal import Lexicons

/// Sources of more than one person.
extension SpeakerResolver {
  /// "Reed and Hale" → "Anna Reed and Tom Hale": each name in full.
  func people(_ source: Range<Int>) -> Resolved? {
    guard let and = conjunction(in: source) else { return nil }
    let left = names.mentions(startingIn: source.lowerBound..<and)
    let right = names.mentions(startingIn: and + 1..<source.upperBound)
    guard let before = left.last, right.count == 1, let after = right.first,
      before.tokens.upperBound == and, isDirectlyBehind(and, after)
    else { return several(source, and) }
    let people = (left + right).map { names.fullest($0) }
    // "Fred và Cindy Hale": a lone first name beside a whole one.
    let isLone =
      left.count == 1 && before.tokens == source.lowerBound..<and && after.isPerson
      && after.descriptor.isEmpty
    guard people.allSatisfy({ names.isPerson($0) || isLone && $0.tokens == before.tokens }),
      Set(people.map(\.tokens)).count == people.count
    else { return several(source, and) }
    let all = people.map { text($0.tokens) }
    let name =
      all.dropLast().joined(separator: ", ") + " \(text(and..<and + 1)) " + (all.last ?? "")
    return Resolved(
      speaker: Speaker(name: name, kind: .person, reason: "several people, each in full"),
      tokens: source, isPlural: true, way: .several)
  }

  /// "Lan Hale và các quan chức": together as they stand, where both sides could speak.
  private func several(_ source: Range<Int>, _ and: Int) -> Resolved? {
    guard and > source.lowerBound, and + 1 < source.upperBound,
      setOff(in: source).map({ $0 > and }) ?? true || isList(source.lowerBound..<and),
      isSpeaker(and + 1, source), isSpeaker(source.lowerBound, source.lowerBound..<and)
    else { return nil }
    var found = asDescribed(source)
    found.isPlural = true
    found.way = .several
    return found
  }

  /// "Hà Xuyên, Sơn Bình": names and the commas between them.
  private func isList(_ range: Range<Int>) -> Bool {
    lexicon.customs.familyNameStandsFirst
      && range.allSatisfy { isCapital($0) || story.tokens[$0].scalar == 0x2C }
  }

  /// Whether somebody or something that speaks opens here.
  private func isSpeaker(_ at: Int, _ range: Range<Int>) -> Bool {
    let limit = range.upperBound
    if let mention = names.mentions(startingIn: at..<limit).first,
      mention.isPerson,
      mention.tokens.lowerBound == at || mention.descriptor.lowerBound == at
    {
      return true
    }
    if let (reference, _) = lexicon.references.match(at: at, in: story.tokens, limit: limit),
      reference == .plural || reference == .indefinite
    {
      return true
    }
    guard story.tokens[at].shape != .lower, lexicon.customs.familyNameStandsFirst else {
      return false
    }
    return lexicon.places.match(at: at, in: story.tokens, limit: limit) != nil
      || isWholeName(at..<limit)
  }

  /// "Man City", "Sao Mai": all of it a name, no noun of a body's whose name may hold an "and".
  private func isWholeName(_ range: Range<Int>) -> Bool {
    guard
      lexicon.nouns.match(at: range.lowerBound, in: story.tokens, limit: range.upperBound) == nil
    else { return false }
    return range.allSatisfy { story.tokens[$0].isCapitalised }
  }

  /// Whether a name, or the words that describe it, follow the conjunction.
  private func isDirectlyBehind(_ and: Int, _ mention: NameMention) -> Bool {
    mention.tokens.lowerBound == and + 1 || mention.descriptor.lowerBound == and + 1
      || lexicon.customs.familyNameStandsFirst
        && isPersonNoun(and + 1..<mention.tokens.lowerBound)
  }
}

/// Names that more than one person of a story bears.
extension SpeakerResolver {
  /// "Mrs Reed", "Bà Tám": a form of address that tells from the one whose name is known.
  func addressed(_ mention: NameMention) -> Resolved {
    let words = mention.descriptor.lowerBound..<mention.tokens.upperBound
    return Resolved(
      speaker: Speaker(
        name: text(mention.descriptor.count > 3 ? mention.tokens : words), kind: .person,
        reason: "somebody else of that name"),
      tokens: mention.tokens, gender: mention.gender, descriptor: mention.descriptor, way: .oneWord)
  }

  /// The one of some names who spoke last, else the one named last.
  func lastOf(_ others: [Int], before token: Int) -> NameMention? {
    for spoken in recent.prefix(12) {
      if let mention = names.mentions(startingIn: spoken.tokens).first,
        others.contains(mention.name)
      {
        return mention
      }
    }
    return names.lastMention(of: others, before: token)
  }

  /// "ông Kim" of a story about Kim In Ryong and Kim Jong-nam: the one named last.
  func namesake(
    _ meant: NameMention, of mention: NameMention, among others: [Int]
  ) -> Resolved {
    let first = meant.tokens.lowerBound
    var speaker = Speaker(
      name: text(meant.tokens), kind: .person, reason: "the last one of that name, \(place(first))")
    speaker.others = others.filter { $0 != meant.name }.prefix(3).map {
      text(names.mentions[names.distinct[$0].mention].tokens)
    }
    return Resolved(
      speaker: speaker,
      tokens: meant.tokens, gender: mention.gender ?? meant.gender,
      descriptor: meant.descriptor.isEmpty ? mention.descriptor : meant.descriptor,
      way: .closePronoun)
  }
}
