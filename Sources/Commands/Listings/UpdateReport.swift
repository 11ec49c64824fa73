import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import TerminalText

extension Report {
  private static let mostClaims = 20
  private static let mostStories = 12

  /// What a load gave: stories that are new here, and what new versions made of their claims.
  init(entered outcome: LoadOutcome, in store: FactStore) {
    let entered = outcome.entered
    let isLoadAlone = entered.updated.isEmpty && entered.unchanged.isEmpty && entered.skipped == 0
    let loaded = Report(outcome, in: store)
    guard !isLoadAlone else {
      self = loaded
      return
    }
    let updated = entered.updated.compactMap { update in
      store.article(update.id).map { (record: $0, version: update.version) }
    }
    var lines = entered.loaded.isEmpty ? [] : loaded.lines
    for story in updated.prefix(Self.mostStories) {
      lines += Self.lines(story.record, version: story.version, in: store)
    }
    lines.append(Self.summary(entered, updated))
    self.init(
      lines,
      warnings: loaded.warnings + Report.notices(of: updated.map(\.record)),
      value: [
        "loaded": .array(
          entered.loaded.compactMap { store.article($0.id)?.json(in: store) }),
        "updated": .array(updated.map { $0.record.json(version: $0.version, in: store) }),
        "unchanged": JSONValue(entered.unchanged.map(\.description)),
        "skipped": .integer(entered.skipped),
      ])
  }

  private static func lines(
    _ record: ArticleRecord, version number: Int, in store: FactStore
  ) -> [StyledText] {
    guard record.versions.indices.contains(number - 2) else { return [] }
    let version = record.versions[number - 2]
    var lines = [
      StyledText(record.id.description, .id) + StyledText("  version \(number)  ", .dim)
        + StyledText(record.title, .heading) + StyledText(" · \(version.counts)")
    ]
    for id in version.changed.prefix(mostClaims) {
      let turn = store.claim(id)?.turns.last { $0.version == number }
      lines.append(
        StyledText("    ") + StyledText(id.description, .id) + StyledText("  changed  ", .warning)
          + (turn?.words.styled ?? StyledText()))
    }
    for id in version.gone.prefix(mostClaims) {
      guard let orphan = store.orphan(id) else { continue }
      lines.append(
        StyledText("    ") + StyledText(id.description, .id) + StyledText("  gone  ", .failure)
          + StyledText(ReadableText.text(store.text(of: orphan)), .dim))
    }
    let rest = max(0, version.changed.count - mostClaims) + max(0, version.gone.count - mostClaims)
    if rest > 0 {
      lines.append(StyledText("    … and \(rest) more · versions \(record.id)", .dim))
    }
    return lines
  }

  /// "2 stories changed: claims kept 21, changed 2, gone 1, new 3 · 1 as it was"
  private static func summary(
    _ entered: EnteredStories, _ updated: [(record: ArticleRecord, version: Int)]
  ) -> StyledText {
    var parts = [String]()
    if !updated.isEmpty {
      let versions = updated.compactMap { story in
        story.record.versions.indices.contains(story.version - 2)
          ? story.record.versions[story.version - 2] : nil
      }
      let sums: [(Int, String)] = [
        (versions.reduce(0) { $0 + $1.kept }, "kept"),
        (versions.reduce(0) { $0 + $1.changed.count }, "changed"),
        (versions.reduce(0) { $0 + $1.gone.count }, "gone"),
        (versions.reduce(0) { $0 + $1.added.count }, "new"),
      ]
      parts.append(
        counted(updated.count, "story") + " changed: claims "
          + joined(sums.map { "\($0.1) \($0.0)" }))
    }
    if !entered.unchanged.isEmpty {
      parts.append(
        entered.unchanged.count == 1
          ? "\(entered.unchanged[0]) is as it was" : "\(entered.unchanged.count) as they were")
    }
    if entered.skipped > 0 { parts.append("\(entered.skipped) skipped") }
    return StyledText(parts.joined(separator: " · "), .dim)
  }
}

extension Report {
  /// "a3: KILL: …": what publishers say to do with stories.
  static func notices(of records: [ArticleRecord]) -> [StyledText] {
    records.prefix(mostStories).flatMap { record in
      record.article.notices.filter { $0.kind != .update }.map { notice in
        StyledText("\(record.id): \(notice.sentence)", notice.kind == .kill ? .failure : .warning)
      }
    }
  }

  /// Stories that were loaded beside an older version: how to make one of the two.
  static func notices(beside entered: EnteredStories) -> [StyledText] {
    guard let first = entered.beside.first else { return [] }
    let way = "load --update makes a new version of what is here"
    guard entered.beside.count == 1 else {
      return [
        StyledText(
          "\(entered.beside.count) stories seem to be new versions of stories that are here, as "
            + "\(first.id) of \(first.earlier.id); \(way)", .warning)
      ]
    }
    return [
      StyledText(
        "\(first.id) seems to be a new version of \(first.earlier.id) "
          + "(\(first.earlier.sign.words)); \(way)", .warning)
    ]
  }
}

extension EarlierStory.Sign {
  var words: String {
    switch self {
    case .identifier: "its publisher calls both the same"
    case .link: "the same link"
    case .file: "the same file"
    case .text: "nearly the same text"
    }
  }
}

extension StoryNotice {
  var sentence: String {
    let word =
      switch kind {
      case .correction: "correction"
      case .kill: "KILL notice"
      case .embargo: "embargo"
      case .withheld: "withheld"
      case .update: "update"
      }
    let end = until.map { " until \($0)" } ?? ""
    return word + end + (words.isEmpty ? "" : ": \(ReadableText.text(words))")
  }
}

extension ArticleRecord {
  func json(version number: Int, in store: FactStore) -> JSONValue {
    guard case .object(var object) = json(in: store), versions.indices.contains(number - 2) else {
      return json(in: store)
    }
    let version = versions[number - 2]
    object.append("version", .integer(number))
    object.append("kept", .integer(version.kept))
    object.append(
      "changed",
      .array(
        version.changed.map { id in
          let turn = store.claimOrOrphan(id)?.turns.last { $0.version == number }
          return [
            "id": .string(id.description), "was": JSONValue(optional: turn?.was),
            "words": .array((turn?.words ?? []).map(\.json)),
          ]
        }))
    object.append("gone", JSONValue(version.gone.map(\.description)))
    object.append("new", JSONValue(version.added.map { ClaimID($0).description }))
    return .object(object)
  }
}
