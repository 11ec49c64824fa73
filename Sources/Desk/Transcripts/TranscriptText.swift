package import ClaimModel
import Presentation

/// A transcript: commands behind a prompt, below each what it gave, as text that people read.
///
/// `theo 2026-03-18T09:00:00Z an> claims` says when and by whom; a transcript written by hand may
/// have `theo> claims`. Status lines are `[exit 1]`. A line of output that looks like a prompt has
/// a backslash before it.
package struct TranscriptText {
  package struct Entry {
    /// The prompt with its blank: "theo> ".
    package var prompt: String
    package var line: String
    package var time: Timestamp?
    package var user: String?
    /// Number of its line, from 1.
    package var number: Int
  }

  package private(set) var entries: [Entry] = []
  /// The digest of the state that it begins with, where that is not the empty one.
  package private(set) var start: String?
  /// What led to that state, where files did.
  package private(set) var origins: [DeskOrigin] = []
  /// All from the first prompt on.
  package private(set) var lines: [String] = []

  static let title = "# theo transcript 1"
  private static let startMark = "# begins at "
  private static let mark = "# "

  static func head(start: String?, _ origins: [DeskOrigin]) -> String {
    guard let start else { return title + "\n" }
    return title + "\n" + startMark + start + "\n" + origins.map { mark + $0.line + "\n" }.joined()
  }

  package static func prompt(time: Timestamp, user: String) -> String { "theo \(time) \(user)> " }

  package init(_ text: String) {
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if all.last == "" { all.removeLast() }
    var number = 0
    while number < all.count {
      defer { number += 1 }
      guard var entry = Self.entry(all[number], number + 1) else {
        if entries.isEmpty, all[number].hasPrefix(Self.startMark) {
          start = String(all[number].dropFirst(Self.startMark.count))
        } else if entries.isEmpty, all[number].hasPrefix(Self.mark),
          let origin = DeskOrigin(line: String(all[number].dropFirst(Self.mark.count)))
        {
          origins.append(origin)
        }
        if !entries.isEmpty { lines.append(all[number]) }
        continue
      }
      lines.append(all[number])
      // A quoted word may hold line breaks.
      while Self.isOpen(entry.line), number + 1 < all.count, Self.entry(all[number + 1], 0) == nil {
        number += 1
        entry.line += "\n" + all[number]
        lines.append(all[number])
      }
      entries.append(entry)
    }
  }

  private static func isOpen(_ line: String) -> Bool {
    do throws(LineError) {
      _ = try LineLexer.statements(in: line)
      return false
    } catch {
      if case .unclosedQuote = error.problem { return true }
      return false
    }
  }

  private static func entry(_ line: String, _ number: Int) -> Entry? {
    guard line.hasPrefix("theo"), let mark = line.firstRange(of: "> ") else { return nil }
    let prompt = String(line[..<mark.upperBound])
    let rest = String(line[mark.upperBound...])
    let head = line[..<mark.lowerBound].dropFirst(4)
    if head.isEmpty { return Entry(prompt: prompt, line: rest, number: number) }
    let words = head.dropFirst().split(separator: " ", maxSplits: 1)
    guard head.first == " ", words.count == 2, let time = Timestamp(parsing: words[0]) else {
      return nil
    }
    return Entry(prompt: prompt, line: rest, time: time, user: String(words[1]), number: number)
  }

  /// Output as it stands in a transcript.
  static func shielded(_ output: String) -> String {
    guard output.contains("theo") else { return output }
    return output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { entry(String($0), 0) == nil ? String($0) : "\\" + $0 }.joined(separator: "\n")
  }
}
