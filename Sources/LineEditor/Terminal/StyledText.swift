/// A text in runs of one style each; the text itself holds no escape sequences.
package struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
  package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style
  }

  package var runs: [Run]

  package init(_ text: String = "", _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  package init(stringLiteral text: String) { self.init(text) }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  /// The text without its styles.
  package var text: String { runs.map(\.text).joined() }
}

/// A style for a part of a line; `range` counts UTF-8 bytes.
package struct StyledRange: Sendable, Hashable {
  package var range: Range<Int>
  package var style: Style

  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
