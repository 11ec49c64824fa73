/// The console of a script whose output goes to a file or a pipe: `run morning.theo > log`.
final class SinkConsole: Console {
  private let sink: any OutputSink
  private let outer: any Console
  let renderOptions: RenderOptions

  init(_ sink: any OutputSink, options: RenderOptions, outer: any Console) {
    self.sink = sink
    self.outer = outer
    renderOptions = options
  }

  var isInteractive: Bool { outer.isInteractive }
  func write(_ bytes: [UInt8]) throws { try sink.write(bytes) }
  func tell(_ lines: [StyledText]) { outer.tell(lines) }
  var isInterrupted: Bool { outer.isInterrupted }
  func settle() { outer.settle() }
  func show(_ progress: Progress?) { outer.show(progress) }
  func confirm(_ question: String) -> Bool { outer.confirm(question) }
  func answer(_ question: String) -> String? { outer.answer(question) }
  func waitForStep() -> Bool { outer.waitForStep() }
}
