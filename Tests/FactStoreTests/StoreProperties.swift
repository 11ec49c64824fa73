import ClaimModel
import FactStore
import Testing

/// A store after many random operations.
private func wander(
  seed: UInt64, steps: Int, check: (FactStore, FactStore, Operation) throws -> Void = { _, _, _ in }
) throws -> FactStore {
  var operations = RandomOperations(seed: seed)
  var store = FactStore()
  for _ in 0..<steps {
    let operation = operations.next(in: store)
    let before = store
    _ = try? store.apply(operation)
    try check(before, store, operation)
  }
  return store
}

/// All that can be seen of a store.
private struct Sight: Equatable {
  var articles: [ArticleRecord]
  var claims: [ClaimRecord?]
  var sources: [SourceRecord]
  var queries: [SavedQuery]

  init(_ store: FactStore) {
    articles = store.articles
    claims = store.claims.map(store.claim)
    sources = store.sources
    queries = store.savedQueries
  }
}

private let seeds: [UInt64] = Array(1...12)

@Test(
  "Undoing everything gives the empty store's digest, redoing all the last one", arguments: seeds)
func undoAll(seed: UInt64) throws {
  var store = try wander(seed: seed, steps: 150)
  let last = store.digest
  let steps = store.undoableCount
  guard steps > 0 else { return }
  let seen = Sight(store)
  try store.apply(.undo(steps: steps))
  #expect(store.digest == StateDigest())
  #expect(store.claimCount == 0)
  #expect(store.sources.isEmpty)
  try store.apply(.redo(steps: steps))
  #expect(store.digest == last)
  #expect(Sight(store) == seen)
}

@Test("Undo brings back all that could be seen before, step by step", arguments: seeds)
func undoEach(seed: UInt64) throws {
  _ = try wander(seed: seed, steps: 80) { before, after, operation in
    var back = after
    switch operation.action {
    case .undo, .redo, .goTo: return
    default: break
    }
    guard after.log.count > before.log.count else { return }
    try back.apply(.undo(steps: 1))
    #expect(back.digest == before.digest)
    #expect(Sight(back) == Sight(before))
  }
}

@Test("The log folded on a fresh store gives every recorded digest", arguments: seeds)
func foldLog(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 200)
  var replay = FactStore()
  for entry in store.log {
    let outcome = try replay.apply(entry.operation)
    #expect(outcome.number == entry.number)
    #expect(replay.digest == entry.digest)
  }
  #expect(Sight(replay) == Sight(store))
}

@Test("An operation that fails changes nothing", arguments: seeds)
func failing(seed: UInt64) throws {
  var failures = 0
  _ = try wander(seed: seed, steps: 120) { before, after, _ in
    guard after.log.count == before.log.count else { return }
    failures += 1
    #expect(after.digest == before.digest)
    #expect(Sight(after) == Sight(before))
    #expect(after.lastClaim == before.lastClaim)
  }
  #expect(failures > 0)
}

@Test("Digests are equal just where what can be seen is", arguments: seeds.prefix(8))
func digestTellsStatesApart(seed: UInt64) throws {
  var seen = [(digest: StateDigest, sight: Sight)]()
  _ = try wander(seed: seed, steps: 60) { _, after, _ in
    seen.append((after.digest, Sight(after)))
  }
  for one in seen {
    for other in seen {
      #expect((one.digest == other.digest) == one.sight.isSameState(as: other.sight))
    }
  }
}

extension Sight {
  /// Apart from the order of sources, which is that of their entry.
  fileprivate func isSameState(as other: Sight) -> Bool {
    func sorted(_ sources: [SourceRecord]) -> [SourceRecord] {
      sources.sorted { $0.name < $1.name }
    }
    return articles == other.articles && claims == other.claims && queries == other.queries
      && sorted(sources) == sorted(other.sources)
  }
}

@Test("Counts are what counting one by one gives", arguments: seeds)
func counts(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 150)
  let records = store.claims.compactMap(store.claim)
  #expect(records.count == store.claimCount)
  for verdict in Verdict.allCases {
    #expect(store.tally[verdict] == records.count { $0.verdict == verdict })
    #expect(
      store.tally[.verdict(verdict)] == records.count { !$0.isDisputed && $0.verdict == verdict })
  }
  for summary in store.sourceSummaries {
    func claims(_ role: AttributionRole) -> [ClaimRecord] {
      records.filter { record in
        record.attributions.contains { $0.source == summary.source.name && $0.role == role }
      }
    }
    #expect(summary.said == claims(.saidBy).count)
    #expect(summary.reported == claims(.reportedBy).count)
    #expect(summary.verdicts.total == Set((claims(.saidBy) + claims(.reportedBy)).map(\.id)).count)
  }
}

@Test("A range of ids selects the claims in it that stand", arguments: seeds)
func selectRange(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 100)
  var operations = RandomOperations(seed: seed)
  for _ in 0..<20 {
    let low = 1 + operations.number(30)
    let high = low + operations.number(200)
    let found = store.select(try Selection.parse("c\(low)..c\(high)"))
    #expect(found == store.claims.filter { (low...high).contains($0.number) })
  }
}

@Test(
  "A query selects what a look at each claim gives", arguments: seeds)
