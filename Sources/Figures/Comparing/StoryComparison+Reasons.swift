extension StoryComparison {
  /// Why two figures are taken to be of one thing, in words: "both name 2 of the same names",
  /// "both on 4/3", "both: people, injured".
  package func reasons(_ pair: FigurePair) -> [String] {
    let (a, b) = (first.figures[pair.first], second.figures[pair.second])
    var reasons = [String]()
    let names = NameRelation.shared(first.names, second.names)
    if names > 0 { reasons.append("the stories share \(names) name\(names == 1 ? "" : "s")") }
    if let day = first.days.intersection(second.days).min() {
      reasons.append("both speak of \(day % 100)/\(day / 100)")
    }
    let shared = Set(a.nouns + a.attributes + [a.fate]).intersection(
      b.nouns + b.attributes + [b.fate]
    ).filter { $0 >= 0 }
    let words = shared.map { FigureLexicon.concepts[$0].name }.sorted()
    if !words.isEmpty { reasons.append("both tell of " + words.joined(separator: ", ")) }
    return reasons
  }
}
