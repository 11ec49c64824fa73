internal import ClaimModel
internal import Lexicons

/// Sources that are agencies, outlets and states.
extension SpeakerResolver {
  /// "Hãng tin AFP" → "AFP".
  func agency(_ source: Range<Int>) -> Resolved? {
    var tokens = withoutOutletNoun(source)
    if tokens != source, tokens.count <= 5, lexicon.agencies.entry(named: text(tokens)) == nil {
      return Resolved(
        speaker: Speaker(name: text(tokens), kind: .outlet, reason: "named beside the cue"),
        tokens: tokens, way: .body)
    }
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
      speaker: Speaker(
        name: fuller(tokens, than: entry.name), kind: kind, reason: "a known \(kind.rawValue)"),
      tokens: source, way: .agency)
  }

  /// "the Sunday Telegraph newspaper" → "Sunday Telegraph"; "the official Xinhua news agency" →
  /// "Xinhua".
  private func withoutOutletNoun(_ source: Range<Int>) -> Range<Int> {
    guard !lexicon.customs.familyNameStandsFirst,
      let (kind, start) = lexicon.nouns.match(
        before: source.upperBound, in: story.tokens, from: source.lowerBound),
      kind == .outlet || kind == .agency, start > source.lowerBound,
      story.tokens[start].shape == .lower, isCapital(start - 1)
    else { return source }
    var first = start - 1
    while first > source.lowerBound, isCapital(first - 1), !isArticle(first - 1) { first -= 1 }
    let words = source.lowerBound..<first
    guard start - first >= 2 || lexicon.agencies.entry(named: text(first..<start)) != nil,
      !isArticle(first)
    else { return source }
    guard words.allSatisfy({ story.tokens[$0].shape == .lower || isArticle($0) }) else {
      return source
    }
    return first..<start
  }

  private func isArticle(_ at: Int) -> Bool {
    lexicon.words.articles.contains(story.tokens[at].key.exact)
      || lexicon.references.match(at: at, in: story.tokens, limit: at + 1)?.value == .indefinite
  }

  /// The name as the story has it where that is fuller than the register's: "Daily Express" stays,
  /// whose entry is "Express".
  private func fuller(_ tokens: Range<Int>, than name: String) -> String {
    var tokens = tokens
    while tokens.count > 1,
      story.tokens[tokens.lowerBound].shape == .lower
        || lexicon.words.articles.contains(story.tokens[tokens.lowerBound].key.exact)
    {
      tokens = tokens.dropFirst()
    }
    if let whole = withNewsAgency(tokens) { return text(whole) }
    let words = Set(Folding.folded(text(tokens)).split(separator: " "))
    let known = Set(Folding.folded(name).split(separator: " "))
    return known.isStrictSubset(of: words) && isCapital(tokens.lowerBound) ? text(tokens) : name
  }

  /// "Xinhua" → "Xinhua news agency", where the story calls it so.
  private func withNewsAgency(_ tokens: Range<Int>) -> Range<Int>? {
    guard !lexicon.customs.familyNameStandsFirst, let first = tokens.first else { return nil }
    let key = story.tokens[first].key
    for mention in names.mentions where story.tokens[mention.tokens.lowerBound].key == key {
      let end = mention.tokens.upperBound
      guard
        let (kind, last) = lexicon.nouns.match(
          at: end, in: story.tokens, limit: min(story.tokens.count, end + 3)),
        kind == .agency, mention.tokens.count == tokens.count
      else { continue }
      return mention.tokens.lowerBound..<last
    }
    return nil
  }

  /// "Sun" may be the paper, or Sun Wenlin of this story.
  private func isFamilyName(_ source: Range<Int>) -> Bool {
    guard source.count == 1, let mention = names.mention(within: source) else { return false }
    let full = names.fullest(mention)
    return full.isPerson && full.tokens.count > 1
  }

  /// "Nhật" → "Nhật Bản", where the story has the whole name too.
  private func wholeCountry(_ name: String, _ source: Range<Int>) -> String {
    let own = text(source)
    guard name.hasPrefix(own + " ") else { return own }
    let first = story.tokens[source.lowerBound].key
    let isTold = story.tokens.indices.contains { at in
      guard story.tokens[at].key == first,
        let (_, end) = lexicon.places.match(at: at, in: story.tokens, limit: story.tokens.count)
      else { return false }
      return text(at..<end) == name
    }
    return isTold ? name : own
  }

  /// "Washington" → "Mỹ"; a country's name stays, and a capital at home is the city.
  func country(_ source: Range<Int>) -> Resolved? {
    guard story.tokens[source.lowerBound].shape != .lower,
      let (place, end) = lexicon.places.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      end == source.upperBound
    else { return nil }
    let isAbroad = place.isCapital && place.name != lexicon.customs.home
    // "Bern" of a story about Stéphane Bern.
    if place.isCapital, source.count == 1, names.isLastName(source.lowerBound) { return nil }
    let reason = isAbroad ? "the capital stands for its government" : "named as such"
    let name = isAbroad ? place.name : wholeCountry(place.name, source)
    return Resolved(
      speaker: Speaker(name: name, kind: .government, reason: reason), tokens: source,
      way: isAbroad ? .capital : .country)
  }
}
