internal import ClaimModel
internal import Lexicons

/// Finds the names in a story and what describes them, in one pass over its tokens.
///
/// "Ngoại trưởng Mỹ Lan Whitmore" → name "Lan Whitmore", descriptor "Ngoại trưởng Mỹ".
struct NameTagger {
  private let story: Story
  private let lexicon: SpeakerLexicon
  private let tokens: [Token]
  /// Words of grammar: they end a noun phrase.
  private let stops: PhraseTable<NumberContexts.Context>

  /// The most tokens a title may stand before its name, country and office included.
  private static let reach = 12
  private static let longestName = 6

  init(story: Story) {
    self.story = story
    lexicon = story.language.titles
    stops = story.language.numbers.contexts.stops
    tokens = story.tokens
  }

  func mentions() -> [NameMention] {
    story.sentences.flatMap { mentions(in: $0.tokens) }
  }

  private func mentions(in sentence: Range<Int>) -> [NameMention] {
    var out = [NameMention]()
    // Where the words that may describe the next name start.
    var title: (start: Int, title: SpeakerLexicon.Title)?
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if let (found, end) = titlePhrase(at: at, sentence) {
        title = joined(title, with: found, at: at)
        at = end
      } else if let (found, end) = ministry(at: at, sentence) {
        title = joined(title, with: found, at: at)
        at = end
      } else if let office = office(at: at, sentence) {
        at = office
      } else if isNameStart(at, sentence), let end = nameEnd(from: at, sentence) {
        if let title, isPartOfOffice(at..<end, after: title.title, sentence) {
          at = end
          continue
        }
        out.append(mention(at..<end, after: title, sentence))
        title = nil
        at = end
      } else {
        if closesTitle(at, sentence) { title = nil }
        at += 1
      }
      if let open = title, at - open.start > Self.reach { title = nil }
    }
    return out
  }

  private func titlePhrase(at index: Int, _ sentence: Range<Int>) -> (SpeakerLexicon.Title, Int)? {
    lexicon.titles.match(at: index, in: tokens, limit: sentence.upperBound).map {
      ($0.value, $0.end)
    }
  }

  /// "Transport Minister Anna Reed": in English, words with capitals before a title with one are
  /// its office. Such a title, and where it ends.
  private func ministry(at index: Int, _ sentence: Range<Int>) -> (SpeakerLexicon.Title, Int)? {
    guard lexicon.customs.officeStandsBeforeTitle, isCapital(index) else { return nil }
    var at = index + 1
    while at < sentence.upperBound, at - index < 4, isCapital(at) {
      if let found = titlePhrase(at: at, sentence), !found.0.isHonorific { return found }
      at += 1
    }
    return nil
  }

  /// A title in front of another one keeps the mention's start: "Tổng thống Mỹ, ông …".
  private func joined(
    _ open: (start: Int, title: SpeakerLexicon.Title)?, with found: SpeakerLexicon.Title,
    at index: Int
  ) -> (start: Int, title: SpeakerLexicon.Title) {
    guard let open else { return (index, found) }
    let gender = open.title.gender ?? found.gender
    let group = open.title.isHonorific ? found.group : open.title.group
    return (
      open.start,
      SpeakerLexicon.Title(
        group: group, gender: gender, isHonorific: open.title.isHonorific && found.isHonorific)
    )
  }

  /// A comma or bracket keeps a title open where an honorific follows: "Ngoại trưởng Lào, bà …".
  private func staysOpen(_ index: Int, _ sentence: Range<Int>) -> Bool {
    switch tokens[index].scalar {
    case 0x2C, 0x2D, 0x2013:
      titlePhrase(at: index + 1, sentence)?.0.isHonorific == true || tokens[index].scalar != 0x2C
    case 0x28, 0x29, 0x26, 0x2E: true
    default: false
    }
  }

  /// Past a country, an acronym or the words of an office: "Bộ", "Ngoại giao", "PLA".
  private func office(at index: Int, _ sentence: Range<Int>) -> Int? {
    guard isCapital(index) else { return nil }
    let limit = sentence.upperBound
    if let end = place(at: index, limit) { return end }
    if let (_, end) = lexicon.fields.match(at: index, in: tokens, limit: limit) { return end }
    if let (_, end) = lexicon.nouns.match(at: index, in: tokens, limit: limit) { return end }
    let token = tokens[index]
    if isAcronym(token), !neighboursName(index, sentence) {
      return index + 1
    }
    // "Theo", "Trong": a function word that opens a sentence.
    if index == sentence.lowerBound { return opener(at: index, limit) }
    return nil
  }

  /// "chủ tịch huyện Sóng Xanh", "đại diện của Amazon": the name of a place or a firm. And a
  /// Vietnamese syllable with a capital that goes on in lower case: "Giám đốc Điện lực".
  private func isPartOfOffice(
    _ name: Range<Int>, after title: SpeakerLexicon.Title, _ sentence: Range<Int>
  ) -> Bool {
    if title.isHonorific || lexicon.customs.placeHeads.isEmpty { return false }
    if lexicon.customs.placeHeads.contains(tokens[name.lowerBound - 1].key.exact) { return true }
    let first = tokens[name.lowerBound]
    guard name.count == 1, name.upperBound < sentence.upperBound,
      first.key.exact != first.key.plain, tokens[name.upperBound].shape == .lower
    else { return false }
    return opener(at: name.upperBound, sentence.upperBound) == nil
  }

  /// "NATO", "PiS"
  private func isAcronym(_ token: Token) -> Bool {
    let length = token.end - token.start
    return token.shape == .upper ? length > 1 : token.shape == .mixed && length <= 4
  }

  private func opener(at index: Int, _ limit: Int) -> Int? {
    stops.match(at: index, in: tokens, limit: limit)?.end
  }

  /// "CẢNH SÁT", "JOHN Hale": upper case that belongs to a name in a headline.
  private func neighboursName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    index + 1 < sentence.upperBound && tokens[index + 1].shape == .capitalised
      && tokens[index].end - tokens[index].start <= 2
  }

  /// Marks, verbs and prepositions end what describes a name; "của", "tại", "về" do not.
  private func closesTitle(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let token = tokens[index]
    if token.kind == .punctuation { return !staysOpen(index, sentence) }
    guard token.shape == .lower, !Self.inside.contains(token.key.exact) else { return false }
    return stops.match(
      at: index, in: tokens, limit: sentence.upperBound) != nil
  }

  private static let inside = Set(
    [
      "của", "tại", "về", "thuộc", "cho", "với", "từ", "trên", "bên", "phía", "of", "for", "the",
      "mới", "đương",
    ]
    .map { WordKey($0).exact })

  private func place(at index: Int, _ limit: Int) -> Int? {
    guard tokens[index].shape != .lower else { return nil }
    return lexicon.places.match(at: index, in: tokens, limit: limit)?.end
  }

  // MARK: Names

  private func isCapital(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].shape != .lower
  }

  private func isNameStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if isCapital(index) {
      if isDate(index, sentence.upperBound) { return false }
      return index > sentence.lowerBound
        || lexicon.references.match(at: index, in: tokens, limit: sentence.upperBound) == nil
    }
    // "al-Sudani": a particle in lower case before a hyphen.
    return index + 2 < sentence.upperBound && Self.particles.contains(tokens[index].key.plain)
      && tokens[index + 1].scalar == 0x2D && isCapital(index + 2)
  }

  private static let particles = Set(
    [
      "al", "el", "bin", "ibn", "von", "van", "der", "den", "de", "da", "di", "la", "le", "du",
      "dos", "del", "ben", "abu", "ul", "y",
    ].map { WordKey($0).plain })

  /// Where a run of capitalised words ends, with particles, hyphens and initials inside it.
  private func nameEnd(from start: Int, _ sentence: Range<Int>) -> Int? {
    let limit = min(sentence.upperBound, start + Self.longestName + 4)
    var end = start + 1
    while end < limit, let next = extended(end, sentence.upperBound) { end = next }
    return end
  }

  /// "Tuesday", and "May" unless a name goes on behind it.
  private func isDate(_ index: Int, _ limit: Int) -> Bool {
    guard story.language.dates.customs.hasCapitals else { return false }
    switch story.language.dates.words.match(at: index, in: tokens, limit: limit)?.value {
    case .weekday: return true
    case .month: return index + 1 >= limit || tokens[index + 1].shape != .capitalised
    default: return false
    }
  }

  private func extended(_ end: Int, _ limit: Int) -> Int? {
    if isCapital(end) {
      if isDate(end, limit) { return nil }
      return place(at: end, limit) == nil || tokens[end].shape == .mixed ? end + 1 : nil
    }
    guard end + 1 < limit else { return nil }
    switch tokens[end].scalar {
    case 0x2D:
      // "Jong-un", "Jae - in": what follows a hyphen belongs to the name.
      return isCapital(end + 1) || isSyllable(end + 1, limit) ? end + 2 : nil
    case 0x2E:
      // "A. Whitmore", "A.Whitmore".
      let initial = tokens[end - 1]
      return initial.end - initial.start == 1 && isCapital(end + 1) ? end + 2 : nil
    default: break
    }
    var at = end
    while at < limit, at - end < 3, tokens[at].shape == .lower,
      Self.particles.contains(tokens[at].key.plain)
    {
      at += 1
    }
    if at > end, at < limit, tokens[at].scalar == 0x2D { at += 1 }
    return at > end && at < limit && isCapital(at) ? at + 1 : nil
  }

  /// A lower-case syllable without marks that is no word of the language: "un", "hui".
  private func isSyllable(_ index: Int, _ limit: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.key.exact == token.key.plain
      && stops.match(at: index, in: tokens, limit: limit) == nil
  }

  private func mention(
    _ name: Range<Int>, after title: (start: Int, title: SpeakerLexicon.Title)?,
    _ sentence: Range<Int>
  ) -> NameMention {
    if let title {
      return NameMention(
        tokens: name, descriptor: title.start..<name.lowerBound,
        titleGroup: title.title.isHonorific
          ? apposition(after: name, sentence)?.group : title.title.group,
        isPerson: true, gender: title.title.gender)
    }
    if let behind = apposition(after: name, sentence) {
      return NameMention(
        tokens: name, descriptor: behind.tokens, titleGroup: behind.group, isPerson: true,
        gender: nil)
    }
    let isPerson = isAged(name.upperBound, sentence)
    return NameMention(
      tokens: name, descriptor: name.lowerBound..<name.lowerBound, titleGroup: nil,
      isPerson: isPerson, gender: nil)
  }

  /// "Nikki Hale, Đại sứ Mỹ tại LHQ": a title behind a comma, up to the next one.
  private func apposition(
    after name: Range<Int>, _ sentence: Range<Int>
  ) -> (group: String, tokens: Range<Int>)? {
    let start = name.upperBound + 1
    guard start < sentence.upperBound, tokens[start - 1].scalar == 0x2C else { return nil }
    // An article or an office may stand before the title: "the party's spokesman".
    let tries = start...start + lexicon.customs.wordsBeforeTitle
    for at in tries where at < sentence.upperBound {
      guard let (title, _) = titlePhrase(at: at, sentence), !title.isHonorific else { continue }
      var end = at + 1
      while end < sentence.upperBound, end - start < Self.reach, tokens[end].scalar != 0x2C {
        end += 1
      }
      return (title.group, start..<end)
    }
    return nil
  }

  /// ", 55 tuổi" and ", 55," tell a person.
  private func isAged(_ end: Int, _ sentence: Range<Int>) -> Bool {
    guard end + 2 < sentence.upperBound, tokens[end].scalar == 0x2C || tokens[end].scalar == 0x28,
      tokens[end + 1].kind == .number, tokens[end + 1].end - tokens[end + 1].start <= 3
    else { return false }
    return tokens[end + 2].key == Self.age || tokens[end + 2].scalar == 0x2C
  }

  private static let age = WordKey("tuổi")
}
