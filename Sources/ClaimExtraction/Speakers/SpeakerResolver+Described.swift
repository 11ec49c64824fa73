internal import ClaimModel
internal import Lexicons

/// Sources without a name: documents, people described.
extension SpeakerResolver {
  /// "thông cáo của Bộ Y tế" → "Bộ Y tế"; a bare "thông cáo" → whose office spoke last.
  func document(_ source: Range<Int>, _ index: Int) -> Resolved? {
    var head = source.lowerBound
    if isIndefinite(source),
      let (_, end) = lexicon.references.match(
        at: head, in: story.tokens, limit: source.upperBound), end < source.upperBound
    {
      head = end
    }
    guard
      let (kind, end) = lexicon.nouns.match(at: head, in: story.tokens, limit: source.upperBound),
      kind == .document,
      // "luật sư" is no law.
      lexicon.names.personNouns.match(at: head, in: story.tokens, limit: source.upperBound)
        .map({ $0.end <= end }) ?? true,
      lexicon.titles.match(at: head, in: story.tokens, limit: source.upperBound)
        .map({ $0.end <= end }) ?? true
    else { return nil }
    if let owner = owner(in: end..<source.upperBound) ?? directOwner(end..<source.upperBound) {
      if let named = person(owner) { return named }
      let found =
        pronoun(owner, index) ?? agency(owner) ?? country(owner) ?? titled(owner)
        ?? body(owner, index) ?? sameAsBefore(owner, index) ?? bareNoun(owner, index)
      if var found {
        found.way = .issuer
        return found
      }
      return Resolved(
        speaker: Speaker(
          name: text(core(owner)), kind: self.kind(of: owner), reason: "issued the document"),
        tokens: owner, way: .issuer)
    }
    guard end == source.upperBound, head == source.lowerBound else { return nil }
    let office = recent.first { candidate in
      candidate.speaker.kind == .government || candidate.speaker.kind == .organisation
    }
    guard var office else { return nil }
    office.speaker.reason = "a document of the office quoted before"
    office.way = .document
    return office
  }

  /// What stands behind "của", "từ", "of", "from" or "by".
  private func owner(in range: Range<Int>) -> Range<Int>? {
    guard let of = range.first(where: { Self.ofWords.contains(story.tokens[$0].key.exact) }),
      of + 1 < range.upperBound, of - range.lowerBound < 5
    else { return nil }
    var owner = of + 1..<range.upperBound
    while owner.count > 1,
      lexicon.words.leads.contains(story.tokens[owner.lowerBound].key.exact)
    {
      owner = owner.dropFirst()
    }
    let end = owner.dropFirst().first { at in
      story.tokens[at].shape == .lower
        && lexicon.words.issuing.match(at: at, in: story.tokens, limit: owner.upperBound) != nil
    }
    if let end { owner = owner.lowerBound..<end }
    return story.tokens[owner.lowerBound].kind == .word ? owner : nil
  }

  /// "dữ liệu Ngân hàng Sao Mai": who issued it right behind the noun.
  private func directOwner(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first, isCapital(first), lexicon.customs.familyNameStandsFirst,
      lexicon.nouns.match(at: first, in: story.tokens, limit: range.upperBound) != nil
    else { return nil }
    return range
  }

  static let ofWords = SourceWords.ofWords

  /// "Sở Giao thông" → "Sở Giao thông TP Vân Sa", "cảnh sát" → "cảnh sát Gibraltar": the same words
  /// with a name behind them, before or, where there is none, later.
  func extended(_ source: Range<Int>) -> Resolved? {
    guard lexicon.customs.familyNameStandsFirst, !isIndefinite(source), source.count <= 8,
      let (kind, _) = lexicon.nouns.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      kind == .government || kind == .organisation,
      story.tokens[source.upperBound - 1].kind == .word
    else { return nil }
    let low = max(0, source.lowerBound - 1500)
    let high = min(story.tokens.count, source.upperBound + 1500)
    let behind = (low..<source.lowerBound).reversed().lazy.compactMap {
      self.longer(source, at: $0)
    }
    let ahead = (source.upperBound..<high).lazy.compactMap { self.longer(source, at: $0) }
    guard let full = behind.first ?? (source.count > 2 ? ahead.first : nil) else { return nil }
    return Resolved(
      speaker: Speaker(name: text(full), kind: kind, reason: "in full, \(place(full.lowerBound))"),
      tokens: full, way: .extended)
  }

