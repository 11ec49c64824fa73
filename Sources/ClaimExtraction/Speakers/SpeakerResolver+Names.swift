internal import ClaimModel
internal import Lexicons

/// Sources that a name or a title tells.
extension SpeakerResolver {
  /// The person that a source names: "ông Hale", "chief economist Alan Oster of the bank",
  /// "Indonesia's transport minister, Budi Karta Wibawa", "Trần Văn Khải - Giám đốc Sở Y tế".
  func person(_ source: Range<Int>) -> Resolved? {
    if let rest = behindBracket(source) ?? behindPossessor(source), let found = person(rest) {
      return found
    }
    let edge = setOff(in: source) ?? source.upperBound
    let head = source.lowerBound..<edge
    let own = principal(of: head)
    if let own, let bearer = bearer(behind: edge, of: own, source) { return named(bearer, source) }
    if let own, own.tokens.count > 1 || !mayBePlace(own) { return named(own, source) }
    if own == nil, edge < source.upperBound, let mention = introduced(head, edge, source) {
      return named(mention, source)
    }
    guard edge < source.upperBound, own != nil || !opensWithName(head) else {
      return own.map { named($0, source) }
    }
    let behind = edge + 1..<source.upperBound
    let tail = behind.lowerBound..<(setOff(in: behind) ?? behind.upperBound)
    guard !tail.isEmpty else { return own.map { named($0, source) } }
    if let mention = principal(of: tail), isPersonal(mention), own == nil || mention.tokens == tail
    {
      return named(mention, source)
    }
    return appended(tail, to: head, source) ?? own.map { named($0, source) }
  }

  /// "CEO Sao Mai - Lê Văn Tám": a whole name behind the mark bears the office, which the name
  /// before it belongs to.
  private func bearer(
    behind edge: Int, of own: NameMention, _ source: Range<Int>
  ) -> NameMention? {
    guard edge + 1 < source.upperBound, own.titleGroup != nil,
      !names.hasPersonalForm(own.tokens),
      case let behind = edge + 1..<source.upperBound,
      case let tail = behind.lowerBound..<(setOff(in: behind) ?? behind.upperBound),
      let mention = names.mentions(startingIn: tail).first, mention.tokens == tail,
      mention.tokens.count >= 2, mention.kind != .body, names.fullest(own).tokens == own.tokens
    else { return nil }
    return mention
  }

  /// "Shen Jiucai, a 59-year-old gatekeeper": a name that an apposition with an article explains;
  /// of a firm it says that it is one.
  private func introduced(
    _ head: Range<Int>, _ edge: Int, _ source: Range<Int>
  ) -> NameMention? {
    guard !lexicon.customs.familyNameStandsFirst,
      let mention = names.mentions(startingIn: head).first, mention.tokens == head,
      mention.kind == .unknown, head.count >= 2, head.count <= 4, edge + 1 < source.upperBound,
      story.tokens[edge].scalar == 0x2C,
      lexicon.references.match(at: edge + 1, in: story.tokens, limit: source.upperBound) != nil
        || lexicon.words.relatives.contains(story.tokens[edge + 1].key.exact)
    else { return nil }
    let tail = edge + 1..<source.upperBound
    let tellsBody = tail.contains { at in
      lexicon.names.firmNouns.match(at: at, in: story.tokens, limit: tail.upperBound) != nil
    }
    return tellsBody && !isPersonNoun(tail) ? nil : mention
  }

  /// "Midland Walwyn's director Dunnery Best", "Lehman's Smith": what stands behind the possessor.
  private func behindPossessor(_ source: Range<Int>) -> Range<Int>? {
    guard !lexicon.customs.familyNameStandsFirst,
      let mark = source.dropFirst().first(where: { isPossessive($0) }),
      setOff(in: source).map({ $0 > mark }) ?? true,
      mark + 1 < source.upperBound
    else { return nil }
    return mark + 1..<source.upperBound
  }

