internal import ClaimModel

// "Tổng thống Donald Trump" and "Donald Trump"; "Ngoc Lan" and "Ngọc Lan".
extension DoubtFinder {
  mutating func findSameWords() {
    var groups: [[String]: [Int]] = [:]
    for (number, source) in all.enumerated() where source.isNamedPerson || source.isNamedBody {
      groups[source.words.words, default: []].append(number)
    }
    for group in groups.values where group.count > 1 {
      for (place, first) in group.enumerated() {
        for second in group[(place + 1)...] { compareMarks(first, second) }
      }
    }
  }

  private mutating func compareMarks(_ a: Int, _ b: Int) {
    let (first, second) = (all[a], all[b])
    guard first.isPerson == second.isPerson, sources.agreement(a, b) != .differs else { return }
    if first.words.marked == second.words.marked {
      // The name without titles stays.
      let (kept, other) = first.name.utf8.count <= second.name.utf8.count ? (a, b) : (b, a)
      guard first.isPerson, !all[kept].words.hasTitle else { return }
      propose(.title, keeping: kept, for: other, weight: 0.85)
    } else if second.words.isUnmarked(where: first.words) {
      propose(.marks, keeping: a, for: b, weight: 0.8)
    } else if first.words.isUnmarked(where: second.words) {
      propose(.marks, keeping: b, for: a, weight: 0.8)
    }
  }
}

extension PersonName {
  /// Whether it has no marks in the words in which it is another name: "Ngoc Lan" beside
  /// "Ngọc Lan". "Hà" and "Hạ" are two names.
  fileprivate func isUnmarked(where other: PersonName) -> Bool {
    zip(zip(marked, words), other.marked).allSatisfy { own, other in
      own.0 == other || own.0 == own.1
    }
  }
}
