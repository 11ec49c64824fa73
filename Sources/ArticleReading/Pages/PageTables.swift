/// Tells tables of data from tables that lay out a page or a picture.
enum PageTables {
  private static let longestCell = 400

  /// Two rows and columns at least, short cells, no picture and no table in it, and not mostly
  /// links.
  static func isData(_ table: Int, in tree: PageTree) -> Bool {
    var (rows, cells, most, letters, linked, cell) = (0, 0, 0, 0, 0, 0)
    var linkEnd = 0
    for node in (table + 1)..<max(table + 1, Int(tree.nodes[table].end)) {
      let tag = tree.nodes[node].tag
      switch tag {
      case .table, .h1: return false
      case .tr:
        rows += 1
        cells = 0
      case .td, .th:
        cells += 1
        cell = 0
        most = max(most, cells)
      case .a: linkEnd = max(linkEnd, Int(tree.nodes[node].end))
      case .text:
        let count = tree.text(of: node).reduce(0) { $1 > 0x20 ? $0 + 1 : $0 }
        cell += count
        letters += count
        if node < linkEnd { linked += count }
        if cell > longestCell { return false }
      default: if tag.kind == .picture { return false }
      }
    }
    return rows >= 2 && most >= 2 && letters > 0 && linked * 2 <= letters
  }
}
