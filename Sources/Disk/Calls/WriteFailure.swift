package import SystemPackage

/// Why a file could not be written, and in which step of writing it.
package struct WriteFailure: Error, Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    /// The place of the file is a folder or a device, or may not be written.
    case look
    /// Another file has come into the place while this one was written.
    case changed
    case create, write, sync, close, rename
    /// The file is in its place, but the disk did not confirm that.
    case syncFolder
  }

  package var step: Step
  package var error: Errno

  package init(_ step: Step, _ error: Errno) {
    self.step = step
    self.error = error
  }
}

extension WriteFailure {
  /// "no space left on device", behind the name of the file.
  package var words: String {
    switch step {
    case .syncFolder: "it is written, but the disk does not confirm it: \(error.words)"
    case .write where error == .brokenPipe: "nobody reads it any more"
    case .look: error.wordsOfFile
    case .changed: "another file came into its place meanwhile"
    case .create, .write, .sync, .close, .rename: error.words
    }
  }
}

extension Errno {
  /// "no such file or directory": as the system says it, without the capital.
  package var words: String { description.prefix(1).lowercased() + description.dropFirst() }

  /// The same of a file that is read or replaced whole: what is none is an invalid argument there.
  package var wordsOfFile: String {
    self == .invalidArgument ? "it is a pipe or a device, expected an ordinary file" : words
  }
}

/// A step of writing; a call that a signal broke off is made again.
package func doing<Value>(
  _ step: WriteFailure.Step, _ call: () throws(Errno) -> Value
) throws(WriteFailure) -> Value {
  do throws(Errno) { return try insisting(call) } catch { throw WriteFailure(step, error) }
}

/// Makes a call again for as long as a signal breaks it off.
package func insisting<Value>(_ call: () throws(Errno) -> Value) throws(Errno) -> Value {
  while true {
    do throws(Errno) { return try call() } catch {
      if error != .interrupted { throw error }
    }
  }
}
