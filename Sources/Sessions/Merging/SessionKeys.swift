package import ClaimModel
package import FactStore

/// The keys of a session's stories and claims, and which ids they have in it.
///
/// Fed with the session's operations in order. What an undo took away has no key, though its ids
/// are used up.
package struct SessionKeys {
  private var articleCount = 0
  private var runs: [(ids: Range<Int>, article: ArticleID)] = []
  private var stories: [ArticleID: StoryKey] = [:]
  private var ids: [StoryKey: ArticleID] = [:]
  private var occurrences: [String: Int] = [:]
  private var shelves: [ArticleID: ClaimShelf] = [:]

  package init() {}

  /// The keys of what stands at the end of a log.
  package init(_ log: some Sequence<LoggedOperation>) {
    for logged in log { take(logged.operation.action, stands: logged.status == .stands) }
  }

  /// Gives back the keys of the stories that it loads, where it stands.
  @discardableResult
  package mutating func take(_ action: Action, stands: Bool = true) -> [StoryKey] {
    switch action {
    case .load(let loaded): return loaded.compactMap { enter($0, stands: stands) }
    case .addClaim(let article, let claim):
      let number = nextClaim
      runs.append((number..<number + 1, article))
      if stands { shelves[article]?.add(claim, ClaimID(number)) }
    case .editArticle(let article, let edit):
      let first = nextClaim
      runs.append((first..<first + edit.claims.added.count, article))
      for (place, claim) in edit.claims.added.enumerated() where stands {
        shelves[article]?.add(claim, ClaimID(first + place))
      }
    case .updateArticles(let updates):
      for update in updates {
        let first = nextClaim
        runs.append((first..<first + update.claims.added.count, update.id))
        guard stands else { continue }
        shelves[update.id]?.turn(into: update.article.text)
        for (place, claim) in update.claims.added.enumerated() {
          shelves[update.id]?.add(claim, ClaimID(first + place))
        }
      }
    default: break
    }
    return []
  }

  private mutating func enter(_ story: LoadedArticle, stands: Bool) -> StoryKey? {
    articleCount += 1
    let id = ArticleID(articleCount)
    let numbers = nextClaim..<nextClaim + story.claims.count
    runs.append((numbers, id))
    guard stands else { return nil }
    let sha256 = ArticleCodec.sha256(KeyText.bytes(of: story.article.text))
    let key = StoryKey(sha256: sha256, occurrence: occurrences[sha256, default: 0])
    occurrences[sha256, default: 0] += 1
    stories[id] = key
    ids[key] = id
    shelves[id] = ClaimShelf(key, story, numbers)
    return key
  }

  private var nextClaim: Int { runs.last?.ids.upperBound ?? 1 }

  /// The last id given out.
  var lastClaim: ClaimID { ClaimID(nextClaim - 1) }

  /// In order of loading.
  package var storyKeys: [StoryKey] { stories.sorted { $0.key < $1.key }.map(\.value) }
  package func key(of article: ArticleID) -> StoryKey? { stories[article] }
  package func id(of story: StoryKey) -> ArticleID? { ids[story] }

  /// SHA-256 of the text that the story has now, as a `KeyText`; nil for the one that it was loaded
  /// with.
  func version(of story: StoryKey) -> String? { ids[story].flatMap { shelves[$0]?.version } }

  /// In order of their ids.
  package mutating func claimKeys(in story: StoryKey) -> [ClaimKey] {
    guard let id = ids[story] else { return [] }
    return shelves[id]?.sorted.keys.sorted { $0.key < $1.key }.map(\.value) ?? []
  }

  package mutating func key(of claim: ClaimID) -> ClaimKey? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].ids.upperBound <= claim.number { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count else { return nil }
    return shelves[runs[low].article]?.sorted.keys[claim]
  }

  package mutating func id(of claim: ClaimKey) -> ClaimID? {
    ids[claim.story].flatMap { shelves[$0]?.sorted.ids[claim] }
  }

  /// The claim as it entered the session, its spans in the `KeyText` of the version that it came
  /// with.
  mutating func claim(_ key: ClaimKey) -> Claim? {
    guard let article = ids[key.story], let id = id(of: key),
      let text = text(of: key.story, version: key.version)
    else { return nil }
    return shelves[article]?.claim(id).map { KeyText(text).key($0) }
  }

  /// A claim is known by another key as well: by where it stood in another version.
  mutating func know(_ key: ClaimKey, as id: ClaimID) {
    guard let story = ids[key.story] else { return }
    shelves[story]?.know(key, as: id)
  }

  /// The text of a version of a story; nil for one that there is not.
  func text(of story: StoryKey, version: String?) -> String? {
    ids[story].flatMap { shelves[$0]?.text(version: version) }
  }

  /// A claim of this session with its spans in the story's `KeyText`.
  mutating func keyed(_ claim: Claim, in story: StoryKey) -> Claim {
    ids[story].flatMap { shelves[$0]?.text.key(claim) } ?? claim
  }

  mutating func keyed(_ structure: ArticleStructure, in story: StoryKey) -> ArticleStructure {
    ids[story].flatMap { shelves[$0]?.text }.map { structure.movingSpans($0.key) } ?? structure
  }

  mutating func placed(_ structure: ArticleStructure, in story: StoryKey) -> ArticleStructure {
    ids[story].flatMap { shelves[$0]?.text }.map { structure.movingSpans($0.span) } ?? structure
  }

  /// The same claim with its spans in the story's text as this session has it.
  mutating func placed(_ claim: Claim, in story: StoryKey) -> Claim {
    ids[story].flatMap { shelves[$0]?.text.claim(claim) } ?? claim
  }
}

