package import ClaimModel
import Lexicons

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

/// Reads notices from the lines of a story.
private enum NoticeReader {
  private static let phrases: [(kind: StoryNotice.Kind, words: [String])] = {
    WordList(embedded: "story-notices.tsv").rows.compactMap { row in
      StoryNotice.Kind(rawValue: row[0]).map { ($0, row.items(1)) }
    }
  }()
  /// Lines from either end that may be a notice.
  private static let most = 3
  private static let longest = 200

  static func notices(in text: String) -> [StoryNotice] {
    let head = firstLines(of: text, 2 * most + 1)
    let ends = head.count <= 2 * most ? head : head.prefix(most) + lastLines(of: text, 2)
    return ends.compactMap { notice(in: $0) }
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

  private static func notice(in line: Substring) -> StoryNotice? {
    // No line that is longer than a few words is needed to see how it begins.
    let spaced = String(line.prefix(longest)).map { $0 == "_" ? " " : $0 }
    let words = String(spaced).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let small = words.lowercased()
    for (kind, phrases) in phrases {
      for phrase in phrases where small.hasPrefix(phrase) {
        let head = words.prefix(phrase.count)
        if isNotice(head, behind: words.dropFirst(phrase.count)) {
          return StoryNotice(kind, words: words)
        }
      }
    }
    return nil
  }

  /// "CORRECTED: …", "Đính chính – …", "UPDATE 2-…"; not "Corrected figures show …".
  private static func isNotice(_ head: Substring, behind rest: Substring) -> Bool {
    let tail = rest.drop { $0 == " " }
    guard let next = tail.first else { return true }
    if rest.first.map({ $0.isLetter || $0.isNumber }) == true { return false }
    if ":-–—(".contains(next) { return true }
    let isLoud = head.allSatisfy { !$0.isLetter || $0.isUppercase }
    return isLoud && (next.isNumber || next.isUppercase)
  }
}
