/// `glob:"Bộ*"` or `regex:"\d+ tàu"`: the shape of a value.
///
/// Case does not matter, marks only where the shape has some. A glob fits the whole value, a
/// regular expression any part of it.
package struct ShapePattern: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case glob, regex }

  package let kind: Kind
  /// As typed.
  package let text: String
  let spelling: Spelling
  private let program: ShapeProgram

  init(_ kind: Kind, _ text: String) throws(ShapeProblem) {
    guard !text.isEmpty else { throw ShapeProblem(kind: .empty, offset: 0, length: 1) }
    self.kind = kind
    self.text = text
    let hasMarks = SourceName.key(text) != SourceName.foldedKey(text)
    spelling = hasMarks ? .exact : .folded
    let node =
      switch kind {
      case .glob: try GlobParser.node(text, spelling)
      case .regex: try RegexParser.node(text, spelling)
      }
    program = try ShapeProgram(node)
  }

  var matcher: ShapeMatcher { ShapeMatcher(program) }

  func matches(_ string: some StringProtocol) -> Bool {
    var copy = String(string)
    var symbols = [UInt32]()
    copy.withUTF8 { ShapeSymbols.append($0, spelling, into: &symbols) }
    var matcher = matcher
    return matcher.matches(symbols)
  }
}

/// What a field's value is compared with.
package enum ValuePattern: Sendable, Hashable {
  case words(TextPattern)
  case shape(ShapePattern)

  func matches(_ string: some StringProtocol) -> Bool {
    switch self {
    case .words(let pattern): pattern.matches(string)
    case .shape(let shape): shape.matches(string)
    }
  }
}
