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
