/// Builds a selection from tokens.
///
/// ```
/// either := both ("or" both)*
/// both   := one ("and"? one)*
/// one    := ("not" | "-") one | list
/// list   := single ("," single)*            any of them
/// single := "(" either ")" | id | id ".." id | word | phrase | field ":" value ("," value)*
///         | field sign value                a sign is one of < <= > >= = !=
/// ```
struct QueryParser {
  private let tokens: [QueryToken]
  private var next = 0
  private var depth = 0
  private static let deepest = 200
  private let saved: SavedQueryTexts

  init(_ tokens: [QueryToken], saved: SavedQueryTexts) {
    self.tokens = tokens
    self.saved = saved
  }

  mutating func selection() throws(QueryError) -> Selection {
    guard !tokens.isEmpty else { return .all }
    let expression = try either()
    if let token = peek() { throw error(.strayParenthesis, token) }
    return Selection(expression)
  }

  private mutating func either() throws(QueryError) -> Selection.Expression {
    var parts = [try both()]
    while let token = take(keyword: "or") { parts.append(try both(after: token)) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func both(after: QueryToken? = nil) throws(QueryError) -> Selection.Expression {
    var parts = [try one(after: after)]
    while let token = peek(), token.kind != .close, !token.isKeyword("or") {
      let keyword = take(keyword: "and")
      parts.append(try one(after: keyword))
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func one(after: QueryToken?) throws(QueryError) -> Selection.Expression {
    depth += 1
    defer { depth -= 1 }
    guard let token = peek() else { throw missingOperand(after) }
    guard depth < Self.deepest else { throw error(.tooDeep, token) }
    if token.kind == .minus || token.isKeyword("not") {
      next += 1
      return .not(try one(after: token))
    }
    return try list(after: after)
  }

  private mutating func list(after: QueryToken?) throws(QueryError) -> Selection.Expression {
    var parts = [try single(after: after)]
    while let comma = peek(), comma.kind == .comma {
      next += 1
      parts.append(try single(after: comma))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func single(after: QueryToken?) throws(QueryError) -> Selection.Expression {
    guard let token = peek() else { throw missingOperand(after) }
    switch token.kind {
    case .open: return try group(token)
    case .field(let name): return try field(name, token)
    case .phrase(let text):
      next += 1
      return .criterion(.words(try pattern(text, token), [.content, .source]))
    case .word(let text):
      guard !token.isOperator else { throw missingOperand(after ?? token) }
      next += 1
      if case .comparison(let sign) = peek()?.kind { return try compared(token, sign) }
      if text.hasPrefix("@"), text.count > 1 { return try savedQuery(text, token) }
      return .criterion(try idOrWords(text, token))
    case .comparison: throw error(.nothingCompared(token.text), token)
    case .close where depth == 1: throw error(.strayParenthesis, token)
    case .close, .comma, .minus: throw missingOperand(after ?? token)
    }
  }

  private mutating func group(_ open: QueryToken) throws(QueryError) -> Selection.Expression {
    next += 1
    let inner = try either(in: open)
    guard let close = peek(), close.kind == .close else {
      throw error(.unclosedParenthesis, open)
    }
    next += 1
    return inner
  }

  private mutating func either(in open: QueryToken) throws(QueryError) -> Selection.Expression {
    if peek() == nil { throw error(.unclosedParenthesis, open) }
    if peek()?.kind == .close { throw error(.missingOperand("("), open) }
    return try either()
  }

  // MARK: Fields

  private mutating func field(
    _ name: String, _ token: QueryToken
  ) throws(QueryError) -> Selection.Expression {
    next += 1
    let field = try self.field(named: name, token, length: token.length - 1)
    if let sign = peek(), case .comparison(let comparison) = sign.kind, sign.isAttached {
      return try value(of: field, comparison, sign)
    }
    var parts = [Selection.Expression.criterion(try value(of: field, token))]
    while let comma = peek(), comma.kind == .comma {
      next += 1
      parts.append(.criterion(try value(of: field, comma)))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private func field(
    named name: String, _ token: QueryToken, length: Int
  ) throws(QueryError) -> QueryField {
    if let field = QueryField.named(name) { return field }
    throw QueryError(
      kind: .unknownField(name, nearest: QueryField.nearest(to: name)), offset: token.offset,
      length: max(1, length))
  }

  /// As typed, where that is another of its names.
  private func name(of field: QueryField, typedIn token: QueryToken) -> String {
    if case .field(let name) = token.kind { name } else { field.name }
  }

  // MARK: Comparisons

  /// `worth>0.7`, `worth >= 0.7`: the word is a field's name, the sign comes next.
  private mutating func compared(
    _ word: QueryToken, _ comparison: Comparison
  ) throws(QueryError) -> Selection.Expression {
    guard let sign = peek() else { throw missingOperand(word) }
    guard word.text.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }) else {
      throw error(.nothingCompared(sign.text), sign)
    }
    let field = try self.field(named: word.text, word, length: word.length)
    return try value(of: field, comparison, sign)
  }

  /// The value behind a sign, blanks or none between: one, but for = and !=.
  private mutating func value(
    of field: QueryField, _ comparison: Comparison, _ sign: QueryToken
  ) throws(QueryError) -> Selection.Expression {
    next += 1
    if comparison.isOrder, let expected = field.orderless {
      throw error(
        .badComparison(field: field.name, sign: sign.text, expected: expected), sign)
    }
    var parts = [
      Selection.Expression.criterion(try value(of: field, sign, comparison: comparison))
    ]
    while let comma = peek(), comma.kind == .comma, comma.isAttached {
      next += 1
      guard !comparison.isOrder else { throw oneValue(of: field, sign, upTo: comma) }
      parts.append(.criterion(try value(of: field, comma)))
    }
    let either = parts.count == 1 ? parts[0] : .or(parts)
    return comparison == .unequal ? .not(either) : either
  }

  /// `worth>0,7`: a list where one number can stand, most often a decimal comma.
  private func oneValue(
    of field: QueryField, _ sign: QueryToken, upTo comma: QueryToken
  ) -> QueryError {
    let end = peek().map { $0.offset + $0.length } ?? comma.offset + 1
    let before = next >= 2 ? tokens[next - 2].text : ""
    let value = QueryValue(
      text: before + "," + (peek()?.text ?? ""), isPhrase: false,
      offset: sign.offset + sign.length, length: end - sign.offset - sign.length)
    return value.bad(
      field: field.name,
      expected: "one value behind '\(sign.text)', with a point before decimals: 0.7")
  }

  private mutating func value(
    of field: QueryField, _ before: QueryToken, comparison: Comparison? = nil
  ) throws(QueryError) -> Criterion {
    let isLoose = before.kind == .comma || comparison != nil
    var value = QueryValue(text: "", isPhrase: false, offset: before.offset, length: 0)
    value.comparison = comparison
    while let token = peek(), token.kind == .minus, token.isAttached, value.length < 3 {
      value.add(token, "-")
      next += 1
    }
    guard let token = peek(), isLoose || token.isAttached else {
      throw error(.missingValue(field: name(of: field, typedIn: before)), before)
    }
    let name = token.text
    if let patternKind = LetterPattern.Kind.allCases.first(where: {
      name.hasPrefix($0.rawValue + ":")
    }),
      field.takesPatterns, case .word = token.kind
    {
      return try field.criterion(try self.value(patternKind, of: field, token))
    }
    switch token.kind {
    case .word(let text): value.add(token, text)
    case .phrase(let text):
      value.add(token, text)
      value.isPhrase = true
    default: throw error(.missingValue(field: self.name(of: field, typedIn: before)), before)
    }
    next += 1
    return try field.criterion(value)
  }

  /// `glob:` or `regex:` with what stands behind it, in the same word or in quotation marks.
  private mutating func value(
    _ patternKind: LetterPattern.Kind, of field: QueryField, _ token: QueryToken
  ) throws(QueryError) -> QueryValue {
    next += 1
    let skipped = patternKind.rawValue.count + 1
    var value = QueryValue(
      text: String(token.text.dropFirst(skipped)), isPhrase: false,
      offset: token.offset + skipped, length: token.length - skipped, patternKind: patternKind)
    guard let phrase = peek(), case .phrase(let text) = phrase.kind, phrase.isAttached,
      value.text.isEmpty
    else { return value }
    next += 1
    value.text = text
    value.isPhrase = true
    value.offset = phrase.offset
    value.length = phrase.length
    return value
  }

  /// "@hot"
  private func savedQuery(
    _ text: String, _ token: QueryToken
  ) throws(QueryError) -> Selection.Expression {
    let name = String(text.dropFirst())
    do throws(QueryError) {
      return try saved.selection(named: name).expression
    } catch {
      throw QueryError(kind: error.kind, offset: token.offset, length: max(1, token.length))
    }
  }

  // MARK: Tokens

  private func peek() -> QueryToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(keyword: String) -> QueryToken? {
    guard let token = peek(), token.isKeyword(keyword) else { return nil }
    next += 1
    return token
  }

  private func error(_ kind: QueryError.Kind, _ token: QueryToken) -> QueryError {
    QueryError(kind: kind, offset: token.offset, length: max(1, token.length))
  }

  private func missingOperand(_ token: QueryToken?) -> QueryError {
    guard let token = token ?? tokens.last else {
      return QueryError(kind: .missingOperand(""), offset: 0, length: 1)
    }
    return error(.missingOperand(token.text), token)
  }

  private func pattern(_ text: String, _ token: QueryToken) throws(QueryError) -> TextPattern {
    guard let pattern = TextPattern(text) else { throw error(.noWord(text), token) }
    return pattern
  }

  /// "c3", "c3..c9", "a1" are ids; anything else is a word, "dân*" the start of one.
  private func idOrWords(_ text: String, _ token: QueryToken) throws(QueryError) -> Criterion {
    if let ids = try IDRange(text, token) { return ids.criterion }
    let isPrefix = text.hasSuffix("*")
    guard let pattern = TextPattern(isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
    else { throw error(.noWord(text), token) }
    return .words(pattern, [.content, .source])
  }
}

extension QueryToken {
  /// A word that joins or negates.
  var isOperator: Bool { ["and", "or", "not"].contains { isKeyword($0) } }

  /// As typed.
  var text: String {
    switch kind {
    case .open: "("
    case .close: ")"
    case .comma: ","
    case .minus: "-"
    case .comparison(let comparison): comparison.rawValue
    case .word(let text), .phrase(let text): text
    case .field(let name): name + ":"
    }
  }
}

extension Selection {
  /// Reads a query; an empty one selects every claim.
  ///
  /// `saved`: the queries that `@name` may stand for.
  package static func parse(
    _ text: String, saved: SavedQueryTexts = SavedQueryTexts()
  ) throws(QueryError) -> Selection {
    var parser = QueryParser(try QueryLexer.tokens(of: text), saved: saved)
    return try parser.selection()
  }
}
