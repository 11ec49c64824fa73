internal import ClaimModel
internal import Lexicons

/// Descriptions that stand for a person just named: "nhà ngoại giao Norland", "tỷ phú 62 tuổi".
extension SpeakerResolver {
  /// The last person who spoke by name, where a description says no more than his country, age or
  /// trade and speaks of one person whom the story knows.
  func varied(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard lexicon.customs.familyNameStandsFirst, !isInTitle(source), !isIndefinite(source),
      source.count <= 8, isVariation(source)
    else { return nil }
    let sentence = sentenceOf[source.lowerBound]
    let recent = resolved.indices.suffix(3).reversed().lazy.compactMap { at -> Resolved? in
      guard let found = self.resolved[at], found.speaker.kind == .person, !found.isPlural,
        let first = self.drafts[at].content.first?.lowerBound,
        sentence - self.sentenceOf[first] <= 3
      else { return nil }
      return found
    }
    guard let found = recent.first, isNamedPerson(found), agrees(source, with: found),
      !hasOtherOffice(source, than: found)
    else { return nil }
    return pointed(found, "the one named before, described anew", .noun)
  }

  private func isNamedPerson(_ found: Resolved) -> Bool {
    guard let mention = names.mentions(startingIn: found.tokens).first else { return false }
    return names.isPerson(mention)
  }

  /// "Tổng thống Norland" is no director, of whatever country.
  private func hasOtherOffice(_ source: Range<Int>, than found: Resolved) -> Bool {
    guard let office = titleGroup(of: source), Self.offices.contains(office) else { return false }
    let groups = names.mentions(startingIn: found.tokens).compactMap(\.titleGroup)
    return !groups.contains { Self.alike(office).contains($0) }
  }

  /// Of which a country has one at a time.
  private static let offices: Set = [
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister",
    "vice-president", "secretary-general", "leader",
  ]

  /// One person by country, age or trade; nobody without a name, no speaker for others.
  private func isVariation(_ source: Range<Int>) -> Bool {
    let limit = source.upperBound
    guard isPersonNoun(source), !speaksForOthers(source),
      lexicon.nouns.match(at: source.lowerBound, in: story.tokens, limit: limit) == nil
    else { return false }
    if source.contains(where: {
      Self.ofWords.contains(story.tokens[$0].key.exact) || story.tokens[$0].kind == .punctuation
        || lexicon.words.withheld.contains(story.tokens[$0].key.exact)
    }) {
      return false
    }
    return countries(in: source).isEmpty == false
      || source.contains { story.tokens[$0].kind == .number }
  }

  /// "đại diện Sao Mai", "phát ngôn viên quân đội"
  private func speaksForOthers(_ source: Range<Int>) -> Bool {
    let group = lexicon.titles.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound)?.value.group
    return group == "spokesperson" || group == "manager"
  }

  /// A person of another country is not meant.
  private func agrees(_ source: Range<Int>, with found: Resolved) -> Bool {
    let wanted = countries(in: source)
    guard !wanted.isEmpty, let descriptor = found.descriptor else { return true }
    let own = countries(in: descriptor)
    return own.isEmpty || own.contains { wanted.contains($0) }
  }

  /// The countries and capitals that words with a capital name, by the countries' names.
  func countries(in range: Range<Int>) -> [String] {
    range.compactMap { at in
      guard isCapital(at) else { return nil }
      return lexicon.places.match(at: at, in: story.tokens, limit: range.upperBound)?.value.name
    }
  }
}
