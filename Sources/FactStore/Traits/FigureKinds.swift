internal import Lexicons

/// What a number of people or things met with: dead, injured, evacuated.
struct FigureKind: Sendable, Hashable {
  /// As shown.
  var name: String
  /// Of what: "people", whether the unit says so or not; "things"; "money".
  var what: String

  var isOfPeople: Bool { what == "people" }

  /// "people dead", "houses damaged", "losses in dollars"
  func words(of dimension: String) -> String {
    what == "money" ? "\(name) in \(dimension)" : "\(dimension) \(name)"
  }
}

/// The words of `figure-kinds.tsv`, found in a run of words.
struct FigureKinds: Sendable {
  static let shared = FigureKinds(list: WordList(embedded: "figure-kinds.tsv"))

  private var kinds = [UInt64: FigureKind]()
  private var longest = 1

  init(list: WordList) {
    for row in list.rows {
      let kind = FigureKind(name: row[0], what: row[1])
      for phrase in row.items(2) + row.items(3) {
        let words = phrase.split(separator: " ")
        kinds[words.reduce(0) { chained($0, WordKey($1).exact) }] = kind
        longest = max(longest, words.count)
      }
    }
  }

  /// The kinds named in a text, the longest phrase at each place, with the words they take.
  func mentions(in words: [ScannedWord]) -> [(kind: FigureKind, words: Range<Int>)] {
    var found = [(kind: FigureKind, words: Range<Int>)]()
    var at = 0
    while at < words.count {
      guard let mention = mention(at: at, in: words) else {
        at += 1
        continue
      }
      found.append(mention)
      at = mention.words.upperBound
    }
    return found
  }

  private func mention(
    at start: Int, in words: [ScannedWord]
  ) -> (kind: FigureKind, words: Range<Int>)? {
    var hash: UInt64 = 0
    var best: (kind: FigureKind, words: Range<Int>)?
    for end in start..<min(words.count, start + longest) {
      if end > start, words[end].followsPunctuation { break }
      hash = chained(hash, words[end].exact)
      if let kind = kinds[hash] { best = (kind, start..<end + 1) }
    }
    return best
  }
}
