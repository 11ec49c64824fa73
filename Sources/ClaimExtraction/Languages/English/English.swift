internal import ClaimModel
internal import Lexicons

extension Language {
  package static let english = english(.embedded)

  static func english(_ tables: WordTables) -> Language {
    Language(
      code: .english, quotations: QuotationMarks(singleClosesBehindWord: true),
      cues: CueLexicon(tables.list("en-cues.tsv"), own: tables.own.entries(.cue, of: "en")),
      grammar: GrammarWords(list: tables.list("en-grammar.tsv")),
      numbers: .english(tables), dates: .english(tables), titles: .english(tables),
      worth: WorthWeights(tables: tables, language: "en"),
      chains: ChainWords(tables: tables, language: "en"),
      model: LearnedModel(embedded: "attribution-en.model"),
      weights: DraftWeights(list: tables.list("attribution-en.tsv")),
      registers: RegisterWords(tables: tables, language: "en"),
      expletive: Expletive(
        subject: WordKey("it"),
        auxiliaries: keys(["is", "was", "has", "had", "being", "been", "'s"])),
      finder: { EnglishFinder(story: $0).attributions() })
  }
}

extension NumberForms {
  static func english(_ tables: WordTables) -> NumberForms {
    NumberForms(
      words: NumberWords(tables: tables, language: "en"),
      contexts: NumberContexts(tables: tables, language: "en"),
      Customs(of: WordKey("of").exact, oneIn: WordKey("in").exact))
  }
}

extension DateForms {
  static func english(_ tables: WordTables) -> DateForms {
    DateForms(
      words: DateWords(tables: tables, language: "en"),
      Customs(
        betweenDays: keys(["and", "to", "or", "until", "through"]),
        prepositions: keys([
          "in", "since", "until", "by", "early", "late", "mid", "last", "next", "during", "of",
        ]),
        ordinals: keys(["st", "nd", "rd", "th"]), of: WordKey("of"), article: WordKey("the"),
        hasCapitals: true))
  }
}

extension SpeakerLexicon {
  static func english(_ tables: WordTables) -> SpeakerLexicon {
    SpeakerLexicon(
      tables: tables, language: "en", placeColumns: (names: 2, capitals: 4),
      Customs(
        wordsBeforeTitle: 3, officeStandsBeforeTitle: true))
  }
}
