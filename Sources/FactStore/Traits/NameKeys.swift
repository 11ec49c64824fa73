internal import ClaimModel
internal import Lexicons

/// Names by keys that do not depend on language or marks: "Vân Sa" = "Van Sa", "Nga" = "Russia".
struct NameKeys: Sendable {
  static let shared = NameKeys(places: WordList(embedded: "places.tsv"))

  /// Countries by the chained hash of their words.
  private var countries = [UInt64: UInt64]()
  private var longest = 1

  init(places: WordList) {
    for (number, row) in places.rows.enumerated() {
      for name in row.items(1) + row.items(2) {
        let words = name.split { $0 == " " || $0 == "-" || $0 == "." }
        countries[words.reduce(3) { chained($0, WordKey($1).plain) }] = chained(4, UInt64(number))
        longest = max(longest, words.count)
      }
    }
  }

  /// The names that runs of capitalised words hold: of a run of three or more the first two and
  /// the last two words, of one word that does not open a sentence itself if it is no short one.
  func names(
    in words: [ScannedWord], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ClaimTraits.Name] {
    var names = [ClaimTraits.Name]()
    var at = 0
    while at < words.count {
      guard words[at].isCapitalised else {
        at += 1
        continue
      }
      var end = at + 1
      while end < words.count, words[end].isCapitalised, !words[end].followsPunctuation { end += 1 }
      add(words[at..<end], to: &names)
      at = end
    }
    return names
  }

  private func add(_ run: ArraySlice<ScannedWord>, to names: inout [ClaimTraits.Name]) {
    func add(_ key: UInt64, _ words: ArraySlice<ScannedWord>) {
      guard let first = words.first, let last = words.last,
        !names.contains(where: { $0.key == key })
      else { return }
      names.append(ClaimTraits.Name(key: key, span: TextSpan(first.start, last.end)))
    }
    if let country = countries[run.reduce(3) { chained($0, $1.plain) }] {
      return add(country, run)
    }
    if run.count == 1, let word = run.first {
      if !word.opensSentence, word.end - word.start >= 4 { add(chained(5, word.plain), run) }
      return
    }
    for pair in [run.prefix(2), run.suffix(2)] {
      add(pair.reduce(5) { chained($0, $1.plain) }, pair)
    }
  }
}
