package import ClaimModel
internal import Lexicons

/// Gives each attribution its speaker: the source by its fullest name in the article.
///
/// "Ông Hale" → "Robert Hale"; "Cơ quan này" → the office quoted before; "Washington" → "Mỹ".
/// A source that nobody names ("một quan chức") stays as described.
package struct SpeakerResolver {
  let story: Story
  let drafts: [AttributionDraft]
  let lexicon: SpeakerLexicon
  var names: NameIndex
  /// The sentence of each token.
  let sentenceOf: [Int32]
  var resolved: [Resolved?] = []
  /// Where an acronym stands in brackets first: the opening bracket, by the acronym's exact key.
  let brackets: [UInt64: Int]
  var otherNames: OtherNames?

  /// A speaker with what later references ask about.
  struct Resolved {
    var speaker: Speaker
    /// The source's tokens, or those of the mention it was resolved by.
    var tokens: Range<Int>
    var gender: Gender?
    /// Several people: "các quan chức".
    var isPlural = false
    /// Title, country and office of a person.
    var descriptor: Range<Int>?
    /// How it was found.
    var way = SpeakerWay.described
  }

  /// The speakers of drafts that stand in text order; nil where nobody is named.
  package static func speakers(
    of drafts: [AttributionDraft], in story: Story
  ) -> [Speaker?] {
    var resolver = SpeakerResolver(story: story, drafts: drafts)
    for index in drafts.indices { resolver.resolved.append(resolver.resolve(index)) }
    return drafts.indices.map { resolver.speaker($0) }
  }

  /// A speaker with the confidence of the way he was found in, and what else he may be.
  private func speaker(_ index: Int) -> Speaker? {
    guard let resolved = resolved[index] else { return nil }
    var speaker = resolved.speaker
    speaker.confidence = lexicon.confidence[resolved.way] ?? 0.5
    guard speaker.confidence < Speaker.sure, !resolved.way.isDescription else {
      speaker.others = []
      return speaker
    }
    if let source = extent(drafts[index].source) {
      let words = text(core(source))
      if words != speaker.name, !speaker.others.contains(words) { speaker.others.append(words) }
    }
    return speaker
  }

  private init(story: Story, drafts: [AttributionDraft]) {
    self.story = story
    self.drafts = drafts
    lexicon = story.language.titles
    names = NameIndex(story: story)
    sentenceOf = story.sentenceOfTokens()
    brackets = Self.brackets(in: story)
    resolved.reserveCapacity(drafts.count)
    names.markPersons(drafts.compactMap { spoken($0) })
    otherNames = OtherNames(story, names, articles: lexicon.words.articles)
  }

  /// "Lambert said": who bears the family name with another one before it.
  private func bearer(of mention: NameMention) -> NameMention? {
    let full = names.fullest(mention)
    guard full.kind == .unknown, full.tokens.count >= 2, full.tokens.count <= 4,
      let last = full.tokens.last, let own = mention.tokens.first,
      story.tokens[last].key == story.tokens[own].key || opensWithFamilyName(full, own),
      !full.tokens.contains(where: { story.tokens[$0].kind == .punctuation }),
      names.fullBody(mention.tokens) == nil, story.tokens[own].shape != .upper,
      lexicon.places.match(at: own, in: story.tokens, limit: own + 1) == nil
    else { return nil }
    return full
  }

  /// "Xie" of "Xie Fang": a first word that is no given name.
  private func opensWithFamilyName(_ full: NameMention, _ own: Int) -> Bool {
    let first = full.tokens.lowerBound
    return story.tokens[first].key == story.tokens[own].key
      && lexicon.names.given[story.tokens[own].key.exact] == nil && full.tokens.count <= 4
  }

  /// "Kwon Jong - gun": a hyphen, and a syllable in small letters behind it.
  private func isSyllabled(_ name: Range<Int>) -> Bool {
    name.count >= 3 && story.tokens[name.upperBound - 1].shape == .lower
      && story.tokens[name.upperBound - 2].scalar == 0x2D
  }

  private static func brackets(in story: Story) -> [UInt64: Int] {
    var found = [UInt64: Int]()
    for (at, token) in story.tokens.enumerated().dropLast(2) where token.scalar == 0x28 {
      let inner = story.tokens[at + 1]
      guard inner.shape == .upper || inner.shape == .mixed, found[inner.key.exact] == nil else {
        continue
      }
      found[inner.key.exact] = at
    }
    return found
  }

  /// "Mira Kessel said": a name of two or three words that is all of a source is a person's, if
  /// nothing in it tells a body or a place.
  private func spoken(_ draft: AttributionDraft) -> NameMention? {
    guard let whole = extent(draft.source), whole.count <= 5,
      let mention = names.mention(within: whole), mention.tokens == whole, mention.kind == .unknown
    else { return nil }
    if whole.count == 1 { return bearer(of: mention) ?? selfTold(mention, draft) }
    guard names.isUsedShort(mention) || lexicon.customs.familyNameStandsFirst,
      whole.count(where: { story.tokens[$0].shape == .capitalised }) >= 2,
      !whole.contains(where: { story.tokens[$0].shape == .upper }),
      lexicon.agencies.entry(named: text(whole)) == nil,
      lexicon.places.match(at: whole.lowerBound, in: story.tokens, limit: whole.upperBound) == nil,
      lexicon.names.towns.match(at: whole.lowerBound, in: story.tokens, limit: whole.upperBound)
        == nil
    else { return nil }
    return mention
  }

  /// "Brown said she had lost the house": a word that "he" or "she" goes on from is a person's.
  private func selfTold(_ mention: NameMention, _ draft: AttributionDraft) -> NameMention? {
    let own = mention.tokens.lowerBound
    guard !lexicon.customs.familyNameStandsFirst, story.tokens[own].shape == .capitalised,
      let content = draft.content.first, content.lowerBound > own, !isWord(own),
      lexicon.agencies.entry(named: text(mention.tokens)) == nil,
      let at = (content.lowerBound..<min(content.upperBound, content.lowerBound + 2)).first(
        where: { pointsAtPerson($0) != nil })
    else { return nil }
    var mention = mention
    mention.gender = pointsAtPerson(at)
    return mention
  }

  /// Whether a word is a noun, a place's or a body's: "Police", "Paris".
  private func isWord(_ at: Int) -> Bool {
    let tokens = story.tokens
    return lexicon.places.match(at: at, in: tokens, limit: at + 1) != nil
      || lexicon.names.towns.match(at: at, in: tokens, limit: at + 1) != nil
      || lexicon.nouns.match(at: at, in: tokens, limit: at + 1) != nil
      || lexicon.titles.match(at: at, in: tokens, limit: at + 1) != nil
      || lexicon.names.personNouns.match(at: at, in: tokens, limit: at + 1) != nil
      || lexicon.names.peopleNouns[tokens[at].key.exact] != nil
      || lexicon.names.bodyWords[tokens[at].key.exact] != nil
      || lexicon.references.match(at: at, in: tokens, limit: at + 1) != nil
  }

  private func pointsAtPerson(_ at: Int) -> Gender? {
    guard story.tokens[at].shape == .lower else { return nil }
    switch lexicon.references.match(at: at, in: story.tokens, limit: at + 1)?.value {
    case .he: return .male
    case .she: return .female
    default: return nil
    }
  }

  private func resolve(_ index: Int) -> Resolved? {
    let draft = drafts[index]
    guard let whole = extent(draft.source) else { return continued(index) }
    let source = core(whole)
    return otherNamed(source) ?? relative(source) ?? pronoun(source, index)
      ?? demonstrative(source, index) ?? appositive(source) ?? agency(source) ?? country(source)
      ?? people(source) ?? called(source)
      ?? person(source)
      ?? led(source) ?? titled(source) ?? ahead(source) ?? document(source, index) ?? body(
        source, index)
      ?? firm(source, index) ?? sameAsBefore(source, index) ?? extended(source) ?? bareNoun(
        source, index)
      ?? varied(source, index) ?? asDescribed(source)
  }

  /// All of a source's pieces as one range.
  func extent(_ ranges: [Range<Int>]) -> Range<Int>? {
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max(),
      start < end
    else { return nil }
    return start..<end
  }

  /// A quotation without cue and source goes on with the speaker before it.
  private func continued(_ index: Int) -> Resolved? {
    guard drafts[index].cue.isEmpty, drafts[index].goesOn,
      var last = recent.first(where: { _ in true })
    else {
      return nil
    }
    last.speaker.reason = "goes on from " + last.speaker.name
    last.way = .continued
    return last
  }

  /// What was resolved last, latest first; farther back nobody looks for a pronoun.
  var recent: some Sequence<Resolved> { resolved.suffix(64).reversed().lazy.compactMap { $0 } }

  // MARK: Words for people

  /// "same name in full, sentence 2"
  func place(_ token: Int) -> String {
    let index = Int(sentenceOf[token])
    guard index < story.sentences.count else { return "" }
    if story.sentences[index].region == .title { return "title" }
    let titles = story.sentences[..<index].count { $0.region == .title }
    return "sentence \(index - titles + 1)"
  }

  func text(_ tokens: Range<Int>) -> String { TokenText.text(of: tokens, in: story) }

  /// Whether a source opens with "một", "các", "some": nobody in particular.
  func isIndefinite(_ source: Range<Int>) -> Bool {
    switch opening(source) {
    case .indefinite, .plural: true
    default: false
    }
  }

  func isPlural(_ source: Range<Int>) -> Bool { opening(source) == .plural }

  private func opening(_ source: Range<Int>) -> SpeakerLexicon.Reference? {
    lexicon.references.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound)?.value
  }
}
