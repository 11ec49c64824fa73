internal import ClaimModel
internal import Lexicons

/// Finds the names in a story and what describes them, in one pass over its tokens.
///
/// "Ngoại trưởng Mỹ Lan Whitmore" → name "Lan Whitmore", descriptor "Ngoại trưởng Mỹ".
struct NameTagger {
  let story: Story
  let lexicon: SpeakerLexicon
  let tokens: [Token]
  /// Words of grammar: they end a noun phrase.
  let stops: PhraseTable<NumberContexts.Context>

  /// Words that may describe the next name: a title, and where it starts and ends.
  struct OpenTitle {
    var start: Int
    var end: Int
    var title: SpeakerLexicon.Title
  }

  /// The most tokens a title may stand before its name, country and office included.
  static let reach = 14

  init(story: Story) {
    self.story = story
    lexicon = story.language.titles
    stops = story.language.numbers.contexts.stops
    tokens = story.tokens
  }

  func mentions() -> [NameMention] {
    var out = [NameMention]()
    for sentence in story.sentences { append(mentionsOf: sentence.tokens, to: &out) }
    return out
  }

  private func append(mentionsOf sentence: Range<Int>, to out: inout [NameMention]) {
    var title: OpenTitle?
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if title == nil, opensNothing(at, sentence.upperBound) {
        at += 1
      } else if let (found, end) = titlePhrase(at: at, sentence), !isName(at, end, title, sentence)
      {
        title = joined(title, with: found, from: at, to: end)
        at = end
      } else if let (found, end) = ministry(at: at, sentence) {
        title = joined(title, with: found, from: at, to: end)
        at = end
      } else if let office = office(at: at, after: title, sentence) {
        at = office
      } else if isNameStart(at, sentence) {
        let end = nameEnd(from: at, after: title, sentence)
        let start = nameStart(in: at..<end, after: title)
        at = end
        if let title, isPartOfOffice(start..<end, after: title.title, sentence) { continue }
        out.append(
          title == nil && isPlace(start..<end, ofBodyIn: sentence)
            ? place(start..<end) : mention(start..<end, after: title, sentence))
        title = nil
      } else if title != nil, let end = fieldOrNoun(at: at, sentence) {
        at = end
      } else {
        if let open = title, closesTitle(at, sentence) || isAddressee(open, before: at, sentence) {
          title = nil
        }
        at += 1
      }
      if let open = title, at - open.start > Self.reach { title = nil }
    }
  }

  /// Whether neither a title nor a name starts at a token: most words, told by two look-ups.
  private func opensNothing(_ index: Int, _ limit: Int) -> Bool {
    !isCapital(index) && !lexicon.titles.opens(tokens[index])
      && !lexicon.names.personNouns.opens(tokens[index])
      && (index + 1 >= limit || tokens[index + 1].scalar != 0x2D)
  }

  func titlePhrase(at index: Int, _ sentence: Range<Int>) -> (SpeakerLexicon.Title, Int)? {
    let limit = sentence.upperBound
    if let (title, end) = lexicon.titles.match(at: index, in: tokens, limit: limit) {
      // "General Motors Corp" is no general.
      if end < limit, isCapital(index), isCapital(end),
        lexicon.names.bodyWords[tokens[end].key.exact] != nil
      {
        return nil
      }
      return (title, end)
    }
    // "Treasurer Greg Maffei", "dealer Karel Ruzicka": a person's noun before a name.
    guard let (_, end) = lexicon.names.personNouns.match(at: index, in: tokens, limit: limit),
      end < limit
    else { return nil }
    if lexicon.customs.officeStandsBeforeTitle {
      guard tokens[index].shape == .lower || isCapital(end) else { return nil }
    } else if tokens[index].shape != .lower, index != sentence.lowerBound {
      return nil
    }
    return (SpeakerLexicon.Title(group: "person", gender: nil, isHonorific: false), end)
  }

  /// "Anh" of "ca sĩ Quỳnh Anh", "Vương" of "Vua Vương": a title's word with a capital that
  /// stands inside a name is the name's.
  private func isName(
    _ at: Int, _ end: Int, _ title: OpenTitle?, _ sentence: Range<Int>
  ) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, end == at + 1, tokens[at].shape != .lower
    else { return false }
    return title?.end == at && title?.title.isHonorific == true
  }

  /// "Transport Minister Anna Reed": in English, words with capitals before a title with one are
  /// its office. Such a title, and where it ends.
  private func ministry(at index: Int, _ sentence: Range<Int>) -> (SpeakerLexicon.Title, Int)? {
    guard lexicon.customs.officeStandsBeforeTitle, isCapital(index) else { return nil }
    var at = index + 1
    while at < sentence.upperBound, at - index < 5, isCapital(at) || isJoint(at) {
      if let found = titlePhrase(at: at, sentence), !found.0.isHonorific { return found }
      at += 1
    }
    return nil
  }

  /// "&" and "-" inside a firm's name.
  private func isJoint(_ at: Int) -> Bool {
    tokens[at].scalar == 0x26 || tokens[at].scalar == 0x2D && tokens[at].touchesPrevious
  }

  /// A title in front of another one keeps the mention's start: "Tổng thống Mỹ, ông …".
  private func joined(
    _ open: OpenTitle?, with found: SpeakerLexicon.Title, from index: Int, to end: Int
  ) -> OpenTitle {
    // "Tổng thống Mỹ và đệ nhất phu nhân Melania": two people.
    guard let open, !(isJoined(index) && !found.isHonorific) else {
      return OpenTitle(start: index, end: end, title: found)
    }
    let gender = open.title.gender ?? found.gender
    let group = open.title.isHonorific ? found.group : open.title.group
    return OpenTitle(
      start: open.start, end: end,
      title: SpeakerLexicon.Title(
        group: group, gender: gender, isHonorific: open.title.isHonorific && found.isHonorific))
  }

  private func isJoined(_ index: Int) -> Bool {
    lexicon.customs.familyNameStandsFirst && index > 0
      && tokens[index - 1].key.exact == Self.andWord
  }

  private static let andWord = WordKey("và").exact

  /// "Trả lời phóng viên, bà Hạnh nói": who is spoken to before a comma is not who speaks behind it.
  private func isAddressee(
    _ open: OpenTitle, before mark: Int, _ sentence: Range<Int>
  ) -> Bool {
    guard tokens[mark].scalar == 0x2C, lexicon.customs.familyNameStandsFirst,
      !open.title.isHonorific, open.start > sentence.lowerBound,
      tokens[open.start - 1].kind == .word
    else { return false }
    return open.title.group == "person"
      || Self.towards.contains(tokens[open.start - 1].key.exact)
  }

  private static let towards = keys(["của", "với", "trước", "cho", "lời", "từ", "tới", "gặp"])

  /// A comma or bracket keeps a title open where an honorific or a name follows: "Ngoại trưởng
  /// Lào, bà …".
  private func staysOpen(_ index: Int, _ sentence: Range<Int>) -> Bool {
    switch tokens[index].scalar {
    case 0x2C, 0x2D, 0x2013:
      titlePhrase(at: index + 1, sentence)?.0.isHonorific == true || tokens[index].scalar != 0x2C
    case 0x28, 0x29, 0x26, 0x2E: true
    default: false
    }
  }

  /// Past a country, an acronym or the words of an office: "Bộ", "Ngoại giao", "PLA".
  private func office(
    at index: Int, after title: OpenTitle?, _ sentence: Range<Int>
  ) -> Int? {
    guard isCapital(index) else { return nil }
    let isAddressed = title?.end == index && title?.title.isHonorific == true
    if isAddressed, lexicon.customs.familyNameStandsFirst { return nil }
    let limit = sentence.upperBound
    if opensWithGivenName(index, limit) { return nil }
    if lexicon.words.openers.contains(tokens[index].key.exact) { return index + 1 }
    if let (_, end) = lexicon.nouns.match(at: index, in: tokens, limit: limit), end > index + 1 {
      return end
    }
    if opensPersonalName(index, limit) { return nil }
    // "Tổng thống Hàn Moon Jae-in"
    if title?.end == index, isShortCountry(index), place(at: index, limit) == nil,
      index + 1 < limit, isCapital(index + 1), !isRestOfName(index + 1, limit)
    {
      return index + 1
    }
    if let end = place(at: index, limit) {
      return title != nil && isRestOfName(end, limit) ? nil : end
    }
    if title != nil, let (_, end) = lexicon.names.towns.match(at: index, in: tokens, limit: limit),
      title?.title.isHonorific == false || end < limit && isCapital(end)
    {
      return end
    }
    if let (_, end) = lexicon.fields.match(at: index, in: tokens, limit: limit) { return end }
    if let (_, end) = lexicon.nouns.match(at: index, in: tokens, limit: limit) { return end }
    if isAcronym(tokens[index]), !neighboursName(index, sentence), !opensFirm(index, limit) {
      return index + 1
    }
    // "Theo", "Trong": a function word that opens a sentence.
    return index == sentence.lowerBound ? opener(at: index, limit) : nil
  }

  /// "Jordan Hymowitz", "Bill Schaub": a given name, and a name that is no body's behind it.
  private func opensWithGivenName(_ index: Int, _ limit: Int) -> Bool {
    guard lexicon.names.given[tokens[index].key.exact] != nil, index + 1 < limit else {
      return false
    }
    let next = index + 1
    return isCapital(next) && place(at: next, limit) == nil
      && lexicon.names.bodyWords[tokens[next].key.exact] == nil
      && lexicon.nouns.match(at: next, in: tokens, limit: limit) == nil
      && lexicon.fields.match(at: next, in: tokens, limit: limit) == nil
  }

  /// "CSR Ltd": a firm's word goes on behind the acronym.
  private func opensFirm(_ index: Int, _ limit: Int) -> Bool {
    index + 1 < limit && isCapital(index + 1)
      && lexicon.names.bodyWords[tokens[index + 1].key.exact] != nil
  }

  /// "Mỹ Linh": one Vietnamese syllable behind a country's, and nothing more, is a name's.
  private func isRestOfName(_ index: Int, _ limit: Int) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, index < limit, isCapital(index),
      isSyllable(index), place(at: index, limit) == nil
    else { return false }
    return index + 1 >= limit || !isCapital(index + 1)
  }

  /// "lực lượng không quân": words of an office in small letters, which a stop may hide in.
  private func fieldOrNoun(at index: Int, _ sentence: Range<Int>) -> Int? {
    guard tokens[index].shape == .lower else { return nil }
    let limit = sentence.upperBound
    return lexicon.fields.match(at: index, in: tokens, limit: limit)?.end
      ?? lexicon.nouns.match(at: index, in: tokens, limit: limit)?.end
  }

  /// "chủ tịch huyện Sóng Xanh", "đại diện của Amazon": the name of a place or a firm. And a
  /// Vietnamese syllable with a capital that goes on in lower case: "Giám đốc Điện lực".
  private func isPartOfOffice(
    _ name: Range<Int>, after title: SpeakerLexicon.Title, _ sentence: Range<Int>
  ) -> Bool {
    if title.isHonorific || lexicon.words.placeHeads.isEmpty { return false }
    if form(of: name).kind == .person { return false }
    // "người dân châu Âu": a group of people has no bearer.
    if title.group == "person", name.count == 1,
      tokens[name.lowerBound - 1].shape == .lower,
      lexicon.titles.match(before: name.lowerBound, in: tokens, from: sentence.lowerBound) == nil
    {
      return true
    }
    if lexicon.words.placeHeads.contains(tokens[name.lowerBound - 1].key.exact) { return true }
    if isPlace(name, ofBodyIn: sentence) { return true }
    let first = tokens[name.lowerBound]
    guard name.count == 1, name.upperBound < sentence.upperBound,
      first.key.exact != first.key.plain, tokens[name.upperBound].shape == .lower
    else { return false }
    return opener(at: name.upperBound, sentence.upperBound) == nil
  }

  /// "Phú Lộc" of "Phó giám đốc Công an Phú Lộc", "nguồn tin từ Sở Y tế Phú Lộc": two or three
  /// syllables without a family name behind a body of a place are the place, whatever its size.
  private func isPlace(_ name: Range<Int>, ofBodyIn sentence: Range<Int>) -> Bool {
    guard (2...3).contains(name.count), name.allSatisfy({ isCapital($0) && isSyllable($0) }) else {
      return false
    }
    let first = max(sentence.lowerBound, name.lowerBound - 7)
    return (first..<name.lowerBound).contains { at in
      let body = lexicon.words.localBodies.match(at: at, in: tokens, limit: name.lowerBound)
      // What the body is for stands behind it with a capital: "Sở Y tế"; "cơ sở" is none.
      guard let body, isCapital(at) || body.end > at + 1 else { return false }
      return body.end == name.lowerBound || isCapital(body.end)
    }
  }

  private func place(_ name: Range<Int>) -> NameMention {
    NameMention(
      tokens: name, descriptor: name.lowerBound..<name.lowerBound, isPerson: false, kind: .body)
  }

  /// "NATO", "PiS"
  func isAcronym(_ token: Token) -> Bool {
    let length = token.end - token.start
    return token.shape == .upper ? length > 1 : token.shape == .mixed && length <= 4
  }

  func opener(at index: Int, _ limit: Int) -> Int? {
    stops.match(at: index, in: tokens, limit: limit)?.end
  }

  /// "CẢNH SÁT", "JOHN Hale", "Đ.T.H": upper case that belongs to a name.
  private func neighboursName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard index + 1 < sentence.upperBound,
      !lexicon.words.placeHeads.contains(tokens[index].key.exact)
    else { return false }
    return tokens[index + 1].shape == .capitalised
      && tokens[index].end - tokens[index].start <= 2
  }

  /// Marks, verbs and prepositions end what describes a name; "của", "tại", "về" do not.
  private func closesTitle(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let token = tokens[index]
    if token.kind == .punctuation { return !staysOpen(index, sentence) }
    guard token.shape == .lower else { return false }
    if leadsToAnother(index, sentence) || isVerb(index, sentence) { return true }
    guard !Self.inside.contains(token.key.exact) else { return false }
    if lexicon.customs.officeStandsBeforeTitle,
      lexicon.words.prepositions.contains(token.key.exact)
    {
      return true
    }
    return stops.match(at: index, in: tokens, limit: sentence.upperBound) != nil
  }

  /// "director of Kmart's relations", "analyst at Reed & Co": in English a name right behind these
  /// is where somebody works, but not the country in "president of Norland Anna Reed".
  private func leadsToAnother(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if isOfPerson(index, sentence) { return true }
    guard lexicon.customs.officeStandsBeforeTitle,
      lexicon.words.workplace.contains(tokens[index].key.exact)
        || tokens[index].key.exact == Self.forWord
    else { return false }
    var next = index + 1
    if next < sentence.upperBound, lexicon.words.articles.contains(tokens[next].key.exact) {
      next += 1
    }
    return next < sentence.upperBound && isCapital(next)
      && place(at: next, sentence.upperBound) == nil
  }

  /// "luật sư của ông Nam", "thư ký của Lê Văn Tám": a title of somebody else's.
  private func isOfPerson(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, tokens[index].key.exact == Self.ofWord,
      index + 1 < sentence.upperBound
    else { return false }
    return titlePhrase(at: index + 1, sentence)?.0.isHonorific == true
      || opensPersonalName(index + 1, sentence.upperBound)
  }

  private static let ofWord = WordKey("của").exact
  private static let forWord = WordKey("for").exact

  /// "nghị sĩ Norland kêu gọi Reed": a verb that attributes, where no noun of a body stands before
  /// it, as in "Trung tâm cảnh báo sóng thần".
  private func isVerb(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard lexicon.customs.familyNameStandsFirst,
      let cue = story.language.cues.phrases.match(tokens, at: index, end: sentence.upperBound),
      cue.length >= 2 || index > sentence.lowerBound && isCapital(index - 1),
      cue.value == .say || cue.value == .act
    else { return false }
    return lexicon.nouns.match(before: index, in: tokens, from: max(sentence.lowerBound, index - 4))
      == nil
  }

  private static let inside = keys([
    "của", "tại", "về", "thuộc", "cho", "với", "từ", "trên", "bên", "phía", "of", "for", "the",
    "mới", "đương", "và",
  ])

  func place(at index: Int, _ limit: Int) -> Int? {
    guard index < limit, tokens[index].shape != .lower else { return nil }
    return lexicon.places.match(at: index, in: tokens, limit: limit)?.end
  }
}
