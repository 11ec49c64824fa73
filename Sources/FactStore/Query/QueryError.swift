/// What a query means is not clear at one place of it.
package struct QueryError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case unknownField(String, nearest: [String])
    /// A field with nothing behind its colon.
    case missingValue(field: String)
    /// A value that the field does not know, and what it expects, for people.
    case badValue(field: String, value: String, expected: String, nearest: [String])
    /// A sign that says nothing of this field: `said>Hà`, `grade>B`; and what to write instead.
    case badComparison(field: String, sign: String, expected: String)
    /// A sign with no field before it: `>0.7`, `5<6`.
    case nothingCompared(String)
    /// The first bound lies behind the second.
    case backwardRange(String)
    case unclosedQuote
    case unclosedParenthesis
    case strayParenthesis
    /// Nothing to join or negate beside an operator: "and", "or", "not", "-", ",".
    case missingOperand(String)
    /// Nothing in it that a word is made of: "…", "*".
    case noWord(String)
    /// Parentheses or negations within each other, deeper than 200.
    case tooDeep
    /// A glob or regular expression that is none.
    case badPattern(PatternProblem)
    /// `@name` of no query that was saved.
    case unknownQuery(String, nearest: [String])
    /// A saved query that names itself, by way of these.
    case recursiveQuery([String])
    /// A saved query that can no longer be read.
    case brokenQuery(String, reason: String)
  }

  package var kind: Kind
  /// Where in the query, counted in characters.
  package var offset: Int
  /// Characters that are concerned, at least 1.
  package var length: Int
}

extension QueryError {
  /// What is wrong, without the place: "unknown field 'siad'".
  package var message: String {
    switch kind {
    case .unknownField(let name, _): "unknown field '\(name)'"
    case .missingValue(let field): "no value behind '\(field):'"
    case .badValue(let field, let value, _, _): "'\(value)' is no value of '\(field)'"
    case .badComparison(let field, let sign, _): "'\(sign)' says nothing of '\(field)'"
    case .nothingCompared(let sign): "no field before '\(sign)'"
    case .backwardRange(let text): "the range '\(text)' ends before it starts"
    case .unclosedQuote: "the quotation mark is never closed"
    case .unclosedParenthesis: "the parenthesis is never closed"
    case .strayParenthesis: "the parenthesis was never opened"
    case .missingOperand(let name): "nothing to select beside '\(name)'"
    case .noWord(let text): "no letter or digit in '\(text)'"
    case .tooDeep: "parentheses within each other, too deep"
    case .badPattern(let problem): problem.message
    case .unknownQuery(let name, _): "no query is saved as '\(name)'"
    case .recursiveQuery(let names):
      "a query cannot name itself: "
        + names.map { "@\($0)" }.joined(separator: " is made of ")
    case .brokenQuery(let name, let reason): "@\(name) cannot be read: \(reason)"
    }
  }

  /// What was expected instead, for people.
  package var expected: String {
    switch kind {
    case .unknownField:
      "expected one of the fields: " + QueryField.all.map(\.name).joined(separator: " ")
    case .missingValue(let field):
      "expected a value, as in " + (QueryField.named(field)?.example ?? "\(field):…")
    case .badValue(_, _, let expected, _), .badComparison(_, _, let expected):
      "expected " + expected
    case .nothingCompared: "expected a field, as in worth>0.7, or \" around text to look for"
    case .backwardRange: "expected the lower bound first"
    case .unclosedQuote: "expected another \" behind the phrase"
    case .unclosedParenthesis: "expected ) behind what it holds"
    case .strayParenthesis: "expected ( before it"
    case .missingOperand: "expected a word, an id, a field or ( on either side of and, or"
    case .noWord: "expected a word"
    case .tooDeep: "expected 200 levels at most"
    case .badPattern(let problem): problem.expected
    case .unknownQuery: "expected a saved query; 'query list' shows them"
    case .recursiveQuery: "expected a query that is made of others"
    case .brokenQuery(let name, _): "expected 'query save \(name) …' with another query before"
    }
  }

  /// What may have been meant, nearest first.
  package var candidates: [String] {
    switch kind {
    case .unknownField(_, let nearest), .badValue(_, _, _, let nearest),
      .unknownQuery(_, let nearest):
      nearest
    default: []
    }
  }
}
