/// What is wrong with a glob or regular expression, where in it, counted in characters.
package struct PatternProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case empty
    case unclosedGroup
    case strayParenthesis
    case unclosedSet
    case emptySet
    case nothingToRepeat(String)
    case badRepeat(String)
    case backwardRange(String)
    case nothingEscaped
    case unknownEscape(String)
    case unknownGroup(String)
    case tooDeep
    case tooLong
  }

  package var kind: Kind
  package var offset: Int
  package var length: Int
}

extension PatternProblem {
  package var message: String {
    switch kind {
    case .empty: "the pattern is empty"
    case .unclosedGroup: "the pattern's ( is never closed"
    case .strayParenthesis: "the pattern's ) was never opened"
    case .unclosedSet: "the pattern's [ is never closed"
    case .emptySet: "nothing stands in the pattern's [ ]"
    case .nothingToRepeat(let sign): "nothing to repeat before '\(sign)'"
    case .badRepeat(let text): "'\(text)' is no number of times"
    case .backwardRange(let text): "the range '\(text)' ends before it starts"
    case .nothingEscaped: "the pattern ends with \\"
    case .unknownEscape(let text): "'\(text)' means nothing in a pattern"
    case .unknownGroup(let text): "'\(text)' means nothing in a pattern"
    case .tooDeep: "groups within each other, too deep"
    case .tooLong: "the pattern is too long"
    }
  }

  package var expected: String {
    switch kind {
    case .empty: "expected a pattern, as in source:glob:\"Bộ*\""
    case .unclosedGroup: "expected ) behind what it holds"
    case .strayParenthesis: "expected ( before it, or \\) for the sign itself"
    case .unclosedSet: "expected ] behind the letters, or \\[ for the sign itself"
    case .emptySet: "expected letters, as in [aeo]"
    case .nothingToRepeat(let sign): "expected a letter before it, or \\\(sign) for the sign itself"
    case .badRepeat: "expected {2}, {2,} or {2,5}, 1000 at most"
    case .backwardRange: "expected the lower bound first"
    case .nothingEscaped: "expected a sign behind it, or \\\\ for the sign itself"
    case .unknownEscape: "expected one of \\d \\D \\w \\W \\s \\S \\b \\B, or a sign behind \\"
    case .unknownGroup: "expected ( or (?:"
    case .tooDeep: "expected 100 levels at most"
    case .tooLong: "expected fewer repetitions"
    }
  }
}
