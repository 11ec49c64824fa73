internal import ClaimModel

/// Which claims of one load have a feature: a term, a name, a telling number; and which articles
/// have a name. Sorted arrays of 64 bits, the feature's hash before the number of the claim.
struct FeatureTable: Sendable {
  /// Number of the first claim, and of the first article.
  let firstClaim: Int
  let firstArticle: Int
  private(set) var claimCount = 0
  private(set) var articleCount = 0
  private var claimEntries: [UInt64] = []
  private var nameEntries: [UInt64] = []
  /// Hashes of each article's names, sorted, in one run.
  private var articleNames: [UInt32] = []
  private var nameEnds: [Int] = []

  init(_ records: [ArticleRecord]) {
    firstClaim = records.first?.extractedIDs.lowerBound ?? 0
    firstArticle = records.first?.id.number ?? 0
    let parts = stride(from: 0, to: records.count, by: Self.part).map {
      Array(records[$0..<min($0 + Self.part, records.count)])
    }
    for stories in AllCores.map(parts, { $0.map(StoryFeatures.init) }) {
      for story in stories { add(story) }
    }
    claimEntries.sort()
    nameEntries.sort()
  }

  /// Stories that one core reads at a time.
  private static let part = 64

  private mutating func add(_ story: StoryFeatures) {
    for (place, feature) in story.features {
      claimEntries.append(UInt64(feature) << 32 | UInt64(claimCount + place))
    }
    claimCount += story.claimCount
    for name in story.names { nameEntries.append(UInt64(name) << 32 | UInt64(articleCount)) }
    articleNames += story.names
    nameEnds.append(articleNames.count)
    articleCount += 1
  }

  static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

  /// The numbers of the claims that have a feature.
  func claims(with feature: UInt32) -> some Collection<Int> {
    range(of: feature, in: claimEntries).lazy.map { firstClaim + Int(UInt32($0 & 0xFFFF_FFFF)) }
  }

  /// The numbers of the articles that have a name.
  func articles(with name: UInt32) -> some Collection<Int> {
    range(of: name, in: nameEntries).lazy.map { firstArticle + Int(UInt32($0 & 0xFFFF_FFFF)) }
  }

  func names(ofArticle number: Int) -> ArraySlice<UInt32> {
    let place = number - firstArticle
    guard nameEnds.indices.contains(place) else { return [] }
    return articleNames[(place == 0 ? 0 : nameEnds[place - 1])..<nameEnds[place]]
  }

  private func range(of feature: UInt32, in entries: [UInt64]) -> ArraySlice<UInt64> {
    let low = bound(UInt64(feature) << 32, entries)
    let high = feature == .max ? entries.count : bound(UInt64(feature + 1) << 32, entries)
    return entries[low..<high]
  }

  /// Where the first entry stands that is no less.
  private func bound(_ value: UInt64, _ entries: [UInt64]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The features of one story's claims, each with the place of its claim, and its names, sorted.
private struct StoryFeatures: Sendable {
  var features = [(place: Int, feature: UInt32)]()
  var names = [UInt32]()
  var claimCount = 0

  init(_ record: ArticleRecord) {
    var names = Set<UInt32>()
    var text = record.article.text
    text.withUTF8 { bytes in
      for claim in record.extracted {
        let traits = ClaimTraits(claim, language: record.article.language, text: bytes)
        for feature in traits.features {
          features.append((claimCount, FeatureTable.short(feature)))
        }
        for name in traits.names { names.insert(FeatureTable.short(name.key)) }
        claimCount += 1
      }
    }
    self.names = names.sorted()
  }
}

extension ClaimTraits {
  /// Hashes that other claims which say the same are likely to have as well.
  var features: [UInt64] {
    terms + names.map(\.key)
      + figures.filter(\.isTelling).map { chained(6, $0.value.bitPattern) }
  }
}

/// The table of one load, made when it is first asked.
final class ClaimFeatures: Sendable {
  private let records: [ArticleRecord]
  private let table = MadeOnce<FeatureTable>()

  /// `records`: articles whose claims have consecutive numbers.
  init(_ records: [ArticleRecord]) { self.records = records }

  func made() -> FeatureTable { table.value { FeatureTable(records) } }
}
