package import ClaimModel
import Desk
import FactStore
import Presentation
import TerminalText

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

  /// A line that is asked for; of a note, with the place of its claim in the queue.
  package enum Question: Sendable, Hashable {
    case note(Int)
    case tag, evidence, words
    case find
  }

  /// A change made in this review, for `z`.
  struct Step: Sendable {
    var position: Int
    var wasDone: Bool
    /// What it did: "half-true", "dropped".
    var words: String
    var verdict: Verdict?
    var correction: Correction?
    /// How many operations it was.
    var operations = 1
  }

  /// A change of the claim itself, not of what is said of it.
  enum Correction: Sendable, Hashable, CaseIterable {
    case dropped, speaker, agency, words
  }

  enum View: Sendable {
    case claim, help
    case menu(ReviewMenu)
  }

  var queue: ReviewQueue
  private(set) var steps = [Step]()
  var view = View.claim
  /// Rows that the claim's text is scrolled by, where it is taller than its place.
  var scroll = 0
  /// What the last key did: stands in the bottom row.
  var message = StyledText()
  /// Claims of the last selection looked for.
  var found: Set<ClaimID>?
  /// What was typed for a claim's words and is not in its story: edited when asked again.
  var draft: (claim: ClaimID, words: String)?
  package let start: Timestamp

  package init(_ claims: [ClaimID], start: Timestamp) {
    queue = ReviewQueue(claims)
    self.start = start
  }

  /// Place of the claim that got a verdict last, where that was not taken back.
  var judged: Int? { steps.last { $0.verdict != nil }?.position }

  /// Gives a claim a mark, the one that is looked at where no place is given; a verdict goes on to
  /// the next one.
  mutating func mark(_ mark: ClaimMark, at place: Int? = nil, on desk: inout Desk) {
    let place = place ?? queue.position
    guard queue.claims.indices.contains(place) else { return }
    let step = Step(
      position: place, wasDone: queue.isDone(place), words: mark.words, verdict: mark.verdict)
    guard perform([.annotateClaims([queue.claims[place]], mark)], as: step, on: &desk) else {
      return
    }
    guard mark.verdict != nil else { return }
    if mark.note == nil { message.append(" · p writes its note", .dim) }
    queue.set(place, done: true)
    queue.advance()
    scroll = 0
  }

  /// Does operations as one step, all or none; false where they cannot be done, which it tells.
  mutating func perform(_ actions: [Action], as step: Step, on desk: inout Desk) -> Bool {
    var lines = [StyledText]()
    do throws(UserError) {
      lines = try desk.performAll(actions).flatMap { Report($0).lines }
    } catch {
      message = StyledText(error.message.headline, .failure)
      return false
    }
    var step = step
    step.operations = actions.count
    steps.append(step)
    message = lines.first ?? StyledText()
    if step.correction == .speaker || step.correction == .agency {
      message = StyledText(queue.claims[step.position].description, .id)
      message.append("  " + step.words)
    }
    message.append(" · z takes it back", .dim)
    return true
  }

  /// Takes back the last change of this review, and goes to its claim.
  mutating func takeBack(on desk: inout Desk) {
    guard let step = steps.last else {
      message = StyledText("nothing to take back in this review", .warning)
      return
    }
    do { try desk.perform(.undo(steps: step.operations)) } catch {
      message = StyledText(error.message.headline, .failure)
      return
    }
    steps.removeLast()
    queue.set(step.position, done: step.wasDone)
    queue.set(step.position, gone: false)
    queue.go(to: step.position)
    scroll = 0
    message = StyledText("took back: ", .dim)
    message.append(queue.claims[step.position].description, .id)
    message.append(" " + step.words)
  }
}

extension Desk {
  /// Operations in order, with the disk asked once; where one cannot be done, those before it are
  /// taken back.
  mutating func performAll(_ actions: [Action]) throws(UserError) -> [OperationOutcome] {
    let result = grouped { desk -> Result<[OperationOutcome], UserError> in
      var outcomes = [OperationOutcome]()
      do throws(UserError) {
        for action in actions { outcomes.append(try desk.perform(action)) }
        return .success(outcomes)
      } catch {
        if !outcomes.isEmpty { _ = try? desk.perform(.undo(steps: outcomes.count)) }
        return .failure(error)
      }
    }
    return try result.get()
  }
}
