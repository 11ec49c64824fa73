package import ClaimModel

/// Which words of a text are which of another one, as a comparison of the two tells.
struct TextAlignment {
  enum Standing {
    case inPlace, elsewhere, gone
  }

  private let old: KeyText
  private let new: KeyText
  private let oldWords: [Range<Int>]
  private let newWords: [Range<Int>]
  /// By place of a word: the other text's word that it is, if any.
  private var newPlaces: [Int?]
  private var oldPlaces: [Int?]

  init(from old: KeyText, to new: KeyText) {
    (self.old, self.new) = (old, new)
    (oldWords, newWords) = (old.words, new.words)
    newPlaces = Array(repeating: nil, count: oldWords.count)
    oldPlaces = Array(repeating: nil, count: newWords.count)
    var numbers = [ArraySlice<UInt8>: Int]()
    func number(_ word: ArraySlice<UInt8>) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
    let a = oldWords.map { number(old.bytes[$0]) }
    let b = newWords.map { number(new.bytes[$0]) }
    for (i, j) in CommonWords(a, b).pairs { (newPlaces[i], oldPlaces[j]) = (j, i) }
  }

  /// Where spans of the old key text stand in the new one.
  func standing(of spans: [TextSpan]) -> Standing {
    let standings = spans.map(standing)
    if standings.contains(.gone) { return .gone }
    return standings.contains(.elsewhere) ? .elsewhere : .inPlace
  }

  private func standing(of span: TextSpan) -> Standing {
    let words = Self.words(oldWords, in: span)
    let places = words.map { newPlaces[$0] }
    if let first = places.first, let first, Self.isRow(places) {
      return newWords[first].lowerBound == oldWords[words.lowerBound].lowerBound
        ? .inPlace : .elsewhere
    }
    return search(span, words)
  }

  /// The words of the span where the new text has them for the first time: what the old text had
  /// there as well is another passage that says the same.
  private func search(_ span: TextSpan, _ own: Range<Int>) -> Standing {
    let wanted = old.bytes[span.range]
    guard !wanted.isEmpty, wanted.count <= new.bytes.count else { return .gone }
    var found = Standing.gone
    for start in 0...new.bytes.count - wanted.count
    where new.bytes[start..<start + wanted.count] == wanted {
      let words = Self.words(newWords, in: TextSpan(start, start + wanted.count))
      guard let first = words.first, let last = words.last,
        newWords[first].lowerBound == start, newWords[last].upperBound == start + wanted.count
      else { continue }
      let places = words.map { oldPlaces[$0] }
      if Self.isRow(places), !places.contains(where: { own.contains($0 ?? -1) }) { continue }
      if start == span.start { return .inPlace }
      found = .elsewhere
    }
    return found
  }

  /// Whether places are there, one behind the other.
  private static func isRow(_ places: [Int?]) -> Bool {
    guard let first = places.first, let first else { return false }
    return places.enumerated().allSatisfy { $1 == first + $0 }
  }

  /// Places of the words that a span touches.
  private static func words(_ words: [Range<Int>], in span: TextSpan) -> Range<Int> {
    let start = words.firstPlace { $0.upperBound > span.start }
    let end = words.firstPlace { $0.lowerBound >= span.end }
    return start..<max(start, end)
  }
}

extension [Range<Int>] {
  /// The first place in order that holds, or the one behind the last.
  fileprivate func firstPlace(where holds: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Where claims of a story stand in another text of it. An anchor that no longer matches is told,
/// never moved. Texts are compared as `KeyText`s: blanks, line ends and composition are no change.
package struct AnchorCheck: Sendable {
  /// Claims whose words stand unchanged, but elsewhere: something before them came or went.
  package private(set) var elsewhere: [ClaimID] = []
  /// Claims whose words are no longer there as they were.
  package private(set) var gone: [ClaimID] = []

  package init(
    _ claims: some Sequence<(id: ClaimID, claim: Claim)>, from old: String, to new: String
  ) {
    let oldText = KeyText(old)
    let alignment = TextAlignment(from: oldText, to: KeyText(new))
    for (id, claim) in claims {
      switch alignment.standing(of: claim.content.map(oldText.key)) {
      case .inPlace: break
      case .elsewhere: elsewhere.append(id)
      case .gone: gone.append(id)
      }
    }
  }

  /// Whether two texts are the same story.
  package static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8) || KeyText.bytes(of: a) == KeyText.bytes(of: b)
  }
}
