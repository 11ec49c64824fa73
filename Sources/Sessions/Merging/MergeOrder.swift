/// The changes of two sessions in one order: each one's own order holds, and where it leaves a
/// choice the earlier change comes first.
enum MergeOrder {
  /// Changes that both have come once; of a story that both loaded the first loading counts.
  static func merged(_ ours: [MergeItem], _ theirs: [MergeItem]) -> [SidedItem] {
    var our = Queue(ours)
    var their = Queue(theirs)
    var order = [SidedItem]()
    var done = Set<MergeItem.Identity>()
    while let item = next(&our, &their, done) {
      done.insert(item.identity)
      let isOurs = our.item(item.identity).map { $0.number == item.number } ?? false
      order.append(SidedItem(item: item, side: isOurs ? .ours : .theirs))
    }
    return order
  }

  private struct Queue {
    private let items: [MergeItem]
    private let places: [MergeItem.Identity: Int]
    private var place = 0

    init(_ items: [MergeItem]) {
      self.items = items
      places = Dictionary(
        uniqueKeysWithValues: items.enumerated().map { ($1.identity, $0) })
    }

    mutating func head(_ done: Set<MergeItem.Identity>) -> MergeItem? {
      while place < items.count, done.contains(items[place].identity) { place += 1 }
      return place < items.count ? items[place] : nil
    }

    func item(_ identity: MergeItem.Identity) -> MergeItem? {
      places[identity].map { items[$0] }
    }
  }

  private static func next(
    _ ours: inout Queue, _ theirs: inout Queue, _ done: Set<MergeItem.Identity>
  ) -> MergeItem? {
    guard let our = ours.head(done), let their = theirs.head(done) else {
      return ours.head(done) ?? theirs.head(done)
    }
    let twin = theirs.item(our.identity)
    let other = ours.item(their.identity)
    switch (twin, other) {
    case (nil, .some): return our
    case (.some, nil): return their
    case (.some(let twin), _) where our.identity == their.identity: return earlier(our, twin)
    // Both have both, the other way round.
    case (.some(let twin), .some(let other)):
      return MergeItem.precedes(earlier(our, twin), earlier(their, other))
        ? earlier(our, twin) : earlier(their, other)
    case (nil, nil): return earlier(our, their)
    }
  }

  private static func earlier(_ a: MergeItem, _ b: MergeItem) -> MergeItem {
    MergeItem.precedes(b, a) ? b : a
  }
}
