import ClaimModel

/// A place in a story with the words around it, on one line, whole words at both ends.
struct HitContext {
  private let before: String
  private let hit: String
  private let after: String
  private let isSegmented: Bool

  /// `reach`: letters on either side, about.
  init(_ text: String, around span: TextSpan, reach: Int) {
    isSegmented = ReadableText.isSegmented(text, near: span)
    hit = text.utf8Slice(span)
    // Three bytes a letter is the most that Vietnamese takes.
    let start = max(0, span.start - 3 * reach)
    let end = min(text.utf8.count, span.end + 3 * reach)
    before = Self.end(of: text.utf8Slice(TextSpan(start, span.start)), reach, isWhole: start == 0)
    after = Self.start(
      of: text.utf8Slice(TextSpan(span.end, end)), reach, isWhole: end == text.utf8.count)
  }

  func styled(_ style: Style) -> StyledText {
    var reader = ReadableText(isSegmented: isSegmented)
    var line = StyledText(reader.next(before))
    let read = reader.next(hit)
    let blanks = read.prefix { $0 == " " }
    line.append(String(blanks))
    line.append(String(read.dropFirst(blanks.count)), style)
    line.append(reader.next(after))
    return line
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
