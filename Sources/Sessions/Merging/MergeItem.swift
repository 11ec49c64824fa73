internal import ClaimModel
internal import FactStore
internal import Lexicons

/// One change to one thing, named by keys, so that it means the same in any session.
///
/// An operation on three claims is three of them. Two items are the same where they do the same;
/// of what can happen only once (a claim is dropped, a story is loaded) it does not matter by
/// whom and when.
struct MergeItem: Sendable {
  var identity: Identity
  var user: String
  var time: Timestamp
  /// What enters the session with it.
  var payload: Payload?
  /// Number of the operation that it is of, in its own session.
  var number: Int
  /// A newsroom's own words that the operation rests on.
  var ownWords: [OwnWords.Entry] = []
  /// Of what has spans: the version of the story in whose `KeyText` they count.
  var version: String?

  struct Identity: Sendable, Hashable {
    var change: MergeChange
    /// Nil if it does not matter.
    var user: String?
    var time: Timestamp?
    /// Which one, where a session holds several; from 0.
    var occurrence: Int
  }

  enum Payload: Sendable {
    case story(LoadedArticle)
    /// Its spans count in the story's `KeyText`.
    case claim(Claim)
    case revision(StoryRevision)
    case version(StoryChange)
  }
}

/// What an item does.
enum MergeChange: Sendable, Hashable {
  case load(StoryKey)
  case attribute(ClaimKey, [String], AttributionRole)
  case removeAttribution(ClaimKey, [String])
  case annotate(ClaimKey, PortableMark)
  case annotateSource(String, SourceMark)
  case addClaim(ClaimKey)
  /// Its spans count in the story's `KeyText`.
  case edit(ClaimKey, Claim)
  case drop(ClaimKey)
  case editStory(StoryKey, ArticleFacts)
  /// With the SHA-256 of the new text as a `KeyText`.
  case updateStory(StoryKey, String)
  case dropStory(StoryKey)
  case rule(ClaimKey, ClaimKey, MatchRuling)
  case correct(ClaimKey, Correction)
  case addSource(Source)
  case addAliases(String, [String])
  case mergeSources(into: String, from: String)
  case saveQuery(String, String)
  case dropQuery(String)

  /// Whether it matters who does it and when.
  var isPersonal: Bool {
    switch self {
    case .attribute, .annotate, .annotateSource, .edit, .rule, .correct: true
    default: false
    }
  }

  /// The story that it is about, where it is about a whole one.
  var story: StoryKey? {
    switch self {
    case .load(let story), .editStory(let story, _), .updateStory(let story, _),
      .dropStory(let story):
      story
    case .addClaim(let claim): claim.story
    default: nil
    }
  }

  /// The claim that it is about, which stands before it.
  var claim: ClaimKey? {
    switch self {
    case .attribute(let claim, _, _), .removeAttribution(let claim, _), .annotate(let claim, _),
      .edit(let claim, _), .drop(let claim), .rule(let claim, _, _), .correct(let claim, _):
      claim
    default: nil
    }
  }
}

extension MergeChange {
  /// Claims that stand before it and that it is about.
  var claims: [ClaimKey] {
    if case .rule(let first, let second, _) = self { return [first, second] }
    return claim.map { [$0] } ?? []
  }
}

/// An annotation whose evidence names claims by their keys.
struct PortableMark: Sendable, Hashable {
  /// Without its evidence, new and taken away.
  var mark: ClaimMark
  var evidence: [Evidence]
  var removedEvidence: [Evidence]

  enum Evidence: Sendable, Hashable {
    case words(String)
    case claim(ClaimKey)

    init(_ words: String, _ keys: inout SessionKeys) {
      let key = ClaimID(parsing: words).flatMap { keys.key(of: $0) }
      self = key.map { .claim($0) } ?? .words(words)
    }

    /// With the id that the claim has in another session; nil if it is not there.
    func words(_ keys: inout SessionKeys) -> String? {
      switch self {
      case .words(let words): words
      case .claim(let key): keys.id(of: key)?.description
      }
    }
  }

  init(_ mark: ClaimMark, _ keys: inout SessionKeys) {
    self.mark = mark
    self.mark.evidence = []
    self.mark.removedEvidence = []
    evidence = mark.evidence.map { Evidence($0, &keys) }
    removedEvidence = mark.removedEvidence.map { Evidence($0, &keys) }
  }

  /// With the ids that claims have in another session; one that is not there is left out.
  func mark(_ keys: inout SessionKeys) -> ClaimMark {
    var mark = mark
    mark.evidence = evidence.compactMap { $0.words(&keys) }
    mark.removedEvidence = removedEvidence.compactMap { $0.words(&keys) }
    return mark
  }
}

extension MergeItem {
  /// Time, then user, then what it does: an order that does not ask whose session it is of.
  static func precedes(_ a: MergeItem, _ b: MergeItem) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.user != b.user { return a.user.utf8.lexicographicallyPrecedes(b.user.utf8) }
    return "\(a.identity) \(a.contents)".utf8
      .lexicographicallyPrecedes("\(b.identity) \(b.contents)".utf8)
  }

  private var contents: String {
    switch payload {
    case .story(let loaded): "\(loaded.article.name) \(loaded.article) \(Array(loaded.claims))"
    case .claim(let claim): "\(claim)"
    case .revision(let revision): "\(revision)"
    case .version(let change): "\(change)"
    case nil: ""
    }
  }
}
