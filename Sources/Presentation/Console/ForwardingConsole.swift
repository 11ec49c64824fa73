package import Disk
package import TerminalText

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
}
