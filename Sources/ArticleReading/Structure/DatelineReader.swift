internal import ClaimModel
internal import Lexicons

struct DatelineReader {
  let story: StoryText
  let words: [Word]
  var dateline: (dateline: Dateline, date: CalendarDay?)? { nil }
}
