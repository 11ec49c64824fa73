internal import ClaimModel
internal import Lexicons

// "Bộ Ngoại giao" and "Bộ Ngoại giao Nga".
extension DoubtFinder {
  private typealias Body = (number: Int, country: Int)

  mutating func findCountries() {
    let bodies = bodiesWithCountries
    for (number, source) in all.enumerated() where source.isNamedBody {
      guard let found = bodies[SourceName.key(source.name)] else { continue }
      propose(found, for: number)
    }
  }

  /// Bodies with their country by the name without it.
  private var bodiesWithCountries: [String: [Body]] {
    var bodies: [String: [Body]] = [:]
    for (number, source) in all.enumerated() where source.isBody {
      guard let (name, country) = Countries.shared.parted(source.name) else { continue }
      bodies[SourceName.key(name), default: []].append((number, country))
    }
    return bodies
  }

  /// Proposes the body of the country that the stories of the bare name speak of most.
  private mutating func propose(_ bodies: [Body], for bare: Int) {
    let named = all[bare].stories.prefix(4).map(countries)
    let counts = bodies.map { body in (body, named.reduce(0) { $0 + ($1[body.country] ?? 0) }) }
    guard let best = counts.map(\.1).max(), best > 0,
      let body = counts.first(where: { $0.1 == best })?.0
    else { return }
    let isEverywhere = named.allSatisfy { $0[body.country] != nil }
    propose(
      .country, keeping: body.number, for: bare, weight: isEverywhere ? 0.5 : 0.35)
  }

  /// How often a story names each country.
  private func countries(inStory place: Int) -> [Int: Int] {
    var text = sources.store.articleSlots[place].record.article.text
    return text.withUTF8 { bytes in
      var words = [ScannedWord]()
      WordScan.forEach(bytes, in: 0..<bytes.count) { words.append($0) }
      return Countries.shared.counts(words)
    }
  }
}
