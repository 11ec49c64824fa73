import ClaimModel
import Testing

@testable import FactStore

@Suite("Through whom a claim came")
struct ViaTests {
  /// c1 to c3, in a story that TTXVN signs.
  private static let signed = ChainStories.story(
    "signed.txt",
    "Kyodo nói nhà máy cháy, Xinhua dẫn lại. Bà Hoa viết trên Facebook rằng đường ngập. Trời mưa. "
      + "Reuters và AFP đưa tin cầu sập.",
    agencies: ["TTXVN"],
    claims: [
      ChainStories.claim("nhà máy cháy", "Kyodo", .agency, hops: ["Kyodo", "Xinhua"]),
      ChainStories.claim("đường ngập", "Bà Hoa", .person, hops: ["Bà Hoa", "Facebook"]),
      ChainStories.claim("Trời mưa", nil, .unknown),
      ChainStories.claim(
        "cầu sập", "Reuters và AFP", .organisation, hops: ["Reuters và AFP"]),
    ])

  private func store() throws -> FactStore { try ChainStories.store([Self.signed]) }

  @Test(
    "is any of its hops, or byline and dateline where no newsroom is among these",
    arguments: [
      ("via:Kyodo", "c1"), ("via:xinhua", "c1"), ("via:\"Tân Hoa Xã\"", "c1"),
      ("via:TTXVN", "c2 c3"), ("via:Facebook", "c2"), ("via:\"Bà Hoa\"", "c2"),
      ("via:glob:Face*", "c2"), ("via:Reuters", "c4"), ("via:AFP", "c4"),
      ("source:TTXVN", "c1 c2 c3 c4"), ("source:Xinhua", "c1"), ("has:agency", "c1 c2 c3 c4"),
      ("speaker:Xinhua", ""),
    ])
  func queries(_ query: String, _ claims: String) throws {
    #expect(try store().found(query) == claims)
  }

  @Test(
    "is told from the fact outwards, less a person who says it",
    arguments: [
      (1, ["Kyodo", "Xinhua"]), (2, ["Thông tấn xã Việt Nam"]), (3, ["Thông tấn xã Việt Nam"]),
      (4, ["Reuters", "AFP"]),
    ])
  func names(_ claim: Int, _ names: [String]) throws {
    let store = try store()
    let signed = store.source(named: "TTXVN")?.name ?? ""
    let wanted = names.map { $0.hasPrefix("Thông") ? signed : $0 }
    #expect(store.claim(ClaimID(claim))?.via == wanted)
  }

  @Test("is what people attribute, before the hops, and less what they take away")
  func given() throws {
    var store = try store()
    try store.apply(.attribute(claims: [ClaimID(1)], sources: ["AFP"], role: .reportedBy))
    #expect(store.claim(ClaimID(1))?.via == ["AFP", "Kyodo", "Xinhua"])
    #expect(try store.found("via:AFP") == "c1 c4")
    let taken = try store.apply(.removeAttribution(claims: [ClaimID(1)], sources: ["Xinhua"]))
    #expect(taken.claims.first?.differences.count == 1)
    #expect(store.claim(ClaimID(1))?.via == ["AFP", "Kyodo"])
    #expect(try store.found("via:Xinhua") == "")
    try store.apply(.undo(steps: 2))
    #expect(try store.found("via:Xinhua") == "c1")
  }

  @Test("is told of what passed through a source, less what it said")
  func passages() throws {
    let store = try store()
    func passed(_ name: String) throws -> [Int] {
      store.claims(through: try #require(store.source(named: name))).map(\.number)
    }
    #expect(try passed("Xinhua") == [1])
    #expect(try passed("Kyodo") == [])
    #expect(try passed("AFP") == [4])
  }

  @Test("follows a merger of sources")
  func merged() throws {
    var store = try store()
    try store.apply(.mergeSources(into: "AFP", from: "Kyodo"))
    #expect(store.claim(ClaimID(1))?.via == ["AFP", "Xinhua"])
    #expect(try store.found("via:AFP") == "c1 c4")
    #expect(try store.found("via:Kyodo") == "c1 c4")
  }
}

@Suite("A source without a name")
struct NamelessTests {
  @Test(
    "is found by has:anonymous",
    arguments: [("has:anonymous", "c5"), ("-has:anonymous", "c2 c4 c6"), ("via:Kyodo", "c5")])
  func queries(_ query: String, _ claims: String) throws {
    #expect(try ChainStories.store([ChainStories.missing]).found(query) == claims)
  }
}