/// The claims of one story; sorted by their keys when somebody asks.
private struct ClaimShelf {
  private let story: StoryKey
  private let loaded: LoadedArticle
  private let numbers: Range<Int>
  private var added: [(claim: Claim, id: ClaimID, version: Int)] = []
  /// The texts of later versions.
  private var texts: [(sha256: String?, text: String)] = []
  private var cache: Sorted?
  private var textCache: KeyText?

  struct Sorted {
    var keys: [ClaimID: ClaimKey] = [:]
    var ids: [ClaimKey: ClaimID] = [:]
    private struct Place: Hashable {
      var content: [TextSpan]
      var version: String?
    }
    private var occurrences: [Place: Int] = [:]

    mutating func add(
      _ content: [TextSpan], _ id: ClaimID, in story: StoryKey, version: String?
    ) {
      let place = Place(content: content, version: version)
      let occurrence = occurrences[place, default: 0]
      occurrences[place] = occurrence + 1
      let key = ClaimKey(
        story: story, content: content, occurrence: occurrence, version: version)
      keys[id] = key
      ids[key] = id
    }
  }

  init(_ story: StoryKey, _ loaded: LoadedArticle, _ numbers: Range<Int>) {
    self.story = story
    self.loaded = loaded
    self.numbers = numbers
  }

  mutating func add(_ claim: Claim, _ id: ClaimID) {
    added.append((claim, id, texts.count))
    guard cache != nil else { return }
    let content = claim.content.map(text.key)
    let version = version
    cache?.add(content, id, in: story, version: version)
  }

  mutating func know(_ key: ClaimKey, as id: ClaimID) {
    _ = sorted
    cache?.ids[key] = id
  }

  /// The story has another text from here on.
  mutating func turn(into text: String) {
    _ = sorted
    let sha256 = ArticleCodec.sha256(KeyText.bytes(of: text))
    texts.append((sha256 == story.sha256 ? nil : sha256, text))
    textCache = nil
  }

  var version: String? { texts.last?.sha256 }

  func text(version: String?) -> String? {
    if let later = texts.last(where: { $0.sha256 == version }) { return later.text }
    return version == nil ? loaded.article.text : nil
  }

  var text: KeyText {
    mutating get {
      if let textCache { return textCache }
      let text = KeyText(texts.last?.text ?? loaded.article.text)
      textCache = text
      return text
    }
  }

  var sorted: Sorted {
    mutating get {
      if let cache { return cache }
      var sorted = Sorted()
      let text = text
      for (number, claim) in zip(numbers, loaded.claims) {
        sorted.add(claim.content.map(text.key), ClaimID(number), in: story, version: nil)
      }
      // Another text comes only when those before it are sorted.
      for item in added {
        sorted.add(item.claim.content.map(text.key), item.id, in: story, version: version)
      }
      cache = sorted
      return sorted
    }
  }

  func claim(_ id: ClaimID) -> Claim? {
    numbers.contains(id.number)
      ? loaded.claims[id.number - numbers.lowerBound] : added.first { $0.id == id }?.claim
  }
}

/// A story by what it says, whatever its number in a session.
package struct StoryKey: Sendable, Hashable {
  /// Of its text as a `KeyText`: 64 hexadecimal digits.
  package var sha256: String
  /// Which one, where a session holds several with that text; from 0.
  package var occurrence: Int
}

/// A claim by where it stood in its story when it entered the session.
package struct ClaimKey: Sendable, Hashable {
  package var story: StoryKey
  /// In bytes of the story's `KeyText`.
  package var content: [TextSpan]
  /// Which one, where several have that content; from 0.
  package var occurrence: Int
  /// SHA-256 of the `KeyText` of the version that it came with; nil for the text that was loaded.
  package var version: String?
}

/// One of two sessions that are compared or merged.
package enum MergeSide: String, Sendable, Hashable, CaseIterable {
  case ours, theirs

  package var other: MergeSide { self == .ours ? .theirs : .ours }
}
