internal import ClaimModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The feature tables of all loads, asked as one.
struct FeatureIndex {
  private let tables: [FeatureTable]
  private let claimCount: Int
  private let articleCount: Int
  private let claimScores: ScoreBoard
  private let articleScores: ScoreBoard
  private let nameSums = NameSums()
  /// Entries that one look-up visits at most, and the longest list that it goes through.
  private static let mostVisits = 30_000
  private static let longestList = 12_000

  init(_ store: FactStore) { self.init(store.claimFeatures.map { $0.made() }) }

  init(_ tables: [FeatureTable]) {
    self.tables = tables
    claimCount = tables.reduce(0) { $0 + $1.claimCount }
    articleCount = tables.reduce(0) { $0 + $1.articleCount }
    claimScores = ScoreBoard(count: tables.map { $0.firstClaim + $0.claimCount }.max() ?? 0)
    articleScores = ScoreBoard(count: tables.map { $0.firstArticle + $0.articleCount }.max() ?? 0)
  }

  /// What another thread may have: it adds up for itself.
  var tablesAlone: [FeatureTable] { tables }

  /// How much it tells that a claim has a feature: more the fewer have it.
  func weight(_ feature: UInt64) -> Double {
    let short = FeatureTable.short(feature)
    let count = tables.reduce(0) { $0 + $1.claims(with: short).count }
    return claimWeight(count)
  }

  /// Of a feature that so many claims have. What is loaded is a sample of the news: a few stories
  /// tell nothing of what is frequent.
  private func claimWeight(_ count: Int) -> Double {
    log(1 + Double(max(claimCount, 10_000)) / Double(max(1, count)))
  }

  /// Of a name that so many articles have.
  private func articleWeight(_ count: Int) -> Double {
    log(1 + Double(max(articleCount, 1_000)) / Double(max(1, count)))
  }

  /// Numbers of the claims that share most with a claim, by rare features first.
  func claims(like traits: ClaimTraits, limit: Int) -> [Int] {
    let lists = traits.features.map { feature in
      let short = FeatureTable.short(feature)
      return (short: short, count: tables.reduce(0) { $0 + $1.claims(with: short).count })
    }
    var visits = 0
    for list in lists.sorted(by: { $0.count < $1.count }) {
      guard list.count <= Self.longestList, visits + list.count <= Self.mostVisits else { break }
      visits += list.count
      let weight = claimWeight(list.count)
      for table in tables {
        for claim in table.claims(with: list.short) { claimScores.add(weight, to: claim) }
      }
    }
    return claimScores.takeBest(limit)
  }
}

extension FeatureIndex {
  /// Hashes of the names in an article's claims, sorted.
  func names(of article: Int) -> ArraySlice<UInt32> {
    for table in tables
    where (table.firstArticle..<table.firstArticle + table.articleCount).contains(article) {
      return table.names(ofArticle: article)
    }
    return []
  }

  /// How much it tells that an article has a name.
  func weight(name: UInt32) -> Double {
    nameSums.weight(of: name) {
      articleWeight(tables.reduce(0) { $0 + $1.articles(with: name).count })
    }
  }

  /// How far two articles speak of the same people and places, 0 to 1; 0 where they share fewer
  /// than two names.
  func kinship(_ a: Int, _ b: Int) -> Double {
    let first = names(of: a)
    let second = names(of: b)
    var shared = 0.0
    var count = 0
    var at = second.startIndex
    for name in first {
      while at < second.endIndex, second[at] < name { at += 1 }
      if at == second.endIndex { break }
      if second[at] == name {
        shared += weight(name: name)
        count += 1
      }
    }
    guard count >= 2 else { return 0 }
    let sums = nameSums.sum(of: a) { sum(first) } * nameSums.sum(of: b) { sum(second) }
    return shared / sums.squareRoot()
  }

  private func sum(_ names: ArraySlice<UInt32>) -> Double {
    names.reduce(0) { $0 + weight(name: $1) }
  }

  /// Numbers of the articles that speak of the same event as one, nearest first.
  func kin(of article: Int, limit: Int) -> [Int] {
    var visits = 0
    let lists = names(of: article).map { name in
      (name: name, count: tables.reduce(0) { $0 + $1.articles(with: name).count })
    }
    for list in lists.sorted(by: { $0.count < $1.count }) {
      guard visits + list.count <= Self.mostVisits else { break }
      visits += list.count
      let weight = articleWeight(list.count)
      for table in tables {
        for other in table.articles(with: list.name) { articleScores.add(weight, to: other) }
      }
    }
    articleScores.remove(article)
    return articleScores.takeBest(limit).filter { kinship(article, $0) >= Self.leastKinship }
  }

  /// From here on two articles are taken to be about one event.
  static let leastKinship = 0.2
}
