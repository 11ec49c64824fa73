package import ClaimModel
internal import Lexicons

/// Finds dates as spoken of: "ngày 5/1", "đầu tháng 10/2023", "hôm qua", "Jan. 5, 2024".
package struct DateFinder {
  let story: Story
  let limit: Int
  let storyDate: CalendarDay?
  let forms: DateForms

  /// The dates in a range of the story's tokens, in text order. Days of the week and words such
  /// as "hôm qua" need the story's own date; without it they are left out. A day without a year
  /// takes the year nearest to the story's date, or stays "--01-05".
  package static func dates(
    in tokens: Range<Int>, of story: Story, storyDate: CalendarDay?
  ) -> [DateMention] {
    let range = tokens.clamped(to: 0..<story.tokens.count)
    return DateFinder(story: story, limit: range.upperBound, storyDate: storyDate)
      .found(in: range).compactMap { found in
        guard let date = found.date else { return nil }
        let span = TextSpan(
          Int(story.tokens[found.tokens.lowerBound].start),
          Int(story.tokens[found.tokens.upperBound - 1].end))
        return DateMention(span: span, iso: date.iso)
      }
  }

  /// The tokens of all dates, relative ones included: numbers in them count nothing.
  static func ranges(in range: Range<Int>, of story: Story) -> [Range<Int>] {
    DateFinder(story: story, limit: range.upperBound, storyDate: nil).found(in: range).map(\.tokens)
  }

  private init(story: Story, limit: Int, storyDate: CalendarDay?) {
    self.story = story
    self.limit = limit
    self.storyDate = storyDate
    forms = story.language.dates
  }

  var words: PhraseTable<DateWords.Word> { forms.words }

  /// A date, or words that are one only with the story's own date.
  struct Found {
    var tokens: Range<Int>
    var date: PartialDate?
  }

  func found(in range: Range<Int>) -> [Found] {
    var out = [Found]()
    var at = range.lowerBound
    // The next number: lists of days have one near their start.
    var number = at
    while at < range.upperBound {
      number = max(number, at)
      while number < limit, story.tokens[number].kind != .number { number += 1 }
      if number < min(limit, at + 4), let days = days(at: at) {
        out += days
        at = days[days.count - 1].tokens.upperBound
      } else if let found = date(at: at) {
        out.append(found)
        at = found.tokens.upperBound
      } else {
        at += 1
      }
    }
    return out
  }

  func date(at index: Int) -> Found? {
    let token = story.tokens[index]
    if token.kind == .number {
      return forms.customs.isMarked ? bareNumber(at: index) : dayFirst(at: index)
    }
    guard token.kind == .word,
      let (word, end) = words.match(at: index, in: story.tokens, limit: limit)
    else { return nil }
    switch word {
    case .part: return part(index, end)
    case .dayMark: return forms.customs.isMarked ? afterDayMark(index, end) : nil
    case .monthMark: return isDuration(index, end) ? nil : afterMonthMark(index, end)
    case .yearMark: return afterYearMark(index, end)
    case .month(let month): return namedMonth(month, index, end)
    case .weekday(let weekday): return afterWeekday(weekday, index, end)
    case .day(let offset): return relative(index..<end) { Self.day($0, offset) }
    case .year(let offset):
      if index > 0, isNumber(at: index - 1) { return nil }
      return relative(index..<end) { PartialDate(year: $0.year + offset) }
    case .past, .coming: return shiftedWeekday(word, index, end)
    case .quarter: return afterQuarter(index, end)
    case .ahead: return nil
    }
  }

  /// "50 năm trước" is fifty years ago, not last year.
  func isNumber(at index: Int) -> Bool {
    NumeralReader(story: story, limit: limit).mayStart(at: index)
  }

  func finished(_ date: PartialDate, _ tokens: Range<Int>) -> Found? {
    date.isValid ? Found(tokens: tokens, date: date.completed(by: storyDate)) : nil
  }

  func relative(
    _ tokens: Range<Int>, _ date: (CalendarDay) -> PartialDate
  ) -> Found {
    Found(tokens: tokens, date: storyDate.map(date))
  }

  static func day(_ from: CalendarDay, _ offset: Int) -> PartialDate {
    PartialDate(CalendarDay(daysSinceEpoch: from.daysSinceEpoch + offset))
  }
}
