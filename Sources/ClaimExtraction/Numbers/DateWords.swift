internal import ClaimModel
internal import Lexicons

/// The words of dates, from `calendar.tsv`, one set a language.
final class DateWords: Sendable {
  enum Word: Sendable {
    case month(Int)
    /// Monday is 1.
    case weekday(Int)
    /// Days from the story's own date.
    case day(Int)
    /// Years from the story's own year.
    case year(Int)
    /// "ngày": a day or a day and month follow.
    case dayMark
    /// "tháng": a month follows.
    case monthMark
    /// "năm": a year follows.
    case yearMark
    /// "đầu", "cuối", "early": which part, belongs to the mention.
    case part
    /// "tuần trước", "last": the weekday before the story's date.
    case past
    /// "tới", "next": the weekday after it.
    case coming
  }

  let words: PhraseTable<Word>

  static let vietnamese = DateWords(language: "vi")
  static let english = DateWords(language: "en")

  static func of(_ language: ArticleLanguage) -> DateWords {
    language == .vietnamese ? vietnamese : english
  }

  private init(language: String) {
    words = PhraseTable(
      WordList(embedded: "calendar.tsv").rows.filter { $0[1] == language }.compactMap { row in
        DateWords.word(row[2], value: Int(row[3]) ?? 0).map { (row[0], $0) }
      })
  }

  private static func word(_ role: String, value: Int) -> Word? {
    switch role {
    case "month": .month(value)
    case "weekday": .weekday(value)
    case "day": .day(value)
    case "year": .year(value)
    case "day-mark": .dayMark
    case "month-mark": .monthMark
    case "year-mark": .yearMark
    case "part": .part
    case "past": .past
    case "coming": .coming
    default: nil
    }
  }
}
