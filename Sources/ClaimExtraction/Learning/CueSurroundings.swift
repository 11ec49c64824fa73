/// What lies around each token of a sentence: quotations, and words that are often cues.
struct CueSurroundings {
  /// Around one token.
  struct Place {
    /// The nearest words before and after that are often cues, as tokens; -1 for none.
    var left = -1
    var right = -1
    /// Kind of the nearest quotation before and after, or around; 0 for none.
    var quotationBefore: UInt64 = 0
    var quotationAfter: UInt64 = 0
    /// Steps to the nearest quotation mark on either side, times four, and whether it opens; 0
    /// for none within seven.
    var markBefore: UInt64 = 0
    var markAfter: UInt64 = 0
  }

  private let start: Int
  private var places: [Place]
  private var firstQuote = Int.max
  private var lastQuote = Int.min

  /// From which step on a word is often a cue.
  private static let strong: UInt8 = 5
  private static let farthestMark = 7

  init(_ traits: StoryTraits, _ range: Range<Int>) {
    start = range.lowerBound
    places = [Place](repeating: Place(), count: range.count)
    var passed = Passed()
    for index in range {
      let token = traits.tokens[index]
      if token.place != .outside {
        if firstQuote == Int.max { firstQuote = index }
        lastQuote = index
      }
      if token.quotation != 0 { passed.quotation = token.quotation }
      places[index - start].left = passed.strong
      places[index - start].quotationBefore = passed.quotation
      places[index - start].markBefore = passed.mark(from: index)
      passed.pass(token, index)
    }
    passed = Passed()
    for index in range.reversed() {
      let token = traits.tokens[index]
      if token.quotation != 0 { passed.quotation = token.quotation }
      places[index - start].right = passed.strong
      places[index - start].quotationAfter = passed.quotation
      places[index - start].markAfter = passed.mark(from: index)
      passed.pass(token, index)
    }
  }

  @inline(__always)
  subscript(index: Int) -> Place { places[index - start] }

  /// Whether a quotation begins before a token (1), one ends behind it (2), both, none.
  @inline(__always)
  func side(_ index: Int) -> UInt64 {
    (firstQuote < index ? 1 : 0) | (lastQuote > index ? 2 : 0)
  }

  /// What was passed on the way along the sentence.
  private struct Passed {
    var strong = -1
    var quotation: UInt64 = 0
    var mark = -1
    var markPlace: UInt64 = 0

    mutating func pass(_ token: TokenTraits, _ index: Int) {
      if token.cuePrior >= CueSurroundings.strong { strong = index }
      if token.place == .opening || token.place == .closing {
        mark = index
        markPlace = token.place.rawValue
      }
    }

    func mark(from index: Int) -> UInt64 {
      if mark < 0 { return 0 }
      let distance = abs(index - mark)
      return distance > CueSurroundings.farthestMark ? 0 : UInt64(distance) &* 4 &+ markPlace
    }
  }
}
