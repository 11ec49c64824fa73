internal import ClaimExtraction
internal import ClaimModel

/// A story with the attributions people marked in it, in ranges of its tokens.
struct GoldStory: @unchecked Sendable {
  let article: Article
  /// Points to bytes that live as long as the program.
  let story: Story
  let attributions: [GoldAttribution]

  /// Spans are code point offsets into the article's text.
  init(article: Article, marked: [MarkedAttribution]) {
    self.article = article
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: article.text.utf8.count)
    _ = bytes.initialize(from: article.text.utf8)
    story = Story(article: article, bytes: UnsafeBufferPointer(bytes))
    let offsets = ScalarOffsets(article.text)
    let mapping = TokenMapping(story)
    attributions = marked.compactMap { one in
      func tokens(_ spans: [[Int]]) -> Set<Int> {
        Set(
          spans.filter { $0.count == 2 }.flatMap {
            mapping.tokens(from: offsets.byte(atScalar: $0[0]), to: offsets.byte(atScalar: $0[1]))
          })
      }
      let cue = tokens(one.cue)
      return GoldAttribution(
        content: mapping.runs(tokens(one.content).subtracting(cue)),
        cue: mapping.runs(cue).first, source: mapping.runs(tokens(one.source)).first,
        isOptional: one.optional ?? false)
    }
  }
}

struct GoldAttribution: Sendable {
  /// Canonical: without punctuation at the edges, but for quotation marks.
  var content: [Range<Int>]
  var cue: Range<Int>?
  var source: Range<Int>?
  /// Marked by one of two annotators only.
  var isOptional: Bool
}

/// An attribution as a gold file gives it: pairs of offsets.
struct MarkedAttribution: Decodable {
  var content: [[Int]]
  var cue: [[Int]]
  var source: [[Int]]
  var optional: Bool?
}

/// From byte offsets to tokens.
private struct TokenMapping {
  let story: Story
  private let starts: [Int32]

  init(_ story: Story) {
    self.story = story
    starts = story.tokens.map(\.start)
  }

  /// Tokens that share a byte with the range.
  func tokens(from start: Int, to end: Int) -> [Int] {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(story.tokens[middle].end) <= start { low = middle + 1 } else { high = middle }
    }
    var found = [Int]()
    while low < starts.count, Int(starts[low]) < end {
      found.append(low)
      low += 1
    }
    return found
  }

  /// Runs of tokens without punctuation at their edges, a quotation's marks excepted.
  func runs(_ tokens: Set<Int>) -> [Range<Int>] {
    var runs = [Range<Int>]()
    for token in tokens.sorted() {
      if let last = runs.last, last.upperBound == token {
        runs[runs.count - 1] = last.lowerBound..<(token + 1)
      } else {
        runs.append(token..<(token + 1))
      }
    }
    return runs.compactMap(trimmed)
  }

  private func trimmed(_ run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    var end = run.upperBound
    while start < end, isLoose(start) { start += 1 }
    while end > start, isLoose(end - 1) { end -= 1 }
    if start == end { return nil }
    for quotation in story.quotations(overlapping: start..<end) where quotation.isClosed {
      let marks = quotation.tokens
      if marks.lowerBound >= start - 1, marks.lowerBound < start { start = marks.lowerBound }
      if marks.contains(end), marks.upperBound - end <= 2, start <= marks.lowerBound,
        (end..<marks.upperBound).allSatisfy({ story.tokens[$0].kind == .punctuation })
      {
        end = marks.upperBound
      }
    }
    return start..<end
  }

  private func isLoose(_ index: Int) -> Bool {
    guard story.tokens[index].kind == .punctuation else { return false }
    return !story.quotations(overlapping: index..<(index + 1)).contains {
      $0.tokens.lowerBound == index || $0.tokens.upperBound - 1 == index
    }
  }
}
