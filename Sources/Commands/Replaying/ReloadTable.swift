import ClaimModel
import Desk
import Disk
import FactStore
import JSONText
import Presentation
import Sessions
import Shell
import TerminalText

/// The stories of a session taken from where they came from again: what changed in them.
struct StoryReload {
  enum State {
    case same
    /// No longer there, or no story.
    case gone
    case changed(UnifiedDiff)
  }

  let record: ArticleRecord
  let state: State
  /// Claims that stand in the session and whose words stand elsewhere in the text as it is now.
  let elsewhere: [ClaimID]
  /// Those whose words are not in it any more.
  let lost: [ClaimID]

  init(_ record: ArticleRecord, in store: FactStore, by newsroom: Newsroom) {
    self.record = record
    var found: Article?
    let path = UserPath.located(record.article.name)
    if FileFinder.kind(path) == .file {
      _ = StoryWork.file(path).forEachArticle(words: newsroom.reading) { found = found ?? $0 }
    }
    guard let found else {
      (state, elsewhere, lost) = (.gone, [], [])
      return
    }
    let old = record.article.text
    guard !AnchorCheck.isSame(found.text, old) else {
      (state, elsewhere, lost) = (.same, [], [])
      return
    }
    let claims = store.claims(in: record.id).compactMap { id in
      store.claim(id).map { (id: id, claim: $0.claim) }
    }
    let check = AnchorCheck(claims, from: old, to: found.text)
    (elsewhere, lost) = (check.elsewhere, check.gone)
    state = .changed(UnifiedDiff(Self.lines(old), Self.lines(found.text)))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      // Blanks at its end are no change.
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
  }
}

extension Table {
  /// A row for each story.
  init(_ reloads: [StoryReload]) {
    self.init(
      columns: [
        Column("id"), Column("name", title: "story", flexible: true), Column("state"),
        Column("change", title: "lines"),
        Column("elsewhere", title: "claims that stand elsewhere", flexible: true, least: 12),
        Column("lost", title: "claims that are gone", flexible: true, least: 12),
      ],
      emptyMessage: "the session holds no stories")
    for reload in reloads { append(reload) }
    let elsewhere = reloads.reduce(0) { $0 + $1.elsewhere.count }
    let lost = reloads.reduce(0) { $0 + $1.lost.count }
    let changed = reloads.count { if case .same = $0.state { false } else { true } }
    footer = StyledText(
      "\(counted(reloads.count, "story")), \(changed) not as loaded; "
        + "of claims \(elsewhere) stand elsewhere and \(lost) are gone, none moved", .dim)
  }

  private mutating func append(_ reload: StoryReload) {
    let (state, change): (StyledText, String)
    switch reload.state {
    case .same: (state, change) = (StyledText("same", .good), "")
    case .gone: (state, change) = (StyledText("gone", .failure), "")
    case .changed(let difference):
      (state, change) = (
        StyledText("changed", .warning), "+\(difference.additions) -\(difference.removals)"
      )
    }
    rows.append([
      Cell(reload.record.id.description, .id), Cell(reload.record.article.name),
      Cell(state, .string(state.plain)), Cell(change),
      Cell(
        StyledText(ranges(reload.elsewhere), .warning),
        JSONValue(reload.elsewhere.map(\.description))),
      Cell(
        StyledText(ranges(reload.lost), .failure),
        JSONValue(reload.lost.map(\.description))),
    ])
  }
}
