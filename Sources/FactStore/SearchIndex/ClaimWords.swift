internal import ClaimModel
internal import Synchronization

/// The words of the claims that one load brought, and what else is asked for often; indexed when
/// first searched.
final class ClaimWords: Sendable {
  /// Number of the first claim.
  let first: Int
  private let slots: [ArticleSlot]
  private let made = Mutex<WordIndex?>(nil)
  private let madeSources = Mutex<SourcePostings?>(nil)
  private let madeHops = Mutex<HopPostings?>(nil)
  private let madeCarriers = Mutex<[UInt32]?>(nil)
  private let madeStories = Mutex<StoryWords?>(nil)
  private let madeFlags = Mutex<[UInt8]?>(nil)
  private let madeWorths = Mutex<[UInt16]?>(nil)

  /// `slots`: articles whose claims have consecutive numbers.
  init(_ slots: [ArticleSlot]) {
    self.slots = slots
    first = slots.first?.record.extractedIDs.lowerBound ?? 0
  }

  private var records: [ArticleRecord] { slots.map(\.record) }

  /// Of each claim its worth in thousandths, as found.
  var worths: [UInt16] {
    madeWorths.withLock { made in
      let worths =
        made
        ?? records.flatMap { record in
          record.extracted.indices.map { record.extracted.worthThousandths(at: $0) }
        }
      made = worths
      return worths
    }
  }

  /// Of each claim its `ClaimFlags`.
  var flags: [UInt8] {
    madeFlags.withLock { made in
      let flags =
        made
        ?? records.flatMap { record in
          record.extracted.indices.map { ClaimFlags(record.extracted, $0).rawValue }
        }
      made = flags
      return flags
    }
  }

  var sources: SourcePostings {
    madeSources.withLock { made in
      let sources = made ?? SourcePostings(slots)
      made = sources
      return sources
    }
  }

  var hops: HopPostings {
    madeHops.withLock { made in
      let hops = made ?? HopPostings(slots)
      made = hops
      return hops
    }
  }

  /// The claims that only carry others, from 0 for the first of the load.
  var carriers: [UInt32] {
    madeCarriers.withLock { made in
      let carriers =
        made
        ?? records.flatMap { record in
          record.extracted.carriers.map { UInt32(record.extractedIDs.lowerBound + $0 - first) }
        }
      made = carriers
      return carriers
    }
  }

  /// Of all words of the stories, be they in claims or not.
  var stories: StoryWords {
    madeStories.withLock { made in
      let stories = made ?? StoryWords(slots)
      made = stories
      return stories
    }
  }

  /// Place of the first story in the store.
  var firstStory: Int { (slots.first?.record.id.number ?? 1) - 1 }

  var index: WordIndex {
    made.withLock { made in
      let index = made ?? WordIndex(records)
      made = index
      return index
    }
  }
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
