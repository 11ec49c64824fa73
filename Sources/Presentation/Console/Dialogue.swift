package import TerminalText

/// How a command goes on with its user while it runs.
package enum Dialogue {
  /// Single keys, and the whole screen.
  case keys(any Keyboard)
  /// Lines: from a plain terminal, or from a pipe that holds the answers.
  case lines(AnswerLines)
  /// Nobody can answer; the words say why.
  case none(String)

  /// Of a command whose output nobody sees while it runs.
  package static var sent: Dialogue { .none("the output goes to a file or a pipe") }
}

/// A terminal that gives keys one by one and shows a screen of its own.
package protocol Keyboard: AnyObject {
  var size: (columns: Int, rows: Int) { get }
  /// Runs `body` on a screen of its own; what stood there before is there again afterwards.
  func withScreen<Result>(_ body: () throws -> Result) rethrows -> Result
  /// Puts these rows on the screen, the first one at the top.
  func show(_ rows: [StyledText])
  func next() -> ScreenKey
  /// Reads a line in the bottom row; nil where it was cancelled.
  func ask(_ question: String) -> String?
  /// The same, with a text in the line already that can be edited.
  func ask(_ question: String, filledWith text: String) -> String?
  /// Stops the program as ^Z does; returns when it goes on.
  func suspend()
}

extension Keyboard {
  package func ask(_ question: String, filledWith text: String) -> String? { ask(question) }
}

/// A key as a screen of `Keyboard` knows it.
package enum ScreenKey: Sendable, Hashable {
  case character(Character)
  case enter, escape, backspace, up, down, left, right, pageUp, pageDown
  /// A text that was pasted at once.
  case pasted(String)
  /// ^C
  case cancel
  /// ^Z
  case suspend
  /// The window has another size, or wants to be painted anew.
  case redraw
  /// The terminal has gone.
  case ended
  /// Any other.
  case other
}

package struct AnswerLines {
  /// Whether somebody types them, who can be told of a slip and try again.
  package var isTyped: Bool
  /// The next line, without its end; nil at the end of input, or where it was cancelled.
  package var next: (_ prompt: String) -> String?

  package init(isTyped: Bool, next: @escaping (_ prompt: String) -> String?) {
    self.isTyped = isTyped
    self.next = next
  }
}
