/// The word lists that the program reads stories with, by the names of their files.
package struct WordTables: Sendable {
  /// The lists that are part of the program.
  package static let embedded = WordTables([])

  /// Lists in the place of embedded ones.
  private let lists: [WordList]

  /// `lists` take the place of the embedded ones of the same name, or stand beside them.
  package init(_ lists: [WordList]) { self.lists = lists }

  /// The list called `name` ("titles.tsv"); an empty list where there is none.
  package func list(_ name: String) -> WordList {
    lists.first { $0.name == name } ?? WordList(embedded: name)
  }

  /// The rows of a list whose second column is a language's code, or "*", which is any.
  package func rows(_ name: String, of language: String) -> [WordList.Row] {
    list(name).rows.filter { $0[1] == language || $0[1] == "*" }
  }
}
