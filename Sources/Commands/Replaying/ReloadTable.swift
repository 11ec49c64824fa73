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
  /// What became of the claims that stand in the session.
  let claims: StoryRevisor.Standing

  init(_ record: ArticleRecord, in store: FactStore, by newsroom: Newsroom) {
    self.record = record
    var found: Article?
    let path = UserPath.located(record.article.name)
    if FileFinder.kind(path) == .file {
      _ = StoryWork.file(path).forEachArticle(StoryReading(words: newsroom.reading)) {
        found = found ?? $0
      }
    }
    guard let found else {
      (state, claims) = (.gone, StoryRevisor.Standing())
      return
    }
    let old = record.article.text
    guard !StoryText.isSame(found.text, old) else {
      (state, claims) = (.same, StoryRevisor.Standing())
      return
    }
    claims = StoryRevisor.standing(of: record, in: found.text, store)
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
        Column("changed", title: "claims with other words", flexible: true, least: 12),
        Column("lost", title: "claims that are gone", flexible: true, least: 12),
      ],
      emptyMessage: "the session holds no stories")
    for reload in reloads { append(reload) }
    let elsewhere = reloads.reduce(0) { $0 + $1.claims.elsewhere.count }
    let other = reloads.reduce(0) { $0 + $1.claims.changed.count }
    let lost = reloads.reduce(0) { $0 + $1.claims.gone.count }
    let changed = reloads.count { if case .same = $0.state { false } else { true } }
    footer = StyledText(
      "\(counted(reloads.count, "story")), \(changed) not as loaded; "
        + "of claims \(elsewhere) stand elsewhere, \(other) have other words and \(lost) are gone; "
        + "none moved: load --update does that", .dim)
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
        StyledText(ranges(reload.claims.elsewhere), .warning),
        JSONValue(reload.claims.elsewhere.map(\.description))),
      Cell(
        StyledText(
          joined(reload.claims.changed.map { "\($0.id) (\(joined($0.words.map(\.words))))" }),
          .warning),
        JSONValue(reload.claims.changed.map { "\($0.id): \(joined($0.words.map(\.words)))" })),
      Cell(
        StyledText(ranges(reload.claims.gone), .failure),
        JSONValue(reload.claims.gone.map(\.description))),
    ])
  }
}
