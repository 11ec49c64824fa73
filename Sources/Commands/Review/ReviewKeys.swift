import Desk
import Presentation

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
