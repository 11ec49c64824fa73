internal import ClaimModel
internal import Lexicons

/// Sources that point at one named elsewhere by a noun: "Cơ quan này", "the nurse", "the company".
extension SpeakerResolver {
  /// "…, according to Pham Quang Lam, who added": the name right before.
  func relative(_ source: Range<Int>) -> Resolved? {
    guard source.count == 1,
      lexicon.words.relatives.contains(story.tokens[source.lowerBound].key.exact),
      let mention = lastMention(before: source.lowerBound, where: { _ in true }),
      sentenceOf[mention.tokens.lowerBound] == sentenceOf[source.lowerBound]
    else { return nil }
    var found = named(mention, source)
    found.speaker.reason = "the one that \"\(text(source))\" goes back to"
    found.way = .relative
    return found
  }

  /// "Cơ quan này", "quan chức trên", "Bộ Ngoại giao nước này".
  func demonstrative(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard lexicon.customs.demonstrativeStandsBehind, source.count > 1, !isIndefinite(source),
      let (reference, start) = lexicon.references.match(
        before: source.upperBound, in: story.tokens, from: source.lowerBound),
      start > source.lowerBound, !Self.near.contains(story.tokens[start - 1].key.exact)
    else { return nil }
    switch reference {
    case .thisCountry:
      guard let country = lastPlace(before: source.lowerBound) else { return nil }
      let head = source.lowerBound..<start
      return Resolved(
        speaker: Speaker(
          name: text(head) + " " + country.name, kind: kind(of: source),
          reason: "of the country named before, \(place(country.at))"), tokens: source,
        way: .demonstrative)
    case .this: return pointedAt(source.lowerBound..<start, index)
    default: return nil
    }
  }

  /// "gần đó", "sau đó": a place or a time, and nobody pointed at.
  private static let near = keys(["gần", "sau", "trước", "ở", "tại", "quanh", "khi", "lúc"])

  /// The last speaker whose source has this head noun, else one of its kind.
  private func pointedAt(_ head: Range<Int>, _ index: Int) -> Resolved? {
    if let found = spokenWith(head) {
      return pointed(found, "the one quoted before", .demonstrative)
    }
    let wanted = kind(of: head)
    if wanted == .person, let found = antecedent(of: head, index, gender: nil) {
      return pointed(found, found.speaker.reason, .demonstrative)
    }
    let found = recent.first { candidate in
      switch wanted {
      case .person: candidate.speaker.kind == .person
      case .document: candidate.speaker.kind != .person
      case .outlet, .agency: passesOn(candidate)
      default: candidate.speaker.kind != .person && candidate.speaker.kind != .document
      }
    }
    return pointed(found, "the last one of its kind quoted before", .demonstrative)
  }

  /// The last speaker in whose source, or in the words that describe whom, the noun stands.
  private func spokenWith(_ head: Range<Int>) -> Resolved? {
    for at in resolved.indices.suffix(48).reversed() {
      guard let candidate = resolved[at], !candidate.way.isPronoun else { continue }
      let words = drafts[at].source.joined()
      let described = candidate.descriptor.map(Array.init) ?? []
      if holds(Array(words), head) || holds(described, head) { return candidate }
    }
    return nil
  }

  /// Whether tokens hold the words of a noun one after another.
  private func holds(_ tokens: [Int], _ noun: Range<Int>) -> Bool {
    guard tokens.count >= noun.count else { return false }
    return (0...tokens.count - noun.count).contains { start in
      zip(tokens[start...], noun).allSatisfy { story.tokens[$0].key == story.tokens[$1].key }
    }
  }

  /// "tập đoàn", "the company", "the nurse": a noun alone, in small letters, for the last one
  /// whom it fits.
  func bareNoun(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard source.count <= 6, !isIndefinite(source), let noun = nounAlone(source) else { return nil }
    let kind = kind(of: noun)
    let head = lexicon.customs.familyNameStandsFirst ? noun : noun.upperBound - 1..<noun.upperBound
    switch kind {
    case .person:
      guard noun.count <= 4 else { return nil }
      return pointed(spokenWith(head) ?? describedAs(head), "the one described so", .noun)
    case .organisation, .government, .outlet, .agency:
      guard
        !lexicon.customs.familyNameStandsFirst
          || lexicon.words.bodyNouns.contains(story.tokens[head.upperBound - 1].key.exact)
      else { return nil }
      return pointed(bodyBefore(noun, head, kind), "the \(kind.rawValue) quoted before", .noun)
    case .document, .unknown: return nil
    }
  }

  /// The noun of a source that has no name: all of it, or what stands behind "the".
  private func nounAlone(_ source: Range<Int>) -> Range<Int>? {
    guard !lexicon.words.articles.isEmpty else { return isLower(source) ? source : nil }
    guard source.count > 1,
      lexicon.words.articles.contains(story.tokens[source.lowerBound].key.exact),
      story.tokens[source.upperBound - 1].shape == .lower,
      !source.contains(where: { lexicon.words.prepositions.contains(story.tokens[$0].key.exact) })
    else { return nil }
    return source.dropFirst()
  }

