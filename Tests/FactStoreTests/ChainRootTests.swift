import ClaimModel
import Testing

@testable import FactStore

@Suite("The roots of a claim")
struct ChainRootTests {
  private func roots(_ store: FactStore, _ claim: Int) throws -> [String] {
    let record = try #require(store.claim(ClaimID(claim)))
    return store.paths(of: record, in: store.provenance()).map(\.root.name)
  }

  @Test(
    "are those of its own hops: what another claim cites is none of them",
    arguments: [(1, ["AFP"]), (2, ["AFP"]), (4, ["Reuters"]), (5, ["Kyodo"]), (6, ["a1"])])
  func own(_ claim: Int, _ names: [String]) throws {
    #expect(try roots(ChainStories.store([ChainStories.missing]), claim) == names)
  }

  @Test("are who carried the story where no newsroom is among the hops, else who said it")
  func carriers() throws {
    let text = "Ông Tám nói tàu chìm. Theo CNN, bão đến. Reuters và AFP nói cầu sập."
    let claims = [
      ChainStories.claim("tàu chìm", "Ông Tám", .person, hops: ["Ông Tám"]),
      ChainStories.claim("bão đến", "CNN", .agency, hops: ["CNN"]),
      ChainStories.claim("cầu sập", "Reuters và AFP", .organisation, hops: ["Reuters và AFP"]),
    ]
    let store = try ChainStories.store([
      ChainStories.story("1", text, claims: claims),
      ChainStories.story("2", text, agencies: ["Xinhua"], claims: claims),
    ])
    let found = try (1...6).map { try roots(store, $0) }
    let joined = ["Reuters", "AFP"]
    #expect(found == [["Ông Tám"], ["CNN"], joined, ["Xinhua"], ["CNN"], joined])
  }

  @Test("are several though all have it from one man, and then that is told")
  func speaker() throws {
    let stories = ["AFP", "Reuters", "AFP"].map { agency in
      ChainStories.story(
        agency, "Ông Lê Văn Tám nói 4.215 tấn thép gãy. \(agency) chụp ảnh.", agencies: [agency],
        claims: [
          ChainStories.claim("4.215 tấn thép gãy", "Lê Văn Tám", .person, hops: ["Lê Văn Tám"])
        ])
    }
    func independence(_ stories: [LoadedArticle]) throws -> Independence {
      var store = try ChainStories.store(stories)
      for other in 2...stories.count {
        try store.apply(.ruleMatch(ClaimID(1), ClaimID(other), .confirmed))
      }
      return try #require(store.independence(of: [ClaimID(1)]).first)
    }
    let two = try independence(stories)
    #expect(two.count.fewest.map(\.name) == ["AFP", "Reuters"] && two.speaker == "Lê Văn Tám")
  }

  @Test("are what somebody attributed, before its hops")
  func given() throws {
    var store = try ChainStories.store([ChainStories.missing])
    try store.apply(.attribute(claims: [ClaimID(2)], sources: ["Xinhua"], role: .reportedBy))
    #expect(try roots(store, 2) == ["Xinhua"])
    try store.apply(.undo(steps: 1))
    try store.apply(.removeAttribution(claims: [ClaimID(2)], sources: ["AFP"]))
    #expect(try roots(store, 2) == ["cảnh sát"])
  }
}

@Suite("An original and its copies")
struct OriginalTests {
  private static let flood = """
    Mưa lớn suốt đêm làm nước sông Lam Trúc dâng cao, tràn qua đê ở xã Đồng Mơ và cuốn trôi ba cây \
    cầu gỗ. Chính quyền huyện đưa người dân lên trường học trên đồi, nơi có lều bạt và nước sạch \
    cho khoảng hai nghìn người. Theo AFP, 40 người mất tích.
    """

  /// Stories of one text, each with the agency of its byline and its day of October.
  private func store(_ stories: [(agency: String?, day: Int?, cites: Bool)]) throws -> FactStore {
    try ChainStories.store(
      stories.map { story in
        ChainStories.story(
          "x", Self.flood, agencies: story.agency.map { [$0] } ?? [],
          day: story.day.flatMap { CalendarDay(year: 2025, month: 10, day: $0) },
          claims: story.cites
            ? [ChainStories.claim("40 người mất tích", "AFP", .agency, hops: ["AFP"])] : [])
      })
  }

  /// Copy and original of every step from one to the other.
  private func edges(_ store: FactStore) -> Set<[Int]> {
    let map = store.provenance()
    return Set(
      map.articles.flatMap { map.paths(of: $0) }.flatMap(\.steps).compactMap { step in
        guard case .copy(let copy) = step.reason else { return nil }
        return [copy.article.number, copy.original.number]
      })
  }

  @Test(
    "never come from each other: the earlier by date, else by id, is the original",
    arguments: [
      [("AFP", nil, false), (nil, nil, false), ("Reuters", nil, false)],
      [("AFP", 3, false), (nil, 2, false), ("Reuters", 1, false)],
      [("AFP", 3, false), (nil, nil, true), ("Reuters", 1, false), ("CNN", nil, false)],
      [(nil, nil, true), (nil, nil, false), ("Reuters", nil, false)],
    ] as [[(String?, Int?, Bool)]])
  func directions(_ stories: [(String?, Int?, Bool)]) throws {
    let store = try store(stories.map { (agency: $0.0, day: $0.1, cites: $0.2) })
    let edges = edges(store)
    #expect(edges.allSatisfy { !edges.contains([$0[1], $0[0]]) })
    let order = store.originalsFirst(store.articles.map(\.id)).map(\.number)
    for edge in edges {
      #expect(order.firstIndex(of: edge[1]) ?? 0 < order.firstIndex(of: edge[0]) ?? 0)
    }
    let map = store.provenance()
    #expect(map.articles.allSatisfy { !map.paths(of: $0).isEmpty })
  }

  @Test("share the agency that a copy signs with")
  func signed() throws {
    let map = try store([(nil, nil, false), ("Reuters", nil, false)]).provenance()
    let path = try #require(map.paths(of: ArticleID(1)).first)
    #expect(path.root == .source("Reuters"))
    guard case .signedCopy(let copy) = path.steps[0].reason else {
      return #expect(Bool(false), "\(path)")
    }
    #expect(copy.original == ArticleID(2))
  }
}
