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
    var entries = KeyTable<Entry>()
    for row in tables.rows("number-words.tsv", of: language) {
      guard let role = Role(rawValue: row[2]), let value = Double(row[3]) else { continue }
      entries[WordKey(row[0]).exact] =
        role == .shortDigit
        ? Entry(role: .lastDigit, value: value, isOrdinaryWord: true)
        : Entry(role: role, value: value)
    }
    self.entries = entries
  }

  subscript(token: Token) -> Entry? {
    token.kind == .word ? entries[token.key.exact] : nil
  }
}
