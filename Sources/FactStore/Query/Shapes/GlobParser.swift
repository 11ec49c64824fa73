/// Reads a glob, which fits a whole value: `*` is any letters, `?` one, `[abc]` one of these.
enum GlobParser {
  static func node(_ text: String, _ spelling: Spelling) throws(ShapeProblem) -> ShapeNode {
    let characters = Array(text)
    var parts: [ShapeNode] = [.place(.start)]
    var at = 0
    while at < characters.count {
      switch characters[at] {
      case "*": parts.append(.repeated(.one(.any), least: 0, most: nil))
      case "?": parts.append(.one(.any))
      case "[":
        guard let end = characters[(at + 1)...].firstIndex(of: "]") else {
          throw ShapeProblem(kind: .unclosedSet, offset: at, length: 1)
        }
        guard end > at + 1 else {
          throw ShapeProblem(kind: .emptySet, offset: at, length: 2)
        }
        parts.append(.one(set(characters[(at + 1)..<end], spelling)))
        at = end
      default:
        if at + 1 < characters.count,
          let pair = ShapeNode.toneMarkPair(characters[at], characters[at + 1], spelling)
        {
          parts.append(pair)
          at += 2
          continue
        }
        parts += ShapeSymbols.symbols(of: characters[at], spelling)
          .map { .one(SymbolSet(ranges: [$0...$0])) }
      }
      at += 1
    }
    return .sequence(parts + [.place(.end)])
  }

  private static func set(_ characters: ArraySlice<Character>, _ spelling: Spelling) -> SymbolSet {
    SymbolSet(
      ranges: characters.flatMap { ShapeSymbols.symbols(of: $0, spelling) }.map { $0...$0 })
  }
}