  /// "huyện trưởng Sanamxay": one word behind the title of somebody who heads a place.
  private func mayBePlace(_ mention: NameMention) -> Bool {
    mention.titleGroup == "local-head" || mention.titleGroup == "chair"
  }

  /// "Electric Transit (ETI) President Anna Reed": what goes on behind a bracket.
  private func behindBracket(_ source: Range<Int>) -> Range<Int>? {
    guard let open = source.first(where: { story.tokens[$0].scalar == 0x28 }),
      setOff(in: source) == open,
      let close = (open..<source.upperBound).first(where: { story.tokens[$0].scalar == 0x29 }),
      close + 1 < source.upperBound, story.tokens[close + 1].kind == .word
    else { return nil }
    return close + 1..<source.upperBound
  }

  /// "huyện trưởng Sóng Xanh, Bounhome Vong", "the world's biggest miner, RTZ-CRA": a name that is
  /// all of what stands behind the comma names whom the words before it describe.
  private func appended(
    _ tail: Range<Int>, to head: Range<Int>, _ source: Range<Int>
  ) -> Resolved? {
    guard
      let mention = names.mentions(startingIn: tail).last,
      mention.tokens.upperBound == tail.upperBound,
      mention.tokens.lowerBound - tail.lowerBound <= 2, tail.count <= 6, !opensWithPlace(tail),
      story.tokens[head.lowerBound].shape == .lower
        || lexicon.words.articles.contains(story.tokens[head.lowerBound].key.exact)
        || !names.mentions(startingIn: head).isEmpty
        || isPersonNoun(head), conjunction(in: source) == nil
    else { return nil }
    if isPersonNoun(head), mention.kind != .body { return named(mention, source) }
    guard !lexicon.customs.familyNameStandsFirst else { return nil }
    let full = names.fullBody(mention.tokens)?.tokens ?? mention.tokens
    return Resolved(
      speaker: Speaker(
        name: text(full), kind: kind(of: source), reason: "named behind what describes it"),
      tokens: full, way: .body)
  }

  private var words: SourceWords { SourceWords(story: story, names: names) }

  func isPersonNoun(_ phrase: Range<Int>) -> Bool { words.isPersonNoun(phrase) }

  func isRelation(_ at: Int) -> Bool { words.isRelation(at) }

  private func opensWithName(_ head: Range<Int>) -> Bool {
    guard let mention = names.mentions(startingIn: head).first else { return false }
    return mention.tokens.lowerBound == head.lowerBound
      && mention.tokens.upperBound == head.upperBound
  }

  /// The name that a noun phrase comes down to: it opens the phrase, or closes it behind words
  /// that describe it.
  private func principal(of phrase: Range<Int>) -> NameMention? {
    guard !phrase.isEmpty, !isIndefinite(phrase) || !lexicon.customs.pluralStandsInside else {
      return nil
    }
    let found = names.mentions(startingIn: phrase)
    // The last word alone of a name that opens before the phrase.
    if found.isEmpty, let whole = names.mention(within: phrase),
      whole.tokens.lowerBound < phrase.lowerBound, whole.tokens.upperBound == phrase.upperBound
    {
      return isPersonal(whole) ? whole : nil
    }
    if let first = found.first, first.tokens.lowerBound == phrase.lowerBound,
      endsName(first.tokens.upperBound, phrase)
    {
      if !isBareWord(first), isPersonal(first) || goesOnWithOffice(first, phrase) {
        return first
      }
    }
    if let first = found.first, isAddressed(first, phrase) { return first }
    guard
      let last = found.first(where: {
        endsName($0.tokens.upperBound, phrase) && (isPersonal($0) || isDescribed($0, phrase))
      }),
      describes(phrase.lowerBound..<last.tokens.lowerBound, last)
    else { return nil }
    return last
  }

