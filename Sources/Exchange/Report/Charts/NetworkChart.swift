internal import ClaimModel

/// A network of sources in three columns: who said it, newsrooms, stories.
struct NetworkChart {
  private let edges: [SourceNetwork.Edge]
  private let rest: Int
  private let columns: [[SourceNetwork.Node]]
  private let titles: [String: String]
  private let words: ReportWords

  private static let mostEdges = 36
  private static let width = 720
  private static let row = 30
  private static let boxWidth = 200

  init(_ network: SourceNetwork, _ stories: [ReportStory], _ words: ReportWords) {
    self.words = words
    titles = Dictionary(stories.map { ($0.id.description, $0.title) }) { first, _ in first }
    edges = Array(network.edges.prefix(Self.mostEdges))
    rest = network.edges.count - edges.count
    var columns = [[SourceNetwork.Node]](repeating: [], count: 3)
    for node in edges.flatMap({ [$0.from, $0.to] }) {
      let column = node.column.rawValue
      if !columns[column].contains(node) { columns[column].append(node) }
    }
    self.columns = columns
  }

  func draw(_ html: inout HTMLText) {
    let height = max(1, columns.map(\.count).max() ?? 1) * Self.row + (rest > 0 ? 24 : 4)
    html.open(
      "svg",
      [
        "viewBox": "0 0 \(Self.width) \(height)", "role": "img", "aria-labelledby": "ch-n-t ch-n-d",
      ])
    html.element("title", ["id": "ch-n-t"], words[.chartNetwork])
    html.element("desc", ["id": "ch-n-d"], text)
    for edge in edges { draw(edge, &html) }
    for column in columns {
      for node in column { draw(node, &html) }
    }
    if rest > 0 {
      html.element(
        "text", ["class": "soft", "x": "0", "y": "\(height - 6)"],
        words[.more, ["n": words.grouped(rest)]])
    }
    html.close("svg")
  }

  /// Of a story its title as well: "a4 Ferry sinks off Ben Lau".
  private func label(_ node: SourceNetwork.Node) -> String {
    node.column == .story ? "\(node.name) \(titles[node.name] ?? "")" : node.name
  }

  private var text: String {
    let items = edges.map { "\($0.from.name) → \($0.to.name) (\($0.claims))" }
    let more = rest > 0 ? [words[.more, ["n": words.grouped(rest)]]] : []
    return words[.chartNetworkSays, ["items": (items + more).joined(separator: ", ")]]
  }

  private func place(_ node: SourceNetwork.Node) -> (x: Int, y: Int) {
    let column = node.column.rawValue
    let row = columns[column].firstIndex(of: node) ?? 0
    return (column * (Self.width - Self.boxWidth) / 2, row * Self.row)
  }

  private func draw(_ node: SourceNetwork.Node, _ html: inout HTMLText) {
    let (x, y) = place(node)
    html.element(
      "rect",
      [
        "class": "node", "x": "\(x)", "y": "\(y + 2)", "width": "\(Self.boxWidth)", "height": "24",
        "rx": "4",
      ], "")
    html.element("text", ["x": "\(x + 8)", "y": "\(y + 19)"], shortened(label(node), to: 25))
  }

  /// A curve from the right of one box to the left of the other; within a column, a bow beside it.
  private func draw(_ edge: SourceNetwork.Edge, _ html: inout HTMLText) {
    let (from, to) = (place(edge.from), place(edge.to))
    let (x1, y1, y2) = (from.x + Self.boxWidth, from.y + 14, to.y + 14)
    let isBeside = edge.from.column == edge.to.column
    let x2 = isBeside ? to.x + Self.boxWidth : to.x
    let bend = isBeside ? 50 : (x2 - x1) / 2
    let path =
      "M\(x1) \(y1)C\(x1 + bend) \(y1) \(isBeside ? x2 + bend : x2 - bend) \(y2) \(x2) \(y2)"
    html.element(
      "path", ["class": "edge", "d": path, "stroke-width": "\(min(8, 1 + edge.claims / 2))"], "")
  }
}