func selectAgrees(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 120)
  func expect(_ query: String, _ test: (ClaimRecord) -> Bool) throws {
    let found = store.select(try Selection.parse(query))
    let wanted = store.claims.filter { store.claim($0).map(test) ?? false }
    #expect(found == Array(wanted), "\(query)")
  }
  func has(_ verdict: Verdict, _ record: ClaimRecord) -> Bool {
    let given = record.assessment.opinions.verdicts
    return given.count > 1 ? given.contains(verdict) : record.verdict == verdict
  }
  try expect("verdict:false or kind:direct") { has(.false, $0) || $0.claim.kind == .direct }
  try expect("-verdict:unchecked") { !has(.unchecked, $0) }
  try expect("verdict:disputed") { $0.assessment.opinions.verdicts.count > 1 }
  try expect("-verdict:disputed kind:direct") {
    $0.assessment.opinions.verdicts.count < 2 && $0.claim.kind == .direct
  }
  try expect("has:verdict") { !has(.unchecked, $0) }
  let afp = store.sources.filter { source in
    source.source.names.contains { $0.split(separator: " ").contains("AFP") }
  }.map(\.name)
  try expect("source:AFP") { $0.attributions.contains { afp.contains($0.source) } }
  try expect("tag:t1 -has:note") { $0.tags.contains("t1") && $0.notes.isEmpty }
  try expect("text:mưa") { store.text(of: $0).contains("mưa") }
  try expect("has:speaker") { $0.attributions.contains { $0.role == .saidBy } }
  try expect("has:credibility") { $0.credibility != nil }
}

@Test("The parser reads or refuses any text, with a place that lies in it", arguments: seeds)
func parserNeverTraps(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 30)
  let pieces = [
    "c", "a", "1", "9", "..", ".", "-", "said", ":", "\"", "(", ")", ",", " ", "or", "and", "not",
    "verdict:", "worth:", "date:", "grade:", "number:", "2023", "B", "*", "é", "e\u{301}", "👨‍👩‍👧", "“",
    "\u{202E}", "\n", "99999999999999999999", "--01-05", "in:", "đ", "_", "unit:", "≠",
    "glob:", "regex:", "[", "]", "\\d", "+", "?", "{2}", "|", "@", "@a", "text:",
  ]
  var operations = RandomOperations(seed: seed)
  for _ in 0..<400 {
    let query = (0...operations.number(12)).map { _ in pieces[operations.number(pieces.count)] }
      .joined()
    do throws(QueryError) {
      let found = store.select(try Selection.parse(query))
      #expect(Set(found).isSubset(of: Set(store.claims)))
    } catch {
      #expect(error.length >= 1)
      #expect(error.offset >= 0 && error.offset + error.length <= max(1, query.count))
      #expect(!error.message.isEmpty && !error.expected.isEmpty)
    }
  }
}

@Test("A query nested without end is refused")
func deepNesting() {
  for opening in ["(", "not ", "-"] {
    let query = String(repeating: opening, count: 100_000) + "c1"
    #expect(throws: QueryError.self) { try Selection.parse(query) }
  }
}

@Test("Claims by number, and by worth, are those that stand", arguments: seeds)
func claimsInOrder(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 80)
  let all = Array(store.claims)
  let last = store.lastClaim?.number ?? 0
  for low in stride(from: 1, through: last + 2, by: 3) {
    for high in stride(from: low, through: last + 3, by: 4) {
      let some = Array(store.claims(numbered: low...high))
      #expect(some == all.filter { (low...high).contains($0.number) })
    }
  }
  let sorted = store.worthiestFirst(all)
  #expect(Set(sorted) == Set(all))
  let ranked = try sorted.map { id in
    let record = try #require(store.claim(id))
    return (key: (-record.claim.worth, id.number), story: record.articleID)
  }
  // Only a copy comes before what is worth more: behind a claim of its story that is worth more yet.
  for (place, one) in ranked.enumerated() {
    for other in ranked[(place + 1)...] where other.key < one.key {
      #expect(ranked[..<place].contains { $0.story == one.story && $0.key < other.key })
    }
  }
}

@Test("Going to an operation brings back the state behind it, on whatever branch", arguments: seeds)
func goToAny(seed: UInt64) throws {
  var store = try wander(seed: seed, steps: 120)
  var random = RandomOperations(seed: seed + 100)
  for _ in 0..<30 {
    let number = random.number(store.log.count + 1)
    let digest = number == 0 ? StateDigest() : store.log[number - 1].digest
    do throws(OperationError) {
      try store.apply(.goTo(operation: number))
    } catch {
      #expect(error == .alreadyThere(number))
    }
    #expect(store.digest == digest)
    let standing = store.log.filter { $0.status == .stands && !$0.operation.action.isReversal }
    #expect(standing.count == store.undoableCount)
  }
}

@Test("Every change that was taken back is on a branch, and no other", arguments: seeds)
func branches(seed: UInt64) throws {
  let store = try wander(seed: seed, steps: 150)
  let undone = store.log.filter { $0.status == .undone }.map(\.number)
  let left = store.branches.filter { !$0.isCurrent }
  #expect(Set(left.flatMap(\.changes)) == Set(undone))
  #expect(store.branches.last { $0.isCurrent }?.changes.count ?? 0 == store.undoableCount)
}

extension Action {
  fileprivate var isReversal: Bool {
    switch self {
    case .undo, .redo, .goTo: true
    default: false
    }
  }
}
