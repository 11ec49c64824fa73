package import ClaimModel
import FactStore
import Sessions

/// A story of the session that another one seems to be a version of.
package struct EarlierStory: Sendable, Hashable {
  /// By what it is known.
  package enum Sign: String, Sendable, Hashable {
    /// The publisher's own name for it: a GUID.
    case identifier
    case link, file
    /// Most of the text.
    case text
  }

  package var id: ArticleID
  package var sign: Sign
  /// Whether the text is the same, spaces apart.
  package var isSame: Bool
}

/// Finds the story that another one is a version of: by its publisher's name for it, its link, its
/// file, or its text. Each sign is looked up, whatever the number of stories.
struct EarlierStories {
  private let store: FactStore
  private let comparesTexts: Bool
  /// Nil where several stories have it: then it is no sign.
  private var ids: [Key: ArticleID?] = [:]

  enum Key: Hashable {
    case identifier(String)
    case link(String)
    case file(String)
  }

  /// `comparesTexts`: whether texts may be compared, which reads all of them once.
  init(_ store: FactStore, comparesTexts: Bool) {
    self.store = store
    self.comparesTexts = comparesTexts
    for record in store.articles {
      for key in Self.keys(of: record.article) {
        ids[key] = ids[key] == nil ? .some(record.id) : .some(nil)
      }
    }
  }

  /// The signs that an article has, the surest first.
  static func keys(of article: Article) -> [Key] {
    var keys = [Key]()
    if let identifier = article.origin?.identifier, !identifier.isEmpty {
      keys.append(.identifier(identifier))
    }
    if let link = article.url.flatMap(StoryLink.key) { keys.append(.link(link)) }
    if article.name != "-", !article.name.isEmpty { keys.append(.file(article.name)) }
    return keys
  }

  /// `shared`: signs that several of the stories have which come together.
  func earlier(than article: Article, shared: Set<Key> = []) -> EarlierStory? {
    for key in Self.keys(of: article) where !shared.contains(key) {
      guard let found = ids[key], let id = found, let record = store.article(id) else { continue }
      switch key {
      case .identifier: return story(record, article, .identifier)
      case .link: return story(record, article, .link)
      case .file where isRelated(record.article, article): return story(record, article, .file)
      case .file: continue
      }
    }
    guard comparesTexts, let near = store.nearest(to: article), near.alike >= Self.leastAlike,
      let record = store.article(near.article), mayBeOne(record.article, article)
    else { return nil }
    return story(record, article, .text)
  }

  private static let leastAlike = 0.6

  private func story(
    _ record: ArticleRecord, _ article: Article, _ sign: EarlierStory.Sign
  ) -> EarlierStory {
    EarlierStory(
      id: record.id, sign: sign,
      isSame: StoryText.isSame(record.article.text, article.text))
  }

  /// A file may hold another story since: then the two have next to nothing in common.
  private func isRelated(_ old: Article, _ new: Article) -> Bool {
    guard mayBeOne(old, new) else { return false }
    return old.text == new.text || store.alike(old, new).map { $0 >= 0.1 } ?? true
  }

  /// Two links, or two of a publisher's names, are two stories, however alike.
  private func mayBeOne(_ old: Article, _ new: Article) -> Bool {
    let links = (old.url.flatMap(StoryLink.key), new.url.flatMap(StoryLink.key))
    if let first = links.0, let second = links.1, first != second { return false }
    let names = (old.origin?.identifier, new.origin?.identifier)
    if let first = names.0, let second = names.1, first != second { return false }
    return true
  }
}
