import ClaimModel
import Presentation

/// The times of a live blog's entries as a column of labels: the day where it is another one than
/// that above, else the time alone.
///
/// 2024-09-16T21:15+07:00, 2024-09-16T19:05+07:00 → "2024-09-16 21:15", "19:05"
struct EntryLabels {
  private var labels = [String]()

  init(_ entries: [StoryEntry]) {
    var day: CalendarDay?
    for entry in entries {
      guard let time = entry.time else {
        labels.append(ReadableText.text(entry.words))
        continue
      }
      // "2024-09-16T21:15:30+07:00": the time of day is what stands behind the T, to the minute.
      let clock = time.second == nil ? "" : String(time.description.dropFirst(11).prefix(5))
      let isNew = day != time.day
      labels.append(isNew || clock.isEmpty ? "\(time.day) \(clock)".trimmed : clock)
      day = time.day
    }
  }

  subscript(index: Int) -> String { labels[index] }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
