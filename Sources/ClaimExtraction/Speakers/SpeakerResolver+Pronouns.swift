internal import ClaimModel
internal import Lexicons

/// "ông", "she", "they": sources that point at somebody without a noun.
extension SpeakerResolver {
  /// "ông", "bà ấy", "tôi", "they" alone.
  func pronoun(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard
      let (reference, end) = lexicon.references.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      end == source.upperBound
    else { return nil }
    if isCountry(source) { return nil }
    switch reference {
    case .he: return antecedent(of: source, index, gender: .male)
    case .she: return antecedent(of: source, index, gender: .female)
    case .thatPerson: return antecedent(of: source, index, gender: nil)
    case .i:
      if let own = enclosing(source, index) {
        return pointed(own, "speaks of himself or herself", .own)
      }
      return pointed(lastPerson() ?? lastSpeaker(), "speaks of himself or herself", .first)
    case .we: return party(enclosing(source, index) ?? lastSpeaker())
    case .they: return lastGroup(source, index)
    case .it: return lastBody(source, index)
    case .thisCountry: return lastCountry(before: source)
    case .this, .indefinite, .plural: return nil
    }
  }

  /// "Anh" with a capital inside a sentence, or with nobody to point at, is Britain.
  private func isCountry(_ source: Range<Int>) -> Bool {
    let first = source.lowerBound
    guard story.tokens[first].shape != .lower,
      lexicon.places.match(at: first, in: story.tokens, limit: source.upperBound) != nil
    else { return false }
    let sentence = Int(sentenceOf[first])
    let opensSentence =
      sentence < story.sentences.count && story.sentences[sentence].tokens.lowerBound == first
    return !opensSentence || lastSpeaker()?.speaker.kind != .person
  }

  func pointed(_ resolved: Resolved?, _ words: String, _ way: SpeakerWay) -> Resolved? {
    guard var resolved else { return nil }
    resolved.speaker.reason = words
    resolved.way = way
    return resolved
  }

  /// The last speaker that speaks for himself; an agency only passes on.
  func lastSpeaker() -> Resolved? {
    recent.first { !passesOn($0) }
  }

  /// The last single person who spoke, where no other than that spoke in between but those who
  /// cannot say "I".
  private func lastPerson() -> Resolved? {
    recent.prefix(4).first { candidate in
      !candidate.isPlural
        && (candidate.speaker.kind == .person || candidate.speaker.kind == .unknown)
    }
  }

  func passesOn(_ resolved: Resolved) -> Bool {
    resolved.speaker.kind == .agency || resolved.speaker.kind == .outlet
  }

