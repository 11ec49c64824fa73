internal import ClaimModel
internal import Lexicons

/// Finds speakers before a colon at the head of a paragraph: interviews, transcripts, headlines.
///
/// `Ông Phước: Nước giảm 42%. Tỉnh đã chi 3 tỷ.`, `Anna Reed: "We built dams."`,
/// `HARRIS: We will see.`, `Bộ Y tế: 300 ca ngộ độc` and `Reuters: 3 người chết` as headlines
struct SpeakerLabels {
  let story: Story
  private var words: LabelWords { .shared }
  private var tokens: [Token] { story.tokens }
  private var lexicon: SpeakerLexicon { story.language.titles }

  /// Tokens of the longest label, what stands in brackets aside.
  private static let longest = 14
  private static let window = 40

  private enum Kind {
    /// "Ông Phước", "HARRIS": a person by honorific, title or capitals.
    case person
    /// "Anna Reed", "Sông Xanh": capitals alone.
    case name
    /// "Bộ Y tế", "Reuters"
    case body
    case asks, answers
  }

  /// A label: who speaks, up to the colon, and what its sentences are.
  private struct Label {
    var kind: Kind
    var source: Range<Int>
    var colon: Int
    /// The sentence it heads.
    var sentence: Int
  }

  /// What follows the labels.
  func drafts() -> [AttributionDraft] {
    let labels = labels()
    if labels.isEmpty { return [] }
    let inBody = labels.filter { story.sentences[$0.sentence].region == .body }
    let isInterview = inBody.count > 1
    var drafts = [AttributionDraft]()
    for label in labels where isSpeech(label, isInterview: isInterview) {
      drafts += speech(label, sentences(of: label))
    }
    return drafts
  }

  private func labels() -> [Label] {
    var labels = [Label]()
    var paragraph = -1
    for (number, sentence) in story.sentences.enumerated() {
      defer { paragraph = sentence.paragraph }
      guard sentence.paragraph != paragraph || sentence.region == .title,
        let label = label(in: sentence.tokens, number)
      else { continue }
      labels.append(label)
    }
    return labels
  }

  /// The words before the first colon, brackets and an item's mark aside, if they name somebody.
  private func label(in range: Range<Int>, _ sentence: Int) -> Label? {
    var start = range.lowerBound
    while start < range.upperBound, isItemMark(start) { start += 1 }
    var at = start
    var depth = 0
    var plain = [Int]()
    while at < min(range.upperBound, start + Self.window) {
      let token = tokens[at]
      switch (token.kind, token.scalar) {
      case (.punctuation, 0x28): depth += 1
      case (.punctuation, 0x29): depth -= 1
      case (.punctuation, 0x3A) where depth == 0:
        guard at > start, at + 1 < range.upperBound, !plain.isEmpty,
          let kind = kind(of: plain, start..<at)
            ?? headlineKind(of: plain, start..<at, sentence)
        else { return nil }
        return Label(kind: kind, source: start..<at, colon: at, sentence: sentence)
      case (.punctuation, 0x2E), (.punctuation, 0x2C), (.punctuation, 0x2D), (.punctuation, 0x27),
        (.punctuation, 0x2019), (.punctuation, 0x2013):
        break
      case (.punctuation, _): if depth == 0 { return nil }
      case (.number, _): if depth == 0 { return nil }
      case (.word, _): if depth == 0 { plain.append(at) }
      }
      if plain.count > Self.longest { return nil }
      at += 1
    }
    return nil
  }

  /// The quotation that opens at a token.
  private func opening(at token: Int) -> Quotation? {
    story.quotations(overlapping: token..<token + 1).first { $0.tokens.lowerBound == token }
  }

  /// Sentences in which an interviewer asks, without anything else of the labels.
  func questions() -> Set<Int> {
    var questions = Set<Int>()
    for (number, sentence) in story.sentences.enumerated() where sentence.region == .body {
      let before = number > 0 ? story.sentences[number - 1].paragraph : -1
      guard sentence.paragraph != before,
        words.opens(tokens[sentence.tokens.lowerBound], story.language.code),
        let label = label(in: sentence.tokens, number), label.kind == .asks
      else { continue }
      questions.formUnion(sentences(of: label).filter(isQuestion))
    }
    return questions
  }

  private func isItemMark(_ at: Int) -> Bool {
    tokens[at].kind == .punctuation
      && [0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7].contains(tokens[at].scalar)
  }

