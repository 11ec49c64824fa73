import ClaimModel
import FactStore
import Testing

@Suite("A saved query")
struct SavedQueryTests {
  private func select(_ text: String, _ saved: [String: String]) throws -> [ClaimID] {
    var store = FactStore()
    try store.apply(.load([Stories.fire, Stories.flood]))
    for (name, query) in saved { try store.apply(.saveQuery(name: name, query: query)) }
    return store.select(try Selection.parse(text, saved: store.savedQueryTexts))
  }

  @Test("stands for what it says, as one")
  func stands() throws {
    let saved = ["some": "c1 or c3", "none": "@some c2", "nóng": "not @some"]
    #expect(try select("@some", saved) == [ClaimID(1), ClaimID(3)])
    #expect(try select("@some c3", saved) == [ClaimID(3)])
    #expect(try select("c2, @some", saved) == [ClaimID(1), ClaimID(2), ClaimID(3)])
    #expect(try select("-@some c1..c4", saved) == [ClaimID(2), ClaimID(4)])
    #expect(try select("@none", saved).isEmpty)
    #expect(try select("@nóng c1..c2", saved) == [ClaimID(2)])
  }

  @Test("cannot name itself, straight or by way of others")
  func recursion() throws {
    let saved = SavedQueryTexts(["a": "@b", "b": "c1 or @c", "c": "has:date"])
    for text in ["@c", "x or (@a)", "not @b"] {
      let error = #expect(throws: QueryError.self) {
        try Selection.parse(text, saved: saved.saving(as: "c"))
      }
      guard case .recursiveQuery(let path) = error?.kind else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(path.first == "c" && path.last == "c")
    }
    #expect(try Selection.parse("@a", saved: saved) != .all)
  }

  @Test("that is unknown, or names one that is gone, is told with the nearest")
  func unknown() {
    let saved = SavedQueryTexts(["hot": "c1", "gone": "@cold"])
    let error = #expect(throws: QueryError.self) { try Selection.parse("c1 @hto", saved: saved) }
    #expect(error?.candidates == ["@hot"] && error?.offset == 3 && error?.length == 4)
    let broken = #expect(throws: QueryError.self) { try Selection.parse("@gone", saved: saved) }
    #expect(broken?.message == "@gone cannot be read: no query is saved as 'cold'")
  }

  @Test(
    "has a name of letters, digits, - and _, and says something",
    arguments: [("", "c1"), ("a b", "c1"), ("a:b", "c1"), ("a", ""), ("a", "  ")])
  func names(name: String, text: String) {
    var store = FactStore()
    #expect(throws: OperationError.self) {
      try store.apply(.saveQuery(name: name, query: text))
    }
  }

  @Test("is taken back, and told")
  func undone() throws {
    var store = FactStore()
    let empty = store.digest
    try store.apply(.saveQuery(name: "hot", query: "c1"))
    let first = store.digest
    let outcome = try store.apply(.saveQuery(name: "hot", query: "c2"))
    #expect(outcome.queries == [QueryChange(name: "hot", before: "c1", after: "c2")])
    let back = try store.apply(.undo(steps: 1))
    #expect(back.queries == [QueryChange(name: "hot", before: "c2", after: "c1")])
    #expect(store.digest == first && first != empty)
    try store.apply(.dropQuery("hot"))
    #expect(store.digest == empty && store.savedQueries.isEmpty)
    #expect(throws: OperationError.noSuchQuery("hot", nearest: [])) {
      try store.apply(.dropQuery("hot"))
    }
  }
}
