internal import ClaimModel
internal import Lexicons

// "Sergey Lavrov" and "Sergei Lavrov", "Kim Jongun" and "Kim Jong-un".
extension DoubtFinder {
  private static let letters = 8
  private static let lettersOfBody = 14
  private static let lettersOfWord = 4

  mutating func findSpellings() {
    var names: [UInt64: [Int]] = [:]
    for (number, source) in all.enumerated() where isLong(source) {
      let name = Array(source.words.words.joined(separator: " ").utf8)
      for key in keys(name) where names[key]?.last != number {
        names[key, default: []].append(number)
      }
    }
    var seen = Set<[Int]>()
    for group in names.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      for (place, first) in group.prefix(8).enumerated() {
        for second in group.prefix(8)[(place + 1)...] where seen.insert([first, second]).inserted {
          compareSpelling(first, second)
        }
      }
    }
  }

  private func isLong(_ source: DoubtedSource) -> Bool {
    let words = source.words.words
    let count = words.reduce(words.count - 1) { $0 + $1.utf8.count }
    if source.isPerson { return source.isNamedPerson && words.count > 1 && count >= Self.letters }
    return source.isNamedBody && count >= Self.lettersOfBody
      && source.name.utf8.allSatisfy { $0 < 0x80 }
  }

  /// What the name comes to as it is, and without each of its letters.
  private func keys(_ name: [UInt8]) -> Set<UInt64> {
    Set(
      ([-1] + name.indices).map { left in
        name.indices.reduce(0xCBF2_9CE4_8422_2325) { hash, at in
          at == left ? hash : (hash ^ UInt64(name[at])) &* 0x0000_0100_0000_01B3
        }
      })
  }

  private mutating func compareSpelling(_ a: Int, _ b: Int) {
    let (first, second) = (all[a], all[b])
    // Names that differ in marks alone are two.
    guard first.isPerson == second.isPerson, first.words.words != second.words.words,
      isOneLetter(first.words.words, second.words.words)
    else { return }
    let agreement = sources.agreement(a, b)
    let isLikely =
      agreement > .unclear || !first.isPerson
      || first.words.words.joined() == second.words.words.joined()
    guard agreement != .differs, isLikely || isUncommon(a, b) else { return }
    let (kept, other) = ordered(a, b)
    propose(.spelling, keeping: kept, for: other, weight: isLikely ? 0.75 : 0.4)
  }

  /// Whether they differ in one letter of one long word, or in blanks alone.
  private func isOneLetter(_ a: [String], _ b: [String]) -> Bool {
    if a.joined() == b.joined() { return true }
    let different = zip(a, b).filter { $0 != $1 }
    guard a.count == b.count, different.count == 1 else { return false }
    let (one, two) = different[0]
    return min(one.utf8.count, two.utf8.count) >= Self.lettersOfWord
      && NearestName.distance(Array(one.utf8), Array(two.utf8), limit: 1) != nil
  }

  /// Whether the words in which two names differ are not both names that many people have.
  private func isUncommon(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (all[a].words, all[b].words)
    let different = Set(first.words).symmetricDifference(second.words)
    return !CommonNames.shared.isVietnamese(first) && !CommonNames.shared.isVietnamese(second)
      && !different.allSatisfy(CommonNames.shared.given.contains)
  }
}
