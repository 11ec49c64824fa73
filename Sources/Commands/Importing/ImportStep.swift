import ClaimModel
import Exchange
import FactStore

/// What an import makes of one claim.
struct ImportStep {
  enum Subject {
    case known(ClaimRecord)
    case new(ArticleID, Claim)
  }

  /// One thing that changes: "verdict", "unchecked", "false".
  struct Change: Hashable {
    var what: String
    var was: String
    var becomes: String
  }

  var subject: Subject
  var changes: [Change] = []
  /// The annotations that make them, one after the other.
  var marks: [ClaimMark] = []
  /// Who said it, beside those who are known to.
  var speakers: [String] = []

  /// `replacesNote`: the file holds the whole note, as a sheet does.
  init(
    _ subject: Subject, _ imported: ImportedClaim, replacesNote: Bool, user: String,
    in store: FactStore, _ remark: (String) -> Void
  ) {
    self.subject = subject
    var record: ClaimRecord?
    switch subject {
    case .known(let known): record = known
    case .new(let story, let claim):
      let text = store.article(story).map { article in
        claim.content.map(article.article.text).joined(separator: " … ")
      }
      changes.append(Change(what: "claim", was: "", becomes: text ?? ""))
    }
    var mark = ClaimMark()
    takeVerdict(imported, record, &mark, remark)
    takeItems(imported, record, &mark)
    var notes = Self.newNotes(imported.notes, record, replaces: replacesNote)
    if let note = notes.first, replacesNote, let record {
      let isLonger = record.notes.isEmpty || imported.notes.first?.hasSuffix("\n" + note) == true
      if !isLonger { mark.removedNotes = NoteScope.own(replacedOn: [record], by: user) }
      changes.append(
        Change(what: "note", was: record.notes.joined(separator: "\n"), becomes: imported.notes[0]))
    } else {
      changes += notes.map { Change(what: "note", was: "", becomes: $0) }
    }
    if !notes.isEmpty { mark.note = notes.removeFirst() }
    if !mark.isEmpty { marks.append(mark) }
    marks += notes.map { ClaimMark(note: $0) }
    takeSpeakers(imported, record, store)
  }

  private mutating func takeVerdict(
    _ imported: ImportedClaim, _ record: ClaimRecord?, _ mark: inout ClaimMark,
    _ remark: (String) -> Void
  ) {
    let verdict = record?.verdict ?? .unchecked
    if let new = imported.verdict, new != verdict {
      if new == .unchecked {
        remark("'unchecked' takes no verdict back; '\(verdict.rawValue)' stays")
      } else {
        mark.verdict = new
        changes.append(Change(what: "verdict", was: verdict.rawValue, becomes: new.rawValue))
      }
    }
    if let new = imported.credibility, new != record?.credibility {
      mark.credibility = new
      changes.append(
        Change(
          what: "credibility", was: record?.credibility?.description ?? "",
          becomes: new.description))
    }
  }

  /// What the desk has besides stays.
  private mutating func takeItems(
    _ imported: ImportedClaim, _ record: ClaimRecord?, _ mark: inout ClaimMark
  ) {
    for tag in imported.tags where record?.tags.contains(tag) != true && !mark.tags.contains(tag) {
      mark.tags.append(tag)
      changes.append(Change(what: "tag", was: "", becomes: tag))
    }
    for item in imported.evidence
    where record?.evidence.contains(item) != true && !mark.evidence.contains(item) {
      mark.evidence.append(item)
      changes.append(Change(what: "evidence", was: "", becomes: item))
    }
  }

  /// Those that the claim does not have. A sheet's note may be several of the desk's, or those with
  /// more below.
  private static func newNotes(
    _ notes: [String], _ record: ClaimRecord?, replaces: Bool
  ) -> [String] {
    let known = record?.notes ?? []
    let joined = known.joined(separator: "\n")
    return notes.compactMap { note in
      if known.contains(note) || (!known.isEmpty && note == joined) { return nil }
      if replaces, !joined.isEmpty, note.hasPrefix(joined + "\n") {
        return String(note.dropFirst(joined.count + 1))
      }
      return note
    }
  }

  private mutating func takeSpeakers(
    _ imported: ImportedClaim, _ record: ClaimRecord?, _ store: FactStore
  ) {
    var known = record?.attributions.filter { $0.role == .saidBy }.map(\.source) ?? []
    if case .new(_, let claim) = subject, let speaker = claim.speaker { known.append(speaker.name) }
    let was = known.joined(separator: ", ")
    for name in imported.speakers {
      let name = store.source(named: name)?.name ?? name
      guard !known.contains(name) else { continue }
      known.append(name)
      speakers.append(name)
    }
    guard !speakers.isEmpty else { return }
    changes.append(Change(what: "speaker", was: was, becomes: known.joined(separator: ", ")))
  }
}
