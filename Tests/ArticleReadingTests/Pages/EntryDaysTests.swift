import Testing
import TestSupport

@testable import ArticleReading

/// Days of entries that show a time of day alone.
@Suite("Days of a live blog")
struct EntryDaysTests {
  private static let day = 19_982  // 2024-09-16

  /// Hours as in 21.25 for 21:15; days from 16 September.
  private func days(_ hours: [Double], published: Double?, updated: Double?) -> [Int?] {
    func moment(_ hours: Double) -> Int { Self.day * 86_400 + Int(hours * 3600) }
    return EntryDays(
      entries: hours.map { (Int($0 * 3600), nil) }, published: published.map(moment),
      updated: updated.map(moment)
    ).days().map { $0.map { $0 - Self.day } }
  }

  @Test(
    "follow the order of the entries over midnight",
    arguments: [
      ([21.25, 19, 16.5, 5], 5, 21.25, [0, 0, 0, 0]), ([5, 16.5, 21.25], 5, 21.25, [0, 0, 0]),
      ([1.2, 23.8, 22, 6], 6, 25.5, [1, 0, 0, 0]), ([6, 22, 23.8, 1.2], 6, 25.5, [0, 0, 0, 1]),
      ([0.1, 23.9], nil, 24.2, [1, 0]), ([23.9, 0.1], 23.8, nil, [0, 1]),
      ([8, 21], 7.8, 21.1, [0, 0]), ([9, 22, 10, 20], 19, 57.2, [2, 1, 1, 0]),
      ([12], 6, nil, [0]),
    ] as [([Double], Double?, Double?, [Int])])
  func order(hours: [Double], published: Double?, updated: Double?, expected: [Int]) {
    #expect(days(hours, published: published, updated: updated) == expected)
  }

  @Test("are not known where the story has no time") func unknown() {
    #expect(days([21, 19], published: nil, updated: nil) == [nil, nil])
  }

  @Test("are found of any blog, written in either order", arguments: 1...200)
  func anyBlog(seed: Int) {
    var random = SplitMix(seed: seed)
    var moments = [Self.day * 86_400 + random.next(below: 86_400)]
    for _ in 0..<(3 + random.next(below: 30)) {
      moments.append(moments[moments.count - 1] + 60 + random.next(below: 9 * 3600))
    }
    let (published, updated) = (moments[0], moments[moments.count - 1])
    if random.next(below: 2) == 0 { moments.reverse() }
    let found = EntryDays(
      entries: moments.map { ($0 % 86_400, nil) }, published: published, updated: updated
    ).days()
    #expect(found == moments.map { $0 / 86_400 })
  }
}
