import ClaimModel
import Presentation
import TerminalText

/// Places in one line of a story with the words around them, whole words at both ends:
/// "…ở cảng Vân Sa sáng nay … thị trưởng Vân Sa nói…".
struct HitContext {
  private enum Piece {
    case words(String)
    case hit(String)
    /// Words between two hits that are not shown.
    case gap(String)
  }

  private var pieces: [Piece] = []
  private let isSegmented: Bool

  /// `reach`: letters on either side, about.
  init(_ text: String, around span: TextSpan, reach: Int) {
    self.init(text, around: [span], reach: reach)
  }

  /// `spans`: in order, none within another, no end of line between them; at least one.
  init(_ text: String, around spans: [TextSpan], reach: Int) {
    guard let first = spans.first, let last = spans.last else {
      isSegmented = false
      return
    }
    isSegmented = ReadableText.isSegmented(text, near: first)
    // Three bytes a letter is the most that Vietnamese takes.
    let start = max(0, first.start - 3 * reach)
    let end = min(text.utf8.count, last.end + 3 * reach)
    let before = text.utf8Slice(TextSpan(start, first.start))
    pieces.append(.words(Self.end(of: before, reach, isWhole: start == 0)))
    for (place, span) in spans.enumerated() {
      if place > 0 { pieces += Self.between(spans[place - 1], span, of: text, reach) }
      pieces.append(.hit(text.utf8Slice(span)))
    }
    let behind = text.utf8Slice(TextSpan(last.end, end))
    pieces.append(.words(Self.start(of: behind, reach, isWhole: end == text.utf8.count)))
  }

  func styled(_ style: Style) -> StyledText {
    var reader = ReadableText(isSegmented: isSegmented)
    return pieces.reduce(into: StyledText()) { line, piece in
      switch piece {
      case .words(let words): line.append(reader.next(words))
      case .hit(let words):
        let read = reader.next(words)
        let blanks = read.prefix { $0 == " " }
        line.append(String(blanks))
        line.append(String(read.dropFirst(blanks.count)), style)
      case .gap(let words):
        // Read all the same: its quotation marks count.
        _ = reader.next(words)
        _ = reader.takeBlank()
        line.append(" … ")
      }
    }
  }

  /// What stands between two hits: all of it, or its two ends.
  private static func between(
    _ a: TextSpan, _ b: TextSpan, of text: String, _ reach: Int
  ) -> [Piece] {
    let words = text.utf8Slice(TextSpan(a.end, max(a.end, b.start)))
    let isBlank = { (letter: Character) in letter == " " || letter == "_" }
    guard words.count > 2 * reach, let head = words.prefix(reach).lastIndex(where: isBlank),
      let tail = words.suffix(reach).firstIndex(where: isBlank)
    else { return [.words(words)] }
    return [
      .words(String(words[..<head])), .gap(String(words[head...tail])),
      .words(String(words[words.index(after: tail)...])),
    ]
  }

  private static func start(of text: String, _ reach: Int, isWhole: Bool) -> String {
    let line = text.prefix { $0 != "\n" }
    let isAll = line.count <= reach && (isWhole || line.count < text.count)
    guard !isAll else { return String(line) }
    let cut = line.prefix(reach)
    let end = cut.lastIndex { $0 == " " || $0 == "_" } ?? cut.endIndex
    return String(cut[..<end]) + "…"
  }

  private static func end(of text: String, _ reach: Int, isWhole: Bool) -> String {
    let line = text.suffix(
      from: text.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex)
    let isAll = line.count <= reach && (isWhole || line.count < text.count)
    guard !isAll else { return String(line) }
    let cut = line.suffix(reach)
    let start = cut.firstIndex { $0 == " " || $0 == "_" } ?? cut.startIndex
    return "…" + String(cut[start...].drop { $0 == " " || $0 == "_" })
  }
}
