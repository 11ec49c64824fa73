internal import ClaimModel
internal import Lexicons

/// The features of `worth.tsv` with their weights and, for a language, their words.
final class WorthWeights: Sendable {
  struct Feature: Sendable {
    let name: String
    let weight: Double
    /// As shown to people: "states a number".
    let words: String
  }

  /// Features as bits: the one at place 3 of `features` is 8.
  typealias FeatureSet = UInt64

  let features: [Feature]
  /// Words and phrases of one language that count wherever they stand.
  let phrases: PhraseTable<FeatureSet>
  /// Those of `start-…`: they count at the beginning of a claim.
  let openings: PhraseTable<FeatureSet>
  /// Those of `source-…`: they count in what names a claim's source.
  let sources: PhraseTable<FeatureSet>
  private let places: [String: Int]

  subscript(name: String) -> Feature? { places[name].map { features[$0] } }

  init(tables: WordTables, language: String) {
    var features = [Feature]()
    var places = [String: Int]()
    var words = [String: FeatureSet](), openings = words, sources = words
    for row in tables.rows("worth.tsv", of: language) {
      guard let weight = Double(row[2]), features.count < FeatureSet.bitWidth else { continue }
      let bit: FeatureSet = 1 << UInt64(features.count)
      let forms = row.items(4).flatMap(WordEndings.forms)
      if row[0].hasPrefix("start-") {
        for form in forms { openings[form, default: 0] |= bit }
      } else if row[0].hasPrefix("source-") {
        for form in forms { sources[form, default: 0] |= bit }
      } else {
        for form in forms { words[form, default: 0] |= bit }
      }
      places[row[0]] = features.count
      features.append(Feature(name: row[0], weight: weight, words: row[3]))
    }
    self.features = features
    self.places = places
    phrases = PhraseTable(words.map { ($0.key, $0.value) })
    self.openings = PhraseTable(openings.map { ($0.key, $0.value) })
    self.sources = PhraseTable(sources.map { ($0.key, $0.value) })
  }
}
