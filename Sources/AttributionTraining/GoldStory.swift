internal import ClaimExtraction
internal import ClaimModel

/// A story with the attributions people marked in it, in ranges of its tokens.
struct GoldStory: @unchecked Sendable {
  let article: Article
  /// Points to bytes that live as long as the program.
  let story: Story
  let attributions: [GoldAttribution]
  /// How much it counts in training.
  var weight: Float = 1

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
        content: mapping.runs(tokens(one.content).subtracting(cue)).map(mapping.withMarks),
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

  /// Runs of tokens without punctuation at their edges.
  func runs(_ tokens: Set<Int>) -> [Range<Int>] {
    var runs = [Range<Int>]()
    for token in tokens.sorted() {
      if let last = runs.last, last.upperBound == token {
        runs[runs.count - 1] = last.lowerBound..<(token + 1)
      } else {
        runs.append(token..<(token + 1))
      }
    }
    return runs.compactMap { run in
      guard let start = run.first(where: { !isPunctuation($0) }),
        let end = run.last(where: { !isPunctuation($0) })
      else { return nil }
      return start..<(end + 1)
    }
  }

  /// A run with the marks of the quotations that it begins or ends with, where both marks stand
  /// in it or right around it.
  func withMarks(_ run: Range<Int>) -> Range<Int> {
    var start = run.lowerBound
    var end = run.upperBound
    for quotation in story.quotations(overlapping: start - 1..<end + 1) {
      let marks = quotation.tokens
      let isWithin = marks.lowerBound >= start - 1
      guard isWithin else { continue }
      let closes =
        marks.upperBound <= end
        || (marks.contains(end) && (end..<marks.upperBound).allSatisfy(isPunctuation))
      guard closes else { continue }
      start = min(start, marks.lowerBound)
      end = max(end, marks.upperBound)
    }
    return start..<end
  }

  private func isPunctuation(_ index: Int) -> Bool {
    story.tokens[index].kind == .punctuation
  }
}
