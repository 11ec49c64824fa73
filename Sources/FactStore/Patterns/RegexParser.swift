/// Reads a regular expression: letters, `.`, `[a-z]`, `[^…]`, `\d \w \s \b` and their opposites,
/// `^ $`, `* + ? {2,5}`, `|`, `( )` and `(?: )`. No references back: those cannot be matched in
/// time linear in the text.
struct RegexParser {
  private let characters: [Character]
  private let spelling: Spelling
  private var at = 0
  private var depth = 0
  private static let deepest = 100
  static let mostRepeats = 1000

  init(_ text: String, _ spelling: Spelling) {
    characters = Array(text)
    self.spelling = spelling
  }

  static func node(_ text: String, _ spelling: Spelling) throws(PatternProblem) -> PatternNode {
    var parser = RegexParser(text, spelling)
    let node = try parser.either()
    if parser.at < parser.characters.count { throw parser.problem(.strayParenthesis) }
    return node
  }

  private mutating func either() throws(PatternProblem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw problem(.tooDeep) }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .either(parts)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var parts = [PatternNode]()
    while let next = peek, next != "|", next != ")" { parts.append(try repeated()) }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func repeated() throws(PatternProblem) -> PatternNode {
    var node = try one()
    while let next = peek, "*+?{".contains(next) {
      switch next {
      case "*": node = .repeated(node, least: 0, most: nil)
      case "+": node = .repeated(node, least: 1, most: nil)
      case "?": node = .repeated(node, least: 0, most: 1)
      default:
        guard let bounds = try counts() else { return node }
        node = .repeated(node, least: bounds.least, most: bounds.most)
        continue
      }
      at += 1
      // A lazy `*?` finds the same texts.
      if peek == "?" { at += 1 }
    }
    return node
  }

  /// "{2}", "{2,}", "{2,5}"; nil if the brace is one of the text.
  private mutating func counts() throws(PatternProblem) -> (least: Int, most: Int?)? {
    guard let end = characters[at...].firstIndex(of: "}") else { return nil }
    let text = String(characters[at...end])
    let parts = characters[(at + 1)..<end].split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.map { Int(String($0)) }
    guard let first = numbers.first, let least = first, parts.count <= 2,
      least >= 0, least <= Self.mostRepeats
    else { throw problem(.badRepeat(text), length: text.count) }
    var most: Int? = least
    if parts.count == 2 { most = parts[1].isEmpty ? nil : numbers[1] ?? -1 }
    if let most, most < least || most > Self.mostRepeats {
      throw problem(.badRepeat(text), length: text.count)
    }
    at = end + 1
    return (least, most)
  }

  private mutating func one() throws(PatternProblem) -> PatternNode {
    let next = characters[at]
    switch next {
    case "(": return try group()
    case "[": return .one(try set())
    case "\\": return try escape()
    case "*", "+", "?": throw problem(.nothingToRepeat(String(next)))
    case "^": return passing(.place(.start))
    case "$": return passing(.place(.end))
    case ".": return passing(.one(.any))
    default:
      if let pair = toneMarkPair() { return pair }
      return passing(literal(next))
    }
  }

  /// "oà" stands for "òa" too, unless the second letter is repeated.
  private mutating func toneMarkPair() -> PatternNode? {
    guard at + 1 < characters.count,
      at + 2 >= characters.count || !"*+?{".contains(characters[at + 2]),
      let pair = PatternNode.toneMarkPair(characters[at], characters[at + 1], spelling)
    else { return nil }
    at += 2
    return pair
  }

  private mutating func passing(_ node: PatternNode) -> PatternNode {
    at += 1
    return node
  }

  private func literal(_ character: Character) -> PatternNode {
    .sequence(
      PatternSymbols.symbols(of: character, spelling).map { .one(SymbolSet(ranges: [$0...$0])) })
  }

  private mutating func group() throws(PatternProblem) -> PatternNode {
    let open = at
    at += 1
    if peek == "?" {
      guard at + 1 < characters.count, characters[at + 1] == ":" else {
        let end = min(characters.count, at + 2)
        throw PatternProblem(
          kind: .unknownGroup(String(characters[open..<end])), offset: open, length: end - open)
      }
      at += 2
    }
    let inner = try either()
    guard take(")") else { throw PatternProblem(kind: .unclosedGroup, offset: open, length: 1) }
    return inner
  }

  // MARK: Escapes and sets

  private mutating func escape() throws(PatternProblem) -> PatternNode {
    guard at + 1 < characters.count else { throw problem(.nothingEscaped) }
    switch characters[at + 1] {
    case "b":
      at += 2
      return .place(.wordBound)
    case "B":
      at += 2
      return .place(.notWordBound)
    default: return .one(try escapedSet())
    }
  }

  /// `\d`, `\W`, `\.`; stands behind it.
  private mutating func escapedSet() throws(PatternProblem) -> SymbolSet {
    guard at + 1 < characters.count else { throw problem(.nothingEscaped) }
    let letter = characters[at + 1]
    var set: SymbolSet
    switch letter {
    case "d", "D": set = .digit
    case "s", "S", "t", "n": set = .blank
    case "w", "W": set = .word
    default:
      guard !letter.isLetter, !letter.isNumber else {
        throw problem(.unknownEscape("\\\(letter)"), length: 2)
      }
      set = SymbolSet(
        ranges: PatternSymbols.symbols(of: letter, spelling).prefix(1).map { $0...$0 })
    }
    if letter.isUppercase { set.isNegated = true }
    at += 2
    return set
  }

  private mutating func set() throws(PatternProblem) -> SymbolSet {
    let open = at
    at += 1
    var set = SymbolSet()
    set.isNegated = take("^")
    var isFirst = true
    while let next = peek, next != "]" || isFirst {
      isFirst = false
      try add(next, to: &set)
    }
    guard take("]") else { throw PatternProblem(kind: .unclosedSet, offset: open, length: 1) }
    return set
  }

  private mutating func add(_ next: Character, to set: inout SymbolSet) throws(PatternProblem) {
    let start = at
    if next == "\\" {
      merge(try escapedSet(), into: &set)
      return
    }
    at += 1
    guard let low = PatternSymbols.symbols(of: next, spelling).first else { return }
    guard peek == "-", at + 1 < characters.count, characters[at + 1] != "]" else {
      return set.ranges.append(low...low)
    }
    let text = String(characters[start...(at + 1)])
    guard let high = PatternSymbols.symbols(of: characters[at + 1], spelling).first, low <= high
    else {
      throw PatternProblem(kind: .backwardRange(text), offset: start, length: text.count)
    }
    set.ranges.append(low...high)
    at += 2
  }

  private func merge(_ other: SymbolSet, into set: inout SymbolSet) {
    guard other.isNegated else {
      set.ranges += other.ranges
      set.hasWordSymbols = set.hasWordSymbols || other.hasWordSymbols
      return
    }
    if other.hasWordSymbols { set.hasOtherSymbols = true }
    for range in other.ranges {
      if range.lowerBound > 0 { set.ranges.append(0...(range.lowerBound - 1)) }
      set.ranges.append((range.upperBound + 1)...UInt32.max)
    }
  }

  // MARK: Characters

  private var peek: Character? { at < characters.count ? characters[at] : nil }

  private mutating func take(_ wanted: Character) -> Bool {
    guard peek == wanted else { return false }
    at += 1
    return true
  }

  private func problem(_ kind: PatternProblem.Kind, length: Int = 1) -> PatternProblem {
    PatternProblem(kind: kind, offset: min(at, max(0, characters.count - 1)), length: length)
  }
}
