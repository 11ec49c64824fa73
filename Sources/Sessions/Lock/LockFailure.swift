package import SystemPackage

/// Why the lock of a session cannot be had, though nobody is known to hold it.
package struct LockFailure: Error, Sendable, Hashable {
  /// Of the lock's file.
  package var path: FilePath
  package var error: Errno
  /// Whether something is in its place.
  package var isThere: Bool
}

extension LockFailure: CustomStringConvertible {
  /// The reason, as the end of "'s.json' cannot be locked: …".
  package var description: String {
    switch error {
    case .tooManySymbolicLinkLevels, .isDirectory, .invalidArgument, .noSuchAddressOrDevice:
      "'\(path)' is no file of theo's; take it away"
    case .permissionDenied where isThere, .notPermitted where isThere:
      "'\(path)' is another user's and cannot be read; whether somebody works on the session "
        + "cannot be told"
    case .permissionDenied, .notPermitted: "no permission to write in its folder"
    case .noLocks, .notSupported, .noFunction: "its disk knows no locks"
    default: String(error.sentence.prefix { $0 != "." })
    }
  }
}
