internal import ClaimModel
internal import Lexicons

/// Sources that a name or a title tells.
extension SpeakerResolver {
  /// "Hãng tin AFP" → "AFP".
  func agency(_ source: Range<Int>) -> Resolved? {
    var tokens = source
    if let (kind, end) = lexicon.nouns.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      kind == .agency || kind == .outlet, end < source.upperBound
    {
      tokens = end..<source.upperBound
    }
    // "Sputnik (Nga)": what stands in brackets says where it is.
    if let bracket = tokens.first(where: { story.tokens[$0].scalar == 0x28 }),
      bracket > tokens.lowerBound
    {
      tokens = tokens.lowerBound..<bracket
    }
    guard tokens.count <= 5, !isFamilyName(source) else { return nil }
    guard
      let entry = lexicon.agencies.entry(named: text(source))
        ?? lexicon.agencies.entry(named: text(tokens))
    else { return nil }
    let kind: SourceKind = entry.kind == .agency ? .agency : .outlet
    return Resolved(
      speaker: Speaker(name: entry.name, kind: kind, reason: "a known \(kind.rawValue)"),
      tokens: source)
  }

  /// "Sun" may be the paper, or Sun Wenlin of this story.
  private func isFamilyName(_ source: Range<Int>) -> Bool {
    guard source.count == 1, let mention = names.mention(within: source) else { return false }
    let full = names.fullest(mention)
    return full.isPerson && full.tokens.count > 1
  }

  /// "Washington" → "Mỹ"; a country's name stays.
  func country(_ source: Range<Int>) -> Resolved? {
    guard story.tokens[source.lowerBound].shape != .lower,
      let (place, end) = lexicon.places.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      end == source.upperBound
    else { return nil }
    let reason = place.isCapital ? "the capital stands for its government" : "named as such"
    let name = place.isCapital ? place.name : text(source)
    return Resolved(
      speaker: Speaker(name: name, kind: .government, reason: reason), tokens: source)
  }

  /// A source with a name or a title: "ông Hale", "Ngoại trưởng Mỹ".
  func person(_ source: Range<Int>, _ index: Int) -> Resolved? {
    if let mention = names.mention(within: source), isOf(source, mention) {
      return named(mention, source)
    }
    return titled(source)
  }

  /// Whether a source is the person named in it, not an office with a name in it.
  private func isOf(_ source: Range<Int>, _ mention: NameMention) -> Bool {
    if mention.isPerson {
      let start =
        mention.descriptor.isEmpty ? mention.tokens.lowerBound : mention.descriptor.lowerBound
      let head = min(start, mention.tokens.lowerBound)
      return head <= source.lowerBound || !opensWithNoun(source)
    }
    guard mention.tokens == source || mention.tokens.lowerBound == source.lowerBound else {
      return false
    }
    return names.fullest(mention).isPerson
  }

  /// "Bộ …", "thông cáo của …": the source's head is a thing.
  private func opensWithNoun(_ source: Range<Int>) -> Bool {
    if isIndefinite(source) { return true }
    return lexicon.titles.match(at: source.lowerBound, in: story.tokens, limit: source.upperBound)
      == nil
      && lexicon.nouns.match(at: source.lowerBound, in: story.tokens, limit: source.upperBound)
        != nil
  }

  func named(_ mention: NameMention, _ source: Range<Int>) -> Resolved {
    let full = names.fullest(mention)
    let reason =
      full.tokens == mention.tokens
      ? "named in full" : "same name in full, \(place(full.tokens.lowerBound))"
    return Resolved(
      speaker: Speaker(name: text(full.tokens), kind: .person, reason: reason),
      tokens: full.tokens, gender: mention.gender ?? full.gender,
      descriptor: full.descriptor.isEmpty ? mention.descriptor : full.descriptor)
  }

  /// "Ngoại trưởng Mỹ" → who bears the title elsewhere in the story.
  private func titled(_ source: Range<Int>) -> Resolved? {
    guard !isIndefinite(source), !namesManyPeople(source), let group = titleGroup(of: source),
      group != "person",
      let mention = names.bearer(of: Self.alike(group), in: source)
    else { return nil }
    let full = names.fullest(mention)
    let reason = "bears the title, \(place(mention.tokens.lowerBound))"
    return Resolved(
      speaker: Speaker(name: text(full.tokens), kind: .person, reason: reason),
      tokens: full.tokens, gender: full.gender, descriptor: mention.descriptor)
  }

  /// "lãnh đạo hai nước": a title of several people.
  private func namesManyPeople(_ source: Range<Int>) -> Bool {
    lexicon.customs.pluralStandsInside
      && source.contains { at in
        lexicon.references.match(at: at, in: story.tokens, limit: source.upperBound)?.value
          == .plural
      }
  }

  /// The group of the title that a source opens with, honorifics and "the" passed over.
  private func titleGroup(of source: Range<Int>) -> String? {
    var at = source.lowerBound
    while at < source.upperBound, at - source.lowerBound < 3 {
      if let (title, end) = lexicon.titles.match(
        at: at, in: story.tokens, limit: source.upperBound)
      {
        if !title.isHonorific { return title.group }
        at = end
      } else if lexicon.customs.wordsBeforeTitle > 0 {
        at += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Titles that may stand for another: a president is a leader too.
  private static func alike(_ group: String) -> [String] {
    switch group {
    case "leader": ["leader", "head-of-state", "head-of-government", "chair"]
    case "head-of-state", "head-of-government": [group, "leader"]
    case "minister": ["minister", "foreign-minister", "defence-minister"]
    case "foreign-minister", "defence-minister": [group, "minister"]
    default: [group]
    }
  }
}

/// Sources of more than one person.
extension SpeakerResolver {
  /// "Reed and Hale" → "Anna Reed and Tom Hale": each name in full.
  func people(_ source: Range<Int>) -> Resolved? {
    guard let and = conjunction(in: source) else { return nil }
    let left = names.mentions(startingIn: source.lowerBound..<and)
    let right = names.mentions(startingIn: and + 1..<source.upperBound)
    guard let before = left.last, right.count == 1, let after = right.first,
      before.tokens.upperBound == and, isDirectlyBehind(and, after)
    else { return nil }
    let people = (left + right).map { names.fullest($0) }
    guard people.allSatisfy(\.isPerson), Set(people.map(\.tokens)).count == people.count else {
      return nil
    }
    let all = people.map { text($0.tokens) }
    let name =
      all.dropLast().joined(separator: ", ") + " \(text(and..<and + 1)) " + (all.last ?? "")
    return Resolved(
      speaker: Speaker(name: name, kind: .person, reason: "several people, each in full"),
      tokens: source, isPlural: true)
  }

  /// Whether a name, or the words that describe it, follow the conjunction.
  private func isDirectlyBehind(_ and: Int, _ mention: NameMention) -> Bool {
    mention.tokens.lowerBound == and + 1 || mention.descriptor.lowerBound == and + 1
  }
}
