import ClaimModel
import Desk
import Disk
package import Presentation

/// What a command may use besides the desk: the words as typed, and the ways to its user.
package struct CommandContext {
  package let statement: Statement
  package let interpreter: CommandInterpreter
  package let console: any Console
  /// Options of the output that goes to this command's destination.
  package let renderOptions: RenderOptions
  let sink: any OutputSink
  var record: OutputRecord?
  var transcript: TranscriptRecorder?

  /// Whether the output is read by people, who like a remark beside it.
  package var isForPeople: Bool { renderOptions.format == .table }

  /// Writes output before the command ends: for long listings and streams.
  package func emit(_ output: CommandOutput) throws { try emit(output, isWhole: false) }

  /// `isWhole` fits nothing to the window.
  package func emit(_ output: CommandOutput, isWhole: Bool) throws {
    record?.take(output)
    transcript?.add(output, format: renderOptions.format)
    var options = renderOptions
    if isWhole { options.width = nil }
    try sink.write(Renderer(options: options).render(output))
  }

  /// Writes bytes as they are.
  package func emit(_ bytes: [UInt8]) throws {
    transcript?.add(String(decoding: bytes, as: UTF8.self))
    try sink.write(bytes)
  }

  /// Where the commands of a script write that was sent to a file or a pipe as a whole.
  package var nestedConsole: any Console {
    statement.destination == .screen
      ? console : SinkConsole(sink, options: renderOptions, outer: console)
  }

  /// Words of the line in the order in which they were typed, wherever options had them.
  package func inOrder(_ texts: [String]) -> [String] {
    let places = texts.map { text in
      statement.words.firstIndex { $0.text == text } ?? statement.words.count
    }
    return texts.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { texts[$0] }
  }

  /// The words of a selection with the quotes that they were typed with.
  package func query(_ texts: [String]) -> QueryText {
    QueryText(texts, in: statement)
  }
}

/// A selection as typed, and where in the line its parts stand.
package struct QueryText: Sendable {
  package private(set) var text = ""
  /// Where each word starts in `text`, and its place in the line.
  private var places = [(start: Int, span: TextSpan)]()
  let source: String

  /// Finds the words by their text, in order: `said:Thu Ha` → `said:"Thu Ha"`.
  init(_ texts: [String], in statement: Statement) {
    source = statement.source
    var rest = statement.words[...]
    var last: ShellWord?
    for text in texts {
      let found = rest.firstIndex { $0.text == text }
      let word = found.map { rest[$0] }
      if !self.text.isEmpty { self.text += Self.areListed(last, word) ? "," : " " }
      last = word
      if let word { places.append((self.text.utf8.count, word.span)) }
      if let found { rest = rest[(found + 1)...] }
      self.text += word?.query ?? text
    }
  }

  /// A query that was given as one word in quotation marks, or as several words.
  ///
  /// `save hot "said:Hà or c3"` → said:Hà or c3; `save hot said:"Thu Ha"` → said:"Thu Ha".
  package init(whole texts: [String], in statement: Statement) {
    self.init(texts, in: statement)
    guard texts.count == 1, let place = places.first,
      let word = statement.words.first(where: { $0.span == place.span }),
      word.query.hasPrefix("\""), word.query.hasSuffix("\""), word.query.count > 2
    else { return }
    text = word.text
    places = [(0, TextSpan(word.span.start + 1, word.span.end - 1))]
  }

  /// `c3 c5` are two claims, as `c3,c5` are; other words narrow a selection down.
  private static func areListed(_ first: ShellWord?, _ second: ShellWord?) -> Bool {
    guard let first = first?.query, let second = second?.query else { return false }
    return isIDs(first) && isIDs(second) && first.prefix(1) == second.prefix(1)
  }

  /// c3, c3..c9, c1,c4, a2
  package static func isIDs(_ word: String) -> Bool {
    let ids = word.split(separator: ",").flatMap { $0.split(separator: ".") }
    return !ids.isEmpty
      && ids.allSatisfy { ClaimID(parsing: $0) != nil || ArticleID(parsing: $0) != nil }
  }

  /// The place in the line of a piece of the selection, given in characters.
  func place(character: Int, length: Int) -> TextSpan {
    let start = text.prefix(character).utf8.count
    let count = text.dropFirst(character).prefix(length).utf8.count
    guard let word = places.last(where: { $0.start <= start }) else {
      return TextSpan(source.utf8.count, source.utf8.count)
    }
    let from = min(word.span.start + start - word.start, word.span.end)
    return TextSpan(from, max(from, min(from + count, source.utf8.count)))
  }
}