  /// The words of a source at another place, and the name behind them.
  private func longer(_ source: Range<Int>, at start: Int) -> Range<Int>? {
    guard story.tokens[start].key == story.tokens[source.lowerBound].key else { return nil }
    var end = start
    for at in source {
      guard end < story.tokens.count, story.tokens[end].key == story.tokens[at].key else {
        return nil
      }
      end += 1
    }
    let first = end
    let sentence = story.sentences[Int(sentenceOf[start])].tokens.upperBound
    let limit = min(sentence, first + 8)
    while end < limit, !names.startsName(end) || end == first,
      isCapital(end) || isPlaceHead(end, sentence) || closesWord(end, from: first)
    {
      end += 1
    }
    return end > first && !names.startsName(first) ? start..<end : nil
  }

  /// The second syllable of "Giám sát", "Trung ương", in small letters.
  private func closesWord(_ at: Int, from first: Int) -> Bool {
    at > first && isCapital(at - 1) && names.isSyllable(at - 1) && story.tokens[at].shape == .lower
      && lexicon.places.match(at: at - 1, in: story.tokens, limit: at) == nil
      && story.language.numbers.contexts.stops.match(at: at, in: story.tokens, limit: at + 1) == nil
  }

  private func isPlaceHead(_ at: Int, _ limit: Int) -> Bool {
    at + 1 < limit && isCapital(at + 1) && story.tokens[at].shape == .lower
      && lexicon.words.placeHeads.contains(story.tokens[at].key.exact)
  }

  /// "một hành khách tên Pyotr Egorov", "a man named Tom Reed": the name that a description gives.
  func called(_ source: Range<Int>) -> Resolved? {
    guard
      let at = source.dropFirst().last(where: {
        lexicon.words.namings.contains(story.tokens[$0].key.exact)
      }), at + 1 < source.upperBound,
      let mention = names.mentions(startingIn: at + 1..<source.upperBound).first,
      mention.tokens.lowerBound <= at + 2, mention.tokens.upperBound == source.upperBound
    else { return nil }
    return named(mention, source)
  }

  /// "Nguồn tin" → "nguồn tin từ cuộc điều tra …", "NST" → "New Strand Times (NST)": a source
  /// quoted before that opens with these words, or bears them in brackets.
  func sameAsBefore(_ source: Range<Int>, _ index: Int) -> Resolved? {
    if isIndefinite(source) || isPeople(source) { return nil }
    for at in stride(from: index - 1, through: max(0, index - 64), by: -1) {
      guard let before = resolved[at], before.speaker.kind != .person || !isNamed(before),
        let other = drafts[at].source.first, other.count >= source.count,
        opens(other, with: source) || bears(other, inBrackets: source)
      else { continue }
      guard text(other).utf8.count > text(source).utf8.count else { continue }
      var found = before
      found.speaker.reason = "in full, \(place(other.lowerBound))"
      found.way = .repeated
      return found
    }
    return nil
  }

  /// "analysts": people in general, not those spoken of before.
  private func isPeople(_ source: Range<Int>) -> Bool {
    !lexicon.customs.familyNameStandsFirst && source.count == 1 && speaksOfPeople(source)
  }

  private func isNamed(_ resolved: Resolved) -> Bool { resolved.descriptor != nil }

  private func opens(_ other: Range<Int>, with source: Range<Int>) -> Bool {
    // "một tài xế" is the same as "tài xế" later on.
    var start = other.lowerBound
    if let (reference, end) = lexicon.references.match(
      at: start, in: story.tokens, limit: other.upperBound),
      reference == .indefinite || reference == .plural,
      end < other.upperBound
    {
      start = end
    }
    guard other.upperBound - start >= source.count else { return false }
    return zip(start..<other.upperBound, source).allSatisfy {
      story.tokens[$0].key == story.tokens[$1].key
    }
  }

  private func bears(_ other: Range<Int>, inBrackets source: Range<Int>) -> Bool {
    guard source.count == 1, other.count >= 3 else { return false }
    return other.dropFirst().dropLast().contains { at in
      story.tokens[at].key == story.tokens[source.lowerBound].key
        && story.tokens[at - 1].scalar == 0x28 && story.tokens[at + 1].scalar == 0x29
    }
  }

