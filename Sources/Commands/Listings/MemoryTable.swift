import ClaimMemory
import ClaimModel
import Desk
import Disk
import FactStore
import JSONText
import Presentation
import Shell
import TerminalText

extension Table {
  /// Past claims that are like a claim, the likest first.
  init(_ found: [Recollection], of id: ClaimID, in memory: ClaimMemory) {
    let hasCredibility = found.contains { !$0.claim.credibility.isEmpty }
    self.init(
      columns: [
        Column("similarity", title: "alike", right: true), Column("verdict"),
        Column("credibility", title: "cred", forData: !hasCredibility),
        Column("user", title: "who"), Column("time", title: "when"),
        Column("text", title: "claim then", flexible: true, least: 24, wraps: true),
        Column("differences", title: "differs", flexible: true, least: 16, wraps: true),
        Column("story", flexible: true, spare: true), Column("session", flexible: true),
        Column("id"), Column("speaker", forData: true), Column("notes", forData: true),
        Column("evidence", forData: true),
      ],
      emptyMessage: StyledText(
        "no past claim is like \(id), of \(counted(memory.claimCount, "claim")) in "
          + counted(memory.sessions.count, "session"), .dim))
    for one in found {
      let past = one.claim
      rows.append([
        Cell(
          StyledText(twoPlaces(one.similarity), .number),
          .number((one.similarity * 100).rounded() / 100)),
        Cell(past.verdict.rawValue, .verdict(past.verdict)), Cell(past.credibility),
        Cell(past.user),
        Cell(
          StyledText(past.time.map { "\($0.local.day)" } ?? "", .dim),
          JSONValue(optional: past.time?.description)),
        Cell(past.text),
        Cell(
          StyledText(one.differences.joined(separator: "; "), .warning), JSONValue(one.differences)),
        Cell(past.story), Cell(StyledText(Self.fileName(past.session)), .string(past.session)),
        Cell("c\(past.number)", .id), Cell(past.speaker),
        Cell(StyledText(""), JSONValue(past.notes)),
        Cell(StyledText(""), JSONValue(past.evidence)),
      ])
    }
  }

  /// "old.json" of "/home/an/old.json"
  private static func fileName(_ path: String) -> String {
    Sanitiser.harmless(String(path.split(separator: "/").last ?? ""))
  }

  /// The sessions of a memory.
  init(_ memory: ClaimMemory) {
    self.init(columns: [
      Column("session", flexible: true, least: 24), Column("claims", right: true),
      Column("checked", right: true),
    ])
    var (claims, checked) = (0, 0)
    for session in memory.sessionCounts {
      rows.append([
        Cell(session.path), Cell(StyledText("\(session.claims)"), .integer(session.claims)),
        Cell(StyledText("\(session.checked)"), .integer(session.checked)),
      ])
      claims += session.claims
      checked += session.checked
    }
    footer = StyledText(
      "\(counted(memory.sessions.count, "session")) · \(counted(claims, "claim")), \(checked) checked · "
        + "\(memory.size) bytes · \(Sanitiser.harmless(memory.path))", .dim)
  }
}

extension CommandContext {
  /// Tells what came of adding sessions: those that could not be read as the error, after the rest.
  func report(_ done: MemoryOutcome, at place: MemoryPlace) throws -> CommandOutput {
    console.show(nil)
    let lines = done.added.prefix(Self.mostSessions).map { added in
      StyledText(Sanitiser.harmless(added.session), .heading)
        + StyledText(" · " + counted(added.claims, "claim"))
    }
    let rest = done.added.count - lines.count
    let more = rest > 0 ? [StyledText("… and \(counted(rest, "more session"))", .dim)] : []
    let sum = StyledText(
      "remembered: \(counted(done.claims, "claim")) of \(counted(done.sessions, "session")) in "
        + "'\(Sanitiser.harmless(place.path))'")
    try emit(
      .report(
        Report(
          lines + more + [sum],
          value: [
            "memory": .string(place.path), "sessions": .integer(done.sessions),
            "claims": .integer(done.claims),
            "added": .array(
              done.added.map { ["session": .string($0.session), "claims": .integer($0.claims)] }),
          ])))
    if !done.failures.isEmpty {
      throw InputFailures(done.failures, of: done.added.count + done.failures.count)
    }
    return .nothing
  }

  private static let mostSessions = 12
}

extension Report {
  /// "3 claims were checked before: memory c3, c9, c12"; nil where none was.
  init?(checkedBefore claims: [ClaimID]) {
    guard !claims.isEmpty else { return nil }
    let shown = claims.prefix(8).map(\.description).joined(separator: ", ")
    let rest = claims.count > 8 ? " …" : ""
    let verb = claims.count == 1 ? "was" : "were"
    self.init(
      [
        StyledText("\(counted(claims.count, "claim")) \(verb) checked before: ")
          + StyledText("memory \(shown)\(rest)", .id)
      ], value: .null)
  }
}
