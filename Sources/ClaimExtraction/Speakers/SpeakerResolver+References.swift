internal import ClaimModel
internal import Lexicons

/// Sources that point at one named elsewhere.
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
    case .he: return lastPerson(source, index, gender: .male)
    case .she: return lastPerson(source, index, gender: .female)
    case .thatPerson: return lastPerson(source, index, gender: nil)
    case .i:
      return pointed(enclosing(source, index) ?? lastSpeaker(), "speaks of himself or herself")
    case .we: return party(enclosing(source, index) ?? lastSpeaker())
    case .they: return lastGroup(source)
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

  private func pointed(_ resolved: Resolved?, _ words: String) -> Resolved? {
    guard var resolved else { return nil }
    resolved.speaker.reason = words
    return resolved
  }

  /// The last speaker that speaks for himself; an agency only passes on.
  private func lastSpeaker() -> Resolved? {
    recent.first { !passesOn($0) }
  }

  private func passesOn(_ resolved: Resolved) -> Bool {
    resolved.speaker.kind == .agency || resolved.speaker.kind == .outlet
  }

  /// The speaker in whose statement the source stands.
  private func enclosing(_ source: Range<Int>, _ index: Int) -> Resolved? {
    for at in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      guard drafts[at].content.contains(where: { $0.contains(source.lowerBound) }) else { continue }
      if let found = resolved[at], !passesOn(found) { return found }
    }
    return nil
  }

  /// The most recent person of fitting gender: among the speakers, else among the names before.
  private func lastPerson(_ source: Range<Int>, _ index: Int, gender: Gender?) -> Resolved? {
    let outer = enclosing(source, index)
    let people = resolved.suffix(64).compactMap { $0 }.filter { candidate in
      candidate.speaker.kind == .person && !candidate.isPlural
        && candidate.speaker.name != outer?.speaker.name
    }
    let speaker =
      people.last { fits($0.gender, gender) } ?? people.last { mayFit($0.gender, gender) }
    let mention = lastMention(before: source.lowerBound) { mention in
      mention.isPerson && mayFit(mention.gender, gender)
    }
    // A person named after the speaker fell silent goes before a speaker farther up.
    if let mention, outer == nil, isNearer(mention, than: speaker, to: source) {
      var found = named(mention, source)
      found.speaker.reason = "the person named before, \(place(mention.tokens.lowerBound))"
      return found
    }
    if let speaker { return pointed(speaker, "the person quoted before") }
    return mention.map { named($0, source) }
  }

  /// "bà" looks for a woman; "ông" is content with anybody not known to be one.
  private func fits(_ gender: Gender?, _ wanted: Gender?) -> Bool {
    wanted == .female ? gender == .female : mayFit(gender, wanted)
  }

  private func mayFit(_ gender: Gender?, _ wanted: Gender?) -> Bool {
    gender == nil || wanted == nil || gender == wanted
  }

  private func isNearer(
    _ mention: NameMention, than speaker: Resolved?, to source: Range<Int>
  ) -> Bool {
    guard let speaker,
      let last = drafts.indices.last(where: { at in
        at < resolved.count && resolved[at]?.speaker.name == speaker.speaker.name
      })
    else { return true }
    let spoken =
      drafts[last].source.first?.lowerBound ?? drafts[last].content.first?.lowerBound ?? 0
    return Int(sentenceOf[source.lowerBound]) - Int(sentenceOf[spoken]) > 3
      && mention.tokens.lowerBound > spoken
  }

  func lastMention(
    before token: Int, where fits: (NameMention) -> Bool
  ) -> NameMention? {
    var low = 0
    var high = names.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if names.mentions[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return names.mentions[..<low].suffix(64).last(where: fits)
  }

  /// "chúng tôi": the country or office that a person speaks for, else the speaker.
  private func party(_ resolved: Resolved?) -> Resolved? {
    guard var resolved else { return nil }
    if resolved.speaker.kind == .person, let descriptor = resolved.descriptor,
      let country = firstPlace(in: descriptor)
    {
      resolved.speaker = Speaker(
        name: country, kind: .government, reason: "\(resolved.speaker.name) speaks for it")
      return resolved
    }
    return pointed(resolved, "the speaker's own side")
  }

  private func firstPlace(in range: Range<Int>) -> String? {
    for at in range where story.tokens[at].shape != .lower {
      if let place = lexicon.places.match(at: at, in: story.tokens, limit: range.upperBound) {
        return place.value.name
      }
    }
    return nil
  }

  /// "họ": the last speaker that is no single person.
  private func lastGroup(_ source: Range<Int>) -> Resolved? {
    let group = recent.first {
      $0.isPlural || $0.speaker.kind != .person && !passesOn($0)
    }
    return pointed(group ?? lastSpeaker(), "those quoted before")
  }

  /// "nước này": the last country named before.
  func lastCountry(before source: Range<Int>) -> Resolved? {
    guard let (name, at) = lastPlace(before: source.lowerBound) else { return nil }
    return Resolved(
      speaker: Speaker(
        name: name, kind: .government, reason: "the country named before, \(place(at))"),
      tokens: source)
  }

  private func lastPlace(before token: Int) -> (name: String, at: Int)? {
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

  // MARK: This office, that official

  /// "Cơ quan này", "quan chức trên", "Bộ Ngoại giao nước này".
  func demonstrative(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard lexicon.customs.demonstrativeStandsBehind, source.count > 1,
      let (reference, start) = lexicon.references.match(
        before: source.upperBound, in: story.tokens, from: source.lowerBound),
      start > source.lowerBound
    else { return nil }
    switch reference {
    case .thisCountry:
      guard let country = lastPlace(before: source.lowerBound) else { return nil }
      let head = source.lowerBound..<start
      return Resolved(
        speaker: Speaker(
          name: text(head) + " " + country.name, kind: kind(of: source),
          reason: "of the country named before, \(place(country.at))"), tokens: source)
    case .this: return pointedAt(source.lowerBound..<start)
    default: return nil
    }
  }

  /// The last speaker whose source has this head noun, else one of its kind.
  private func pointedAt(_ head: Range<Int>) -> Resolved? {
    let key = story.tokens[head.lowerBound].key.exact
    for at in resolved.indices.suffix(64).reversed() {
      guard let candidate = resolved[at] else { continue }
      let words = drafts[at].source.joined()
      if words.contains(where: { story.tokens[$0].key.exact == key }) {
        return pointed(candidate, "the one quoted before")
      }
    }
    let wanted = kind(of: head)
    let found = recent.first { candidate in
      switch wanted {
      case .person: candidate.speaker.kind == .person
      case .document: candidate.speaker.kind != .person
      case .outlet, .agency: candidate.speaker.kind == .outlet || candidate.speaker.kind == .agency
      default: candidate.speaker.kind != .person && candidate.speaker.kind != .document
      }
    }
    return pointed(found, "the last one of its kind quoted before")
  }
}
