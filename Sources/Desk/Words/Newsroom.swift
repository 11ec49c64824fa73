package import ArticleReading
package import ClaimExtraction
package import ClaimModel
package import FactStore
package import Lexicons
import Synchronization

/// The words that a desk reads stories with: the program's, and before them a newsroom's own.
package struct Newsroom: Sendable {
  /// The program's words alone.
  package static let standard = Newsroom(.none, folder: nil)

  package let own: OwnWords
  /// Where the tables of its own words are; nil where there are none.
  package let folder: String?
  /// Nil without own words: the program's are read when the first story needs them, which a start
  /// without one does not wait for.
  private let ownReading: ReadingWords?
  private let ownExtractor: ClaimExtractor?
  /// What is known of sources before any story names them.
  package let catalogue: SourceCatalogue
  /// Nil without own words: then nothing is looked for.
  private let use: OwnWordUse?

  package init(_ own: OwnWords, folder: String?) {
    self.own = own
    self.folder = folder
    guard !own.isEmpty else {
      (ownReading, ownExtractor, catalogue, use) = (nil, nil, .agencies, nil)
      return
    }
    let tables = WordTables(own)
    ownReading = ReadingWords(tables)
    ownExtractor = ClaimExtractor(languages: LanguageSet(tables))
    let agencies = tables.agencies
    catalogue = .agencies(of: agencies)
    use = OwnWordUse(own)
  }

  /// What bytes and texts become articles with.
  package var reading: ReadingWords { ownReading ?? .standard }
  package var extractor: ClaimExtractor { ownExtractor ?? ClaimExtractor() }

  /// The own words that stories and claims in an action rest on, in the order of the tables.
  /// `store` is the state before it.
  func ownWords(in action: Action, of store: FactStore) -> [OwnWords.Entry] {
    guard let use else { return [] }
    var used = Set<OwnWords.Entry>()
    func add(_ claims: some Sequence<Claim>, _ article: Article) {
      for claim in claims { used.formUnion(use.entries(in: claim, of: article)) }
    }
    func story(_ id: ArticleID) -> Article? { store.article(id)?.article }
    switch action {
    case .load(let articles):
      for loaded in articles {
        used.formUnion(use.entries(in: loaded.article))
        add(loaded.claims, loaded.article)
      }
    case .editArticle(let id, let edit):
      guard let article = story(id) else { break }
      let facts = edit.facts.applied(to: article)
      let edited = edit.structure?.applied(to: facts) ?? facts
      if edit.structure != nil { used.formUnion(use.entries(in: edited)) }
      add(edit.claims.added + edit.claims.changed.map(\.claim), edited)
    case .updateArticles(let updates):
      for update in updates {
        used.formUnion(use.entries(in: update.article))
        add(update.claims.added + update.claims.changed.map(\.claim), update.article)
      }
    case .addClaim(let id, let claim): if let article = story(id) { add([claim], article) }
    case .editClaim(let id, let claim):
      if let article = store.claim(id).flatMap({ story($0.articleID) }) { add([claim], article) }
    default: break
    }
    return own.entries.filter(used.contains)
  }
}

extension FactStore {
  /// The own words that a story and its claims rest on, as the operations tell them; no table is
  /// asked.
  package func ownWords(of id: ArticleID) -> OwnWords {
    var (loaded, seen) = (0, Set<OwnWords.Entry>())
    var entries = [OwnWords.Entry]()
    for operation in log.lazy.map(\.operation) {
      let first = loaded
      var isAbout = false
      switch operation.action {
      case .load(let articles):
        loaded += articles.count
        isAbout = (first..<loaded).contains(id.number - 1)
      case .addClaim(id, _), .editArticle(id, _): isAbout = true
      case .updateArticles(let updates): isAbout = updates.contains { $0.id == id }
      case .editClaim(let claim, _): isAbout = self.claim(claim)?.articleID == id
      default: break
      }
      if isAbout { entries += operation.ownWords.filter { seen.insert($0).inserted } }
    }
    return OwnWords(kept: entries)
  }

  /// Those that a story and its claims as they stand rest on, of an operation on several stories.
  package func ownWords(of record: ArticleRecord) -> [OwnWords.Entry] {
    let kept = ownWords(of: record.id)
    guard !kept.isEmpty else { return [] }
    let use = OwnWordUse(kept)
    var used = Set(use.entries(in: record.article))
    for claim in claims(in: record.id).lazy.compactMap({ self.claim($0)?.claim }) {
      used.formUnion(use.entries(in: claim, of: record.article))
    }
    return kept.entries.filter(used.contains)
  }

  /// Those that one claim rests on.
  package func ownWords(of record: ClaimRecord) -> [OwnWords.Entry] {
    let kept = ownWords(of: record.articleID)
    guard !kept.isEmpty, let article = article(record.articleID)?.article else { return [] }
    return OwnWordUse(kept).entries(in: record.claim, of: article)
  }
}
