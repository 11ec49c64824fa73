/// Where a session meets its user: a terminal, a pipe, or a test.
package protocol Console: AnyObject {
  /// How output is written on the screen.
  var renderOptions: RenderOptions { get }
  /// Whether somebody sits there who can answer.
  var isInteractive: Bool { get }

  /// Throws `OutputClosed` where nobody reads any more.
  func write(_ bytes: [UInt8]) throws
  /// Lines beside the output: an error, a warning.
  func tell(_ lines: [StyledText])
  /// Shows how far work has come; nil takes the display away.
  func show(_ progress: Progress?)
  /// Puts a question that is answered with yes or no.
  func confirm(_ question: String) -> Bool
  /// Waits for a key between the steps of a replay; false to stop.
  func waitForStep() -> Bool
  /// How a command goes on with its user.
  var dialogue: Dialogue { get }
}

extension Console {
  package var dialogue: Dialogue { .none("there is no terminal") }
}

/// The reader of the output has gone: no error, just the end.
package struct OutputClosed: Error, Sendable {
  package init() {}
}

/// How far a piece of work has come.
package struct Progress: Sendable, Hashable {
  /// "reading", "replaying"
  package var work: String
  package var done: Int
  package var total: Int
  /// What is counted: "bytes", "operations".
  package var unit: String
  package init(work: String, done: Int, total: Int, unit: String) {
    self.work = work
    self.done = done
    self.total = total
    self.unit = unit
  }
}
