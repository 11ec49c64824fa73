/// `glob:"Bộ*"` or `regex:"\d+ tàu"`: a pattern of letters.
///
/// Case does not matter, marks only where the pattern has some. A glob fits the whole value, a
/// regular expression any part of it.
package struct LetterPattern: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case glob, regex }

  package let kind: Kind
  /// As typed.
  package let text: String
  let spelling: Spelling
  private let program: PatternProgram

  init(_ kind: Kind, _ text: String) throws(PatternProblem) {
    guard !text.isEmpty else { throw PatternProblem(kind: .empty, offset: 0, length: 1) }
    self.kind = kind
    self.text = text
    let hasMarks = SourceName.key(text) != SourceName.foldedKey(text)
    spelling = hasMarks ? .exact : .folded
    let node =
      switch kind {
      case .glob: try GlobParser.node(text, spelling)
      case .regex: try RegexParser.node(text, spelling)
      }
    program = try PatternProgram(node)
  }

  var matcher: PatternMatcher { PatternMatcher(program) }

  func matches(_ string: some StringProtocol) -> Bool {
    var copy = String(string)
    var symbols = [UInt32]()
    copy.withUTF8 { PatternSymbols.append($0, spelling, into: &symbols) }
    var matcher = matcher
    return matcher.matches(symbols)
  }
}

/// What a field's value is compared with.
package enum ValuePattern: Sendable, Hashable {
  case words(TextPattern)
  case pattern(LetterPattern)

  func matches(_ string: some StringProtocol) -> Bool {
    switch self {
    case .words(let pattern): pattern.matches(string)
    case .pattern(let pattern): pattern.matches(string)
    }
  }
}

/// Reads a glob, which fits a whole value: `*` is any letters, `?` one, `[abc]` one of these.
enum GlobParser {
  static func node(_ text: String, _ spelling: Spelling) throws(PatternProblem) -> PatternNode {
    let characters = Array(text)
    var parts: [PatternNode] = [.place(.start)]
    var at = 0
    while at < characters.count {
      switch characters[at] {
      case "*": parts.append(.repeated(.one(.any), least: 0, most: nil))
      case "?": parts.append(.one(.any))
      case "[":
        guard let end = characters[(at + 1)...].firstIndex(of: "]") else {
          throw PatternProblem(kind: .unclosedSet, offset: at, length: 1)
        }
        guard end > at + 1 else {
          throw PatternProblem(kind: .emptySet, offset: at, length: 2)
        }
        parts.append(.one(set(characters[(at + 1)..<end], spelling)))
        at = end
      default:
        if at + 1 < characters.count,
          let pair = PatternNode.toneMarkPair(characters[at], characters[at + 1], spelling)
        {
          parts.append(pair)
          at += 2
          continue
        }
        parts += PatternSymbols.symbols(of: characters[at], spelling)
          .map { .one(SymbolSet(ranges: [$0...$0])) }
      }
      at += 1
    }
    return .sequence(parts + [.place(.end)])
  }

  private static func set(_ characters: ArraySlice<Character>, _ spelling: Spelling) -> SymbolSet {
    SymbolSet(
      ranges: characters.flatMap { PatternSymbols.symbols(of: $0, spelling) }.map { $0...$0 })
  }
}