  func asDescribed(_ source: Range<Int>) -> Resolved {
    let source = withoutRelative(source)
    let kind = kind(of: source)
    let reason = isIndefinite(source) ? "not named" : "as it stands"
    return Resolved(
      speaker: Speaker(name: text(trimmed(source)), kind: kind, reason: reason), tokens: source,
      gender: describedGender(source),
      isPlural: isPlural(source) || speaksOfPeople(source) || opensWithMany(source),
      way: isIndefinite(source) || speaksOfPeople(source)
        ? .unnamed
        : isName(source)
          ? .proper
          : .described)
  }

  /// "Sở Y tế Vân Sa", "NATO": a name by itself, of no person.
  private func isName(_ source: Range<Int>) -> Bool {
    guard kind(of: source) != .person, kind(of: source) != .document else { return false }
    return source.dropFirst().contains { isCapital($0) }
      || source.first.map { story.tokens[$0].shape == .upper } == true
  }

  /// "a spokesman for the port, an old harbour" → "a spokesman for the port".
  private func withoutRelative(_ source: Range<Int>) -> Range<Int> {
    guard !lexicon.customs.familyNameStandsFirst, conjunction(in: source) == nil,
      let comma = source.dropFirst().first(where: { story.tokens[$0].scalar == 0x2C }),
      comma + 1 < source.upperBound,
      lexicon.references.match(at: comma + 1, in: story.tokens, limit: source.upperBound) != nil
        || lexicon.words.relatives.contains(story.tokens[comma + 1].key.exact)
    else { return source }
    return source.lowerBound..<comma
  }

  /// "Analysts", "Microsoft officials": a noun in the plural at the head.
  private func speaksOfPeople(_ source: Range<Int>) -> Bool {
    guard !lexicon.customs.familyNameStandsFirst else { return false }
    let head = source.prefix { !lexicon.words.prepositions.contains(story.tokens[$0].key.exact) }
    return head.contains { lexicon.names.peopleNouns[story.tokens[$0].key.exact] != nil }
  }

  /// "người dân Lào", "giới chức": many without a word for it.
  private func opensWithMany(_ source: Range<Int>) -> Bool {
    lexicon.words.collectives.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound) != nil
  }

  /// "nữ y tá", "the woman", "her mother": what a description says of the gender.
  func describedGender(_ source: Range<Int>) -> Gender? {
    for at in source.prefix(4) {
      let key = story.tokens[at].key.exact
      if lexicon.words.female.contains(key) { return .female }
      if lexicon.words.male.contains(key) { return .male }
    }
    return nil
  }

  /// Without punctuation at its ends; a quotation mark stays where its partner is inside.
  private func trimmed(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while range.count > 1, isEdge(story.tokens[range.upperBound - 1], 0x29, range) {
      range = range.dropLast()
    }
    while range.count > 1, isEdge(story.tokens[range.lowerBound], 0x28, range) {
      range = range.dropFirst()
    }
    return range
  }

  private func isEdge(_ token: Token, _ bracket: UInt32, _ range: Range<Int>) -> Bool {
    guard token.kind == .punctuation, token.scalar != bracket, token.scalar != 0x25 else {
      return false
    }
    let isQuote = [0x22, 0x201C, 0x201D, 0xAB, 0xBB].contains(token.scalar)
    return !isQuote || range.count { Self.isQuote(story.tokens[$0]) } % 2 != 0
  }

  private static func isQuote(_ token: Token) -> Bool {
    [0x22, 0x201C, 0x201D, 0xAB, 0xBB].contains(token.scalar) && token.kind == .punctuation
  }

  /// What a source is, by the first of its words that tells.
  func kind(of source: Range<Int>) -> SourceKind {
    var at = source.lowerBound
    while at < source.upperBound {
      let limit = source.upperBound
      let noun = lexicon.nouns.match(at: at, in: story.tokens, limit: limit)
      // "đại sứ quán" is no "đại sứ".
      if let title = lexicon.titles.match(at: at, in: story.tokens, limit: limit),
        title.end >= noun?.end ?? 0
      {
        return .person
      }
      if let noun { return noun.value }
      if lexicon.names.personNouns.match(at: at, in: story.tokens, limit: limit) != nil {
        return .person
      }
      if story.tokens[at].shape != .lower,
        lexicon.places.match(at: at, in: story.tokens, limit: limit) != nil
      {
        return .government
      }
      at += 1
    }
    if let last = source.last(where: { story.tokens[$0].kind == .word }),
      let word = lexicon.names.bodyWords[story.tokens[last].key.exact]
    {
      return word == .outlet ? .outlet : .organisation
    }
    return source.count == 1 && story.tokens[source.lowerBound].shape == .upper
      ? .organisation : .unknown
  }
}
