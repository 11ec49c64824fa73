internal import ClaimModel

/// The summary, with the charts and the tables behind them.
extension HTMLReport {
  mutating func summary() {
    section("summary", .summary) { report in
      report.html.element("p", report.words.summary(report.model))
      report.stated()
      guard !report.model.claims.isEmpty else { return }
      report.html.element("h3", report.words[.charts])
      report.html.open("div", ["class": "charts"])
      for chart in ReportCharts(report.model, report.words).bars { report.figure(chart) }
      report.html.raw("</div>\n")
      report.network()
    }
  }

  private mutating func stated() {
    guard !model.checkers.isEmpty else { return }
    html.element("p", words[.checkers] + ":")
    html.element("ul") { html in
      for checker in model.checkers { html.element("li", words.checker(checker)) }
    }
  }

  private mutating func figure(_ chart: BarChart) {
    guard !chart.bars.isEmpty else { return }
    html.open("figure")
    html.element("figcaption", chart.title)
    chart.draw(&html)
    closed(chart)
    html.raw("</figure>\n")
  }

  /// The numbers behind a chart, under it.
  private mutating func closed(_ chart: BarChart) {
    html.open("details")
    html.element("summary", "\(chart.title): \(words[.asTable])")
    table([chart.column, .columnClaims]) { report in
      for bar in chart.all {
        report.html.element("tr") { html in
          html.element("th", ["scope": "row"]) { $0.name(bar.label) }
          html.element("td", ["class": "n"], report.words.grouped(bar.count))
        }
      }
    }
    html.raw("</details>\n")
  }

  private mutating func network() {
    let network = SourceNetwork(model)
    guard !network.edges.isEmpty else { return }
    html.open("figure", ["class": "net"])
    html.element("figcaption", ["id": "net-h"], words[.chartNetwork])
    html.open(
      "div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": words[.scrollable]])
    NetworkChart(network, model.stories, words).draw(&html)
    html.raw("</div>\n")
    html.open("details")
    html.element("summary", "\(words[.chartNetwork]): \(words[.asTable])")
    table([.columnFrom, .columnTo, .columnClaims]) { report in
      for edge in network.edges {
        report.html.element("tr") { html in
          html.element("td") { $0.name(edge.from.name) }
          html.element("td") { $0.name(edge.to.name) }
          html.element("td", ["class": "n"], report.words.grouped(edge.claims))
        }
      }
    }
    html.raw("</details></figure>\n")
  }
}
