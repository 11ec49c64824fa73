import SystemPackage
import TerminalText

/// `> file` and `>> file`: opened at the first byte, so that a command that gives nothing but an
/// error leaves the old file alone.
///
/// An ordinary file is written beside and takes its place when all is there; a device or a pipe is
/// written to directly, and so is the end of a file.
package final class FileSink: OutputSink {
  /// As the user wrote it, for messages.
  private let path: String
  private let place: FilePath
  private let appends: Bool
  private let calls: SystemCalls
  /// Whether the user gave up waiting.
  private let isInterrupted: () -> Bool
  /// Whether a file that the command made is its own work, not its output: `save s.json > s.json`.
  private let isTaken: (String) -> Bool
  private var target: Target?
  /// Whether the file is not there before the command: what is there then, the command made.
  private let isNew: Bool

  private enum Target {
    case beside(FileBeside)
    case direct(OpenFile)
  }

  package init(
    path: String, appends: Bool, calls: SystemCalls = .live,
    isTaken: @escaping (String) -> Bool = { _ in false },
    isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.path = path
    self.appends = appends
    self.calls = calls
    self.isTaken = isTaken
    self.isInterrupted = isInterrupted
    place = FilePath(text: UserPath.located(path))
    isNew = (try? calls.status(place)) == nil
  }

  package func write(_ bytes: [UInt8]) throws {
    switch try told({ () throws(WriteFailure) in try opened() }) {
    case .beside(let file): try told { () throws(WriteFailure) in try file.write(bytes) }
    case .direct(let file):
      try told { () throws(WriteFailure) in try file.write(bytes, until: isInterrupted) }
    }
    if isInterrupted() { throw Interrupted() }
  }

  package func finish() throws {
    try write([])
    switch target {
    case .beside(let file)?:
      if isNew, isTaken(UserPath.located(path)) {
        file.drop()
        throw FileError.cannotWrite(path, reason: "the command saved a session there")
      }
      try told { () throws(WriteFailure) in try file.put() }
    case .direct(let file)?: try told { () throws(WriteFailure) in try file.close() }
    case nil: break
    }
  }

  package func abandon(keepsOutput: Bool) {
    switch target {
    case .beside(let file)?: if keepsOutput { try? file.put() } else { file.drop() }
    case .direct(let file)?: try? file.close()
    case nil: break
    }
  }

  private func opened() throws(WriteFailure) -> Target {
    if let target { return target }
    let new = try open()
    target = new
    return new
  }

  private func open() throws(WriteFailure) -> Target {
    // `theo … > out.txt` has this very file open: another one in its place would lose what follows.
    if calls.isFile(.standardOutput, place) {
      return .direct(OpenFile(.standardOutput, calls, isOwn: false))
    }
    if appends { return .direct(try OpenFile(appendingTo: place, calls, until: isInterrupted)) }
    guard let status = try? calls.status(place), status.type != .regular else {
      return try beside()
    }
    if status.type == .directory { throw WriteFailure(.look, .isDirectory) }
    return .direct(try OpenFile(place, calls, until: isInterrupted))
  }

  /// In a folder that cannot be written, a file that can is written over.
  private func beside() throws(WriteFailure) -> Target {
    do throws(WriteFailure) { return .beside(try FileBeside(of: place, calls: calls)) } catch {
      guard error.step == .create, error.error == .permissionDenied else { throw error }
      guard let file = try? calls.openExisting(place) else { throw error }
      do throws(Errno) { try calls.truncate(file) } catch { throw WriteFailure(.write, error) }
      return .direct(OpenFile(file, calls, isOwn: true))
    }
  }

  /// Throws the failure with the file's name.
  private func told<Value>(_ body: () throws(WriteFailure) -> Value) throws(UserError) -> Value {
    do throws(WriteFailure) { return try body() } catch {
      if error.error == .interrupted { throw UserError(Interrupted()) }
      let isOld = error.step != .syncFolder && keepsOld
      throw UserError(
        FileError.cannotWrite(
          path, reason: error.words + (isOld ? "; what was there is as it was" : "")))
    }
  }

  private var keepsOld: Bool {
    if case .direct? = target { return false }
    return !appends && (try? calls.status(place))?.type == .regular
  }
}
