package import ClaimModel
package import Disk
package import TerminalText

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
  /// Whether the user has asked the running command to stop.
  var isInterrupted: Bool { get }
  /// Something else is about to write on the terminal: what is held back is shown before.
  func settle()
  /// Shows how far work has come; nil takes the display away.
  func show(_ progress: Progress?)
  /// Puts a question that is answered with yes or no.
  func confirm(_ question: String) -> Bool
  /// Puts a question that is answered in words; nil where nobody answers.
  func answer(_ question: String) -> String?
  /// Waits for a key between the steps of a replay; false to stop.
  func waitForStep() -> Bool
  /// How a command goes on with its user.
  var dialogue: Dialogue { get }
  /// What the path `-` stands for, read to its end. Throws `.interrupted` where the user, who types
  /// it, changes their mind.
  func standardInput() throws(UserError) -> MappedFile
  /// The same as it comes, in blocks of at least so many bytes; nil where it is typed, or not
  /// standard input at all.
  func standardInput(inBlocksOf size: Int) -> LineBlocks?
  /// How that is come by.
  var inputManner: Capture.Manner { get }
  /// Runs `body`, which goes on until `isInterrupted`; false, and nothing is run, where nobody could
  /// interrupt it, or the prompt is to come back.
  func untilInterrupted(_ body: () throws -> Void) throws -> Bool
}

extension Console {
  package var dialogue: Dialogue { .none("there is no terminal") }
  package func answer(_ question: String) -> String? { nil }
  package func untilInterrupted(_ body: () throws -> Void) throws -> Bool { false }
  package func standardInput() throws(UserError) -> MappedFile {
    try MappedFile(standardInput: ())
  }
  package func standardInput(inBlocksOf size: Int) -> LineBlocks? { nil }
  package var inputManner: Capture.Manner { .standardInput }
}

extension Console {
  package func settle() {}
  package var isInterrupted: Bool { false }

  /// Between the steps of long work: shows how far it has come. Throws where the user wants no more
  /// of it.
  package func step(_ progress: Progress?) throws(UserError) {
    if isInterrupted { throw UserError(Interrupted()) }
    show(progress)
  }
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

/// A console in front of another, which does all that the one in front does not do itself.
package protocol ForwardingConsole: Console {
  var outer: any Console { get }
}

extension ForwardingConsole {
  package var renderOptions: RenderOptions { outer.renderOptions }
  package var isInteractive: Bool { outer.isInteractive }
  package func write(_ bytes: [UInt8]) throws { try outer.write(bytes) }
  package func tell(_ lines: [StyledText]) { outer.tell(lines) }
  package var isInterrupted: Bool { outer.isInterrupted }
  package func settle() { outer.settle() }
  package func show(_ progress: Progress?) { outer.show(progress) }
  package func confirm(_ question: String) -> Bool { outer.confirm(question) }
  package func answer(_ question: String) -> String? { outer.answer(question) }
  package func waitForStep() -> Bool { outer.waitForStep() }
  package var dialogue: Dialogue { outer.dialogue }
  package func standardInput() throws(UserError) -> MappedFile { try outer.standardInput() }
  package func standardInput(inBlocksOf size: Int) -> LineBlocks? {
    outer.standardInput(inBlocksOf: size)
  }
  package var inputManner: Capture.Manner { outer.inputManner }
  package func untilInterrupted(_ body: () throws -> Void) throws -> Bool {
    try outer.untilInterrupted(body)
  }
}

/// The console of a script whose output goes to a file or a pipe: `run morning.theo > log`.
package final class SinkConsole: ForwardingConsole {
  private let sink: any OutputSink
  package let outer: any Console
  package let renderOptions: RenderOptions

  package init(_ sink: any OutputSink, options: RenderOptions, outer: any Console) {
    self.sink = sink
    self.outer = outer
    renderOptions = options
  }

  package func write(_ bytes: [UInt8]) throws { try sink.write(bytes) }
  /// What a dialogue shows would go to the sink as well, unseen.
  package var dialogue: Dialogue { .sent }
}

/// Output that is shown at once.
package final class ScreenSink: OutputSink {
  private let console: any Console
  package init(_ console: any Console) { self.console = console }
  package func write(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { try console.write(bytes) }
  }
  package func finish() {}
  package func abandon(keepsOutput: Bool) {}
}
