internal import ClaimModel
internal import Lexicons

/// Sources that a title tells: "Ngoại trưởng Mỹ".
extension SpeakerResolver {
  /// "Ngoại trưởng Mỹ" → who bears the title before; a headline may look forward.
  func titled(_ source: Range<Int>) -> Resolved? {
    guard !isIndefinite(source), !namesManyPeople(source), let group = titleGroup(of: source),
      group != "person",
      group != "leader" || leadsCountry(source),
      let mention = names.bearer(
        of: Self.alike(group), in: source, mayLookAhead: isInTitle(source)),
      !source.contains(mention.tokens.lowerBound), !isOfNamed(source),
      mayFit(mention.gender ?? names.fullest(mention).gender, describedGender(source)),
      !Self.mixed.contains(group) || bearsSameNoun(mention, source), !isFarBelow(mention, source)
    else { return nil }
    let full = names.fullest(mention)
    let reason = "bears the title, \(place(mention.tokens.lowerBound))"
    return Resolved(
      speaker: Speaker(name: text(full.tokens), kind: .person, reason: reason),
      tokens: full.tokens, gender: full.gender, descriptor: mention.descriptor, way: .title)
  }

  /// "the lawyer for John Moss", "luật sư của ông Nam": whoever it is, a name in it tells whose.
  private func isOfNamed(_ source: Range<Int>) -> Bool {
    source.contains { at in
      Self.ofWords.contains(story.tokens[at].key.exact)
        && names.mentions(startingIn: at + 1..<source.upperBound).first.map {
          names.isPerson($0) && $0.tokens.lowerBound <= at + 3
        } ?? false
    }
  }

  /// Groups of many callings: a prosecutor is no doctor.
  private static let mixed: Set = ["expert", "local-head"]

  /// Whether the words of the source's title describe a name's bearer: "The judge" of "Judge Ann
  /// Vale".
  private func bearsSameNoun(_ mention: NameMention, _ source: Range<Int>) -> Bool {
    var at = source.lowerBound
    while at < source.upperBound {
      guard
        let (title, end) = lexicon.titles.match(
          at: at, in: story.tokens, limit: source.upperBound), !title.isHonorific
      else {
        at += 1
        continue
      }
      let noun = at..<end
      let described = mention.descriptor
      guard described.count >= noun.count else { return false }
      return (described.lowerBound...described.upperBound - noun.count).contains { start in
        zip(start..<start + noun.count, noun).allSatisfy {
          story.tokens[$0].key == story.tokens[$1].key
        }
      }
    }
    return true
  }

  /// Whether a bare title of the first sentences would be told only sentences below.
  private func isFarBelow(_ mention: NameMention, _ source: Range<Int>) -> Bool {
    mention.tokens.lowerBound > source.upperBound && names.significant(source).isEmpty
      && Int(sentenceOf[mention.tokens.lowerBound]) - Int(sentenceOf[source.lowerBound]) > 3
  }

