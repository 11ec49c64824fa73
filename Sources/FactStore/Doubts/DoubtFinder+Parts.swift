internal import ClaimModel

// "Lavrov" and "Sergei Lavrov", "Hùng" and "Nguyễn Văn Hùng".
extension DoubtFinder {
  /// More bearers than that make a name nobody's.
  private static let bearers = 3

  mutating func findPartsOfNames() {
    let fuller = fullerNames
    for (number, source) in all.enumerated() where source.isNamedPerson {
      guard source.words.words.count < 3, let last = source.words.words.last else { continue }
      let bearers = (fuller[last] ?? []).filter { source.words.isPart(of: all[$0].words) }
      proposeBearers(bearers, of: number)
    }
  }

  /// Persons of two names and more by their first and their last word.
  private var fullerNames: [String: [Int]] {
    var names: [String: [Int]] = [:]
    for (number, source) in all.enumerated()
    where source.isNamedPerson && source.words.words.count > 1 {
      for end in source.words.ends { names[end, default: []].append(number) }
    }
    return names
  }

  /// Those whose office agrees; without any, the only one that the name fits by its end.
  private mutating func proposeBearers(_ bearers: [Int], of part: Int) {
    let graded = bearers.map { (number: $0, agreement: sources.agreement(part, $0)) }
    for agreement in [Office.Agreement.same, .alike] {
      let fitting = graded.filter { $0.agreement == agreement }
      guard !fitting.isEmpty else { continue }
      guard fitting.count <= Self.bearers else { return }
      for bearer in fitting where agreement == .same || ends(part, bearer.number) {
        let weight = agreement == .same ? 0.9 : 0.6
        propose(
          .partOfName, keeping: bearer.number, for: part,
          weight: weight - 0.1 * Double(fitting.count - 1))
      }
      return
    }
    proposeOnly(graded.filter { ends(part, $0.number) }, of: part)
  }

  /// The only bearer, where a story of the part has the whole name too, or the part is two words.
  private mutating func proposeOnly(
    _ graded: [(number: Int, agreement: Office.Agreement)], of part: Int
  ) {
    guard graded.count == 1, graded[0].agreement == .unclear else { return }
    let bearer = graded[0].number
    if sources.stories(of: part, have: all[bearer].name) {
      propose(.partOfName, keeping: bearer, for: part, weight: 0.7)
    } else if all[part].words.words.count > 1, !CommonNames.shared.isVietnamese(all[bearer].words) {
      propose(.partOfName, keeping: bearer, for: part, weight: 0.3)
    }
  }

  private func ends(_ part: Int, _ bearer: Int) -> Bool {
    let words = all[part].words.words
    return all[bearer].words.words.suffix(words.count).elementsEqual(words)
  }
}

// "Donald J. Trump" and "Donald Trump".
extension DoubtFinder {
  mutating func findMiddleNames() {
    var groups: [[String?]: [Int]] = [:]
    for (number, source) in all.enumerated()
    where source.isNamedPerson && source.words.words.count > 1 {
      groups[[source.words.words.first, source.words.words.last], default: []].append(number)
    }
    for group in groups.values where (2...8).contains(group.count) {
      for (place, first) in group.enumerated() {
        for second in group[(place + 1)...] { compareMiddleNames(first, second) }
      }
    }
  }

  private mutating func compareMiddleNames(_ a: Int, _ b: Int) {
    guard all[a].words.words.count != all[b].words.words.count,
      sources.agreement(a, b) == .same
    else { return }
    let (kept, other) = ordered(a, b)
    propose(.partOfName, keeping: kept, for: other, weight: 0.8)
  }
}
