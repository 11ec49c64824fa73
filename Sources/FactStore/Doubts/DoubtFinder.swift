/// Looks through the sources for those that may be one, and for one that may be two. Each kind has
/// a file of its own; all of them find their pairs by words, so that none compares every source
/// with every other.
struct DoubtFinder {
  var sources: DoubtedSources
  private(set) var doubts: [SourceDoubt] = []
  /// Pairs that were proposed.
  private var pairs = Set<[Int]>()

  init(_ store: FactStore) { sources = DoubtedSources(store) }

  var all: [DoubtedSource] { sources.all }

  /// Proposes that one source becomes a name of another, each pair once: by what was found first.
  mutating func propose(
    _ kind: SourceDoubt.Kind, keeping kept: Int, for other: Int, weight: Double,
    shown: SourceDoubt.Evidence? = nil
  ) {
    guard kept != other, pairs.insert([min(kept, other), max(kept, other)]).inserted else { return }
    doubts.append(
      SourceDoubt(
        kind: kind, source: sources.side(kept), other: sources.side(other), shown: shown,
        weight: weight))
  }

  /// Proposes that one source is two.
  mutating func propose(split source: Int, evidence: [SourceDoubt.Evidence], weight: Double) {
    var side = sources.side(source)
    side.offices = evidence
    doubts.append(
      SourceDoubt(kind: .twoPersons, source: side, other: nil, shown: nil, weight: weight))
  }

  /// Of two sources the one to keep: that with more claims, then the longer name.
  func ordered(_ a: Int, _ b: Int) -> (kept: Int, other: Int) {
    let (first, second) = (all[a], all[b])
    let isFirst =
      (first.claims, first.name.utf8.count, second.name)
      > (second.claims, second.name.utf8.count, first.name)
    return isFirst ? (a, b) : (b, a)
  }
}

extension FactStore {
  /// Sources that may be one and sources that may be two, the surest first. Nothing is changed.
  package var sourceDoubts: [SourceDoubt] {
    var finder = DoubtFinder(self)
    finder.findShortForms()
    finder.findSameWords()
    finder.findPartsOfNames()
    finder.findMiddleNames()
    finder.findSpellings()
    finder.findCountries()
    finder.findTwoPersons()
    return finder.doubts.sorted {
      ($1.weight, $1.claims, $0.name) < ($0.weight, $0.claims, $1.name)
    }
  }
}

extension SourceDoubt {
  fileprivate var claims: Int { source.claims + (other?.claims ?? 0) }
  fileprivate var name: String { source.name + "\n" + (other?.name ?? "") }
}
