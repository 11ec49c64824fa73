internal import ClaimModel

/// The quantities and dates of a story, found sentence by sentence and handed to the claims
/// whose content they stand in.
struct StoryFacts {
  private let quantities: [Quantity]
  private let dates: [DateMention]

  init(story: Story, days: StoryDays) {
    var quantities = [Quantity]()
    var dates = [DateMention]()
    for sentence in story.sentences {
      quantities += QuantityFinder.quantities(in: sentence.tokens, of: story)
      let day = sentence.tokens.first.flatMap { days.day(at: story.tokens[$0].span.start) }
      dates += DateFinder.dates(in: sentence.tokens, of: story, storyDate: day)
    }
    self.quantities = quantities
    self.dates = dates
  }

  /// The quantities that lie within one of the spans, in text order.
  func quantities(within spans: [TextSpan]) -> [Quantity] {
    StoryFacts.items(quantities, within: spans) { $0.span }
  }

  /// The dates that lie within one of the spans, in text order.
  func dates(within spans: [TextSpan]) -> [DateMention] {
    StoryFacts.items(dates, within: spans) { $0.span }
  }

  /// Items are in text order, so those of a span are found by halving.
  private static func items<Item>(
    _ all: [Item], within spans: [TextSpan], _ place: (Item) -> TextSpan
  ) -> [Item] {
    guard !all.isEmpty else { return [] }
    var found = [Item]()
    for span in spans {
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if place(all[middle]).start < span.start {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < all.count, place(all[low]).start < span.end {
        if span.contains(place(all[low])) { found.append(all[low]) }
        low += 1
      }
    }
    return found
  }
}
