/// In what two sentences differ, word by word: which words of the one are which of the other, and
/// the stretches between.
struct SentenceDifference {
  /// Words that stand in the place of others; places within the sentences, either may be empty.
  struct Stretch {
    enum Kind {
      /// Marks alone, or the same words in other cases.
      case form
      /// A figure for a figure.
      case figure
      /// A word spelled a little otherwise, or one part of a longer name.
      case spelling, name
      /// Words that turn what is said, for others that do: "will release" for "will keep".
      case turn
      /// Other words.
      case words
    }

    var old: Range<Int>
    var new: Range<Int>
    var kind: Kind
  }

  /// Places of words that both have, both rising.
  private(set) var common: [(Int, Int)] = []
  private(set) var stretches: [Stretch] = []
  /// Words that are not in both, the more of the two sides of each stretch; marks do not count.
  private(set) var distance = 0
  /// Words of the longer one, marks left out.
  let length: Int
  /// Whether of a name that is another one the last part is: another person, not the same one put
  /// right.
  private(set) var hasLastNameChanged = false

  init(
    _ old: ArraySlice<VersionText.Word>, _ new: ArraySlice<VersionText.Word>,
    _ numbers: VersionWords
  ) {
    let (a, b) = (Array(old), Array(new))
    length = max(1, Self.count(a[...], numbers), Self.count(b[...], numbers))
    common = Self.common(a.map { numbers[$0.number].small }, b.map { numbers[$0.number].small })
    var (i, j) = (0, 0)
    for (x, y) in common + [(a.count, b.count)] {
      for (left, right) in Self.parts(a, i..<x, b, j..<y, numbers) {
        let kind = Self.kind(a, left, b, right, numbers)
        stretches.append(Stretch(old: left, new: right, kind: kind))
        let isFollowed =
          right.upperBound < b.count && numbers[b[right.upperBound].number].isCapital
        if kind == .name, !isFollowed { hasLastNameChanged = true }
        distance += max(Self.count(a[left], numbers), Self.count(b[right], numbers))
      }
      (i, j) = (x + 1, y + 1)
    }
  }

  /// As many words as before are each in the place of another: figures apart from words.
  ///
  /// "release 150" → "keep 170" is "release" → "keep" and "150" → "170".
  private static func parts(
    _ a: [VersionText.Word], _ old: Range<Int>, _ b: [VersionText.Word], _ new: Range<Int>,
    _ numbers: VersionWords
  ) -> [(Range<Int>, Range<Int>)] {
    guard !old.isEmpty || !new.isEmpty else { return [] }
    func kinds(_ words: ArraySlice<VersionText.Word>) -> [Bool?] {
      words.map { numbers[$0.number].isMark ? nil : numbers[$0.number].isFigure }
    }
    let kinds = (kinds(a[old]), kinds(b[new]))
    guard kinds.0 == kinds.1, Set(kinds.0).count > 1 else { return [(old, new)] }
    var parts = [(Range<Int>, Range<Int>)]()
    var start = 0
    for at in 1...old.count where at == old.count || kinds.0[at] != kinds.0[at - 1] {
      parts.append(
        (
          old.lowerBound + start..<old.lowerBound + at, new.lowerBound + start..<new.lowerBound + at
        ))
      start = at
    }
    return parts
  }

  func count(_ kind: Stretch.Kind) -> Int { stretches.count { $0.kind == kind } }

  private static func count(_ words: ArraySlice<VersionText.Word>, _ numbers: VersionWords) -> Int {
    words.count { !numbers[$0.number].isMark }
  }

  /// The longest list of words in common, those that stand alike first.
  private static func common(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let most = min(a.count, b.count) - start
    let end = zip(a.reversed(), b.reversed()).prefix(most).prefix { $0 == $1 }.count
    let (n, m) = (a.count - start - end, b.count - start - end)
    var pairs = (0..<start).map { ($0, $0) }
    if n > 0, m > 0, n * m <= 250_000 {
      var best = [Int32](repeating: 0, count: (n + 1) * (m + 1))
      for i in stride(from: n - 1, through: 0, by: -1) {
        for j in stride(from: m - 1, through: 0, by: -1) {
          best[i * (m + 1) + j] =
            a[start + i] == b[start + j]
            ? best[(i + 1) * (m + 1) + j + 1] + 1
            : max(best[(i + 1) * (m + 1) + j], best[i * (m + 1) + j + 1])
        }
      }
      var (i, j) = (0, 0)
      while i < n, j < m {
        if a[start + i] == b[start + j] {
          pairs.append((start + i, start + j))
          (i, j) = (i + 1, j + 1)
        } else if best[(i + 1) * (m + 1) + j] >= best[i * (m + 1) + j + 1] {
          i += 1
        } else {
          j += 1
        }
      }
    }
    return pairs + (0..<end).map { (a.count - end + $0, b.count - end + $0) }
  }
}

