/// Text with what its parts are; a theme says how that looks.
package struct StyledText: Sendable, Hashable, ExpressibleByStringInterpolation {
  package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style
  }

  package private(set) var runs: [Run] = []

  package init() {}
  package init(_ text: String, _ style: Style = .plain) { append(text, style) }
  package init(stringLiteral value: String) { append(value, .plain) }

  /// The text alone, as it was put in: not yet made harmless for a terminal.
  package var plain: String { runs.lazy.map(\.text).joined() }
  /// The text alone, harmless.
  package var harmless: String {
    runs.reduce(into: "") { $0 += Sanitiser.harmless($1.text) }
  }
  package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  package static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.append(b)
    return sum
  }
}

/// What a piece of text is, by number; a theme says how it looks. Who uses this module names
/// further ones, from `firstOwn` on.
package struct Style: Sendable, Hashable {
  package let number: UInt8

  package init(number: UInt8) { self.number = number }

  package static var plain: Style { Style(number: 0) }
  /// Labels, hints, what is beside the point.
  package static var dim: Style { Style(number: 1) }
  package static var heading: Style { Style(number: 2) }
  package static var warning: Style { Style(number: 3) }
  package static var failure: Style { Style(number: 4) }
  package static var good: Style { Style(number: 5) }
  /// A search hit.
  package static var hit: Style { Style(number: 6) }

  package static var firstOwn: UInt8 { 16 }
}
