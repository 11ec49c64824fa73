internal import ClaimModel

// One name, which a doctor has in one story and a police chief in another.
extension DoubtFinder {
  mutating func findTwoPersons() {
    for (number, source) in all.enumerated() where source.isPerson && source.stories.count > 1 {
      guard let pair = differing(sources.offices(of: number)) else { continue }
      propose(split: number, evidence: pair, weight: source.words.words.count == 1 ? 0.65 : 0.55)
    }
  }

  /// The offices of two stories between which nothing agrees.
  private func differing(
    _ offices: [(office: Office, story: Int)]
  ) -> [SourceDoubt.Evidence]? {
    let stories = Dictionary(grouping: offices, by: \.story).sorted { $0.key < $1.key }
    for (place, first) in stories.enumerated() {
      for second in stories[(place + 1)...]
      where first.value.map(\.office).agreement(with: second.value.map(\.office)) == .differs {
        return [first, second].map {
          SourceDoubt.Evidence(words: $0.value[0].office.words, article: ArticleID($0.key + 1))
        }
      }
    }
    return nil
  }
}
