import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

/// What a review came to: on its last screen, and as the command's output.
struct ReviewSummary {
  private let session: ReviewSession
  private let store: FactStore
  private let now: Timestamp

  init(_ session: ReviewSession, _ store: FactStore, now: Timestamp) {
    self.session = session
    self.store = store
    self.now = now
  }

  /// The verdict that each claim of this review has by its own changes.
  private var verdicts: [(verdict: Verdict, count: Int)] {
    var latest = [Int: Verdict]()
    for step in session.steps {
      if let verdict = step.verdict { latest[step.position] = verdict }
    }
    var counts = [Verdict: Int]()
    for verdict in latest.values { counts[verdict, default: 0] += 1 }
    return Verdict.allCases.compactMap { verdict in counts[verdict].map { (verdict, $0) } }
  }

  /// For the screen behind the last claim.
  package var lines: [StyledText] {
    let queue = session.queue
    if queue.left == 0 {
      return [
        StyledText("Nothing is left: all done.", .heading), StyledText(), done,
        correctionLine ?? StyledText(), StyledText(),
        StyledText("q leaves, b goes back, z takes back", .dim),
      ]
    }
    return [
      StyledText("No claim comes after this; \(counted(queue.left, "claim")) skipped.", .heading),
      StyledText(), done, correctionLine ?? StyledText(), StyledText(),
      StyledText("Enter goes through the skipped ones, q leaves, b goes back", .dim),
    ]
  }

  /// What was put right: how many claims were dropped, speakers named and so on.
  private var corrections: [(kind: ReviewSession.Correction, count: Int)] {
    ReviewSession.Correction.allCases.compactMap { kind in
      let places = Set(session.steps.filter { $0.correction == kind }.map(\.position))
      return places.isEmpty ? nil : (kind, places.count)
    }
  }

  /// "put right: 2 claims dropped, 1 speaker"
  private var correctionLine: StyledText? {
    let words = corrections.map { kind, count in
      switch kind {
      case .dropped: counted(count, "claim") + " dropped"
      case .speaker: counted(count, "speaker")
      case .agency: count == 1 ? "1 agency" : "\(count) agencies"
      case .words: "the words of " + counted(count, "claim")
      }
    }
    return words.isEmpty ? nil : StyledText("put right: " + joined(words))
  }

  /// "reviewed 12 claims, 6.2 a minute: 5 true, 3 false, 4 half-true · 25 left"
  private var done: StyledText {
    let queue = session.queue
    guard !verdicts.isEmpty else {
      return StyledText("no verdict given · \(Double(queue.left).readable) left")
    }
    var line = StyledText("reviewed \(counted(queue.doneCount, "claim"))")
    if let pace = session.pace(now) { line.append(", " + pace) }
    line.append(": ")
    for (index, entry) in verdicts.enumerated() {
      if index > 0 { line.append(", ") }
      line.append("\(entry.count) ")
      line.append(entry.verdict.rawValue, .verdict(entry.verdict))
    }
    line.append(" · \(Double(queue.left).readable) left")
    return line
  }

  /// Operations, each of which `undo` takes back.
  private var changes: Int { session.steps.reduce(0) { $0 + $1.operations } }

  private var correctionCounts: JSONObject {
    var counts = JSONObject()
    for entry in corrections { counts[entry.kind.name] = .integer(entry.count) }
    return counts
  }

  /// What the command gives back.
  var report: Report {
    var lines = [done] + [correctionLine].compactMap { $0 }
    if !session.steps.isEmpty {
      lines.append(
        StyledText("\(counted(changes, "change")); undo takes each back", .dim))
    }
    var counts = JSONObject()
    for entry in verdicts { counts[entry.verdict.rawValue] = .integer(entry.count) }
    return Report(
      lines,
      value: [
        "reviewed": .integer(session.queue.doneCount), "left": .integer(session.queue.left),
        "changes": .integer(changes), "verdicts": .object(counts),
        "corrections": .object(correctionCounts),
      ])
  }
}

extension ReviewSession.Correction {
  /// In data.
  fileprivate var name: String {
    switch self {
    case .dropped: "dropped"
    case .speaker: "speakers"
    case .agency: "agencies"
    case .words: "words"
    }
  }
}
