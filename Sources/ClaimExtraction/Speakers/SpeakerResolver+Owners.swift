internal import ClaimModel
internal import Lexicons

/// Names in a source that are not of the one who speaks: of a relative, a body, a place.
extension SpeakerResolver {
  /// "con trai bà Hale", "cha mẹ Tom Reed": somebody else, but "cháu Lê Văn Tám" is he himself.
  func isRelative(_ first: Int, _ limit: Int) -> Bool {
    guard lexicon.customs.familyNameStandsFirst,
      let (_, end) = lexicon.names.relations.match(at: first, in: story.tokens, limit: limit)
    else { return false }
    // "phát ngôn viên" is no "phát ngôn".
    guard let title = lexicon.titles.match(at: first, in: story.tokens, limit: limit) else {
      return true
    }
    return title.end <= end && !title.value.isHonorific
  }

  /// "đại diện Sao Mai Air", "nhân chứng tại căn cứ La Carda": a name behind these is a body's or
  /// a place's, where it has not the form of a person's.
  func standsForBody(_ words: Range<Int>, _ mention: NameMention) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, let before = words.last else { return false }
    let title = lexicon.titles.match(
      at: words.lowerBound, in: story.tokens, limit: words.upperBound)
    if title == nil || title?.value.group == "person", story.tokens[before].shape == .lower,
      lexicon.titles.match(at: before, in: story.tokens, limit: words.upperBound) == nil,
      words.contains(where: { lexicon.words.placings.contains(story.tokens[$0].key.exact) })
    {
      return true
    }
    return lexicon.words.standIns.match(
      before: words.upperBound, in: story.tokens, from: words.lowerBound) != nil
      && !names.hasPersonalForm(mention.tokens)
  }

  /// "người phát ngôn của bệnh viện St Mary", "hãng quản lý của tàu dầu A Symphony": a name behind
  /// the noun of what something is of, where it has not the form of a person's.
  func namesOwner(_ words: Range<Int>, _ mention: NameMention) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, let last = words.last,
      story.tokens[last].shape == .lower, story.tokens[last].kind == .word,
      lexicon.titles.match(before: words.upperBound, in: story.tokens, from: words.lowerBound)
        == nil
    else { return false }
    let noun = lexicon.nouns.match(
      before: words.upperBound, in: story.tokens, from: words.lowerBound)?.value
    let standsIn =
      lexicon.words.standIns.match(
        at: words.lowerBound, in: story.tokens, limit: words.upperBound) != nil
    // "đại diện công viên Hồng Hà", but "giám đốc công ty Lê Văn Tám"
    if names.hasPersonalForm(mention.tokens) {
      return noun == .organisation && standsIn && mention.tokens.count <= 2
    }
    let of = words.last { Self.ofWords.contains(story.tokens[$0].key.exact) }
    let opensWithBody =
      lexicon.nouns.match(
        at: words.lowerBound, in: story.tokens, limit: words.upperBound)?.value == .organisation
    guard of != nil || opensWithBody || standsIn else { return false }
    return noun == .organisation
      || !isPersonNoun((of ?? words.lowerBound) + 1..<words.upperBound)
  }

  /// "luật sư của ông Hale", "spokesman for President Reed": the name, or its title, right behind.
  func isOfSomebody(_ at: Int, _ mention: NameMention) -> Bool {
    guard Self.ofWords.contains(story.tokens[at].key.exact) else { return false }
    if at + 1 == mention.tokens.lowerBound { return true }
    guard
      let (_, end) = lexicon.titles.match(
        at: at + 1, in: story.tokens, limit: mention.tokens.lowerBound)
    else { return false }
    // "Secretary of State Anna Reed": what follows is no title of its own.
    return lexicon.titles.match(
      before: end, in: story.tokens,
      from: mention.descriptor.isEmpty ? at : mention.descriptor.lowerBound
    ).map { $0.start > at } ?? true
  }
}
