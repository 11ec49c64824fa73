internal import Lexicons

/// What an element means for the text in it, by `markup-elements.tsv`.
enum MarkupRole: String, Sendable {
  case block, `break`, row, cell, figure, caption, credit, skip, raw, void
  /// Parts nothing.
  case inline

  /// Of an element by its name in lower case, without a prefix; nil for one that is not known.
  static func known(_ name: String) -> MarkupRole? { table[name] }

  static func of(_ name: String) -> MarkupRole { table[name] ?? .inline }

  private static let table: [String: MarkupRole] = {
    var table: [String: MarkupRole] = [:]
    for row in WordList(embedded: "markup-elements.tsv").rows {
      table[row[0]] = MarkupRole(rawValue: row[1])
    }
    for name in ["a", "b", "em", "font", "i", "q", "s", "span", "strong", "sub", "sup", "u"] {
      table[name] = .inline
    }
    return table
  }()
}
