/// Where the bytes of one command go.
package protocol OutputSink: AnyObject {
  /// Throws `OutputClosed` where nobody reads any more, `FileError.cannotWrite` otherwise.
  func write(_ bytes: [UInt8]) throws
  /// All is written: closes it, and throws what comes of that.
  func finish() throws
  /// The command failed: lets go of what is open, without a word. `keepsOutput` leaves what it gave
  /// before, as a listing of all inputs but the one that could not be read.
  func abandon(keepsOutput: Bool)
}

/// The reader of the output has gone: no error, just the end.
package struct OutputClosed: Error, Sendable {
  package init() {}
}
