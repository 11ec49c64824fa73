/// The words that the program reads stories with: the embedded lists, by the names of their
/// files, and a newsroom's own before them.
package struct WordTables: Sendable {
  /// What is part of the program, alone.
  package static let embedded = WordTables([])

  package let agencies: AgencyRegistry
  /// What of it a newsroom gave.
  package let own: OwnWords
  /// Lists in the place of embedded ones.
  private let lists: [WordList]

  /// `lists` take the place of the embedded ones of the same name, or stand beside them.
  package init(_ lists: [WordList]) {
    self.lists = lists
    own = .none
    agencies = .shared
  }

  /// A newsroom's words before the embedded ones, which they win over.
  package init(_ own: OwnWords) {
    self.own = own
    lists = own.lists.map { list in
      WordList(name: list.name, rows: list.rows + WordList(embedded: list.name).rows)
    }
    let agencies = own.lists.first { $0.name == "agencies.tsv" }?.rows ?? []
    self.agencies =
      agencies.isEmpty
      ? .shared : AgencyRegistry(own: agencies.map(AgencyEntry.init), before: .shared)
  }

  /// The list called `name` ("titles.tsv"); an empty list where there is none.
  package func list(_ name: String) -> WordList {
    lists.first { $0.name == name } ?? WordList(embedded: name)
  }

  /// The rows of a list that are of a language.
  package func rows(_ name: String, of language: String) -> [WordList.Row] {
    list(name).rows(of: language)
  }
}
