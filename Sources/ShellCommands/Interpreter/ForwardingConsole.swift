/// A console in front of another, which does all that the one in front does not do itself.
protocol ForwardingConsole: Console {
  var outer: any Console { get }
}

extension ForwardingConsole {
  var renderOptions: RenderOptions { outer.renderOptions }
  var isInteractive: Bool { outer.isInteractive }
  func write(_ bytes: [UInt8]) throws { try outer.write(bytes) }
  func tell(_ lines: [StyledText]) { outer.tell(lines) }
  var isInterrupted: Bool { outer.isInterrupted }
  func settle() { outer.settle() }
  func show(_ progress: Progress?) { outer.show(progress) }
  func confirm(_ question: String) -> Bool { outer.confirm(question) }
  func answer(_ question: String) -> String? { outer.answer(question) }
  func waitForStep() -> Bool { outer.waitForStep() }
  var dialogue: Dialogue { outer.dialogue }
  func standardInput() throws(UserError) -> MappedFile { try outer.standardInput() }
}
