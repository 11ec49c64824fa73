internal import ClaimModel
internal import Lexicons

extension Language {
  /// Vietnamese typed without the marks of its letters, as in messages: the same words and rules,
  /// folded, without the taggers, which never saw such text.
  ///
  /// "My cho biet luc luong nuoc nay bi tan cong" → My, "cho biet"
  static let vietnameseWithoutMarks = Language(
    code: .vietnamese, quotations: QuotationMarks(singleMayBeApostrophe: true),
    cues: CueLexicon(folded.list("vi-cues.tsv")),
    grammar: GrammarWords(list: folded.list("vi-grammar.tsv").without(["van"])),
    numbers: .vietnamese(folded), dates: .vietnamese(folded), titles: .vietnamese(folded),
    worth: WorthWeights(tables: folded, language: "vi"), tokensAreWords: false,
    finder: { VietnameseFinder(story: $0).attributions() })

  // "van" is "vẫn", and the middle name of half of the men.
  private static let folded = WordTables(
    [
      "vi-cues.tsv", "vi-grammar.tsv", "titles.tsv", "source-nouns.tsv", "references.tsv",
      "places.tsv", "number-words.tsv", "units.tsv", "unit-names.tsv", "comparators.tsv",
      "calendar.tsv", "number-contexts.tsv", "worth.tsv",
    ].map { WordList(embedded: $0).withoutMarks })

  /// Itself, or for a story in it that has none of its marks, the same without them.
  func asTyped(_ bytes: UnsafeBufferPointer<UInt8>) -> Language {
    guard code == .vietnamese, model != nil, !bytes.contains(where: { $0 >= 0xC3 && $0 <= 0xE1 })
    else { return self }
    return .vietnameseWithoutMarks
  }
}
