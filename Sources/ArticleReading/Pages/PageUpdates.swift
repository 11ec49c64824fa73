internal import ClaimModel

/// The times of a live blog's updates as its JSON-LD has them (`LiveBlogPosting.liveBlogUpdate`),
/// by their words.
struct PageUpdates {
  private var headlines = [[UInt64]: StoryTime]()
  private var openings = [[UInt64]: StoryTime]()

  /// Words of a text that tell it from others.
  private static let fewest = 5

  init(_ updates: [JSONLinked.Update]) {
    for update in updates {
      guard let time = StoryTime(iso: update.published) else { continue }
      if let headline = update.headline.map({ PageText($0) }), !headline.isEmpty {
        headlines[headline.words] = headlines[headline.words] ?? time
      }
      let opening = PageText(update.text.prefix(400)).words.prefix(Self.fewest)
      guard opening.count == Self.fewest else { continue }
      openings[Array(opening)] = openings[Array(opening)] ?? time
    }
  }

  var isEmpty: Bool { headlines.isEmpty && openings.isEmpty }

  /// Of the update with this headline, or whose text begins like this one.
  func time(of text: String) -> StoryTime? {
    guard !isEmpty else { return nil }
    let words = PageText(text.prefix(400)).words
    return headlines[words] ?? openings[Array(words.prefix(Self.fewest))]
  }
}
