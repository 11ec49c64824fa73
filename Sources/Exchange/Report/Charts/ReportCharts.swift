internal import ClaimModel

/// The charts of a report that are bars: verdicts, sources, time.
struct ReportCharts {
  private let model: ReportModel
  private let words: ReportWords
  private static let mostBars = 8

  init(_ model: ReportModel, _ words: ReportWords) {
    self.model = model
    self.words = words
  }

  var bars: [BarChart] { [verdicts, sources, time] }

  private var verdicts: BarChart {
    let bars = VerdictGroups.counts(model.claims).map { group, count in
      BarChart.Bar(label: words.word("verdict", group), count: count, style: "v-\(group)")
    }
    return chart("ch-v", .chartVerdicts, .chartVerdictsSays, bars, .columnVerdict)
  }

  private var sources: BarChart {
    let bars = SourceFilter(model.claims).names.map {
      BarChart.Bar(label: $0.name, count: $0.claims)
    }
    return chart("ch-s", .chartSources, .chartSourcesSays, bars, .columnSource)
  }

  /// By day; where these are too many by month, then by year.
  private var time: BarChart {
    let days = Dictionary(model.stories.map { ($0.id, $0.day) }) { first, _ in first }
    let dates = model.claims.map { days[$0.story] ?? nil }
    var counts = [String: Int]()
    for length in [10, 7, 4] {
      counts = dates.reduce(into: [:]) {
        $0[$1.map { String($0.prefix(length)) } ?? "", default: 0] += 1
      }
      if counts.count <= Self.mostBars { break }
    }
    let bars = counts.sorted { ($0.key.isEmpty ? "~" : $0.key) < ($1.key.isEmpty ? "~" : $1.key) }
      .map { BarChart.Bar(label: $0.key.isEmpty ? words[.undated] : $0.key, count: $0.value) }
    return chart("ch-t", .chartTime, .chartTimeSays, bars, .columnTime)
  }

  private func chart(
    _ id: String, _ title: ReportPhrase, _ says: ReportPhrase, _ bars: [BarChart.Bar],
    _ column: ReportPhrase
  ) -> BarChart {
    let shown = Array(bars.prefix(Self.mostBars))
    var items = shown.map { "\($0.label) \($0.count)" }
    if bars.count > shown.count {
      items.append(words[.more, ["n": words.grouped(bars.count - shown.count)]])
    }
    return BarChart(
      id: id, title: words[title], text: words[says, ["items": items.joined(separator: ", ")]],
      bars: shown, all: bars, column: column)
  }
}

extension ReportStory {
  /// "2024-01-05"; nil where nothing tells it.
  var day: String? { (article.origin?.published?.day ?? article.date)?.description }
}
