internal import ClaimModel
internal import Lexicons

/// What a word adds to a number, from `number-words.tsv`.
final class NumberWords: Sendable {
  enum Role: String, Sendable {
    case digit, zero, ten, tens, hundred, scale, link, half, point, article, part, suffix
    case minus, cold
    case lastDigit = "last-digit"
    case shortDigit = "short-digit"
    case halfOf = "half-of"
    case moneyScale = "money-scale"
  }

  struct Entry: Sendable {
    let role: Role
    let value: Double
    /// A last digit that is a word of its own as well: "tư" begins "tư vấn".
    var isOrdinaryWord = false
  }

  private let entries: KeyTable<Entry>

  init(tables: WordTables, language: String) {
    var roles = RowClasses<Role>(column: 2)
    entries = KeyTable(tables.rows("number-words.tsv", of: language)) { row in
      guard let role = roles.value(of: row), let value = Double(row[3]) else { return nil }
      return role == .shortDigit
        ? Entry(role: .lastDigit, value: value, isOrdinaryWord: true)
        : Entry(role: role, value: value)
    }
  }

  subscript(token: Token) -> Entry? {
    token.kind == .word ? entries[token.key.exact] : nil
  }
}