  private func kind(of plain: [Int], _ range: Range<Int>) -> Kind? {
    if let kind = words.kind(tokens, range, story.language.code) {
      return kind == .asks ? .asks : .answers
    }
    guard let first = plain.first, isCapital(first),
      story.language.cues.hits(in: tokens, range).isEmpty
    else { return nil }
    if isOffice(plain, range) { return .name }
    if lexicon.agencies.entry(named: text(range)) != nil { return .body }
    if let title = lexicon.titles.match(tokens, at: first, end: range.upperBound) {
      return plain.contains { $0 >= first + title.length && isCapital($0) } ? .person : nil
    }
    if lexicon.nouns.match(tokens, at: first, end: range.upperBound) != nil {
      return plain.count > 1 ? .body : nil
    }
    let capitals = plain.filter(isCapital).count
    guard capitals == plain.count, plain.count <= 4 else { return nil }
    let isUpper = plain.allSatisfy { tokens[$0].shape == .upper }
    if isUpper, story.language.tokensAreWords { return .person }
    return plain.count > 1 || isKnownName(range) ? .name : nil
  }

  /// "The mayor": an article and a title that is all of the label.
  private func isOffice(_ plain: [Int], _ range: Range<Int>) -> Bool {
    guard plain.count > 1, plain.count == range.count,
      lexicon.words.articles.contains(tokens[plain[0]].key.exact),
      let title = lexicon.titles.match(tokens, at: plain[1], end: range.upperBound)
    else { return false }
    return plain[1] + title.length == range.upperBound
  }

  /// "Calder" of `Calder: "We are full."`: one word that the story has as a name elsewhere.
  private func isKnownName(_ range: Range<Int>) -> Bool {
    range.count == 1 && story.language.tokensAreWords
      && lexicon.places.match(tokens, at: range.lowerBound, end: range.upperBound) == nil
      && isTold(range, behind: 0)
  }

  private func isCapital(_ at: Int) -> Bool {
    tokens[at].isCapitalised
  }

  /// Whom a headline makes speak: an office without a name, "Phó thủ tướng: …", or a name that the
  /// story tells about and that is no place, "Trump: …".
  private func headlineKind(of plain: [Int], _ range: Range<Int>, _ sentence: Int) -> Kind? {
    guard story.sentences[sentence].region == .title, let first = plain.first, isCapital(first),
      story.language.cues.hits(in: tokens, range).isEmpty
    else { return nil }
    if let title = lexicon.titles.match(tokens, at: first, end: range.upperBound) {
      return title.value.isHonorific ? nil : .person
    }
    let isName = plain.count <= 4 && plain.count == range.count && plain.allSatisfy(isCapital)
    guard isName, lexicon.places.match(tokens, at: first, end: range.upperBound) == nil,
      isTold(range, behind: story.sentences[sentence].tokens.upperBound)
    else { return nil }
    return .person
  }

  /// Whether a name stands in the story's body as well, and not at the head of its sentences alone.
  private func isTold(_ name: Range<Int>, behind start: Int) -> Bool {
    let words = tokens[name].map(\.key.exact)
    let last = tokens.count - words.count
    guard start <= last else { return false }
    return (start...last).contains { at in
      tokens[at].key.exact == words[0] && tokens[at].isCapitalised && at > start
        && tokens[at - 1].kind == .word
        && words.indices.allSatisfy { tokens[at + $0].key.exact == words[$0] }
    }
  }

  /// A quotation behind the label is speech; other words are behind a person, in an interview, or
  /// in a headline.
  private func isSpeech(_ label: Label, isInterview: Bool) -> Bool {
    let isQuoted = opening(at: label.colon + 1) != nil
    let isTitle = story.sentences[label.sentence].region == .title
    let rest = label.colon + 1..<story.sentences[label.sentence].tokens.upperBound
    guard rest.count > 1 else { return false }
    switch label.kind {
    case .person: return true
    case .name:
      return isQuoted || isInterview && !isTitle
        || isTitle && headlineKind(of: Array(label.source), label.source, label.sentence) != nil
    case .body: return isQuoted || isTitle && rest.count > 3 || isInterview
    case .answers: return isInterview
    case .asks: return false
    }
  }

