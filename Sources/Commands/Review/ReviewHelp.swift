import Presentation
import TerminalText

/// The keys of a review, in short and in full.
enum ReviewHelp {
  /// "t true  m mostly-true …": as many rows as they take.
  static func legend(columns: Int) -> [StyledText] {
    let verdicts = ReviewAction.keys.filter { $0.action.isVerdict }
    let others = ReviewAction.keys.filter { !$0.action.isVerdict }
    return row(verdicts, columns) + row(others, columns)
  }

  private static func row(
    _ keys: [(key: Character, action: ReviewAction)], _ columns: Int
  ) -> [StyledText] {
    // The space inside a pair must not break.
    var lines = [StyledText]()
    var line = StyledText()
    for (key, action) in keys {
      let pair = StyledText(String(key), .heading) + StyledText(" " + action.name, action.style)
      if !line.isEmpty, line.width + 2 + pair.width > columns - 2 {
        lines.append(line)
        line = StyledText()
      }
      if !line.isEmpty { line.append("  ") }
      line.append(pair)
    }
    return (lines + [line]).map { StyledText(" ") + $0 }
  }

  package static func lines(columns: Int) -> [StyledText] {
    let width = (ReviewAction.keys.map { $0.action.name.count }.max() ?? 0) + 2
    let verdicts = row(ReviewAction.keys.filter { $0.action.isVerdict }, columns)
    let verdict = StyledText("  the verdict, and on to the next claim:", .dim)
    let others = ReviewAction.keys.filter { !$0.action.isVerdict }
    let rows = others.flatMap { key, action -> [StyledText] in
      let padding = String(repeating: " ", count: width - action.name.count)
      let wrapped = StyledText(action.explanation).wrapped(to: max(8, columns - width - 6))
      return wrapped.enumerated().map { index, line in
        let head =
          index == 0
          ? StyledText("  \(key) ", .heading) + StyledText(action.name, action.style)
            + StyledText(padding)
          : StyledText(String(repeating: " ", count: 4 + width))
        return head + line
      }
    }
    return [StyledText("The keys of a review", .heading), verdict]
      + verdicts.map { StyledText(" ") + $0 } + rows + [
        StyledText("  Up, Down, Page Up and Page Down scroll a claim that is too tall.", .dim)
      ]
  }
}

extension ReviewAction {
  fileprivate var isVerdict: Bool { if case .verdict = self { true } else { false } }
  fileprivate var style: Style {
    if case .verdict(let verdict) = self { .verdict(verdict) } else { .plain }
  }
}