  /// A person named before, whom the noun describes: "Anna Reed, a nurse," → the nurse.
  private func describedAs(_ head: Range<Int>) -> Resolved? {
    let found = lastMention(before: head.lowerBound) { mention in
      names.isPerson(mention) && holds(Array(mention.descriptor), head)
    }
    return found.map { named($0, head) }
  }

  private func bodyBefore(_ noun: Range<Int>, _ head: Range<Int>, _ kind: SourceKind) -> Resolved? {
    let key = story.tokens[head.upperBound - 1].key.exact
    let spoken = recent.first { resolved in
      resolved.tokens.count > noun.count && !resolved.isPlural
        && resolved.tokens.contains { story.tokens[$0].key.exact == key }
    }
    if let spoken { return spoken }
    if !lexicon.customs.familyNameStandsFirst {
      if kind == .government { return nil }
      if kind == .organisation { return nil }
    }
    if kind == .outlet || kind == .agency {
      return recent.first { fits($0.speaker.kind, kind) && isNamedBody($0) }
        ?? outletNamed(before: noun.lowerBound)
    }
    return recent.first { fits($0.speaker.kind, kind) && isNamedBody($0) }
  }

  /// The outlet named last: "Tibet Daily".
  private func outletNamed(before token: Int) -> Resolved? {
    let found = lastMention(before: token) { mention in
      guard let last = mention.tokens.last, mention.kind == .body else { return false }
      return lexicon.names.bodyWords[story.tokens[last].key.exact] == .outlet
        || lexicon.agencies.entry(named: text(mention.tokens)) != nil
    }
    return found.map {
      Resolved(
        speaker: Speaker(name: text($0.tokens), kind: .outlet, reason: ""), tokens: $0.tokens)
    }
  }

  /// "the company", "the insurer": the firm that the story is about.
  func firm(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard !lexicon.customs.familyNameStandsFirst, source.count > 1, source.count <= 8,
      lexicon.words.articles.contains(story.tokens[source.lowerBound].key.exact)
        || story.tokens[source.lowerBound].key.exact == Self.the,
      isFirmNoun(source), !story.tokens[source.upperBound - 1].isCapitalised
    else { return nil }
    return pointed(
      likelyBody(before: source.lowerBound, nearness: 0.5), "the firm that the story is about",
      .noun)
  }

  private static let the = WordKey("the").exact

  private func isFirmNoun(_ source: Range<Int>) -> Bool {
    guard
      let (_, start) = lexicon.names.firmNouns.match(
        before: source.upperBound, in: story.tokens, from: source.lowerBound)
    else { return false }
    // "the state-run oil company" describes; "the Virginia-based company" too.
    return start > source.lowerBound
      && !source.contains { lexicon.words.prepositions.contains(story.tokens[$0].key.exact) }
  }

  /// The body that a story speaks of most before a token, with weight on those near it.
  func likelyBody(before token: Int, nearness: Double) -> Resolved? {
    var scores = [String: (score: Double, found: Resolved)]()
    let sentence = Int(sentenceOf[token])
    var isFirst = true
    for mention in names.mentions[..<names.firstMention(startingAt: token)].suffix(80)
    where mention.kind == .body && !names.isPerson(mention) {
      let full = names.fullBody(mention.tokens)?.tokens ?? mention.tokens
      let name = text(full)
      let distance = sentence - Int(sentenceOf[mention.tokens.lowerBound])
      let near = distance == 0 ? 0.5 : distance == 1 ? 1.0 : distance == 2 ? 0.5 : 0
      let found =
        scores[name]?.found
        ?? Resolved(
          speaker: Speaker(name: name, kind: .organisation, reason: ""), tokens: full)
      scores[name] = (
        (scores[name]?.score ?? (isFirst ? 0.8 : 0)) + 0.15 + near * nearness * 0.6, found
      )
      isFirst = false
    }
    for (rank, spoken) in recent.filter({ isBody($0) }).prefix(3).enumerated() {
      let name = spoken.speaker.name
      scores[name] = (
        (scores[name]?.score ?? 0) + [1.2, 0.5, 0.3][rank], scores[name]?.found ?? spoken
      )
    }
    return scores.max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }?.value.found
  }

  private func isBody(_ resolved: Resolved) -> Bool {
    guard resolved.speaker.kind != .person, !resolved.isPlural,
      !resolved.way.isDescription
        || isNamedBody(resolved)
    else { return false }
    return resolved.speaker.kind != .document && resolved.speaker.kind != .unknown
      || resolved.way == .fullBody || resolved.way == .body || resolved.way == .acronym
  }

  private func fits(_ one: SourceKind, _ wanted: SourceKind) -> Bool {
    switch wanted {
    case .outlet, .agency: one == .outlet || one == .agency
    default: one == wanted || wanted == .organisation && one == .unknown
    }
  }

  private func isNamedBody(_ resolved: Resolved) -> Bool {
    isProper(resolved.tokens)
      || resolved.tokens.first.map { isCapital($0) } == true
        && !opensSentence(resolved.tokens)
  }
}
