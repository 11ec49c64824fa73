/// Finds what goes round in a circle: each member leads to each other one.
enum Circles {
  /// Circles of two or more, the largest first; `next` has the ways from each member.
  static func circles(_ next: [String: Set<String>]) -> [[String]] {
    // What is reached last from a member stands first (Kosaraju): from there the ways back stay
    // within one circle.
    var order = [String]()
    var seen = Set<String>()
    for member in next.keys.sorted() { visit(member, next, &seen, &order) }
    var back = [String: Set<String>]()
    for (from, ways) in next { for to in ways { back[to, default: []].insert(from) } }
    seen = []
    var found = [[String]]()
    for member in order.reversed() where !seen.contains(member) {
      var circle = [String]()
      visit(member, back, &seen, &circle)
      if circle.count > 1 { found.append(circle.sorted()) }
    }
    return found.sorted { $0.count > $1.count }
  }

  /// Adds to `order` what is reached from `member` and not seen before, the farthest first.
  private static func visit(
    _ member: String, _ next: [String: Set<String>], _ seen: inout Set<String>,
    _ order: inout [String]
  ) {
    guard seen.insert(member).inserted else { return }
    for other in (next[member] ?? []).sorted() { visit(other, next, &seen, &order) }
    order.append(member)
  }
}
