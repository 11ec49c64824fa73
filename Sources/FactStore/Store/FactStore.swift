internal import ClaimModel

/// The facts of one session in memory: articles, claims, sources and what was said of them.
///
/// A value: a copy is a snapshot. It changes through `apply` alone. What the extractor found
/// stays in the loaded articles; what people change lies over it, entity by entity.
package struct FactStore: Sendable {
  /// Asked when a name comes up that no source has yet, unless the operation says what it is.
  package var catalogue: SourceCatalogue
  /// What the operation at hand learns of such names.
  var resolution = NameResolution()
  var articleSlots: [ArticleSlot] = []
  /// Whether the article at a place stands: a load that was taken back leaves its place.
  var standing: [Bool] = []
  /// Every claim id that was ever given out, in order.
  var runs: [ClaimRun] = []
  /// The words of extracted claims for search: one piece for each load, in order of ids.
  var claimWords: [ClaimWords] = []
  /// What claims can be recognised by: one piece for each load, in order of ids.
  var claimFeatures: [ClaimFeatures] = []
  /// Finds articles that are copies of each other; made when first asked.
  var copyIndex = CopyIndexCell()
  /// What people changed, by claim number.
  var overlays: [Int: ClaimOverlay] = [:]
  /// Numbers of claims added by hand, by place of their article; standing or not.
  var addedClaims: [Int: [Int]] = [:]
  var registry = SourceRegistry()
  /// Queries under names of their own.
  var queries: [String: SavedQuery] = [:]
  /// Numbers of listed claims by verdict.
  package internal(set) var tally = VerdictTally()
  /// Number of claims that stand and are not listed: they only carry others.
  package internal(set) var carrierCount = 0
  /// Stands for all that can be seen of the store, apart from its log.
  package internal(set) var digest = StateDigest()
  /// Every operation that was ever applied, oldest first.
  package internal(set) var log: [LoggedOperation] = []
  /// What takes back the changes that stand; the last one first to go.
  var undoStack: [UndoStep] = []
  var redoStack: [UndoStep] = []
  /// What does again the changes that were taken back and that redo no longer reaches, by number
  /// of their operation: `goTo` does.
  var abandoned: [Int: UndoStep] = [:]
  /// By number of an operation, from 0 for the empty store: the last change that stood behind it.
  /// Each change stands on the one that was last when it was made, so that they form a tree.
  var tops: [Int] = [0]

  /// An empty store that knows these sources before any story names them.
  package init(catalogue: SourceCatalogue) { self.catalogue = catalogue }

  /// An empty store that knows the world's news agencies.
  package init() { self.init(catalogue: .agencies) }
}

/// How to take back, or do again, the operation with a number.
struct UndoStep: Sendable {
  var number: Int
  var delta: Delta
}

/// One entity of the store set to a value. Exchanging it with what stands gives its inverse.
enum Change: Sendable {
  case article(Int, stands: Bool)
  /// What is known of the article at a place.
  case slot(Int, ArticleSlot)
  case claim(Int, ClaimOverlay?)
  case source(Int, SourceState)
  case query(String, SavedQuery?)
}

/// What takes an operation back (or does it again): exchanged from last to first.
struct Delta: Sendable {
  var changes: [Change] = []
}
