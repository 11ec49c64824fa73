package import ClaimModel
package import TerminalText

package import TerminalText

// What a newsroom's text is made of, beside what every text is.
extension Style {
  /// "c9", "a1"
  package static var id: Style { Style(own: 0) }
  package static var speaker: Style { Style(own: 1) }
  package static var agency: Style { Style(own: 2) }
  package static var quotation: Style { Style(own: 3) }
  package static var number: Style { Style(own: 4) }
  package static var cue: Style { Style(own: 5) }

  // In a line that is typed: the prompt's name, the name of a command, an option or a query's
  // field, ids.
  package static var prompt: Style { Style(own: 6) }
  package static var command: Style { Style(own: 7) }
  package static var option: Style { Style(own: 8) }
  package static var typedID: Style { Style(own: 9) }

  package static func verdict(_ verdict: Verdict) -> Style { Style(own: 16 + verdict.place) }
  /// The text of a claim, coloured by its verdict.
  package static func claim(_ verdict: Verdict) -> Style { Style(own: 32 + verdict.place) }

  private init(own number: UInt8) { self.init(number: Style.firstOwn + number) }
}

extension Verdict {
  fileprivate var place: UInt8 {
    switch self {
    case .unchecked: 0
    case .true: 1
    case .mostlyTrue: 2
    case .halfTrue: 3
    case .misleading: 4
    case .false: 5
    case .unverifiable: 6
    }
  }

  fileprivate var look: Look {
    switch self {
    case .unchecked: .dim
    case .true: Look(Color.green)
    case .mostlyTrue: Look(Color.brightGreen)
    case .halfTrue: Look(Color.yellow)
    case .misleading: Look(Color.magenta)
    case .false: Look(Color.red)
    case .unverifiable: Look(Color.blue)
    }
  }
}

extension Theme {
  package static let standard: Theme = {
    var looks: [Style: Look] = [
      .id: .dim, .dim: .dim,
      .heading: Look(bold: true), .speaker: Look(bold: true),
      .agency: Look(Color.cyan), .number: Look(Color.cyan), .option: Look(Color.cyan),
      .quotation: Look(Color.green), .good: Look(Color.green),
      .cue: Look(Color.magenta), .command: Look(Color.magenta),
      .prompt: Look(Color.green, bold: true),
      .typedID: Look(Color.brightBlue),
      .warning: Look(Color.yellow),
      .failure: Look(Color.red, bold: true),
      .hit: Look(inverse: true),
    ]
    for verdict in Verdict.allCases {
      looks[.verdict(verdict)] = verdict.look
      var text = verdict == .unchecked ? .plain : verdict.look
      text.isUnderlined = true
      looks[.claim(verdict)] = text
    }
    return Theme(looks)
  }()
}

/// Numbers of a terminal's own colours.
private enum Color {
  static let red: UInt8 = 1
  static let green: UInt8 = 2
  static let yellow: UInt8 = 3
  static let blue: UInt8 = 4
  static let magenta: UInt8 = 5
  static let cyan: UInt8 = 6
  static let brightGreen: UInt8 = 10
  static let brightBlue: UInt8 = 12
}
