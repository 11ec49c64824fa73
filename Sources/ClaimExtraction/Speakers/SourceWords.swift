internal import ClaimModel
internal import Lexicons

/// What the words of a source say of whom a name in it is: of the one who speaks, of a relative, of
/// a body, of a place.
struct SourceWords {
  let story: Story
  let names: NameIndex

  private var lexicon: SpeakerLexicon { story.language.titles }

  static let ofWords = keys(["của", "từ", "do", "of", "from", "by", "for", "cho", "về"])

  /// "chính trị gia", "fund manager": whether a phrase speaks of one person.
  func isPersonNoun(_ phrase: Range<Int>) -> Bool {
    let limit = phrase.upperBound
    for at in phrase {
      if let title = lexicon.titles.match(at: at, in: story.tokens, limit: limit) {
        return title.value.group != "honorific" || at == phrase.lowerBound
      }
      if lexicon.names.personNouns.match(at: at, in: story.tokens, limit: limit) != nil {
        return true
      }
      if lexicon.customs.familyNameStandsFirst {
        if at == phrase.lowerBound, lexicon.words.personHeads.contains(story.tokens[at].key.exact) {
          return true
        }
        if at > phrase.lowerBound, at - phrase.lowerBound <= 2,
          lexicon.words.personEndings.contains(story.tokens[at].key.exact)
        {
          return true
        }
        if lexicon.nouns.match(at: at, in: story.tokens, limit: limit) != nil { return false }
      }
    }
    return false
  }

  /// "gia đình ông Hale", "chính quyền Trump": others than the one named.
  func isRelation(_ at: Int) -> Bool {
    lexicon.names.relations.match(at: at, in: story.tokens, limit: story.tokens.count) != nil
  }

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
