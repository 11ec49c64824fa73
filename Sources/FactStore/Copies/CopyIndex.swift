internal import Synchronization

/// Which articles have a sampled shingle: finds articles that may be copies without comparing
/// every two. It grows article by article, in time and room linear in their text.
struct CopyIndex: Sendable {
  /// Articles more than these that share one shingle are not listed: the first ones stand for
  /// the many copies of one text.
  private static let mostOwners = 16

  /// Number of articles taken in, by place.
  private(set) var count = 0
  /// Where the chain of owners of a shingle starts.
  private var heads = [UInt64: Int32]()
  private var owners = [Int32]()
  private var next = [Int32]()
  /// Number of sampled shingles of each article.
  private var sizes = [Int32]()

  mutating func extend(to slots: [ArticleSlot]) {
    while count < slots.count {
      let shingles = Shingles(slots[count].record.article)
      add(shingles.count < Shingles.least ? [] : shingles.sample)
    }
  }

  private mutating func add(_ sample: [UInt64]) {
    sizes.append(Int32(sample.count))
    for hash in sample {
      let head = heads[hash] ?? -1
      guard chain(head).count < Self.mostOwners else { continue }
      heads[hash] = Int32(owners.count)
      owners.append(Int32(count))
      next.append(head)
    }
    count += 1
  }

  private func chain(_ head: Int32) -> [Int32] {
    var found = [Int32]()
    var at = head
    while at >= 0 {
      found.append(owners[Int(at)])
      at = next[Int(at)]
    }
    return found
  }

  /// Places of articles that share enough of their sample with a text to be looked at, those
  /// that share most first.
  func candidates(for sample: [UInt64], except place: Int) -> [Int] {
    var shared = [Int32: Int]()
    for hash in sample {
      guard let head = heads[hash] else { continue }
      for owner in chain(head) { shared[owner, default: 0] += 1 }
    }
    shared[Int32(place)] = nil
    return shared.filter { owner, count in
      // A copy shares half of the shorter text; a sample strays from that.
      4 * count >= min(sample.count, Int(sizes[Int(owner)]))
    }
    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { Int($0.key) }
  }
}

/// An index that is made, or grows, when it is first asked. Copies of a store share it until one
/// of them loads more.
final class CopyIndexCell: Sendable {
  private let index: Mutex<CopyIndex>

  init(_ index: CopyIndex = CopyIndex()) { self.index = Mutex(index) }

  func upToDate(_ slots: [ArticleSlot]) -> CopyIndex {
    index.withLock { index in
      index.extend(to: slots)
      return index
    }
  }

  /// One of its own for a store that is about to load.
  func copy() -> CopyIndexCell { CopyIndexCell(index.withLock { $0 }) }
}
