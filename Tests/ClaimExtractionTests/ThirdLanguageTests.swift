import ArticleReading
import ClaimModel
import Languages
import Lexicons
import Testing

@testable import ClaimExtraction

/// A language that only these tests have, in values of its own: nothing in the sources names it.
private enum Toy {
  static let code = ArticleLanguage(code: "qto")

  static let written = WrittenLanguage(
    code: code,
    recognition: WrittenLanguage.Recognition(
      functionWords: ["la", "ke", "estas", "kaj", "de"], functionWordShare: 6),
    layout: WrittenLanguage.Layout(), terms: .stems(endings: [Array("ojn".utf8)]),
    titlesMayBeNames: false)

  static let tables = WordTables([
    WordList(name: "number-words.tsv", text: "dek\tqto\ttens\t10\ndu\tqto\tdigit\t2"),
    WordList(name: "number-contexts.tsv", text: "la\tqto\tstop\nmortis\tqto\tstop"),
    WordList(name: "units.tsv", text: "homoj\tqto\tnoun"),
    WordList(name: "comparators.tsv", text: "pli ol\tqto\t>\tbefore"),
    WordList(name: "calendar.tsv", text: "marto\tqto\tmonth\t3"),
    WordList(name: "titles.tsv", text: "ministro\tqto\tminister\t"),
    WordList(name: "places.tsv", text: "-\tVerdujo\tVerdurbo"),
    WordList(
      name: "worth.tsv",
      text: "base\t*\t0.30\tstart of every claim\t\nharm\tqto\t0.20\tnames harm\tdamaĝis;mortis"),
  ])

  static let language = Language(
    code: code,
    cues: CueLexicon(WordList(name: "qto-cues.tsv", text: "say\tdiris;aldonis")),
    grammar: GrammarWords(list: WordList(name: "qto-grammar.tsv", text: "that\tke")),
    numbers: NumberForms(
      words: NumberWords(tables: tables, language: "qto"),
      contexts: NumberContexts(tables: tables, language: "qto"),
      NumberForms.Customs(
        groupMark: 0x2E, groupsWithoutUnit: true, unitEndsWithPlural: false,
        unitMayHaveCapital: false)),
    dates: DateForms(
      words: DateWords(tables: tables, language: "qto"), DateForms.Customs(dayStandsFirst: true)),
    titles: SpeakerLexicon(
      tables: tables, language: "qto", placeColumns: (names: 1, capitals: 2),
      SpeakerLexicon.Customs(wordsBeforeTitle: 1)),
    worth: WorthWeights(tables: tables, language: "qto"),
    finder: { Rules(story: $0).attributions() })

  /// "X diris ke Y", and nothing else.
  struct Rules: AttributionRules {
    let story: Story
    let tokens: [Token]
    let quotes: QuotationIndex
    let cues: CueLexicon
    let grammar: GrammarWords

    init(story: Story) {
      self.story = story
      tokens = story.tokens
      quotes = QuotationIndex(story: story)
      cues = story.language.cues
      grammar = story.language.grammar
    }

    func attributions() -> [AttributionDraft] {
      story.sentences.compactMap { sentence in
        let range = story.withoutFinalStop(sentence.tokens)
        guard let cue = cues.hits(in: tokens, range).first?.range,
          has(.that, at: cue.upperBound, end: range.upperBound)
        else { return nil }
        return AttributionDraft(
          content: [cue.upperBound + 1..<range.upperBound], cue: [cue],
          source: [range.lowerBound..<cue.lowerBound],
          reasons: [Reason(.cue, "a verb before \"ke\"", span: story.span(cue))])
      }
    }
  }
}

@Suite("A third language")
struct ThirdLanguageTests {
  private static let story = """
    Ponto estas fermita

    La ministro Ana Karo diris ke la inundo damaĝis 1.500 domojn la 5 marto 2031. Karo aldonis \
    ke pli ol dek du homoj mortis. Verdurbo diris ke la ponto de Verdujo estas fermita.
    """

  private static let words = ReadingWords(languages: WrittenLanguage.all + [Toy.written])
  private static let extractor = ClaimExtractor(languages: .standard.adding(Toy.language))

  private func claims(_ text: String) -> [String] {
    let article = ArticleReader.article(named: "t", text: text, words: Self.words)
    return Self.extractor.claims(in: article).map { claim in
      let spans = [claim.source, claim.cue, claim.content].map { spans in
        spans.map(article.text).joined(separator: " … ")
      }
      let figures =
        claim.quantities.map { "\($0.comparator.rawValue) \(Int($0.value)) \($0.unit)" }
        + claim.dates.map(\.iso)
      return ([claim.kind.rawValue, claim.speaker?.name ?? "–"] + spans + figures)
        .joined(separator: " | ")
    }
  }

  @Test func `is told from its function words`() {
    #expect(
      ArticleReader.article(named: "t", text: Self.story, words: Self.words).language == Toy.code)
    #expect(ArticleReader.article(named: "t", text: Self.story).language == .unknown)
  }

  @Test func `gives claims with cue, source, speaker, content, quantities and dates`() {
    #expect(
      claims(Self.story) == [
        "narrated | – |  |  | Ponto estas fermita",
        "indirect | Ana Karo | La ministro Ana Karo | diris | la inundo damaĝis 1.500 domojn "
          + "la 5 marto 2031 | = 1500 domojn | 2031-03-05",
        "indirect | Ana Karo | Karo | aldonis | pli ol dek du homoj mortis | > 12 homoj",
        "indirect | Verdujo | Verdurbo | diris | la ponto de Verdujo estas fermita",
      ])
  }

  @Test func `weighs claims by its own words`() throws {
    let article = ArticleReader.article(named: "t", text: Self.story, words: Self.words)
    let claim = try #require(Self.extractor.claims(in: article).dropFirst().first)
    #expect(claim.reasons.contains { $0.words == "names harm" && $0.weight == 0.2 })
  }

  @Test(
    "leaves the languages beside it as they are",
    arguments: [
      "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.",
      "The mayor said the bridge would reopen on Friday.",
    ])
  func others(text: String) {
    let article = ArticleReader.article(named: "t", text: text)
    #expect(article == ArticleReader.article(named: "t", text: text, words: Self.words))
    #expect(Self.extractor.claims(in: article) == ClaimExtractor().claims(in: article))
  }

  @Test(
    "has a code that the number of its letters does not change",
    arguments: [("vi", ArticleLanguage.vietnamese), ("en", .english), ("und", .unknown)])
  func codes(code: String, language: ArticleLanguage) {
    #expect(language.rawValue == code)
    #expect(ArticleLanguage(rawValue: code) == language)
    #expect(Toy.code.rawValue == "qto" && ArticleLanguage(rawValue: "qto") == nil)
  }
}
