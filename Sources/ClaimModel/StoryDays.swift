/// The days that "today" and "5/1" in a story count from: its own, and of a live blog those of its
/// entries.
package struct StoryDays: Sendable {
  private let day: CalendarDay?
  private let origin: StoryOrigin?

  package init(day: CalendarDay?) { (self.day, origin) = (day, nil) }

  package init(_ article: Article) {
    day = article.date
    origin = article.origin.flatMap { $0.entries.isEmpty ? nil : $0 }
  }

  /// At a byte of the story's text; nil where no day is known.
  package func day(at offset: Int) -> CalendarDay? {
    origin?.entry(at: offset)?.time?.day ?? day
  }
}