// MARK: What kind of difference it is

extension SentenceDifference {
  private static func kind(
    _ a: [VersionText.Word], _ old: Range<Int>, _ b: [VersionText.Word], _ new: Range<Int>,
    _ numbers: VersionWords
  ) -> Stretch.Kind {
    let left = a[old].map { numbers[$0.number] }.filter { !$0.isMark }
    let right = b[new].map { numbers[$0.number] }.filter { !$0.isMark }
    if left.isEmpty, right.isEmpty {
      return isFigureSign(a[old], b[new], numbers) ? .figure : .form
    }
    if !left.isEmpty, !right.isEmpty, left.allSatisfy(\.isFigure), right.allSatisfy(\.isFigure) {
      return isNumberedName(a, old, numbers) && isNumberedName(b, new, numbers) ? .words : .figure
    }
    if left.count == right.count,
      zip(left, right).allSatisfy({ $0.isFigure == $1.isFigure && isAlike($0.text, $1.text) })
    {
      return .spelling
    }
    let isName = (left + right).allSatisfy { $0.isCapital && !$0.isFigure }
    if isName, isPartOfName(a, old, left.count, numbers), isPartOfName(b, new, right.count, numbers)
    {
      return .name
    }
    return (left + right).allSatisfy(\.isTurn) ? .turn : .words
  }

  /// "Ward Four", "Quận 3": the figure is part of a name. "March 2", "14 người" are none.
  private static func isNumberedName(
    _ words: [VersionText.Word], _ stretch: Range<Int>, _ numbers: VersionWords
  ) -> Bool {
    guard stretch.lowerBound > 0 else { return false }
    let before = numbers[words[stretch.lowerBound - 1].number]
    guard before.isCapital, !before.isFigure, before.text.count > 1 else { return false }
    // At the head of a sentence every word is a capital one: "Năm 2019".
    let isSpelled = words[stretch].contains { numbers[$0.number].isCapital }
    return isSpelled || stretch.lowerBound > 1
  }

  /// "$", "%" come or go.
  private static func isFigureSign(
    _ a: ArraySlice<VersionText.Word>, _ b: ArraySlice<VersionText.Word>, _ numbers: VersionWords
  ) -> Bool {
    (a + b).contains { "$€£¥%".contains(numbers[$0.number].text) }
  }

  /// Whether capitals around a stretch make up at least as much of the name as it does.
  private static func isPartOfName(
    _ words: [VersionText.Word], _ stretch: Range<Int>, _ count: Int, _ numbers: VersionWords
  ) -> Bool {
    func isName(_ word: VersionText.Word) -> Bool {
      let entry = numbers[word.number]
      return entry.isCapital && !entry.isFigure && entry.text.count > 1
    }
    let around =
      words[..<stretch.lowerBound].reversed().prefix(while: isName).count
      + words[stretch.upperBound...].prefix(while: isName).count
    return around >= max(1, count)
  }

  /// One letter may be another, as in a slip of the pen, in a long word two; not the only one.
  static func isAlike(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.lowercased()), Array(b.lowercased()))
    if a == b { return true }
    let longer = max(a.count, b.count)
    guard longer >= 2 else { return false }
    let isLonger = min(a.count, b.count) >= 4 && zip(a, b).allSatisfy { $0 == $1 }
    if isLonger, longer - min(a.count, b.count) <= 2 { return true }
    return letterDistance(a, b) <= (longer > 9 ? 2 : 1)
  }

  /// Letters to change, add, take away; two that change places are one.
  private static func letterDistance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}

extension SentenceDifference {
  /// Whether the one may be the other, put right or brought up to date. A sentence of the same
  /// pattern on something else is none: there the subject and the figures are others.
  ///
  /// `isInPlace`: a sentence beside it is the same in both texts.
  func isChange(inPlace isInPlace: Bool) -> Bool {
    let (figures, names) = (count(.figure), count(.name))
    let (turns, others) = (count(.turn), count(.words) + count(.turn))
    let share = Double(distance) / Double(length)
    guard share <= 0.5 else { return false }
    switch (others, figures) {
    case (0, 0): return names == 0 || share <= 0.34 || isInPlace
    case (0, _):
      if names == 0 { return true }
      return names == 1 && figures == 1 && share <= 0.34 && isInPlace && !hasLastNameChanged
    case (_, 0):
      if isInPlace { return others + names <= 3 && (distance <= 2 || share <= 0.34) }
      if others == turns, names == 0 { return turns <= 2 && share <= 0.34 }
      return others == 1 && names == 0 && distance <= 2 && length >= 6
    default:
      return others == turns && names == 0 && turns <= 2 && figures <= 1
        && share <= (isInPlace ? 0.45 : 0.34)
    }
  }
}
