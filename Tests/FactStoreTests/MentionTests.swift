import ClaimModel
import FactStore
import Testing

@Suite("Mentions of a source")
struct MentionTests {
  private func mentions(of name: String, in store: FactStore) throws -> [String] {
    let record = try #require(store.source(named: name))
    return try store.mentions(of: record).map { mention in
      let article = try #require(store.article(mention.article)).article
      return "\(mention.article) \(article.text(mention.span))"
        + (mention.claim.map { " \($0)" } ?? "")
    }
  }

  @Test("are found by every name, with their claims, the longest name first")
  func names() throws {
    var store = FactStore()
    let text =
      "Bà Mai Chi nói tàu về. Mai_Chi, thuyền trưởng Mai Chi, đi chợ. mai chi phí tăng. Họ nói có bão."
    let story = Stories.story(
      "m.txt", text, agencies: [],
      claims: [
        ("tàu về", source: "Bà Mai Chi", cue: "nói", .indirect),
        ("có bão", source: "Họ", cue: "nói", .indirect),
      ])
    try store.apply(.load([story]))
    try store.apply(.mergeSources(into: "Bà Mai Chi", from: "Họ"))
    #expect(
      try mentions(of: "Bà Mai Chi", in: store) == ["a1 Bà Mai Chi c1", "a1 Họ c2"])
    try store.apply(
      .addAliases(source: "Bà Mai Chi", aliases: ["Mai Chi", "thuyền trưởng Mai Chi"]))
    #expect(
      try mentions(of: "Bà Mai Chi", in: store) == [
        "a1 Bà Mai Chi c1", "a1 Mai_Chi", "a1 thuyền trưởng Mai Chi", "a1 Họ c2",
      ])
  }

  @Test("go with a dropped claim's attribution and a story that was taken back")
  func standing() throws {
    var store = FactStore()
    try store.apply(.load([Stories.fire]))
    try store.apply(.load([Stories.flood]))
    #expect(
      try mentions(of: "Bà Lê Thu Hà", in: store) == ["a1 Bà Lê Thu Hà c3", "a2 Bà Lê_Thu_Hà c5"])
    try store.apply(.undo(steps: 1))
    try store.apply(.dropClaims([ClaimID(3)]))
    #expect(try mentions(of: "Bà Lê Thu Hà", in: store) == ["a1 Bà Lê Thu Hà"])
  }

  @Test("A source cannot be a part of its own parts, and a parent may be named by an alias")
  func parents() throws {
    var store = FactStore()
    try store.apply(.addSource(Source(name: "Bộ A", kind: .government, aliases: ["BA"])))
    try store.apply(.addSource(Source(name: "Cục B", kind: .government, parent: "ba")))
    let before = store.digest
    let outcome = try store.apply(.annotateSource("Bộ A", SourceMark(parent: "AFP")))
    #expect(outcome.sources.last?.differences == [.parent(from: nil, to: "AFP")])
    #expect(store.source(named: "Cục B")?.source.parent == "Bộ A")
    #expect(throws: OperationError.ownParent("AFP")) {
      try store.apply(.annotateSource("AFP", SourceMark(parent: "Cục B")))
    }
    try store.apply(.undo(steps: 1))
    #expect(store.digest == before)
    try store.apply(.addSource(Source(name: "Phòng C", kind: .government, parent: "Cục B")))
    try store.apply(.mergeSources(into: "Bộ A", from: "Phòng C"))
    #expect(store.source(named: "Bộ A")?.source.parent == nil)
    try store.apply(.undo(steps: 2))
    #expect(store.digest == before)
  }
}
