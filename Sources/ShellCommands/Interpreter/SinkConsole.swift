/// The console of a script whose output goes to a file or a pipe: `run morning.theo > log`.
final class SinkConsole: ForwardingConsole {
  private let sink: any OutputSink
  let outer: any Console
  let renderOptions: RenderOptions

  init(_ sink: any OutputSink, options: RenderOptions, outer: any Console) {
    self.sink = sink
    self.outer = outer
    renderOptions = options
  }

  func write(_ bytes: [UInt8]) throws { try sink.write(bytes) }
  /// What a dialogue shows would go to the sink as well, unseen.
  var dialogue: Dialogue { .sent }
}

/// Output that is shown at once.
final class ScreenSink: OutputSink {
  private let console: any Console
  init(_ console: any Console) { self.console = console }
  func write(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { try console.write(bytes) }
  }
  func finish() {}
  func abandon(keepsOutput: Bool) {}
}
