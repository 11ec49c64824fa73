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

  let features: [Feature]
  /// Words and phrases of one language, to their feature's place in `features`.
  let phrases: PhraseTable<Int>
  private let places: [String: Int]

  subscript(name: String) -> Feature? { places[name].map { features[$0] } }

  init(tables: WordTables, language: String) {
    var features = [Feature]()
    var places = [String: Int]()
    var phrases = [(String, Int)]()
    for row in tables.rows("worth.tsv", of: language) {
      guard let weight = Double(row[2]) else { continue }
      places[row[0]] = features.count
      phrases += row.items(4).map { ($0, features.count) }
      features.append(Feature(name: row[0], weight: weight, words: row[3]))
    }
    self.features = features
    self.places = places
    self.phrases = PhraseTable(phrases)
  }
}
