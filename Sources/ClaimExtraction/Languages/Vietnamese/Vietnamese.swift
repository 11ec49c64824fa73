internal import ClaimModel
internal import Lexicons

extension Language {
  package static let vietnamese = vietnamese(.embedded)

  static func vietnamese(_ tables: WordTables) -> Language {
    Language(
      code: .vietnamese, quotations: QuotationMarks(singleMayBeApostrophe: true),
      cues: CueLexicon(tables.list("vi-cues.tsv"), own: tables.own.entries(.cue, of: "vi")),
      grammar: GrammarWords(list: tables.list("vi-grammar.tsv")),
      numbers: .vietnamese(tables), dates: .vietnamese(tables), titles: .vietnamese(tables),
      worth: WorthWeights(tables: tables, language: "vi"),
      chains: ChainWords(tables: tables, language: "vi"),
      model: LearnedModel(embedded: "attribution-vi.model"),
      weights: DraftWeights(list: tables.list("attribution-vi.tsv")), tokensAreWords: false,
      finder: { VietnameseFinder(story: $0).attributions() })
  }
}

extension NumberForms {
  static func vietnamese(_ tables: WordTables) -> NumberForms {
    NumberForms(
      words: NumberWords(tables: tables, language: "vi"),
      contexts: NumberContexts(tables: tables, language: "vi"),
      Customs(
        groupMark: 0x2E, digitStandsBeforeTen: true, hyphenJoinsWords: false,
        scaleLookalikes: [
          "tỷ phú", "tỉ phú", "tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số", "tỷ giá", "tỉ giá",
          "triệu tập", "triệu hồi",
        ],
        fraction: Fraction(
          part: WordKey("phần").exact, half: WordKey("nửa").exact, quarter: WordKey("tư").exact),
        prepositions: keys(["trên", "dưới"]), groupsWithoutUnit: true,
        unitOfTime: WordKey("năm").exact, unitEndsWithPlural: false, nameFollowsUnit: true,
        boundTimesCount: true,
        partOfWhole: PartOfWhole(of: WordKey("trong").exact, number: WordKey("số").exact),
        unitMayHaveCapital: false))
  }
}

extension DateForms {
  static func vietnamese(_ tables: WordTables) -> DateForms {
    DateForms(
      words: DateWords(tables: tables, language: "vi"),
      Customs(
        isMarked: true, dayStandsFirst: true,
        beforeDays: keys([
          "(", "từ", "đến", "tới", "trước", "sau", "vào", "kể từ", "nghỉ", "lễ", "dịp",
        ]),
        holidays: keys(["nghỉ", "lễ", "dịp"]),
        betweenDays: keys(["và", "đến", "tới", "hoặc", "hay"]), untilEnd: WordKey("hết").exact,
        ordinalMark: WordKey("thứ")))
  }
}

extension SpeakerLexicon {
  static func vietnamese(_ tables: WordTables) -> SpeakerLexicon {
    SpeakerLexicon(
      tables: tables, language: "vi", placeColumns: (names: 1, capitals: 3),
      Customs(
        wordsBeforeTitle: 0,
        demonstrativeStandsBehind: true, pluralStandsInside: true, home: "Việt Nam",
        familyNameStandsFirst: true))
  }
}