  /// The sentences of the paragraph that a label heads.
  private func sentences(of label: Label) -> Range<Int> {
    var end = label.sentence + 1
    let own = story.sentences[label.sentence]
    guard own.region == .body else { return label.sentence..<end }
    while end < story.sentences.count, story.sentences[end].paragraph == own.paragraph,
      story.sentences[end].region == .body
    { end += 1 }
    return label.sentence..<end
  }

  private func isQuestion(_ sentence: Int) -> Bool {
    story.sentences[sentence].tokens.suffix(2).contains { tokens[$0].scalar == 0x3F }
  }

  private func speech(_ label: Label, _ sentences: Range<Int>) -> [AttributionDraft] {
    var drafts = [AttributionDraft]()
    var end = story.sentences[label.sentence].tokens.upperBound
    if let quotation = opening(at: label.colon + 1) {
      end = max(end, RuleReach.end(of: quotation, from: end) ?? end)
    }
    let verb = verb(behind: label)
    let source = label.source.lowerBound..<(verb?.lowerBound ?? label.source.upperBound)
    var first = AttributionDraft(
      content: [story.withoutFinalStop(label.colon + 1..<end)], cue: verb.map { [$0] } ?? [],
      source: label.kind == .answers ? [] : [trimmed(source)],
      reasons: [
        Reason(.source, "a name before a colon speaks", span: story.span(label.source))
      ])
    first.isCertain = true
    first.goesOn = label.kind != .answers
    if label.kind == .answers { first.goesOn = false }
    drafts.append(first)
    guard opening(at: label.colon + 1) == nil else { return drafts }
    for sentence in sentences.dropFirst() where story.sentences[sentence].tokens.lowerBound >= end {
      var draft = AttributionDraft(
        content: [story.withoutFinalStop(story.sentences[sentence].tokens)],
        reasons: [Reason(.claim, "goes on in the paragraph that a speaker's name heads")])
      draft.goesOn = label.kind != .answers
      drafts.append(draft)
    }
    return drafts
  }

  /// "lên tiếng" of `Ông Bền lên tiếng: "…"`, "bức xúc" of "Ông Kèo (bản Xốp) bức xúc": a few words
  /// in small letters right behind a person's name, which tell how he or she speaks.
  private func verb(behind label: Label) -> Range<Int>? {
    guard label.kind == .person, lexicon.customs.familyNameStandsFirst,
      let name = label.source.last(where: { isCapital($0) || tokens[$0].kind == .punctuation }),
      isCapital(name) || tokens[name].scalar == 0x29, name > label.source.lowerBound,
      label.source.contains(where: { isCapital($0) && $0 > label.source.lowerBound })
    else { return nil }
    let verb = name + 1..<label.source.upperBound
    return (1...4).contains(verb.count) ? verb : nil
  }

  /// Without marks at its end, but for a closing bracket.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, tokens[end - 1].kind == .punctuation,
      tokens[end - 1].scalar != 0x29
    { end -= 1 }
    return range.lowerBound..<end
  }

  private func text(_ range: Range<Int>) -> String { TokenText.text(of: range, in: story) }
}

/// The words of `label-words.tsv`, by language.
struct LabelWords: Sendable {
  enum Kind: String, Sendable { case asks, answers }

  static let shared = LabelWords()
  private let phrases: [ArticleLanguage: PhraseTable<Kind>]

  private init() {
    var phrases = [ArticleLanguage: PhraseTable<Kind>]()
    for row in WordList(embedded: "label-words.tsv").rows {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      let language: ArticleLanguage = row[0] == "vi" ? .vietnamese : .english
      row.forEachItem(2) { phrases[language, default: PhraseTable()].add($0, kind) }
    }
    self.phrases = phrases
  }

  /// Whether such a word, or the first of several, may be this one.
  func opens(_ token: Token, _ language: ArticleLanguage) -> Bool {
    phrases[language]?.opens(token) ?? false
  }

  /// The kind of a label that is such a word and nothing else, a name or a paper behind it aside:
  /// "PV", "Phóng viên Báo Tin Mới".
  func kind(_ tokens: [Token], _ range: Range<Int>, _ language: ArticleLanguage) -> Kind? {
    guard
      let match = phrases[language]?.match(
        tokens, at: range.lowerBound, end: range.upperBound)
    else { return nil }
    if range.lowerBound + match.length == range.upperBound { return match.value }
    return match.value == .asks && match.length + 5 >= range.count && range.count > 2
      && tokens[range.lowerBound + match.length].shape != .lower ? match.value : nil
  }
}
