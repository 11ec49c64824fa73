internal import ClaimModel

/// How each style looks: the parameters of an SGR sequence, "" for plain text.
package struct Theme: Sendable {
  package static let standard = Theme()

  package init() {}

  package func parameters(_ style: Style) -> String {
    switch style {
    case .plain: ""
    case .id, .dim: "2"
    case .heading, .speaker: "1"
    case .agency: "36"
    case .quotation, .good: "32"
    case .number: "36"
    case .cue, .command: "35"
    case .prompt: "1;32"
    case .option: "36"
    case .typedID: "94"
    case .warning: "33"
    case .failure: "1;31"
    case .hit: "7"
    case .verdict(let verdict): color(verdict)
    case .claim(let verdict): verdict == .unchecked ? "4" : "4;" + color(verdict)
    }
  }

  private func color(_ verdict: Verdict) -> String {
    switch verdict {
    case .unchecked: "2"
    case .true: "32"
    case .mostlyTrue: "92"
    case .halfTrue: "33"
    case .misleading: "35"
    case .false: "31"
    case .unverifiable: "34"
    }
  }

  /// Text in its style, harmless; with escape sequences only where colour is wanted.
  package func painted(_ text: StyledText, color: Bool) -> String {
    text.runs.reduce(into: "") { out, run in
      let harmless = Sanitiser.harmless(run.text)
      let parameters = color ? self.parameters(run.style) : ""
      out += parameters.isEmpty ? harmless : "\u{1B}[\(parameters)m\(harmless)\u{1B}[0m"
    }
  }
}
