package import Disk

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
