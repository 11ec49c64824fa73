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
    /// "sẽ", "will": a weekday behind it is the next one.
    case ahead
    /// "quý": a quarter and its year follow.
    case quarter
  }

  let words: PhraseTable<Word>

  init(tables: WordTables, language: String) {
    words = PhraseTable(tables.rows("calendar.tsv", of: language)) { row in
      DateWords.word(row[2], value: Int(row[3]) ?? 0)
    }
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
    case "ahead": .ahead
    case "quarter": .quarter
    default: nil
    }
  }
}

/// How a language writes dates.
final class DateForms: Sendable {
  let words: PhraseTable<DateWords.Word>
  let customs: Customs

  init(words: DateWords, _ customs: Customs) {
    self.words = words.words
    self.customs = customs
  }

  struct Customs: Sendable {
    /// Words before the numbers say what they are: "ngày 5 tháng 1 năm 2024". Else months have
    /// names: "5 January 2024".
    var isMarked = false
    /// "5/1/2024" is the fifth of January.
    var dayStandsFirst = false
    /// Of marked dates: exact keys of words before a bare "5/1" that make a day of it.
    var beforeDays: KeySet = keys([])
    /// Of marked dates: those of them behind which a day is sure: "dịp 30-4".
    var holidays: KeySet = keys([])
    /// Exact keys of words between the days of a list, or the ends of a span: "và", "to".
    var betweenDays: KeySet = keys([])
    /// Of marked dates: the exact key of a word before the last day of a span: "đến hết ngày 8/1".
    var untilEnd: UInt64?
    /// Of marked dates: a word that makes an ordinal of what may be a weekday: "thứ hai".
    var ordinalMark: WordKey?
    /// Of named months: exact keys of words before a month or a year alone: "in January".
    var prepositions: KeySet = keys([])
    /// Of named months: exact keys of what a day may end with: "5th".
    var ordinals: KeySet = keys([])
    /// Of named months: what may stand between day and month: "5th of January".
    var of: WordKey?
    /// Of named months: what may stand before a day: "the 5th".
    var article: WordKey?
    /// Months and weekdays are written with a capital, so that "may" is none.
    var hasCapitals = false
  }
}
