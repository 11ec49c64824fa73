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
    var words = PhraseTable<FeatureSet>(room: 2000), openings = PhraseTable<FeatureSet>()
    var sources = openings
    for row in tables.rows("worth.tsv", of: language) {
      guard let weight = Double(row[2]), features.count < FeatureSet.bitWidth else { continue }
      let bit: FeatureSet = 1 << UInt64(features.count)
      let name = row[0]
      if name.hasPrefix("start-") {
        Self.add(row, bit, to: &openings)
      } else if name.hasPrefix("source-") {
        Self.add(row, bit, to: &sources)
      } else {
        Self.add(row, bit, to: &words)
      }
      places[name] = features.count
      features.append(Feature(name: name, weight: weight, words: row[3]))
    }
    self.features = features
    self.places = places
    phrases = words
    self.openings = openings
    self.sources = sources
  }

  /// Gives all forms of a row's words a feature.
  private static func add(
    _ row: WordList.Row, _ feature: FeatureSet, to phrases: inout PhraseTable<FeatureSet>
  ) {
    row.forEachItem(4) { item in
      WordEndings.forEachForm(of: item) { phrases.add($0) { ($0 ?? 0) | feature } }
    }
  }
}
