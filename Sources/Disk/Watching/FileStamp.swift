import SystemPackage

/// By which it is told that a file is the one that was there before, with the bytes of before.
package struct FileStamp: Sendable, Hashable {
  package var identity: SystemCalls.Status.Identity
  package var size: Int64
  package var modified: SystemCalls.Status.Moment

  package init(_ status: SystemCalls.Status) {
    identity = status.identity
    size = status.size
    modified = status.modified
  }
}

/// A file that is whole, as far as that can be told.
package struct Arrival: Sendable, Hashable {
  /// Below the folder as the user named it.
  package var path: String
  package var stamp: FileStamp
}
