/// The words that two texts have in common, in order: Myers, "An O(ND) Difference Algorithm"
/// (1986), the greedy form, up to a number of differences. Past that nothing but what both begin
/// and end with is common.
struct CommonWords {
  /// Places in the one and in the other, both rising.
  private(set) var pairs: [(Int, Int)] = []
  private static let mostDifferences = 2000

  init(_ a: [Int], _ b: [Int]) {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let rest = min(a.count, b.count) - start
    let end = zip(a.reversed(), b.reversed()).prefix(rest).prefix { $0 == $1 }.count
    pairs = (0..<start).map { ($0, $0) }
    let middle = Self.pairs(Array(a[start..<a.count - end]), Array(b[start..<b.count - end]))
    pairs += middle.map { (start + $0, start + $1) }
    pairs += (0..<end).map { (a.count - end + $0, b.count - end + $0) }
  }

  private static func pairs(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let limit = min(a.count + b.count, mostDifferences)
    // How far each diagonal has come; `origin` is that of diagonal 0.
    let origin = limit + 1
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var steps = [[Int]]()
    for differences in 0...limit {
      steps.append(Array(reach[(origin - differences - 1)...(origin + differences + 1)]))
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let isDown =
          diagonal == -differences
          || (diagonal != differences
            && reach[origin + diagonal - 1] < reach[origin + diagonal + 1])
        var x = isDown ? reach[origin + diagonal + 1] : reach[origin + diagonal - 1] + 1
        while x < a.count, x - diagonal < b.count, a[x] == b[x - diagonal] { x += 1 }
        reach[origin + diagonal] = x
        if x >= a.count, x - diagonal >= b.count { return path(steps, a.count, b.count) }
      }
    }
    return []
  }

  /// Goes the way back: every step diagonally is a common word.
  private static func path(_ steps: [[Int]], _ endX: Int, _ endY: Int) -> [(Int, Int)] {
    var pairs = [(Int, Int)]()
    var (x, y) = (endX, endY)
    for (differences, reach) in steps.enumerated().reversed() {
      let diagonal = x - y
      // `reach` starts at diagonal -differences - 1.
      func at(_ diagonal: Int) -> Int { reach[diagonal + differences + 1] }
      let isDown =
        diagonal == -differences
        || (diagonal != differences && at(diagonal - 1) < at(diagonal + 1))
      let before = isDown ? diagonal + 1 : diagonal - 1
      let beforeX = differences == 0 ? 0 : at(before)
      let beforeY = differences == 0 ? 0 : beforeX - before
      let startX = differences == 0 ? 0 : isDown ? beforeX : beforeX + 1
      while x > startX, y > (differences == 0 ? 0 : startX - diagonal) {
        (x, y) = (x - 1, y - 1)
        pairs.append((x, y))
      }
      (x, y) = (beforeX, beforeY)
    }
    return pairs.reversed()
  }
}
