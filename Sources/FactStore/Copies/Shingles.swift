internal import ClaimModel

/// The runs of four folded words that a story is made of, each once, as hashes in order.
///
/// Title and body count, captions and byline do not: a copy is signed by another hand.
struct Shingles: Sendable {
  static let width = 4
  /// A text with fewer is too short to be told a copy.
  static let least = 24
  /// Words beyond these are not looked at: no story is longer.
  private static let mostWords = 20_000

  let hashes: [UInt64]

  init(_ article: Article) {
    var words = [UInt64]()
    var text = article.text
    text.withUTF8 { bytes in
      for span in (article.title.map { [$0] } ?? []) + article.body {
        guard words.count < Self.mostWords else { break }
        let range = span.range.clamped(to: 0..<bytes.count)
        WordScan.forEach(bytes, in: range) { words.append($0.plain) }
      }
    }
    hashes = Self.sortedRuns(words.prefix(Self.mostWords))
  }

  private static func sortedRuns(_ words: ArraySlice<UInt64>) -> [UInt64] {
    guard words.count >= width else { return [] }
    var runs = [UInt64]()
    runs.reserveCapacity(words.count)
    for start in words.startIndex...words.endIndex - width {
      runs.append(words[start..<start + width].reduce(0, chained))
    }
    runs.sort()
    var kept = 0
    for at in runs.indices where at == 0 || runs[at] != runs[at - 1] {
      runs[kept] = runs[at]
      kept += 1
    }
    runs.removeLast(runs.count - kept)
    return runs
  }

  var count: Int { hashes.count }

  /// One in eight, the same ones in every text.
  var sample: [UInt64] { hashes.filter { $0 & 7 == 0 } }

  /// The part of the shorter text's runs that both have.
  func alike(_ other: Shingles) -> Double {
    Double(shared(with: other)) / Double(max(1, min(count, other.count)))
  }

  /// Number of runs that both texts have.
  func shared(with other: Shingles) -> Int {
    var shared = 0
    var at = 0
    for hash in hashes {
      while at < other.count, other.hashes[at] < hash { at += 1 }
      if at == other.count { break }
      if other.hashes[at] == hash { shared += 1 }
    }
    return shared
  }
}
