package import ClaimModel
import FactStore

/// A review as it goes: which claim is looked at, what was done, what a key does next. It knows no
/// terminal: keys and answers come in, a screen is drawn of it.
package struct ReviewSession: Sendable {
  /// What is to happen before the next key.
  package enum Next: Sendable, Hashable {
    case goOn
    case ask(Question)
    case suspend
    case leave
  }

  /// A line that is asked for.
  package enum Question: String, Sendable, Hashable {
    case note, tag, evidence
    case find
  }

  /// A change made in this review, for `z`.
  struct Step: Sendable {
    var position: Int
    var wasDone: Bool
    var mark: ClaimMark
  }

  enum View: Sendable { case claim, help }

  var queue: ReviewQueue
  private(set) var steps = [Step]()
  var view = View.claim
  /// Rows that the claim's text is scrolled by, where it is taller than its place.
  var scroll = 0
  /// What the last key did: stands in the bottom row.
  var message = StyledText()
  /// Claims of the last selection looked for.
  var found: Set<ClaimID>?
  let start: Timestamp

  package init(_ claims: [ClaimID], start: Timestamp) {
    queue = ReviewQueue(claims)
    self.start = start
  }

  /// Gives the claim that is looked at a mark; a verdict goes on to the next one.
  mutating func mark(_ mark: ClaimMark, on desk: inout Desk) {
    guard let id = queue.current else { return }
    let outcome: OperationOutcome
    do { outcome = try desk.perform(.annotateClaims([id], mark)) } catch {
      message = StyledText(error.message.headline, .failure)
      return
    }
    let place = queue.position
    steps.append(Step(position: place, wasDone: queue.isDone(place), mark: mark))
    message = Report(outcome).lines.first ?? StyledText()
    message.append(" · z takes it back", .dim)
    if mark.verdict != nil {
      queue.set(place, done: true)
      queue.advance()
      scroll = 0
    }
  }

  /// Takes back the last change of this review, and goes to its claim.
  mutating func takeBack(on desk: inout Desk) {
    guard let step = steps.last else {
      message = StyledText("nothing to take back in this review", .warning)
      return
    }
    do { try desk.perform(.undo(steps: 1)) } catch {
      message = StyledText(error.message.headline, .failure)
      return
    }
    steps.removeLast()
    queue.set(step.position, done: step.wasDone)
    queue.go(to: step.position)
    scroll = 0
    message = StyledText("took back: ", .dim)
    message.append(queue.claims[step.position].description, .id)
    message.append(" " + step.mark.words)
  }
}
