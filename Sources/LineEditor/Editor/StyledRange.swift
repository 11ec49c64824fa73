package import TerminalText

/// A style for a part of a line; `range` counts UTF-8 bytes.
package struct StyledRange: Sendable, Hashable {
  package var range: Range<Int>
  package var style: Style

  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
