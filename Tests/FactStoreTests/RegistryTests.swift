import ClaimModel
import FactStore
import Testing

private func registry() throws -> FactStore {
  var store = FactStore()
  for name in ["Lê Thu Hà", "Lê Thu Hạ", "Hoà Bình", "Bộ Ngoại giao", "Reuters"] {
    try store.apply(.addSource(Source(name: name, kind: .unknown, aliases: [])))
  }
  try store.apply(.addAliases(source: "Bộ Ngoại giao", aliases: ["BNG", "Foreign_Ministry"]))
  return store
}

@Test(
  "A source is found by any spelling of its name",
  arguments: [
    ("Lê Thu Hà", "Lê Thu Hà"), ("LÊ_THU_HÀ", "Lê Thu Hà"), ("Lê Thu Hạ", "Lê Thu Hạ"),
    ("Le\u{302} Thu Ha\u{300}", "Lê Thu Hà"), ("le thu ha", nil), ("hòa bình", "Hoà Bình"),
    ("hoa binh", "Hoà Bình"), ("hoá bình", nil), ("bng", "Bộ Ngoại giao"),
    ("foreign ministry", "Bộ Ngoại giao"), ("bo ngoai giao", "Bộ Ngoại giao"), ("", nil),
  ])
func findsSource(name: String, canonical: String?) throws {
  #expect(try registry().source(named: name)?.name == canonical)
}

@Test(
  "The nearest names are offered",
  arguments: [
    ("Reuter", ["Reuters"]), ("Lê Thu Ha", ["Lê Thu Hà", "Lê Thu Hạ"]),
    ("Bo Ngoai gaio", ["Bộ Ngoại giao"]), ("Xyz", []), ("", []),
  ] as [(String, [String])])
func nearest(name: String, names: [String]) throws {
  #expect(try registry().nearestSources(to: name) == names)
}

@Test("A known agency enters under its own name with country and aliases, and once")
func knownAgency() throws {
  var store = FactStore()
  try store.apply(.annotateSource("Agence France-Presse", SourceMark(reliability: .b)))
  let source = try #require(store.source(named: "AFP"))
  #expect(source.source.kind == .agency)
  #expect(source.source.country == "FR")
  #expect(source.reliability == .b)
  try store.apply(.annotateSource("hãng tin AFP", SourceMark(tags: ["dây"])))
  #expect(store.sources.count == 1)
  #expect(store.log.map { $0.operation.resolved?.map(\.source.name) } == [["AFP"], []])
}

@Test("With what its names were resolved to, a log replays to the same digest without a catalogue")
func replayWithResolved() throws {
  var store = FactStore()
  try store.apply(.load([Stories.fire, Stories.flood]))
  try store.apply(.attribute(claims: [ClaimID(1)], sources: ["ANSA"], role: .reportedBy))
  var replay = FactStore(catalogue: .empty)
  for entry in store.log { _ = try replay.apply(entry.operation) }
  #expect(replay.digest == store.digest)
}

@Test(
  "A person is never taken for an agency of the same name",
  arguments: [(SourceKind.person, "Reuters"), (.unknown, "Reuters")])
func personNamedLikeAgency(kind: SourceKind, name: String) throws {
  var story = Stories.story("e.txt", "Reuters nói vậy.", agencies: [], claims: [])
  story.claims = PackedClaims([
    Claim(
      kind: .indirect, content: [TextSpan(0, 7)], speaker: Speaker(name: name, kind: kind),
      context: TextSpan(0, 7))
  ])
  var store = FactStore()
  try store.apply(.load([story]))
  #expect(store.source(named: name)?.source.kind == (kind == .person ? .person : .agency))
}

@Test(
  "Sources are found by how they begin, by any of their names",
  arguments: [
    ("le thu", ["Lê Thu Hà", "Lê Thu Hạ"]), ("BỘ ng", ["Bộ Ngoại giao"]),
    ("foreign_m", ["Bộ Ngoại giao"]), ("thu", []),
    ("", ["Lê Thu Hà", "Lê Thu Hạ", "Hoà Bình", "Bộ Ngoại giao", "Reuters"]),
  ] as [(String, [String])])
func beginnings(typed: String, names: [String]) throws {
  let store = try registry()
  #expect(store.sources(beginningWith: typed, limit: 9).map(\.name) == names)
  #expect(store.sources(beginningWith: typed, limit: 1).map(\.name) == Array(names.prefix(1)))
}
