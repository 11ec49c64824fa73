import ClaimModel
import Desk
import Lexicons
import Presentation

/// Where in a line something is to be completed: the whole words before it, and its beginning.
struct CompletionPlace {
  /// The words of the command before the one being typed.
  private(set) var words: [String] = []
  /// What is typed of the word, without its quotes.
  private(set) var prefix = ""
  /// UTF-8 bytes of the line that a candidate takes the place of.
  private(set) var range: Range<Int>
  /// Whether the word stands behind `>`.
  private(set) var isFileTarget = false
  /// Whether what is typed is a system command, behind `|`.
  private(set) var isSystemCommand = false
  /// Whether candidates need not begin with what is typed.
  var isLoose = false
  private let folded: String

  init(_ line: String, cursor: Int) {
    let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    range = cursor..<cursor
    // An open quote is closed for the lexer: `said:"Thu` is the word `said:Thu`.
    let statement = ["", "\"", "'", "”", "»", "’", "›"].lazy
      .compactMap { try? LineLexer.statements(in: before + $0 + "\u{0}").last }.first
    let all = statement?.words ?? []
    for word in all.dropLast() { words.append(word.text) }
    if let last = all.last, last.text.hasSuffix("\u{0}") {
      prefix = String(last.text.dropLast())
      range = min(last.span.start, cursor)..<cursor
    }
    if let statement, case .file(let path, _) = statement.destination {
      isFileTarget = true
      prefix = path.hasSuffix("\u{0}") ? String(path.dropLast()) : path
      // Behind the words a `>` is the sign.
      let words = before.utf8.index(
        before.utf8.startIndex, offsetBy: statement.words.last?.span.end ?? 0)
      let target = before.utf8[words...].firstIndex(of: UInt8(ascii: ">")) ?? before.utf8.startIndex
      let start = before.utf8[target...].dropFirst().firstIndex { $0 != 0x20 && $0 != 0x3E }
      range =
        before.utf8.distance(
          from: before.utf8.startIndex, to: start ?? before.utf8.endIndex)..<cursor
    }
    if let statement, case .pipe = statement.destination { isSystemCommand = true }
    folded = Folding.folded(prefix)
  }

  /// Puts the words that an alias stands for in the place of it.
  mutating func expand(_ aliases: [String: Settings.Alias]) {
    guard let first = words.first, let line = aliases[first]?.line,
      let statement = try? LineLexer.statements(in: line).last
    else { return }
    words = statement.words.map(\.text) + words.dropFirst()
  }

  /// Whether a candidate begins with what is typed; marks and case do not matter. Loosely, whether
  /// it begins with the first letter and has the others in their order.
  func matches(_ candidate: String) -> Bool {
    let whole = Folding.folded(candidate)
    if folded.isEmpty || whole.hasPrefix(folded) { return true }
    guard isLoose, whole.utf8.first == folded.utf8.first else { return false }
    var rest = folded.utf8[...]
    for byte in whole.utf8 where byte == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  func candidate(
    _ word: String, detail: String? = nil, appendsBlank: Bool = true
  ) -> CandidateWord {
    CandidateWord(
      Quoting.word(word), range: range, detail: detail, appendsBlank: appendsBlank)
  }
}

/// One way to go on with a line.
package struct CandidateWord: Sendable, Hashable {
  /// What comes in place of `range`, quoted as the line needs it.
  package var replacement: String
  /// UTF-8 bytes of the line.
  package var range: Range<Int>
  /// A few words on it.
  package var detail: String?
  /// Whether a blank follows: not behind a folder or a field's colon.
  package var appendsBlank: Bool

  package init(
    _ replacement: String, range: Range<Int>, detail: String? = nil, appendsBlank: Bool = true
  ) {
    self.replacement = replacement
    self.range = range
    self.detail = detail
    self.appendsBlank = appendsBlank
  }
}
