/// Numbers as bars, drawn in lines one under the other: readable at the width of a phone.
struct BarChart {
  struct Bar: Equatable {
    var label: String
    var count: Int
    /// A class of the style sheet.
    var style = "bar"
  }

  /// Names its parts, as a prefix.
  var id: String
  var title: String
  /// What the chart says, for those who do not see it.
  var text: String
  /// Those that are drawn.
  var bars: [Bar]
  /// Those of the table.
  var all: [Bar]
  var column: ReportPhrase

  private static let width = 360
  private static let row = 38

  func draw(_ html: inout HTMLText) {
    let most = max(1, bars.map(\.count).max() ?? 1)
    html.open(
      "svg",
      [
        "viewBox": "0 0 \(Self.width) \(bars.count * Self.row)", "role": "img",
        "aria-labelledby": "\(id)-t \(id)-d",
      ])
    html.element("title", ["id": "\(id)-t"], title)
    html.element("desc", ["id": "\(id)-d"], text)
    for (place, bar) in bars.enumerated() {
      let top = place * Self.row
      let length = max(2, bar.count * (Self.width - 60) / most)
      html.element("text", ["x": "0", "y": "\(top + 14)"], shortened(bar.label, to: 44))
      html.element(
        "rect",
        [
          "class": bar.style, "x": "0", "y": "\(top + 19)", "width": "\(length)", "height": "12",
          "rx": "2",
        ], "")
      html.element(
        "text", ["class": "soft", "x": "\(length + 6)", "y": "\(top + 30)"], "\(bar.count)")
    }
    html.close("svg")
  }
}

/// At most so many characters, the last one "…" where some are left out.
func shortened(_ text: String, to most: Int) -> String {
  text.count > most ? text.prefix(most - 1) + "…" : text
}
