/// Finds the straight marks that have lost their partner, among those of a line.
///
/// Marks that open and close in turn are all on the wrong side behind a stray one: `nói : " A .
/// Ông B nói : " C " . Ông D kêu_gọi " E " .` has five; without the first, each of the others
/// stands where its neighbours say. The best reading of all marks is found from left to right.
struct StrayMark {
  let tokens: [Token]

  /// What it costs to leave a mark out, or a quotation open at the end, in signs.
  private static let cost = 3

  /// How a mark is read; the reading before it has the other state but for a stray one.
  private struct Step {
    var isStray: (outside: Bool, inside: Bool)
  }

  /// The tokens of the stray marks, in order; a mark that is left open at the end is not one.
  func places(in line: Range<Int>) -> [Int] {
    let marks = line.filter { tokens[$0].scalar == 0x22 && tokens[$0].kind == .punctuation }
    guard marks.count > 2 else { return [] }
    var outside = 0
    var inside = -Self.unreachable
    var steps = [Step]()
    steps.reserveCapacity(marks.count)
    for mark in marks {
      let closed = inside + signs(closing: mark, in: line)
      let opened = outside + signs(opening: mark, in: line)
      let (skippedOutside, skippedInside) = (outside - Self.cost, inside - Self.cost)
      // Not to leave a mark out goes first where both are as good.
      steps.append(Step(isStray: (skippedOutside > closed, skippedInside > opened)))
      outside = max(closed, skippedOutside)
      inside = max(opened, skippedInside)
    }
    return strays(among: marks, steps, endsInside: inside - Self.cost >= outside)
  }

  private static let unreachable = 1 << 40

  private func strays(among marks: [Int], _ steps: [Step], endsInside: Bool) -> [Int] {
    var isInside = endsInside
    var strays = [Int]()
    for (mark, step) in zip(marks, steps).reversed() {
      if isInside ? step.isStray.inside : step.isStray.outside {
        strays.append(mark)
      } else {
        isInside.toggle()
      }
    }
    return strays.reversed()
  }

  private func signs(opening mark: Int, in line: Range<Int>) -> Int {
    var count = 0
    if mark == line.lowerBound || isOne(of: [0x3A, 0x2E, 0x3F, 0x21], mark - 1) { count += 1 }
    if mark + 1 < line.upperBound, isCapital(mark + 1) { count += 1 }
    if isOne(of: [0x2C, 0x2E], mark + 1) { count -= 1 }
    return count
  }

  private func signs(closing mark: Int, in line: Range<Int>) -> Int {
    var count = 0
    if isOne(of: [0x2C, 0x2E, 0x3F, 0x21, 0x2026], mark - 1) { count += 1 }
    if mark + 1 == line.upperBound || isOne(of: [0x2C, 0x2E, 0x2D, 0x2013], mark + 1) {
      count += 1
    }
    if isOne(of: [0x3A], mark - 1) { count -= 2 }
    return count
  }

  private func isOne(of scalars: [UInt32], _ at: Int) -> Bool {
    tokens.indices.contains(at) && tokens[at].kind == .punctuation
      && scalars.contains(tokens[at].scalar)
  }

  private func isCapital(_ at: Int) -> Bool {
    tokens[at].isCapitalised
  }
}
