internal import ClaimModel
internal import Lexicons

/// Reads days as date lines and datelines write them.
struct DateText {
  let words: [Word]
  private static let book = PhraseBook(embedded: "dateline-words.tsv")

  var wholeDate: CalendarDay? { nil }
}
