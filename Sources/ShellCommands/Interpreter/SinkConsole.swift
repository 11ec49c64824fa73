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
