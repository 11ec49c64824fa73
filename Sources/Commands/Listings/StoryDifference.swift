import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

/// A version of a story as it is typed: "a3", "a3@1".
struct StoryVersionName {
  let id: ArticleID
  /// Nil for the one that stands.
  let version: Int?

  init?(_ word: String) {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard let id = ArticleID(parsing: parts[0]), parts.count <= 2 else { return nil }
    self.id = id
    guard parts.count == 2 else {
      version = nil
      return
    }
    guard let number = Int(parts[1]), number > 0 else { return nil }
    version = number
  }
}

/// What is other in the second of two texts, sentence by sentence.
struct StoryDifference {
  private let old: Article
  private let new: Article
  private let alignment: VersionAlignment
  /// Claims that stand in the second text, by the sentence they begin in.
  private let claims: [(id: ClaimID, start: Int)]

  init(_ old: Article, _ new: Article, claims: [(id: ClaimID, start: Int)]) {
    (self.old, self.new, self.claims) = (old, new, claims)
    alignment = VersionAlignment(from: old.text, to: new.text)
  }

  func table(_ names: (old: String, new: String)) -> Table {
    var table = Table(
      columns: [
        Column("change"), Column("claims", title: "claims", flexible: true, foldsWhenShared: true),
        Column(
          "text", title: "\(names.old) → \(names.new)", flexible: true, least: 40, wraps: true),
        Column("old", forData: true), Column("new", forData: true), Column("words", forData: true),
      ],
      emptyMessage: StyledText("\(names.old) and \(names.new) say the same", .good))
    let passages = alignment.passages
    for passage in passages { table.rows.append(row(passage)) }
    guard !table.rows.isEmpty else { return table }
    func count(_ kind: VersionPassage.Kind) -> Int { passages.count { $0.kind == kind } }
    table.footer = StyledText(
      "sentences: \(alignment.sameCount) the same, \(count(.changed)) changed, "
        + "\(count(.gone)) gone, \(count(.new)) new", .dim)
    return table
  }

  private typealias Column = Table.Column
  private typealias Cell = Table.Cell

  private func row(_ passage: VersionPassage) -> [Table.Cell] {
    let style: Style =
      switch passage.kind {
      case .changed: .warning
      case .gone: .failure
      case .new: .good
      }
    let ids =
      passage.new.map { span in
        claims.filter { span.start <= $0.start && $0.start < span.end }.map(\.id.description)
      } ?? []
    return [
      Cell(passage.kind.rawValue, style),
      Cell(StyledText(joined(ids), .id), JSONValue(ids)),
      Cell(words(passage), .string(passage.new.map(new.text) ?? passage.old.map(old.text) ?? "")),
      Cell(StyledText(), passage.old.map { .string(old.text($0)) } ?? .null),
      Cell(StyledText(), passage.new.map { .string(new.text($0)) } ?? .null),
      Cell(StyledText(), .array(passage.changes.map(\.words.json))),
    ]
  }

  /// "Khu A của chợ có [120 → 150] sạp"
  private func words(_ passage: VersionPassage) -> StyledText {
    guard passage.kind == .changed, let span = passage.new else {
      let style: Style = passage.kind == .gone ? .failure : .good
      let text = passage.new.map(new.text) ?? passage.old.map(old.text) ?? ""
      return StyledText(ReadableText.text(text), style)
    }
    var line = StyledText()
    var at = span.start
    for change in passage.changes {
      line.append(readable(new, TextSpan(at, max(at, change.now.start))))
      line.append("[", .dim)
      line.append(readable(old, change.span), .failure)
      line.append(change.span.start == change.span.end ? "+ " : " → ", .dim)
      line.append(readable(new, change.now), .good)
      line.append("]", .dim)
      at = max(at, change.now.end)
    }
    line.append(readable(new, TextSpan(at, max(at, span.end))))
    return line
  }

  private func readable(_ article: Article, _ span: TextSpan) -> String {
    let text = article.text(span)
    let words = ReadableText.text(text, isSegmented: ReadableText.isSegmented(article.text))
    // Blanks at the ends part it from what is changed.
    let head = text.first?.isWhitespace == true && !words.hasPrefix(" ") ? " " : ""
    let tail = text.last?.isWhitespace == true && !words.hasSuffix(" ") && !words.isEmpty ? " " : ""
    return words.isEmpty && !text.isEmpty ? " " : head + words + tail
  }
}
