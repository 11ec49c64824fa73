import ArticleReading
package import ClaimModel
import FactStore

/// What becomes of a story that is a new version of one in the session.
package enum VersionPolicy {
  /// It is loaded beside the old one.
  case asNew
  /// It takes the old one's place.
  case update
  /// The same, of stories that are known by their file, link or identifier: no texts are compared.
  case updateKnown
  /// Somebody says so, story by story.
  case ask((EarlierStory, Article) throws -> VersionChoice)

  var isUpdate: Bool {
    switch self {
    case .update, .updateKnown: true
    case .asNew, .ask: false
    }
  }
}

package enum VersionChoice: Sendable, Hashable {
  case update, new, skip
}

extension Desk {
  /// Above this it takes too long to compare all texts unless somebody asks for it.
  private static let mostText = 16_000_000

  /// Enters stories as one load and one update; of several versions that come together each
  /// follows the one before.
  mutating func enter(
    _ articles: [LoadedArticle], _ policy: VersionPolicy
  ) throws -> EnteredStories {
    var entered = EnteredStories()
    var waiting = articles
    while !waiting.isEmpty {
      var round = try VersionRound(waiting, in: store, policy, comparesTexts: comparesTexts(policy))
      try enter(&round, &entered)
      waiting = round.later
    }
    return entered
  }

  private func comparesTexts(_ policy: VersionPolicy) -> Bool {
    switch policy {
    case .asNew, .updateKnown: false
    case .update: true
    case .ask:
      store.articles.reduce(0) { $0 + $1.article.text.utf8.count } <= Self.mostText
    }
  }

  private mutating func enter(_ round: inout VersionRound, _ entered: inout EnteredStories) throws {
    entered.unchanged += round.unchanged
    entered.skipped += round.skipped
    try grouped { desk in
      if !round.fresh.isEmpty {
        var joiner = PersonJoiner(desk.store)
        // Claims that the input had stay as they were given.
        let fresh = round.fresh.map { story in
          story.article.article.bringsClaims ? story.article : joiner.joined(story.article)
        }
        let outcome = try desk.perform(.load(fresh))
        entered.loaded += outcome.articles
        for (change, story) in zip(outcome.articles, round.fresh) {
          if let earlier = story.earlier, !earlier.isSame {
            entered.beside.append((change.id, earlier))
          }
        }
      }
      guard !round.updates.isEmpty else { return }
      try desk.perform(.updateArticles(round.updates))
      for update in round.updates {
        entered.updated.append((update.id, desk.store.article(update.id)?.version ?? 1))
      }
    }
  }
}

/// Stories that can enter at once: no two of them are versions of one story.
private struct VersionRound {
  private(set) var fresh: [(article: LoadedArticle, earlier: EarlierStory?)] = []
  private(set) var updates: [StoryUpdate] = []
  private(set) var unchanged: [ArticleID] = []
  private(set) var skipped = 0
  private(set) var later: [LoadedArticle] = []
  private let store: FactStore
  private let policy: VersionPolicy
  private var seen = Set<EarlierStories.Key>()
  private var updated = Set<ArticleID>()

  init(
    _ articles: [LoadedArticle], in store: FactStore, _ policy: VersionPolicy, comparesTexts: Bool
  ) throws {
    (self.store, self.policy) = (store, policy)
    let stories = EarlierStories(store, comparesTexts: comparesTexts)
    let shared = Self.shared(articles.map(\.article))
    for loaded in articles {
      try take(loaded, stories.earlier(than: loaded.article, shared: shared), shared)
    }
  }

  /// Files that several stories have in common are no sign of any.
  private static func shared(_ articles: [Article]) -> Set<EarlierStories.Key> {
    var counts = [String: Int]()
    for article in articles { counts[article.name, default: 0] += 1 }
    return Set(counts.filter { $0.value > 1 }.keys.map { .file($0) })
  }

  private mutating func take(
    _ loaded: LoadedArticle, _ earlier: EarlierStory?, _ shared: Set<EarlierStories.Key>
  ) throws {
    guard let earlier else { return takeFresh(loaded, shared) }
    guard !updated.contains(earlier.id) else { return later.append(loaded) }
    switch try choice(earlier, loaded.article) {
    case .new: fresh.append((loaded, earlier))
    case .skip: skipped += 1
    case .update where earlier.isSame: unchanged.append(earlier.id)
    case .update:
      guard let record = store.article(earlier.id) else { return takeFresh(loaded, shared) }
      updated.insert(earlier.id)
      updates.append(
        StoryRevisor.update(
          of: record, to: loaded.article, found: Array(loaded.claims), in: store))
    }
  }

  private mutating func takeFresh(_ loaded: LoadedArticle, _ shared: Set<EarlierStories.Key>) {
    let keys = Set(EarlierStories.keys(of: loaded.article)).subtracting(shared)
    if policy.isUpdate, !seen.isDisjoint(with: keys) { return later.append(loaded) }
    seen.formUnion(keys)
    fresh.append((loaded, nil))
  }

  private func choice(_ earlier: EarlierStory, _ article: Article) throws -> VersionChoice {
    switch policy {
    case .asNew: .new
    case .update, .updateKnown: .update
    case .ask(let ask): earlier.isSame ? .new : try ask(earlier, article)
    }
  }
}
