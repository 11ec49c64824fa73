internal import ClaimModel

/// Who quotes whom: from those who said something, by way of newsrooms, to the stories.
struct SourceNetwork {
  struct Node: Hashable {
    enum Column: Int { case speaker, newsroom, story }
    var name: String
    var column: Column
  }

  struct Edge: Equatable {
    var from: Node
    var to: Node
    var claims: Int
  }

  /// Those with most claims first.
  let edges: [Edge]

  init(_ model: ReportModel) {
    var counts = [[Node]: Int]()
    let ways = model.claims.map(Self.way)
    let spellings = NameSpellings(ways.joined().lazy.map(\.name))
    for way in ways {
      let way = way.map { Node(name: spellings.one(of: $0.name), column: $0.column) }
      for pair in zip(way, way.dropFirst()) where pair.0 != pair.1 {
        counts[[pair.0, pair.1], default: 0] += 1
      }
    }
    edges = counts.map { Edge(from: $0.key[0], to: $0.key[1], claims: $0.value) }
      .sorted { ($1.claims, $0.from.name, $0.to.name) < ($0.claims, $1.from.name, $1.to.name) }
  }

  /// The stations of a claim, the story last.
  private static func way(of claim: ReportClaim) -> [Node] {
    var way = claim.chain.map { Node(name: $0.name, column: $0.isNewsroom ? .newsroom : .speaker) }
    if way.isEmpty {
      let said = claim.attributions.filter { $0.role == .saidBy }.prefix(1)
      let carried = claim.attributions.filter { $0.role == .reportedBy }.prefix(1)
      way = said.map { Node(name: $0.name, column: .speaker) }
      way += carried.map { Node(name: $0.name, column: .newsroom) }
    }
    return way.isEmpty ? [] : way + [Node(name: claim.story.description, column: .story)]
  }
}
