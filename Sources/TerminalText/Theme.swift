/// How each style looks.
package struct Theme: Sendable, Hashable {
  /// By the style's number.
  private let looks: [Look]
  /// The escape codes that begin each style; "" for plain text.
  private let starts: [String]

  /// A style that is not named here looks plain.
  package init(_ looks: [Style: Look]) {
    let count = looks.keys.reduce(0) { max($0, Int($1.number) + 1) }
    self.init(looks: (0..<count).map { looks[Style(number: UInt8($0))] ?? .plain })
  }

  private init(looks: [Look]) {
    self.looks = looks
    starts = looks.map(\.start)
  }

  package func look(_ style: Style) -> Look {
    let number = Int(style.number)
    return number < looks.count ? looks[number] : .plain
  }

  /// The same for a terminal without colours: bold, dim, underlined and reversed stay.
  package var withoutColors: Theme { Theme(looks: looks.map(\.withoutColor)) }

  /// Text in its styles, harmless: ("c3", dim) → `ESC[2mc3ESC[0m`
  package func painted(_ text: StyledText) -> String {
    text.runs.reduce(into: "") { out, run in
      let number = Int(run.style.number)
      let harmless = Sanitiser.harmless(run.text)
      guard number < starts.count, !starts[number].isEmpty else { return out += harmless }
      out += starts[number]
      out += harmless
      out += Look.reset
    }
  }
}