  /// "lãnh đạo Lào", but not "lãnh đạo UBND tỉnh", which is one of several.
  private func leadsCountry(_ source: Range<Int>) -> Bool {
    guard lexicon.customs.familyNameStandsFirst,
      let (_, end) = lexicon.titles.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound)
    else { return true }
    guard end < source.upperBound else { return true }
    return lexicon.places.match(at: end, in: story.tokens, limit: source.upperBound) != nil
      || lexicon.towns(at: end, in: story.tokens, limit: source.upperBound) != nil
  }

  /// "Quan chức Lào" in a headline: the official of that country whom the first sentences name.
  func ahead(_ source: Range<Int>) -> Resolved? {
    guard isInTitle(source), !isIndefinite(source), isPersonNoun(source),
      !source.contains(where: {
        isRelation($0) || Self.ofWords.contains(story.tokens[$0].key.exact)
      })
    else { return nil }
    guard let country = countries(in: source).first else { return firstSpeaker(source) }
    let start = names.firstMention(startingAt: source.upperBound)
    let found = names.mentions[start...].prefix(12).first { mention in
      names.isPerson(mention) && !mention.descriptor.isEmpty
        && Int(sentenceOf[mention.tokens.lowerBound]) - Int(sentenceOf[source.lowerBound]) <= 3
        && mention.descriptor.contains { at in
          lexicon.places.match(at: at, in: story.tokens, limit: mention.descriptor.upperBound)?
            .value.name == country
        }
    }
    guard let found else { return firstSpeaker(source) }
    var resolved = named(found, source)
    resolved.speaker.reason = "of that country, named below, \(place(found.tokens.lowerBound))"
    resolved.way = .ahead
    return resolved
  }

  /// "Thợ lặn kể về vụ lở đất": whom a headline describes is the first one who speaks below it, if
  /// that is one person with a name.
  private func firstSpeaker(_ source: Range<Int>) -> Resolved? {
    let at = Int(sentenceOf[source.lowerBound])
    guard lexicon.customs.familyNameStandsFirst, story.sentences[at].region == .title,
      !namesManyPeople(source), source.count > 2
    else { return nil }
    let below = drafts.lazy.filter { draft in
      guard let first = draft.source.first?.lowerBound else { return false }
      return Int(self.sentenceOf[first]) > at && Int(self.sentenceOf[first]) <= at + 4
    }
    for draft in below.prefix(4) {
      guard let whole = extent(draft.source), let mention = names.mention(within: core(whole)),
        names.isPerson(mention), let found = person(core(whole))
      else { continue }
      var resolved = found
      resolved.speaker.reason = "the first to speak below, \(place(mention.tokens.lowerBound))"
      resolved.way = .ahead
      return resolved
    }
    return nil
  }

  /// In the title or in the first sentence of the body: whom they speak of is named below.
  func isInTitle(_ source: Range<Int>) -> Bool {
    let at = Int(sentenceOf[source.lowerBound])
    guard at < story.sentences.count else { return false }
    if story.sentences[at].region == .title { return true }
    return at == 0 || story.sentences[at - 1].region == .title
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
  func titleGroup(of source: Range<Int>) -> String? {
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
  static func alike(_ group: String) -> [String] {
    switch group {
    case "leader": ["leader", "head-of-state", "head-of-government", "chair"]
    case "head-of-state", "head-of-government": [group, "leader"]
    case "minister": ["minister", "foreign-minister", "defence-minister"]
    case "foreign-minister", "defence-minister": [group, "minister"]
    default: [group]
    }
  }

  // MARK: Heads of state by their country or their seat

  /// "Tổng thống Mỹ", "ông chủ Nhà Trắng": the one leader of that country whom the story names, whoever else is called a president there.
  func led(_ source: Range<Int>) -> Resolved? {
    guard lexicon.customs.familyNameStandsFirst, titleGroup(of: source) == "head-of-state",
      let (_, end) = lexicon.titles.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      let country = seat(in: source) ?? plainCountry(source, behind: end),
      let mention = names.onlyLeader(of: country)
    else { return nil }
    var found = named(mention, source)
    found.speaker.reason = "heads the state, named \(place(mention.tokens.lowerBound))"
    found.way = .title
    return found
  }

  /// Of "ông chủ Nhà Trắng".
  private func seat(in source: Range<Int>) -> UInt64? {
    source.lazy.compactMap { at in
      lexicon.seats.match(at: at, in: story.tokens, limit: source.upperBound)?.value
    }.first
  }

  /// Of "Tổng thống Mỹ", the country; a former or elected one may be another.
  private func plainCountry(_ source: Range<Int>, behind end: Int) -> UInt64? {
    guard end == source.lowerBound + 2, end < source.upperBound,
      let place = lexicon.places.match(at: end, in: story.tokens, limit: source.upperBound),
      place.end == source.upperBound, !place.value.isCapital
    else { return nil }
    return WordKey(place.value.name).exact
  }
}
