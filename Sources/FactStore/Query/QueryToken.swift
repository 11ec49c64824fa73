/// A piece of a query with its place, in characters.
struct QueryToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case open, close, comma, minus
    /// A run of characters without blanks.
    case word(String)
    /// What stands in quotation marks.
    case phrase(String)
    /// `said:`, without its colon.
    case field(String)
    /// The sign in `worth>0.7`, wherever blanks stand.
    case comparison(Comparison)
  }

  var kind: Kind
  var offset: Int
  var length: Int
  /// Whether no blank parts it from the token before.
  var isAttached: Bool

  /// `and`, `or`, `not`, whatever their case.
  func isKeyword(_ keyword: String) -> Bool {
    if case .word(let word) = kind { word.lowercased() == keyword } else { false }
  }
}

/// Cuts a query into tokens.
struct QueryLexer {
  private let characters: [Character]
  private var at = 0
  private var tokens = [QueryToken]()
  /// Whether the last token is a field's, or goes on a list of its values.
  private var isInField = false

  init(_ text: String) { characters = Array(text) }

  static func tokens(of text: String) throws(QueryError) -> [QueryToken] {
    var lexer = QueryLexer(text)
    return try lexer.run()
  }

  private mutating func run() throws(QueryError) -> [QueryToken] {
    while at < characters.count {
      switch characters[at] {
      case let blank where blank.isWhitespace: at += 1
      case "(": add(.open, to: at + 1)
      case ")": add(.close, to: at + 1)
      case ",": add(.comma, to: at + 1)
      case "-", "−": add(.minus, to: at + 1)
      case "!" where negates: add(.minus, to: at + 1)
      case "\"", "“", "”": try addPhrase()
      default:
        if let sign = comparison(at: at) {
          add(.comparison(sign.meaning), to: at + sign.length)
        } else {
          addWord()
        }
      }
    }
    return tokens
  }

  /// Whether the exclamation mark at hand stands before a word, as in `!ferry`.
  private var negates: Bool {
    guard at + 1 < characters.count, !isValue, comparison(at: at) == nil else { return false }
    return !characters[at + 1].isWhitespace
  }

  /// The sign that starts at `index`. Within a value there is none: `evidence:example.org/?a=b`.
  private func comparison(at index: Int) -> (meaning: Comparison, length: Int)? {
    guard Comparison.mayStart(characters[index]), !isValue || (index == at && isBehindColon)
    else { return nil }
    return Comparison.sign(in: characters, at: index)
  }

  private var isBehindColon: Bool {
    if case .field = tokens.last?.kind { true } else { false }
  }

  private mutating func add(_ kind: QueryToken.Kind, to end: Int) {
    let isAttached = tokens.last.map { $0.offset + $0.length == at } ?? false
    switch kind {
    case .field, .comparison: isInField = true
    case .open, .close: isInField = false
    case .comma, .minus, .word, .phrase: isInField = isInField && isAttached
    }
    tokens.append(
      QueryToken(kind: kind, offset: at, length: end - at, isAttached: isAttached))
    at = end
  }

  private mutating func addPhrase() throws(QueryError) {
    let rest = characters[(at + 1)...]
    guard
      let end = rest.indices.first(where: {
        (rest[$0] == "\"" && !isEscaped($0)) || rest[$0] == "”"
      })
    else {
      throw QueryError(kind: .unclosedQuote, offset: at, length: 1)
    }
    add(.phrase(String(characters[at + 1..<end])), to: end + 1)
  }

  /// Whether a backslash that is none's own stands before it: `\"` in a regular expression.
  private func isEscaped(_ index: Int) -> Bool {
    characters[(at + 1)..<index].reversed().prefix { $0 == "\\" }.count % 2 == 1
  }

  private mutating func addWord() {
    var end = at
    while end < characters.count, isPartOfWord(end) {
      end += 1
      if characters[end - 1] == ":", isFieldName(at..<end - 1) {
        return add(.field(String(characters[at..<end - 1])), to: end)
      }
    }
    add(.word(String(characters[at..<end])), to: end)
  }

  /// A comma between digits belongs to a number in running text: 1,2 triệu. Not in a value.
  private func isPartOfWord(_ index: Int) -> Bool {
    switch characters[index] {
    case "(", ")", "\"", "“", "”": false
    case ",": isBetweenDigits(index) && !isValue
    case let other: !other.isWhitespace && comparison(at: index) == nil
    }
  }

  /// Whether the token at hand stands behind a field's colon, or goes on a list that does.
  private var isValue: Bool {
    guard isInField, let last = tokens.last, last.offset + last.length == at else { return false }
    switch last.kind {
    case .field, .comparison, .comma: return true
    default: return false
    }
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    index > at && index + 1 < characters.count && characters[index - 1].isNumber
      && characters[index + 1].isNumber
  }

  private func isFieldName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && !isValue
      && characters[range].allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
  }
}
