package import ClaimModel

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

/// What a piece of text is.
package enum Style: Sendable, Hashable {
  case plain
  /// "c9", "a1"
  case id
  case heading
  /// Labels, hints, what is beside the point.
  case dim
  case speaker
  case agency
  case quotation
  case number
  case cue
  case verdict(Verdict)
  case warning
  case failure
  case good
  /// A search hit.
  case hit
  /// The text of a claim, coloured by its verdict.
  case claim(Verdict)
  /// In a line that is typed: the prompt's name, the name of a command, an option or a query's field, ids.
  case prompt
  case command
  case option
  case typedID
}
