internal import ClaimModel

/// Claims of one story that say the same: the title and the sentence that it shortens, a claim
/// within another one.
struct ClaimCopies {
  private struct Entry {
    var number: Int
    var words: Set<UInt64>
    var values: [Double]
    var extent: TextSpan?
  }

  /// Stories of more claims are lists of things, whose lines are alike and no copies.
  private static let mostClaims = 1000
  private static let fewestWords = 4
  /// Of the shorter one's words; less is enough where both state the same figure.
  private static let sharedPart = 0.8
  private static let sharedPartWithFigure = 0.6

  private let store: FactStore
  private var stories: [Int: [Entry]] = [:]

  init(_ store: FactStore) { self.store = store }

  /// The claims of the same story that say what a claim says, in the order of their numbers.
  mutating func copies(of number: Int) -> [Int] {
    guard let story = store.run(of: number)?.article else { return [] }
    let entries = entries(of: story)
    guard let own = entries.first(where: { $0.number == number }) else { return [] }
    return entries.filter { $0.number != number && Self.areCopies(own, $0) }.map(\.number)
  }

  private mutating func entries(of story: Int) -> [Entry] {
    if let known = stories[story] { return known }
    let claims = store.claims(in: ArticleID(story + 1))
    let entries =
      claims.count > Self.mostClaims ? [] : claims.compactMap { entry($0.number, story) }
    stories[story] = entries
    return entries
  }

  private func entry(_ number: Int, _ story: Int) -> Entry? {
    guard let run = store.run(of: number) else { return nil }
    let claim = store.claim(number, run, store.overlays[number] ?? .none)
    var text = store.articleSlots[story].record.article.text
    var words = Set<UInt64>()
    text.withUTF8 { bytes in
      for span in claim.content {
        WordScan.forEach(bytes, in: span.range.clamped(to: 0..<bytes.count)) {
          words.insert($0.plain)
        }
      }
    }
    let extent = claim.content.first.map { TextSpan($0.start, claim.content.last?.end ?? $0.end) }
    return Entry(
      number: number, words: words, values: claim.quantities.map(\.value), extent: extent)
  }

  private static func areCopies(_ a: Entry, _ b: Entry) -> Bool {
    if let a = a.extent, let b = b.extent,
      (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
    {
      return true
    }
    // "12 người chết" and "14 người chết" have to be seen both.
    let (few, many) = a.values.count < b.values.count ? (a.values, b.values) : (b.values, a.values)
    guard few.allSatisfy(many.contains) else { return false }
    let fewest = min(a.words.count, b.words.count)
    let part = few.isEmpty ? sharedPart : sharedPartWithFigure
    return fewest >= fewestWords
      && Double(a.words.intersection(b.words).count) >= part * Double(fewest)
  }
}
