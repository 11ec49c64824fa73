import ArticleReading
package import ClaimModel

extension Article {
  /// What its publisher says to do with it: as its form carries it, and as the first and last lines
  /// of the text say: "CORRECTED", "Đính chính:", "KILL NOTICE".
  package var notices: [StoryNotice] {
    var found = origin?.notices ?? []
    for notice in NoticeReader.notices(in: text)
    where !found.contains(where: { $0.kind == notice.kind }) {
      found.append(notice)
    }
    return found
  }
}

/// Reads notices from the first and last lines of a story.
private enum NoticeReader {
  /// Lines from either end that may be a notice.
  private static let most = 3

  static func notices(in text: String) -> [StoryNotice] {
    let head = firstLines(of: text, 2 * most + 1)
    let ends = head.count <= 2 * most ? head : head.prefix(most) + lastLines(of: text, 2)
    return ends.compactMap { NoticeWords.notice(inLine: $0) }
  }

  /// Lines with more than blanks, from the top; nothing behind them is looked at.
  private static func firstLines(of text: String, _ count: Int) -> [Substring] {
    var lines = [Substring]()
    var rest = text[...]
    while lines.count < count, !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...].dropFirst()
      if isWritten(line) { lines.append(line) }
    }
    return lines
  }

  /// The last such lines, in the order of the text; nothing before them is looked at.
  private static func lastLines(of text: String, _ count: Int) -> [Substring] {
    var lines = [Substring]()
    var rest = text[...]
    while lines.count < count, !rest.isEmpty {
      let line = rest[
        (rest.lastIndex(where: \.isNewline).map(rest.index(after:)) ?? rest.startIndex)...]
      rest = rest[..<line.startIndex].dropLast()
      if isWritten(line) { lines.insert(line, at: 0) }
    }
    return lines
  }

  private static func isWritten(_ line: Substring) -> Bool { line.contains { !$0.isWhitespace } }
}