  /// "Bà Mai bán vé số gần đó": an honorific and a name, whatever tells of its bearer behind them.
  private func isAddressed(_ mention: NameMention, _ phrase: Range<Int>) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, conjunction(in: phrase) == nil,
      mention.tokens.upperBound < phrase.upperBound,
      story.tokens[mention.tokens.upperBound].shape == .lower,
      let title = lexicon.titles.match(
        at: phrase.lowerBound, in: story.tokens, limit: phrase.upperBound)
    else { return false }
    return title.value.isHonorific && title.end == mention.tokens.lowerBound && isPersonal(mention)
  }

  /// "chính trị gia Joachim B. Olsen": words of a person right before a name of two and more.
  private func isDescribed(_ mention: NameMention, _ phrase: Range<Int>) -> Bool {
    let words = phrase.lowerBound..<mention.tokens.lowerBound
    guard mention.kind != .body, mention.tokens.count >= 2, !words.isEmpty,
      let before = words.last, story.tokens[before].kind == .word,
      !lexicon.words.prepositions.contains(story.tokens[before].key.exact),
      !lexicon.words.placeHeads.contains(story.tokens[before].key.exact),
      !Self.ofWords.contains(story.tokens[before].key.exact)
    else { return false }
    return isPersonNoun(words)
  }

  /// "Bette Massick of brokers Bear Stearns": a name of two or three words before where its bearer
  /// is from.
  private func goesOnWithOffice(_ mention: NameMention, _ phrase: Range<Int>) -> Bool {
    let end = mention.tokens.upperBound
    guard mention.kind == .unknown, mention.tokens.count >= 2, mention.tokens.count <= 4,
      end < phrase.upperBound, lexicon.words.workplace.contains(story.tokens[end].key.exact)
    else { return false }
    return !opensWithPlace(mention.tokens)
  }

  /// One word that no title or fuller name tells to be a person's.
  private func isBareWord(_ mention: NameMention) -> Bool {
    mention.tokens.count == 1 && mention.descriptor.isEmpty
      && names.fullest(mention).tokens.count == 1
  }

  private func isPersonal(_ mention: NameMention) -> Bool {
    names.isPerson(mention) || mention.kind != .body && names.isPerson(names.fullest(mention))
  }

  /// Whether a name is over: the phrase ends, or a preposition, a bracket or a quotation follows.
  private func endsName(_ at: Int, _ phrase: Range<Int>) -> Bool {
    guard at < phrase.upperBound else { return true }
    return story.tokens[at].kind == .punctuation
      || lexicon.words.prepositions.contains(story.tokens[at].key.exact)
  }

  /// Whether the words before a name describe its bearer: no "của", "for" among them, no noun of
  /// people or of a body at their head.
  private func describes(_ words: Range<Int>, _ mention: NameMention) -> Bool {
    guard !words.isEmpty else { return true }
    let source = self.words
    if words.contains(where: { source.isOfSomebody($0, mention) })
      || source.namesOwner(words, mention)
    {
      return false
    }
    if source.isRelative(words.lowerBound, words.upperBound)
      || source.standsForBody(words, mention)
    {
      return false
    }
    let covered = !mention.descriptor.isEmpty && mention.descriptor.lowerBound <= words.lowerBound
    if covered { return true }
    // "First of Michigan analyst Daniel Poole": a firm with "of" in its name.
    let opensWithFirm =
      !lexicon.customs.familyNameStandsFirst && isCapital(words.lowerBound)
      && !lexicon.words.articles.contains(story.tokens[words.lowerBound].key.exact)
    let edge = mention.descriptor.isEmpty ? words.upperBound : mention.descriptor.lowerBound
    let loose = words.prefix { $0 < edge }
    if !opensWithFirm || mention.descriptor.isEmpty,
      loose.contains(where: { Self.ofWords.contains(story.tokens[$0].key.exact) })
    {
      return false
    }
    var first = words.lowerBound
    if lexicon.customs.familyNameStandsFirst {
      // "hàng loạt doanh nghiệp …"
      if let (reference, end) = lexicon.references.match(
        at: first, in: story.tokens, limit: words.upperBound),
        reference == .plural || reference == .indefinite, end < words.upperBound
      {
        first = end
      }
      if isRelation(first) { return false }
      let noun = lexicon.nouns.match(at: first, in: story.tokens, limit: words.upperBound)
      let isTitle = lexicon.titles.match(at: first, in: story.tokens, limit: words.upperBound)
      return noun == nil || noun?.value == .person || isTitle != nil || mention.titleGroup != nil
    }
    return !(words.upperBound..<words.upperBound + 1).contains { isPossessive($0) }
  }

  private func isPossessive(_ at: Int) -> Bool {
    at < story.tokens.count && story.tokens[at].key.exact == Self.possessive.exact
      || at < story.tokens.count && story.tokens[at].touchesPrevious
        && story.tokens[at].shape == .lower && story.tokens[at].end - story.tokens[at].start >= 2
        && [0x27, 0x2019].contains(story.tokens[at].scalar)
  }

  private static let possessive = WordKey("'s")

  func named(_ mention: NameMention, _ source: Range<Int>) -> Resolved {
    let others = names.namesakes(mention)
    if others.count > 1, let meant = lastOf(others, before: source.lowerBound) {
      return namesake(meant, of: mention, among: others)
    }
    if others.isEmpty, names.isOthers(mention) { return addressed(mention) }
    var full = names.fullest(mention)
    if !mayFit(full.gender, mention.gender), let only = names.mention(of: others) { full = only }
    let isFull = full.tokens == mention.tokens
    let reason =
      isFull ? "named in full" : "same name in full, \(place(full.tokens.lowerBound))"
    return Resolved(
      speaker: Speaker(name: text(full.tokens), kind: .person, reason: reason),
      tokens: full.tokens, gender: mention.gender ?? names.gender(of: full),
      descriptor: full.descriptor.isEmpty ? mention.descriptor : full.descriptor,
      way: isFull ? (mention.tokens.count > 1 ? .name : .oneWord) : .fuller)
  }

  /// "Ông Lý Văn Tám, Tổ trưởng …, TP Vinh, tỉnh Nghệ An cho biết": the place is where the one is
  /// from who opens the sentence.
  func appositive(_ source: Range<Int>) -> Resolved? {
    guard lexicon.customs.familyNameStandsFirst, opensWithPlaceHead(source),
      source.lowerBound > 0, story.tokens[source.lowerBound - 1].scalar == 0x2C
    else { return nil }
    let sentence = story.sentences[Int(sentenceOf[source.lowerBound])].tokens
    let quotation = story.quotations(overlapping: sentence.lowerBound..<source.lowerBound).last
    let start = max(sentence.lowerBound, quotation?.tokens.upperBound ?? sentence.lowerBound)
    guard start < source.lowerBound,
      let mention = names.mentions(startingIn: start..<source.lowerBound).first,
      names.isPerson(mention), mention.tokens.upperBound < source.lowerBound,
      min(
        mention.tokens.lowerBound,
        mention.descriptor.isEmpty
          ? mention.tokens.lowerBound : mention.descriptor.lowerBound) - start <= 1,
      story.tokens[mention.tokens.upperBound].kind == .punctuation,
      !drafts.contains(where: { draft in
        draft.cue.contains {
          $0.lowerBound >= mention.tokens.upperBound && $0.upperBound <= source.lowerBound
        }
      })
    else { return nil }
    return named(mention, source)
  }

  /// "tỉnh Nghệ An", "phía bắc Nghệ An"
  private func opensWithPlaceHead(_ source: Range<Int>) -> Bool {
    opensWithPlace(source) || opensWithPlace(source.dropFirst())
      || opensWithPlace(source.dropFirst(2))
  }

  /// A source that is another name, told before it: "Tèo Lì" → "Lê Văn Thành".
  func otherNamed(_ source: Range<Int>) -> Resolved? {
    guard let other = otherNames?.named(by: source) else { return nil }
    var found = named(other.bearer, source)
    found.speaker.reason = "also called so, \(place(other.end - 1))"
    found.way = .fuller
    return found
  }
}
