import ClaimModel
import FactStore
import Testing

private func loaded() throws -> FactStore {
  var store = FactStore()
  try store.apply(.load([Stories.fire]))
  try store.apply(.dropClaims([ClaimID(3)]))
  try store.apply(.addSource(Source(name: "Hội Tàu biển", kind: .organisation, aliases: ["HTB"])))
  try store.apply(.addSource(Source(name: "Lê Hà", kind: .person)))
  try store.apply(.addSource(Source(name: "Lê Hạ", kind: .person)))
  return store
}

private let note = ClaimMark(note: "n")
private let whole = TextSpan(0, 10)

private func claim(_ content: TextSpan) -> Claim {
  Claim(kind: .narrated, content: [content], context: whole)
}

@Test(
  "An operation that does not apply says why and changes nothing",
  arguments: [
    (.annotateClaims([ClaimID(9)], note), .noSuchClaim(ClaimID(9), last: ClaimID(3))),
    (.annotateClaims([ClaimID(1), ClaimID(3)], note), .droppedClaim(ClaimID(3))),
    (.annotateClaims([], note), .nothingSelected),
    (.annotateClaims([ClaimID(1)], ClaimMark()), .emptyMark),
    (
      .recordCorrection(
        ClaimID(3),
        Correction(
          form: .ifcn, language: .english, place: PublishedPlace(), wrong: "a", right: "b")),
      .droppedClaim(ClaimID(3))
    ),
    (.dropClaims([ClaimID(1), ClaimID(8)]), .noSuchClaim(ClaimID(8), last: ClaimID(3))),
    (.load([]), .nothingSelected),
    (.ruleMatch(ClaimID(1), ClaimID(1), .confirmed), .sameClaim(ClaimID(1))),
    (.ruleMatch(ClaimID(1), ClaimID(3), .rejected), .droppedClaim(ClaimID(3))),
    (.addClaim(ArticleID(2), claim(whole)), .noSuchArticle(ArticleID(2), last: ArticleID(1))),
    (.addClaim(ArticleID(1), claim(TextSpan(4, 4))), .emptyClaim),
    (
      .addClaim(ArticleID(1), claim(TextSpan(4, 9999))),
      .spanOutsideText(TextSpan(4, 9999), ArticleID(1))
    ),
    (.editClaim(ClaimID(3), claim(whole)), .droppedClaim(ClaimID(3))),
    (.attribute(claims: [ClaimID(1)], sources: [], role: .saidBy), .nothingSelected),
    (
      .attribute(claims: [ClaimID(1)], sources: ["Tin Mới", " _ "], role: .saidBy),
      .emptySourceName
    ),
    (
      .removeAttribution(claims: [ClaimID(1)], sources: ["Reuter"]),
      .noSuchSource("Reuter", nearest: ["Reuters"])
    ),
    (
      .removeAttribution(claims: [ClaimID(1), ClaimID(2)], sources: ["HTB"]),
      .notAttributed([ClaimID(1), ClaimID(2)], "Hội Tàu biển")
    ),
    (
      .annotateSource("Hội Tàu biên", SourceMark(note: "n")),
      .noSuchSource("Hội Tàu biên", nearest: ["Hội Tàu biển"])
    ),
    (.annotateSource("AFP", SourceMark()), .emptyMark),
    (
      .attribute(claims: [ClaimID(1)], sources: ["le ha"], role: .saidBy),
      .noSuchSource("le ha", nearest: ["Lê Hà", "Lê Hạ"])
    ),
    (.addSource(Source(name: "htb", kind: .unknown)), .sourceExists("htb")),
    (.addSource(Source(name: "", kind: .unknown)), .emptySourceName),
    (
      .addSource(Source(name: "Tin Mới", kind: .unknown, aliases: ["afp"])),
      .aliasTaken("afp", by: "AFP")
    ),
    (.addAliases(source: "HTB", aliases: ["X", "AFP"]), .aliasTaken("AFP", by: "AFP")),
    (.addAliases(source: "ANSA", aliases: ["X", "AFP"]), .aliasTaken("AFP", by: "AFP")),
    (.mergeSources(into: "Hội Tàu biển", from: "htb"), .sameSource("Hội Tàu biển")),
    (.mergeSources(into: "ANSA", from: "Tin Mơi"), .noSuchSource("Tin Mơi", nearest: [])),
    (.undo(steps: 6), .nothingToUndo), (.undo(steps: 0), .nothingToUndo),
    (.redo(steps: 1), .nothingToRedo),
  ] as [(Action, OperationError)])
func fails(action: Action, error: OperationError) throws {
  var store = try loaded()
  let before = store
  #expect(throws: error) { try store.apply(action) }
  #expect(store.digest == before.digest)
  #expect(store.log.count == before.log.count)
  #expect(store.sources == before.sources)
  #expect(store.lastClaim == before.lastClaim)
  #expect(store.undoableCount == before.undoableCount)
}

@Test("A story whose claims do not lie in its text is not loaded, nor are those beside it")
func spansOutsideText() throws {
  var bad = Stories.flood
  bad.article.text = "Lũ."
  var store = FactStore()
  #expect(throws: OperationError.self) { try store.apply(.load([Stories.fire, bad])) }
  #expect(store.digest == StateDigest())
  #expect(store.articles.isEmpty)
}
