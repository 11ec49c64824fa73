import TerminalText

/// The candidates below the line, and which one is chosen.
struct CompletionMenu: Sendable {
  var candidates: [CompletionCandidate]
  /// The line before any of them was put in.
  var original: LineBuffer
  /// Nil until the first one is chosen.
  var selected: Int?

  private static let height = 10

  mutating func select(by step: Int) {
    let count = candidates.count
    guard let selected else {
      self.selected = step > 0 ? 0 : count - 1
      return
    }
    self.selected = (selected + step + count) % count
  }

  /// The line with the chosen candidate in it.
  func line(final: Bool) -> LineBuffer {
    guard let selected else { return original }
    return original.completed(with: candidates[selected], final: final)
  }

  /// Rows of candidates and, when not all fit, which ones are shown.
  func append(to builder: inout FrameBuilder, rows: Int) {
    let fits = candidates.count <= min(rows, Self.height)
    let height = max(1, min(rows - (fits ? 0 : 1), Self.height))
    let first = max(0, min((selected ?? 0) - height + 1, candidates.count - height))
    let shown = first..<min(candidates.count, first + height)
    let labels = shown.map { candidates[$0].display ?? candidates[$0].replacement }
    let width = min(labels.map { Glyph.width(of: $0) }.max() ?? 0, builder.columns * 2 / 3)
    for (index, label) in zip(shown, labels) {
      builder.breakLine()
      let look = Look(inverse: index == selected)
      builder.appendCut(label, look, to: width, padding: true)
      guard let detail = candidates[index].detail else { continue }
      builder.append("  ", .plain)
      builder.appendCut(detail, .dim, to: builder.room, padding: false)
    }
    if !fits, rows > 1 {
      builder.breakLine()
      let note = "\(shown.lowerBound + 1)–\(shown.upperBound) of \(candidates.count)"
      builder.appendCut(note, .dim, to: builder.columns, padding: false)
    }
  }
}

extension LineBuffer {
  /// With the candidate's replacement in its range; `final` adds the blank it asks for.
  func completed(with candidate: CompletionCandidate, final: Bool) -> LineBuffer {
    var copy = self
    copy.replace(range(utf8: candidate.range), with: candidate.replacement)
    if final, candidate.appendsBlank {
      if copy.isAtEnd || copy.characters[copy.cursor] != " " {
        copy.insert(" ")
      } else {
        copy.cursor += 1
      }
    }
    return copy
  }

  /// The line with what all replacements begin with, if that is more than is typed already.
  func withCommonStart(of candidates: [CompletionCandidate]) -> LineBuffer? {
    guard var first = candidates.first, candidates.allSatisfy({ $0.range == first.range }) else {
      return nil
    }
    let typed = characters[range(utf8: first.range)]
    var common = Array(first.replacement)
    for candidate in candidates.dropFirst() {
      common.removeLast(common.count - zip(common, candidate.replacement).prefix { $0 == $1 }.count)
      if common.count <= typed.count { return nil }
    }
    // Half of `\"` would change what the next character means.
    if common.reversed().prefix(while: { $0 == "\\" }).count % 2 == 1 { common.removeLast() }
    guard common.count > typed.count, common.starts(with: typed) else { return nil }
    first.replacement = String(common)
    return completed(with: first, final: false)
  }
}
