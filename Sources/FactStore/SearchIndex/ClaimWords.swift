internal import ClaimModel

/// The words of the claims that one load brought, and what else is asked for often; indexed when
/// first searched.
final class ClaimWords: Sendable {
  /// Number of the first claim.
  let first: Int
  private let slots: [ArticleSlot]
  private let made = MadeOnce<WordIndex>()
  private let madeSources = MadeOnce<SourcePostings>()
  private let madeHops = MadeOnce<HopPostings>()
  private let madeCarriers = MadeOnce<[UInt32]>()
  private let madeStories = MadeOnce<StoryWords>()
  private let madeFlags = MadeOnce<[UInt8]>()
  private let madeWorths = MadeOnce<[UInt16]>()

  /// `slots`: articles whose claims have consecutive numbers.
  init(_ slots: [ArticleSlot]) {
    self.slots = slots
    first = slots.first?.record.extractedIDs.lowerBound ?? 0
  }

  private var records: [ArticleRecord] { slots.map(\.record) }

  /// Of each claim its worth in thousandths, as found.
  var worths: [UInt16] {
    madeWorths.value {
      records.flatMap { record in
        record.extracted.indices.map { record.extracted.worthThousandths(at: $0) }
      }
    }
  }

  /// Of each claim its `ClaimFlags`.
  var flags: [UInt8] {
    madeFlags.value {
      records.flatMap { record in
        record.extracted.indices.map { ClaimFlags(record.extracted, $0).rawValue }
      }
    }
  }

  var sources: SourcePostings { madeSources.value { SourcePostings(slots) } }

  var hops: HopPostings { madeHops.value { HopPostings(slots) } }

  /// The claims that only carry others, from 0 for the first of the load.
  var carriers: [UInt32] {
    madeCarriers.value {
      records.flatMap { record in
        record.extracted.carriers.map { UInt32(record.extractedIDs.lowerBound + $0 - first) }
      }
    }
  }

  /// Of all words of the stories, be they in claims or not.
  var stories: StoryWords { madeStories.value { StoryWords(slots) } }

  /// Place of the first story in the store.
  var firstStory: Int { (slots.first?.record.id.number ?? 1) - 1 }

  var index: WordIndex { made.value { WordIndex(records) } }
}

/// What is asked for often of many claims, a byte each.
struct ClaimFlags: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let direct = ClaimFlags(rawValue: 1)
  static let mixed = ClaimFlags(rawValue: 2)
  static let indirect = ClaimFlags(rawValue: 4)
  static let narrated = ClaimFlags(rawValue: 8)
  static let number = ClaimFlags(rawValue: 16)
  static let date = ClaimFlags(rawValue: 32)
  static let unit = ClaimFlags(rawValue: 64)
  static let cue = ClaimFlags(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ kind: ClaimKind) {
    self =
      switch kind {
      case .direct: .direct
      case .mixed: .mixed
      case .indirect: .indirect
      case .narrated: .narrated
      }
  }

  init(_ claims: PackedClaims, _ index: Int) {
    self.init(claims.kind(at: index))
    if claims.quantityCount(at: index) > 0 { insert(.number) }
    if claims.dateCount(at: index) > 0 { insert(.date) }
    if claims.hasQuantity(at: index, where: { !$0.unit.isEmpty }) { insert(.unit) }
    if claims.hasCue(at: index) { insert(.cue) }
  }
}
