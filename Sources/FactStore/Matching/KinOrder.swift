/// An order of pairs of stories in which those of one event come together, so that each story is read
/// once and let go when its event is done.
struct KinOrder {
  /// Places of the pairs.
  private(set) var places: [Int]

  init(_ pairs: [StoryPair]) {
    let order = Self.stories(pairs)
    func key(_ place: Int) -> (Int, Int) {
      let (a, b) = (order[pairs[place].first], order[pairs[place].second])
      return a > b ? (a, b) : (b, a)
    }
    places = pairs.indices.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// When each story comes, by its number: from story to story of its kin, the nearest numbers first.
  private static func stories(_ pairs: [StoryPair]) -> [Int] {
    let count = (pairs.map(\.second).max() ?? 0) + 1
    var kin = [[Int]](repeating: [], count: count)
    for pair in pairs {
      kin[pair.first].append(pair.second)
      kin[pair.second].append(pair.first)
    }
    var order = [Int](repeating: -1, count: count)
    var next = 0
    for start in 0..<count where order[start] < 0 && !kin[start].isEmpty {
      var queue = [start]
      order[start] = next
      next += 1
      var at = 0
      while at < queue.count {
        for other in kin[queue[at]] where order[other] < 0 {
          order[other] = next
          next += 1
          queue.append(other)
        }
        at += 1
      }
    }
    return order
  }
}
