import ClaimModel
import FactStore
import JSONText
import Sessions

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
  /// Claims that stand in the session and do not match the text as it is now.
  let lost: [ClaimID]

  init(_ record: ArticleRecord, in store: FactStore) {
    self.record = record
    var found: Article?
    let path = FileFinder.expandingHome(record.article.name)
    if FileFinder.kind(path) == .file {
      _ = StoryWork.file(path).forEachArticle { found = found ?? $0 }
    }
    guard let found else {
      (state, lost) = (.gone, [])
      return
    }
    let old = record.article.text
    guard found.text != old else {
      (state, lost) = (.same, [])
      return
    }
    let claims = store.claims(in: record.id).compactMap { id in
      store.claim(id).map { (id: id, claim: $0.claim) }
    }
    lost = AnchorCheck.lost(claims, from: old, to: found.text)
    state = .changed(UnifiedDiff(Self.lines(old), Self.lines(found.text)))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Table {
  /// A row for each story.
  init(_ reloads: [StoryReload]) {
    self.init(
      columns: [
        Column("id"), Column("name", title: "story", flexible: true), Column("state"),
        Column("change", title: "lines"),
        Column("lost", title: "claims that no longer match", flexible: true, least: 12),
      ],
      emptyMessage: "the session holds no stories")
    for reload in reloads { append(reload) }
    let lost = reloads.reduce(0) { $0 + $1.lost.count }
    let changed = reloads.count { if case .same = $0.state { false } else { true } }
    footer = StyledText(
      "\(counted(reloads.count, "story")), \(changed) not as loaded; "
        + "\(counted(lost, "claim")) no longer where it was, none moved", .dim)
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
        StyledText(ranges(reload.lost), .failure),
        JSONValue(reload.lost.map(\.description))),
    ])
  }
}
