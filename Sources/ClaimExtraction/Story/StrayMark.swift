/// Finds the straight mark that has lost its partner, in a line with an odd number of them.
///
/// Marks that open and close in turn are all on the wrong side behind it: `nói : " A . Ông B
/// nói : " C " . Ông D kêu_gọi " E " .` has five; without the first, each of the others stands
/// where its neighbours say.
struct StrayMark {
  let tokens: [Token]

  /// By how many signs the line must read better without the mark.
  private static let margin = 3

  /// The token of the stray mark; nil where there is none, or it is the last.
  func place(in line: Range<Int>) -> Int? {
    let marks = line.filter { tokens[$0].scalar == 0x22 && tokens[$0].kind == .punctuation }
    guard marks.count > 2, marks.count % 2 == 1 else { return nil }
    // As it stands: every other mark opens.
    var score = 0
    for (number, mark) in marks.dropLast().enumerated() {
      score += number % 2 == 0 ? signs(opening: mark, in: line) : signs(closing: mark, in: line)
    }
    let plain = score
    var best = (score: score, place: Int?.none)
    // From the last to the first: the pairs behind the stray mark move by one.
    for number in stride(from: marks.count - 3, through: 0, by: -2) {
      score -= signs(opening: marks[number], in: line) + signs(closing: marks[number + 1], in: line)
      score +=
        signs(opening: marks[number + 1], in: line) + signs(closing: marks[number + 2], in: line)
      if score > best.score { best = (score, marks[number]) }
    }
    return best.score >= plain + Self.margin ? best.place : nil
  }

  private func signs(opening mark: Int, in line: Range<Int>) -> Int {
    var count = 0
    if mark == line.lowerBound || isOne(of: [0x3A, 0x2E, 0x3F, 0x21], mark - 1) { count += 1 }
    if mark + 1 < line.upperBound, isCapital(mark + 1) { count += 1 }
    return count
  }

  private func signs(closing mark: Int, in line: Range<Int>) -> Int {
    var count = 0
    if isOne(of: [0x2C, 0x2E, 0x3F, 0x21, 0x2026], mark - 1) { count += 1 }
    if mark + 1 == line.upperBound || isOne(of: [0x2C, 0x2E, 0x2D, 0x2013], mark + 1) {
      count += 1
    }
    return count
  }

  private func isOne(of scalars: [UInt32], _ at: Int) -> Bool {
    tokens.indices.contains(at) && tokens[at].kind == .punctuation
      && scalars.contains(tokens[at].scalar)
  }

  private func isCapital(_ at: Int) -> Bool {
    switch tokens[at].shape {
    case .capitalised, .upper, .mixed: true
    case .none, .lower: false
    }
  }
}
