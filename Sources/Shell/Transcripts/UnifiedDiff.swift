package import TerminalText

/// The difference of two lists of lines in the unified form of diff(1).
package struct UnifiedDiff {
  private enum Mark: String { case same = " ", removed = "-", added = "+" }
  private var edits: [(mark: Mark, line: String)] = []

  package init(_ old: [String], _ new: [String]) {
    let difference = new.difference(from: old)
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i), i < old.count {
        edits.append((.removed, old[i]))
        i += 1
      } else if added.contains(j), j < new.count {
        edits.append((.added, new[j]))
        j += 1
      } else {
        edits.append((.same, old[i]))
        i += 1
        j += 1
      }
    }
  }

  package var isEmpty: Bool { edits.allSatisfy { $0.mark == .same } }
  package var removals: Int { edits.count { $0.mark == .removed } }
  package var additions: Int { edits.count { $0.mark == .added } }

  /// With three lines around each change; empty where there is none.
  package func lines(from old: String, to new: String) -> [StyledText] {
    guard !isEmpty else { return [] }
    return [StyledText("--- \(old)", .heading), StyledText("+++ \(new)", .heading)]
      + hunks.flatMap { hunk($0) }
  }

  /// Places in `edits` that are shown together.
  private var hunks: [Range<Int>] {
    let context = 3
    var hunks = [Range<Int>]()
    for index in edits.indices where edits[index].mark != .same {
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func hunk(_ range: Range<Int>) -> [StyledText] {
    let before = edits[..<range.lowerBound]
    func place(_ other: Mark) -> String {
      let count = edits[range].count { $0.mark != other }
      let start = before.count { $0.mark != other } + (count > 0 ? 1 : 0)
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    let head = StyledText("@@ -\(place(.added)) +\(place(.removed)) @@", .dim)
    return [head]
      + edits[range].map { edit in
        let style: Style =
          switch edit.mark {
          case .same: .plain
          case .removed: .failure
          case .added: .good
          }
        return StyledText(edit.mark.rawValue + edit.line, style)
      }
  }
}
