package import ClaimModel
import Desk
package import FactStore
import Presentation
package import TerminalText

/// A review on a screen of any size: the claim is kept, what is less needed goes first.
package struct ReviewScreen {
  private let session: ReviewSession
  private let store: FactStore
  private let columns: Int
  private let rows: Int
  private let now: Timestamp

  package init(
    _ session: ReviewSession, _ store: FactStore, columns: Int, rows: Int, now: Timestamp
  ) {
    self.session = session
    self.store = store
    self.columns = max(10, columns)
    self.rows = max(2, rows)
    self.now = now
  }

  /// Exactly as many lines as the screen has rows, and how far the claim is scrolled at most.
  package func lines() -> (lines: [StyledText], scroll: Int) {
    var scroll = session.scroll
    var body: [StyledText]
    if case .help = session.view {
      body = ReviewHelp.lines(columns: columns)
    } else if let id = session.queue.current, let card = ReviewCard(id, in: store) {
      body = claim(card, &scroll)
    } else {
      body = ReviewSummary(session, store, now: now).lines.flatMap { $0.wrapped(to: columns) }
    }
    body = body.prefix(rows - 1).map { $0.fitted(to: columns) }
    body += Array(repeating: StyledText(), count: rows - 1 - body.count)
    return (body + [status], scroll)
  }

  /// From small windows the keys go first (? has them), then the head, then what is below.
  private func claim(_ card: ReviewCard, _ scroll: inout Int) -> [StyledText] {
    let rule = StyledText(String(repeating: "─", count: columns), .dim)
    let head = head(card) + (rows < 8 ? [] : [rule])
    var legend = ReviewHelp.legend(columns: columns)
    if rows - head.count - legend.count < 10 { legend = [] }
    var foot = legend.isEmpty ? [] : [rule] + legend
    if case .menu(let menu) = session.view {
      let lines = menu.lines(rows: max(2, min(12, (rows - head.count - 1) / 2)))
      foot = (rows < 8 ? [] : [rule]) + lines.map { StyledText(" ") + $0 }
    }
    var room = rows - 1 - head.count - foot.count
    let fields = shortened(card.fields(columns: columns), to: room / 2)
    let gap = room - fields.count > 6 && !fields.isEmpty ? [StyledText()] : []
    room -= fields.count + gap.count
    let story = card.context(columns: columns - 2, rows: room, scroll: &scroll)
    let filling = Array(repeating: StyledText(), count: max(0, room - story.count))
    return head + story.map(indented) + gap + fields + filling + foot
  }

  private func head(_ card: ReviewCard) -> [StyledText] {
    guard rows >= 4 else { return [] }
    let first = both(position + " · " + card.heading, StyledText(left, .dim))
    return rows < 8 ? [first] : [first, cut(card.place)]
  }

  private func indented(_ line: StyledText) -> StyledText { StyledText("  ") + line }

  /// Fields that do not fit end in a line that says so.
  private func shortened(_ fields: [StyledText], to room: Int) -> [StyledText] {
    guard fields.count > room else { return fields }
    guard room > 0 else { return [] }
    let kept = fields.prefix(room - 1)
    return kept + [StyledText("  … \(counted(fields.count - kept.count, "line")) more", .dim)]
  }

  /// "3 of 37"
  private var position: StyledText {
    let place = Double(session.queue.position + 1).readable
    return StyledText("\(place) of \(Double(session.queue.claims.count).readable)", .heading)
  }

  /// "35 left · 6.2 a minute"
  private var left: String {
    let count = Double(session.queue.left).readable + " left"
    return ([count] + [session.pace(now)].compactMap { $0 }).joined(separator: " · ")
  }

  /// The bottom row: what the last key did, or what can be done.
  private var status: StyledText {
    switch session.view {
    case .claim: break
    case .help: return cut(StyledText("any key goes back to the claim", .dim))
    case .menu: return cut(StyledText("Enter takes it · Up, Down · Esc leaves", .dim))
    }
    return cut(session.message.isEmpty ? StyledText("? help", .dim) : session.message)
  }

  private func cut(_ line: StyledText) -> StyledText { line.fitted(to: columns - 1) }

  /// One text at the left, one at the right edge; the left one gives way.
  private func both(_ first: StyledText, _ second: StyledText) -> StyledText {
    let room = columns - second.width - 2
    guard room >= 16 else { return first.fitted(to: columns) }
    let head = first.fitted(to: room)
    return head + StyledText(String(repeating: " ", count: columns - head.width - second.width))
      + second
  }
}

extension ReviewSession {
  /// "6.2 a minute"; nil in the first ten seconds, which tell no pace.
  func pace(_ now: Timestamp) -> String? {
    let seconds = now.seconds - start.seconds
    guard queue.doneCount > 0, seconds >= 10 else { return nil }
    let tenths = (queue.doneCount * 600 + seconds / 2) / seconds
    return "\(tenths / 10).\(tenths % 10) a minute"
  }
}

/// A review key by key, on a screen of its own.
struct ReviewKeys {
  let keyboard: any Keyboard

  func run(_ session: inout ReviewSession, on desk: inout Desk) {
    keyboard.withScreen {
      while true {
        paint(&session, desk)
        switch session.press(keyboard.next(), on: &desk) {
        case .goOn: break
        case .leave: return
        case .suspend: keyboard.suspend()
        case .ask(let question):
          let text = session.present(question, on: desk)
          let prompt = session.prompt(question)
          session.answer(question, keyboard.ask(prompt, filledWith: text), on: &desk)
        }
      }
    }
  }

  private func paint(_ session: inout ReviewSession, _ desk: Desk) {
    let size = keyboard.size
    let screen = ReviewScreen(
      session, desk.store, columns: size.columns, rows: size.rows, now: desk.surroundings.now())
    let (lines, scroll) = screen.lines()
    session.scroll = scroll
    keyboard.show(lines)
  }
}
