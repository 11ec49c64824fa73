import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import Sessions
import TerminalText

/// Conflicts of a merge in words.
struct ConflictWording {
  private let sessions: [MergeSide: NamedSession]
  private var keys: [MergeSide: SessionKeys]

  init(_ ours: NamedSession, _ theirs: NamedSession) {
    sessions = [.ours: ours, .theirs: theirs]
    keys = [.ours: SessionKeys(ours.store.log), .theirs: SessionKeys(theirs.store.log)]
  }

  /// All of them, and what to do. `merged` is the session that the merge would give: verdicts of
  /// different people are no conflict, but where they do not agree that is told.
  func list(_ conflicts: [MergeConflict], merged: FactStore) -> TextView {
    let disputed = merged.disputedClaims
    let disputes = disputed.map(Self.line)
    let values = disputed.map(Self.json)
    guard !conflicts.isEmpty else {
      return TextView(
        paragraphs: disputes + [StyledText("no conflicts; -o FILE merges", .good)],
        value: .array(values))
    }
    let hint = StyledText(
      "\(counted(conflicts.count, "conflict")); with -o FILE they are asked at the prompt, or "
        + "settled by --ours, --theirs or --newest", .dim)
    return TextView(
      paragraphs: conflicts.flatMap(paragraphs) + disputes + [hint],
      value: .array(conflicts.map(json) + values))
  }

  /// "2 claims disputed: c5, c9; claims verdict:disputed lists them"; nil where there is none.
  static func disputes(in store: FactStore) -> StyledText? {
    let ids = store.disputedClaims.map(\.id)
    guard !ids.isEmpty else { return nil }
    return StyledText(counted(ids.count, "claim") + " disputed", .warning)
      + StyledText(": \(ranges(ids)); claims verdict:disputed lists them")
  }

  /// "c5 disputed: an true, binh false"
  private static func line(_ record: ClaimRecord) -> StyledText {
    StyledText(record.id.description, .id) + StyledText(" disputed", .warning) + ": "
      + record.assessment.opinions.words
  }

  private static func json(_ record: ClaimRecord) -> JSONValue {
    [
      "disputed": .string(record.id.description), "verdicts": record.assessment.opinions.json,
    ]
  }

  func view(_ conflict: MergeConflict) -> TextView {
    TextView(paragraphs: paragraphs(conflict), value: json(conflict))
  }

  private func paragraphs(_ conflict: MergeConflict) -> [StyledText] {
    var lines = [headline(conflict)]
    for side in MergeSide.allCases {
      for operation in operations(conflict, side) {
        let time = operation.operation.time
        lines.append(
          StyledText("  \(side.rawValue)  ", .dim) + StyledText("\(operation.number)", .id)
            + StyledText("  \(time.local)  ", .dim)
            + StyledText("\(operation.operation.user): \(operation.operation.action.words)")
            + StyledText(conflict.newest == side ? "  (newest)" : "", .dim))
      }
    }
    return lines
  }

  private func operations(_ conflict: MergeConflict, _ side: MergeSide) -> [LoggedOperation] {
    let log = sessions[side]?.store.log ?? []
    return (conflict.operations[side] ?? []).map { log[$0 - 1] }
  }

  private func headline(_ conflict: MergeConflict) -> StyledText {
    let claim = StyledText(conflict.claim.map(name) ?? "", .id)
    switch conflict.subject {
    case .edited: return claim + " was put right in two ways"
    case .dropped: return claim + " was dropped here and worked on there"
    case .verdict(_, let user): return claim + StyledText(" has two verdicts of \(user)")
    case .credibility(_, let user): return claim + StyledText(" has two grades of \(user)")
    case .attribution(_, let source):
      return claim + StyledText(" is attributed to \(source) here and not there")
    case .story(let story, let fact):
      return StyledText(name(story), .id) + StyledText(" has two values of \(fact)")
    case .storyDropped(let story):
      return StyledText(name(story), .id) + " was dropped here and worked on there"
    case .reliability(let source, let user):
      return StyledText(source, .agency) + StyledText(" has two grades of \(user)")
    case .merger(let source):
      return StyledText(source, .agency) + " becomes a name of two sources"
    case .takenBack(let number):
      return StyledText(
        "operation \(number), which both had, was taken back here and built on there")
    }
  }

  /// "c3", or "c3 (c7 in theirs)"
  private func name(_ claim: ClaimKey) -> String {
    let ids = [MergeSide.ours, .theirs].map { side in
      var keys = keys[side] ?? SessionKeys()
      return keys.id(of: claim)?.description
    }
    return name(ids, or: "a claim")
  }

  private func name(_ story: StoryKey) -> String {
    name(
      [MergeSide.ours, .theirs].map { keys[$0]?.id(of: story)?.description }, or: "a story")
  }

  private func name(_ ids: [String?], or unknown: String) -> String {
    guard let ours = ids[0] else { return "\(ids[1] ?? unknown) in theirs" }
    guard let theirs = ids[1], theirs != ours else { return ours }
    return "\(ours) (\(theirs) in theirs)"
  }

  func words(_ skipped: SkippedChange) -> String {
    let log = sessions[skipped.side]?.store.log ?? []
    let operation = log[skipped.operation - 1].operation
    return "left out: operation \(skipped.operation) of \(skipped.side.rawValue) "
      + "(\(operation.action.words)): \(skipped.error.sentence)"
  }

  func summary(_ settled: [(conflict: MergeConflict, winner: MergeSide)]) -> StyledText {
    let counts = MergeSide.allCases.compactMap { side in
      let count = settled.count { $0.winner == side }
      return count > 0 ? "\(count) \(side.rawValue)" : nil
    }
    return StyledText(joined(counts))
  }

  private func json(_ conflict: MergeConflict) -> JSONValue {
    func side(_ side: MergeSide) -> JSONValue {
      .array(
        operations(conflict, side).map { logged in
          [
            "operation": .integer(logged.number), "user": .string(logged.operation.user),
            "time": .string(logged.operation.time.description),
            "change": .string(logged.operation.action.words),
          ]
        })
    }
    return [
      "conflict": .string(headline(conflict).plain), "ours": side(.ours),
      "theirs": side(.theirs), "newest": .string(conflict.newest.rawValue),
    ]
  }
}

extension FactStore {
  /// The claims on whose verdict people do not agree, in order.
  fileprivate var disputedClaims: [ClaimRecord] {
    select(Selection(.criterion(.disputed))).compactMap { claim($0) }
  }
}