  /// The speaker in whose statement the source stands.
  func enclosing(_ source: Range<Int>, _ index: Int) -> Resolved? {
    for at in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      guard drafts[at].content.contains(where: { $0.contains(source.lowerBound) }) else { continue }
      if let found = resolved[at], !passesOn(found) { return found }
    }
    return nil
  }

  func lastMention(
    before token: Int, where fits: (NameMention) -> Bool
  ) -> NameMention? {
    names.mentions[..<names.firstMention(startingAt: token)].suffix(64).last(where: fits)
  }

  /// "chúng tôi": the country or office that a person speaks for, else the speaker.
  private func party(_ resolved: Resolved?) -> Resolved? {
    guard var resolved else { return nil }
    if resolved.speaker.kind == .person, let descriptor = resolved.descriptor,
      let country = countries(in: descriptor).first, lexicon.customs.familyNameStandsFirst
    {
      resolved.speaker = Speaker(
        name: country, kind: .government, reason: "\(resolved.speaker.name) speaks for it")
      resolved.way = .first
      return resolved
    }
    if resolved.speaker.kind == .person, let house = house(of: resolved) {
      let kind = kind(of: house)
      return Resolved(
        speaker: Speaker(
          name: text(house), kind: kind == .unknown ? .organisation : kind,
          reason: "\(resolved.speaker.name) speaks for it"), tokens: house, way: .first)
    }
    return pointed(resolved, "the speaker's own side", .first)
  }

  /// The body whose man or woman somebody is, by the words that describe them wherever they speak:
  /// "James Poe, a spokesman for Douglas Air Corp", "Ford Chairman Ann Reed".
  private func house(of person: Resolved) -> Range<Int>? {
    guard !lexicon.customs.familyNameStandsFirst else { return nil }
    let spoken = resolved.indices.filter { resolved[$0]?.speaker.name == person.speaker.name }
    let places = spoken.flatMap { drafts[$0].source } + [person.descriptor].compactMap { $0 }
    for place in places.sorted(by: { $0.count > $1.count }) {
      guard let name = bodyNamed(in: place, beside: person.tokens) else { continue }
      return names.fullBody(name)?.tokens ?? name
    }
    return nil
  }

  /// The first run of capitals in a description that is no title, no place and no person's name.
  private func bodyNamed(in place: Range<Int>, beside person: Range<Int>) -> Range<Int>? {
    var at = place.lowerBound
    while at < place.upperBound {
      let limit = place.upperBound
      if let title = lexicon.titles.match(at: at, in: story.tokens, limit: limit) {
        at = title.end
        continue
      }
      if let known = lexicon.places.match(at: at, in: story.tokens, limit: limit) {
        at = known.end
        continue
      }
      var end = at
      while end < limit, isCapital(end), story.tokens[end].kind == .word,
        lexicon.titles.match(at: end, in: story.tokens, limit: limit) == nil
      {
        end += 1
      }
      let run = at..<end
      let own = person.map { story.tokens[$0].key.exact }
      let isPerson =
        run.allSatisfy { own.contains(story.tokens[$0].key.exact) }
        || names.mentions(startingIn: run).contains { names.isPerson($0) }
      let isNoName =
        run.count == 1
        && (lexicon.words.articles.contains(story.tokens[at].key.exact)
          || story.language.dates.words.match(at: at, in: story.tokens, limit: end) != nil)
      if !run.isEmpty, !isPerson, !isNoName,
        lexicon.names.towns.match(at: at, in: story.tokens, limit: end) == nil
      {
        return run
      }
      at = max(at + 1, end)
    }
    return nil
  }

  /// "họ": the last speaker that is no single person.
  private func lastGroup(_ source: Range<Int>, _ index: Int) -> Resolved? {
    let group = recent.first {
      $0.isPlural
        || $0.speaker.kind != .person && !passesOn($0)
          && lexicon.customs.familyNameStandsFirst
    }
    return pointed(group ?? lastSpeaker(), "those quoted before", .group)
  }

  /// "it": the body that spoke last, else the one named last before.
  private func lastBody(_ source: Range<Int>, _ index: Int) -> Resolved? {
    if let outer = enclosing(source, index), outer.speaker.kind != .person {
      return pointed(outer, "the one whose words these are", .group)
    }
    if let subject = bodyBefore(source) {
      return pointed(subject, "the body quoted right before", .group)
    }
    return pointed(
      likelyBody(before: source.lowerBound, nearness: 1.5), "the body spoken of before", .group)
  }

  /// "The airline said …. It added …": who spoke in the sentence before, described or named.
  private func bodyBefore(_ source: Range<Int>) -> Resolved? {
    guard let last = recent.first(where: { !passesOn($0) }), last.speaker.kind != .person,
      last.speaker.kind != .unknown, !last.isPlural,
      Int(sentenceOf[source.lowerBound]) - Int(sentenceOf[last.tokens.lowerBound]) == 1
    else { return nil }
    return last
  }

  /// "nước này": the last country named before.
  func lastCountry(before source: Range<Int>) -> Resolved? {
    guard let (name, at) = lastPlace(before: source.lowerBound) else { return nil }
    return Resolved(
      speaker: Speaker(
        name: name, kind: .government, reason: "the country named before, \(place(at))"),
      tokens: source, way: .demonstrative)
  }

  func lastPlace(before token: Int) -> (name: String, at: Int)? {
    for at in stride(from: token - 1, through: max(0, token - 200), by: -1)
    where story.tokens[at].shape != .lower && story.tokens[at].kind == .word {
      if let (place, end) = lexicon.places.match(at: at, in: story.tokens, limit: token),
        !place.isCapital, end <= token
      {
        return (place.name, at)
      }
    }
    return nil
  }
}
