internal import ClaimModel
internal import Figures

/// The figures of stories, each story read once.
final class StoryReadings {
  private let store: FactStore
  private var readings = [Int: StoryReading]()
  /// Those that were last asked for before these.
  private var earlier = [Int: StoryReading]()
  private var holders = [Int: [(claim: ClaimID, spans: [TextSpan])]]()
  /// Stories whose readings are kept at a time, and as many earlier ones: some tens of megabytes.
  private static let most = 1_500

  init(_ store: FactStore) { self.store = store }

  func reading(of article: Int) -> StoryReading {
    if let known = known(article) { return known }
    let made = Self.reading(of: store.articleSlots[article - 1].record.article)
    keep(made, of: article)
    return made
  }

  /// Reads those of some stories that are not known, on all cores.
  func read(_ articles: [Int]) {
    let unknown = Set(articles).sorted().filter { known($0) == nil }
    guard !unknown.isEmpty else { return }
    let made = AllCores.map(unknown.map { store.articleSlots[$0 - 1].record.article }) {
      Self.reading(of: $0)
    }
    for (article, reading) in zip(unknown, made) { keep(reading, of: article) }
  }

  private func keep(_ reading: StoryReading, of article: Int) {
    if readings.count >= Self.most { (earlier, readings) = (readings, [:]) }
    readings[article] = reading
  }

  private func known(_ article: Int) -> StoryReading? {
    if let known = readings[article] { return known }
    guard let known = earlier[article] else { return nil }
    keep(known, of: article)
    return known
  }

  private static func reading(of story: Article) -> StoryReading {
    // A story too short to tell its language by its words has letters.
    let isVietnamese =
      story.language == .vietnamese
      || story.language == .unknown && VietnameseLetters.stand(in: story.text)
    return StoryReading(story.text, isVietnamese: isVietnamese, title: story.title)
  }

  /// The claim that holds a figure; of several the one with fewest words.
  func claim(of figure: TextSpan, in article: Int) -> ClaimID? {
    let held = claims(in: article).filter { claim in
      claim.spans.contains { $0.start <= figure.start && figure.start < $0.end }
    }
    func size(_ spans: [TextSpan]) -> Int { spans.reduce(0) { $0 + $1.end - $1.start } }
    return held.min { (size($0.spans), $0.claim) < (size($1.spans), $1.claim) }?.claim
  }

  private func claims(in article: Int) -> [(claim: ClaimID, spans: [TextSpan])] {
    if let known = holders[article] { return known }
    let made = store.listedClaims(in: ArticleID(article)).compactMap { id in
      store.claim(id).map { (claim: id, spans: $0.claim.content) }
    }
    holders[article] = made
    return made
  }
}
