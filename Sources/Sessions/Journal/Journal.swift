package import Disk
package import FactStore
internal import JSONText
package import SystemPackage

/// The operations that the session's file does not have yet, as they are done: each is on the
/// disk before it is acknowledged. A crash loses none of them; a clean save removes the journal.
///
/// Lines of JSON, each behind its checksum: a header, then operations as `OperationLineWriter`
/// has them. The file is locked (flock) while its process lives.
package struct Journal: Sendable {
  package let path: FilePath
  private let file: FileDescriptor
  /// Which file that is: another one may get its name.
  private let identity: SystemCalls.Status.Identity?
  private let calls: SystemCalls
  private var writer: OperationLineWriter
  /// Operations of the log that are in the session's file or here.
  private var written: Int

  /// What a journal begins with: where it goes, whose it is, and what it follows.
  package struct Start: Sendable {
    package var path: FilePath
    package var session: FilePath?
    package var holder: LockHolder
    /// Operations of the log that the session's file has.
    package var saved: Int
    package var carried: CarriedOver

    package init(
      path: FilePath, session: FilePath?, holder: LockHolder, saved: Int, carried: CarriedOver
    ) {
      self.path = path
      self.session = session
      self.holder = holder
      self.saved = saved
      self.carried = carried
    }
  }

  /// Starts a journal that holds all of the log that is not saved. What had its name before, it
  /// has until the new one is whole on the disk.
  package init(
    _ start: Start, log: [LoggedOperation], calls: SystemCalls = .live
  ) throws(WriteFailure) {
    path = start.path
    self.calls = calls
    written = log.count
    writer = OperationLineWriter(after: log[..<start.saved], carrying: start.carried)
    let header = JournalHeader(
      session: start.session, operations: start.saved, head: writer.head, holder: start.holder)
    var bytes = JournalLine.bytes(JSONWriter(sortsKeys: true).bytes(header.json))
    for logged in log[start.saved...] { bytes += JournalLine.bytes(writer.line(logged)) }
    let file = try Journal.put(bytes, at: path, calls)
    self.file = file
    identity = (try? insisting { () throws(Errno) in try calls.statusOf(file) })?.identity
  }

  /// Writes what the log has and the journal does not, and has the disk confirm it, once for
  /// all. After an error the journal is of no more use: start another.
  package mutating func append(_ log: [LoggedOperation]) throws(WriteFailure) {
    guard written < log.count else { return }
    var bytes = [UInt8]()
    for logged in log[written...] { bytes += JournalLine.bytes(writer.line(logged)) }
    try Journal.write(bytes, to: file, calls)
    written = log.count
  }

  /// Whether the file still has its name: what is written to one that was removed, or replaced
  /// by a program that synchronises folders, is found by nobody.
  package var isInPlace: Bool {
    do throws(Errno) {
      let found = try insisting { () throws(Errno) in try calls.status(path) }
      return identity == nil || found.identity == identity
    } catch {
      // Another error says nothing of it.
      return error != .noSuchFileOrDirectory && error != .notDirectory
    }
  }

  /// Closes the journal and leaves it where it is.
  package func close() { try? calls.close(file) }

  /// Its operations are saved, or let go.
  package func remove() {
    if isInPlace { try? calls.remove(path) }
    close()
  }

  /// Writes a new file beside the place, locks it, and gives it the name.
  private static func put(
    _ bytes: [UInt8], at path: FilePath, _ calls: SystemCalls
  ) throws(WriteFailure) -> FileDescriptor {
    let folder = path.removingLastComponent()
    let (temporary, file) = try doing(.create) { () throws(Errno) in
      try calls.createTemporary(in: folder, .ownerReadWrite)
    }
    do throws(WriteFailure) {
      // Where there are no locks, the session's own lock tells whether its holder lives.
      _ = try? insisting { () throws(Errno) in try calls.lock(file) }
      try write(bytes, to: file, calls)
      try doing(.rename) { () throws(Errno) in try calls.rename(temporary, path) }
      try doing(.syncFolder) { () throws(Errno) in try calls.sync(folder: folder) }
    } catch {
      try? calls.remove(temporary)
      try? calls.close(file)
      throw error
    }
    return file
  }

  private static func write(
    _ bytes: [UInt8], to file: FileDescriptor, _ calls: SystemCalls
  ) throws(WriteFailure) {
    try doing(.write) { () throws(Errno) in try calls.writeAll(bytes, to: file) }
    try doing(.sync) { () throws(Errno) in try calls.sync(file) }
  }
}
