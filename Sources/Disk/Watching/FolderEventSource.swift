package import SystemPackage

/// Tells what happens in folders.
package protocol FolderEventSource: AnyObject, Sendable {
  /// Whether it tells anything: where not, folders have to be looked through.
  var tells: Bool { get }
  /// From now on what happens in the folder is told; not what happens in folders within it. The
  /// same folder has the same mark.
  func add(_ folder: String) throws(Errno) -> FolderMark
  func remove(_ mark: FolderMark)
  /// What has happened; waits until something has, `wake` was called, or so long.
  func wait(_ time: Duration) -> [FolderEvent]
  /// From any thread.
  func wake()
}

/// Where the system tells nothing: it only waits.
package final class SilentFolders: FolderEventSource {
  private let bell = WakeBell()
  package init() {}
  package var tells: Bool { false }
  package func add(_ folder: String) throws(Errno) -> FolderMark { FolderMark(0) }
  package func remove(_ mark: FolderMark) {}

  package func wait(_ time: Duration) -> [FolderEvent] {
    _ = bell.wait(beside: nil, time)
    return []
  }

  package func wake() { bell.ring() }
}
