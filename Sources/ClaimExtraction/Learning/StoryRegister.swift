internal import Lexicons

/// What kind of news a story is, as far as it matters for what counts as an attribution.
///
/// Campaign news attributes more than wire copy: "went unnoticed for", "hopes to". Taggers that
/// learned from both need to know which they read.
enum StoryRegister: UInt64, Sendable {
  /// Wire copy, and all that is not told for something else.
  case wire = 1
  case campaign = 2
}

/// Words by which campaign news is told: `registers.tsv`.
struct RegisterWords: Sendable {
  private var campaign = KeyTable<Bool>()

  /// One of so many words of a story's beginning must be one of the campaign's.
  private static let oneIn = 100
  /// Tokens of a story that are looked at.
  private static let reach = 1_000

  init(tables: WordTables, language: String) {
    for row in tables.list("registers.tsv").rows where row[0] == language {
      row.forEachItem(2) { campaign[WordKey(bytes: $0, from: 0, to: $0.count).exact] = true }
    }
  }

  /// The kind of news that a story's tokens tell.
  func register(of tokens: [Token]) -> StoryRegister {
    var words = 0
    var found = 0
    for token in tokens.prefix(Self.reach) where token.kind == .word {
      words += 1
      if campaign[token.key.exact] != nil { found += 1 }
    }
    return found * Self.oneIn >= max(1, words) ? .campaign : .wire
  }
}
