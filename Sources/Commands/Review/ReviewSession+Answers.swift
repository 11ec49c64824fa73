import ClaimModel
package import Desk
import FactStore
import Shell
import TerminalText

extension ReviewSession {
  /// What stands before the line that is asked for: "c6 note: ".
  package func prompt(_ question: Question) -> String {
    switch question {
    case .note(let place): "\(queue.claims[place]) note: "
    case .tag: "\(shownID) tag: "
    case .evidence: "\(shownID) evidence: "
    case .words: "\(shownID) claim: "
    case .find: "find: "
    }
  }

  private var shownID: String { queue.current?.description ?? "" }

  /// What stands in the line already: the claim's words, or the user's notes.
  package func present(_ question: Question, on desk: Desk) -> String {
    switch question {
    case .note(let place): return ownNotes(queue.claims[place], desk)
    case .words:
      guard let id = queue.current, let facts = ClaimFacts(id, in: desk.store) else { return "" }
      if let draft, draft.claim == id { return draft.words }
      return facts.readable(facts.claim.content)
    case .tag, .evidence, .find: return ""
    }
  }

  /// Several, of sessions in which they added up, are one line.
  private func ownNotes(_ id: ClaimID, _ desk: Desk) -> String {
    desk.store.claim(id)?.assessment.signedNotes.texts(by: desk.user).joined(separator: "; ") ?? ""
  }

  /// What was written for a question; nil where it was cancelled.
  package mutating func answer(_ question: Question, _ text: String?, on desk: inout Desk) {
    guard let text = text.map(Self.trimmed) else {
      message = StyledText("no \(question.name) given", .dim)
      return
    }
    switch question {
    case .find: return find(text, in: desk.store)
    case .note(let place): return note(text, at: place, on: &desk)
    case .words where text != present(.words, on: desk): return take(words: text, on: &desk)
    default: break
    }
    guard !text.isEmpty, question != .words else {
      message = StyledText(
        question == .words ? "the claim's words are as they were" : "no \(question.name) given",
        .dim)
      return
    }
    if question == .tag {
      let tags = text.split(separator: ",").map { Self.trimmed(String($0)) }
      mark(ClaimMark(tags: tags.filter { !$0.isEmpty }), on: &desk)
    } else {
      mark(ClaimMark(evidence: text.split(separator: " ").map(String.init)), on: &desk)
    }
  }

  /// In the place of the user's earlier ones; nothing takes them away.
  private mutating func note(_ text: String, at place: Int, on desk: inout Desk) {
    let present = ownNotes(queue.claims[place], desk)
    guard text != present else {
      message = StyledText(text.isEmpty ? "no note given" : "the note is as it was", .dim)
      return
    }
    let replaced: NoteScope? = present.isEmpty ? nil : .own
    mark(
      ClaimMark(note: text.isEmpty ? nil : text, removedNotes: replaced), at: place, on: &desk)
  }

  /// On to the next claim of a selection; without one, of the selection before.
  private mutating func find(_ text: String, in store: FactStore) {
    if !text.isEmpty {
      do {
        found = Set(store.select(try Selection.parse(text, saved: store.savedQueryTexts)))
      } catch {
        let whole = TextSpan(0, text.utf8.count)
        let error = QueryFailure(error, source: text, place: whole)
        message = StyledText(error.message.headline, .failure)
        return
      }
    }
    guard let found else {
      message = StyledText("nothing to find given", .dim)
      return
    }
    let here = queue.position
    if queue.find(found) {
      scroll = 0
      let place = queue.position < here ? "from the start on" : "further on"
      message = StyledText("found " + place, .dim)
    } else {
      message = StyledText("no other claim of this review matches", .warning)
    }
  }

  static func trimmed(_ text: String) -> String {
    let blanks = text.drop { $0.isWhitespace }
    let end = blanks.lastIndex { !$0.isWhitespace }
    return end.map { String(blanks[...$0]) } ?? ""
  }
}

extension ReviewSession.Question {
  var name: String {
    switch self {
    case .note: "note"
    case .tag: "tag"
    case .evidence: "evidence"
    case .words: "new words"
    case .find: "selection"
    }
  }
}
