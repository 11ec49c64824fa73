internal import ClaimModel

/// Finds the days of a live blog's entries, of which most show a time of day alone.
///
/// Entries stand newest or oldest first, and a day ends where the clock jumps against that order:
/// "01:10", "23:50", "22:00" of a blog whose last change is on 17 September are of the 17th, the
/// 16th and the 16th.
struct EntryDays {
  /// Seconds since midnight of each entry, and the day of those that show it, since 1970.
  let entries: [(second: Int, day: Int?)]
  /// When the story was first published and last changed, in seconds since 1970 by its own clocks.
  let published: Int?
  let updated: Int?

  private static let dayLength = 86_400
  /// How far an entry may be before the first publication or behind the last change.
  private static let early = 7_200
  private static let late = 3_600
  /// What an entry before the first publication costs.
  private static let beforeCost = 36_000

  /// The day of each entry, of the order that needs the least time; nil where nothing says a day.
  func days() -> [Int?] {
    let given = entries.map(\.day)
    var best: (cost: Int, days: [Int?])?
    for isNewestFirst in [true, false] {
      for seed in seeds(given, isNewestFirst) {
        let days = filled(seed, isNewestFirst)
        let cost = cost(days, isNewestFirst)
        if cost < best?.cost ?? .max { best = (cost, days) }
      }
    }
    return best?.days ?? given
  }

  /// The days that are shown, else that of the oldest or the newest entry by the story's own.
  private func seeds(_ given: [Int?], _ isNewestFirst: Bool) -> [[Int?]] {
    guard !entries.isEmpty, given.allSatisfy({ $0 == nil }) else { return [given] }
    let (first, last) = (0, entries.count - 1)
    var seeds = [[Int?]]()
    func add(_ index: Int, day: Int?) {
      guard let day else { return }
      var seed = given
      seed[index] = day
      seeds.append(seed)
    }
    let oldest = isNewestFirst ? last : first
    add(oldest, day: published.map { Self.day(of: entries[oldest].second, from: $0 - Self.early) })
    let newest = isNewestFirst ? first : last
    add(
      newest,
      day: (updated ?? published).map {
        Self.day(of: entries[newest].second, from: $0 + Self.late - Self.dayLength + 1)
      })
    return seeds
  }

  /// The first day on which a time of day is not before a moment.
  private static func day(of second: Int, from moment: Int) -> Int {
    let gap = moment - second
    return gap > 0 ? (gap + dayLength - 1) / dayLength : -(-gap / dayLength)
  }

  /// The day that brings a time of day nearest to a moment.
  static func day(of second: Int, near moment: Int) -> Int {
    let gap = moment - second + dayLength / 2
    return gap >= 0 ? gap / dayLength : -((-gap + dayLength - 1) / dayLength)
  }

  private func filled(_ seed: [Int?], _ isNewestFirst: Bool) -> [Int?] {
    var days = seed
    for at in days.indices.dropFirst() where days[at] == nil {
      guard let above = days[at - 1] else { continue }
      let (clock, other) = (entries[at].second, entries[at - 1].second)
      days[at] =
        isNewestFirst ? (clock <= other ? above : above - 1) : (clock >= other ? above : above + 1)
    }
    for at in days.indices.dropLast().reversed() where days[at] == nil {
      guard let below = days[at + 1] else { continue }
      let (clock, other) = (entries[at].second, entries[at + 1].second)
      days[at] =
        isNewestFirst ? (clock >= other ? below : below + 1) : (clock <= other ? below : below - 1)
    }
    return days
  }

  /// Seconds from entry to entry and to the story's own times; a step against the order costs a day
  /// more.
  private func cost(_ days: [Int?], _ isNewestFirst: Bool) -> Int {
    let moments = zip(days, entries).compactMap { day, entry in
      day.map { $0 * Self.dayLength + entry.second }
    }
    guard let first = moments.first, let last = moments.last else { return .max - 1 }
    var cost = 0
    for (above, below) in zip(moments, moments.dropFirst()) {
      cost += abs(above - below)
      if above != below, (above > below) != isNewestFirst { cost += Self.dayLength }
    }
    let (oldest, newest) = isNewestFirst ? (last, first) : (first, last)
    if let published {
      cost += abs(oldest - published) + (oldest < published - Self.early ? Self.beforeCost : 0)
    }
    if let updated { cost += abs(newest - updated) }
    return cost
  }
}
