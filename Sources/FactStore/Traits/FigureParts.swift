internal import ClaimModel
internal import Lexicons

/// Which numbers are said to be a part of another, or what another is a part of, neither of which
/// can be held against a total; and which claims speak of other occasions than one.
struct FigureParts: Sendable {
  static let shared = FigureParts(list: WordList(embedded: "figure-parts.tsv"))

  enum Share: String, Sendable {
    case part, whole
  }

  private enum Background: String {
    case occasion, several, past
  }

  private var shares = [UInt64: Share]()
  private var backgrounds = [UInt64: Background]()
  private var longest = 1
  /// What makes the second of two numbers the whole where nothing else stands between them:
  /// "41 trong 78 người", "41 of 78".
  private static let joints = Set(["trong", "trên", "of"].map { WordKey($0).exact })

  init(list: WordList) {
    for row in list.rows {
      let words = row[0].split(separator: " ")
      let key = words.reduce(0) { chained($0, WordKey($1).exact) }
      shares[key] = Share(rawValue: row[2])
      backgrounds[key] = Background(rawValue: row[2])
      longest = max(longest, words.count)
    }
  }

  /// `numbers`: the words of each number of the claim; `place`: which of them is asked about.
  /// Up to two words may stand before it: "trong đó có ít nhất 5 trẻ em".
  func share(
    of place: Int, in numbers: [Range<Int>], _ words: [ScannedWord],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Share? {
    let start = numbers[place].lowerBound
    for end in stride(from: start, through: max(0, start - 2), by: -1) {
      if end < start, words[end].followsPunctuation { break }
      if let share = share(endingAt: end, words) { return share }
    }
    guard start > 1, Self.joints.contains(words[start - 1].exact) else { return nil }
    let isJoined =
      (0x30...0x39).contains(bytes[words[start - 2].start])
      || numbers.contains { $0.contains(start - 2) }
    return isJoined ? .whole : nil
  }

  /// What a claim looks at beyond the occasion of its story: several occasions as one ("hai vụ xả
  /// súng"), an earlier one ("năm ngoái"), or neither.
  func scope(_ numbers: [(words: Range<Int>, value: Double)], _ words: [ScannedWord]) -> Scope {
    let sums = numbers.contains { number in
      number.value >= 2
        && (number.words.lowerBound..<min(words.count, number.words.upperBound + 1))
          .contains { background(from: $0, words) == .occasion }
    }
    let backgrounds = Set(words.indices.compactMap { background(from: $0, words) })
    return Scope(
      sums: sums || backgrounds.contains(.several), looksBack: backgrounds.contains(.past))
  }

  /// The longest phrase that begins with a word.
  private func background(from start: Int, _ words: [ScannedWord]) -> Background? {
    var hash: UInt64 = 0
    var found: Background?
    for at in start..<min(words.count, start + longest) {
      if at > start, words[at].followsPunctuation { break }
      hash = chained(hash, words[at].exact)
      found = backgrounds[hash] ?? found
    }
    return found
  }

  /// The longest phrase that ends before a word.
  private func share(endingAt end: Int, _ words: [ScannedWord]) -> Share? {
    for start in max(0, end - longest)..<end {
      let phrase = words[start..<end]
      if phrase.dropFirst().contains(where: \.followsPunctuation) { continue }
      if let share = shares[phrase.reduce(0) { chained($0, $1.exact) }] { return share }
    }
    return nil
  }
}

/// Claims of other scopes are about other things.
struct Scope: Sendable, Hashable {
  var sums = false
  var looksBack = false
}
