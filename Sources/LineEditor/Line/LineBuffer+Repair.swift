extension LineBuffer {
  /// The line without the rest of a grapheme of which a command of libedit's, which counts scalars,
  /// took a part away; nil when none was cut.
  ///
  /// `a🇻🇳b` → vi's `x` on the flag → `a🇳b` → `ab`
  func repaired(from old: LineBuffer) -> LineBuffer? {
    let before = Array(old.text.unicodeScalars)
    let after = Array(text.unicodeScalars)
    let start = zip(before, after).prefix { $0 == $1 }.count
    let longest = min(before.count, after.count) - start
    let same = zip(before.reversed(), after.reversed()).prefix(longest).prefix { $0 == $1 }.count
    let deleted = start..<(before.count - same)
    guard !deleted.isEmpty else { return nil }
    let whole = old.scalarRange(covering: deleted)
    if whole == deleted { return nil }
    var scalars = before[..<whole.lowerBound]
    scalars += after[start..<(after.count - same)]
    let cursor = scalars.count
    return LineBuffer(scalars: scalars + before[whole.upperBound...], scalarCursor: cursor)
  }

  /// `range` of scalars, widened to whole graphemes.
  private func scalarRange(covering range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var reached = 0
    for character in characters {
      let next = reached + character.unicodeScalars.count
      if reached <= range.lowerBound { lower = reached }
      if next >= range.upperBound { return lower..<next }
      reached = next
    }
    return lower..<reached
  }
}
