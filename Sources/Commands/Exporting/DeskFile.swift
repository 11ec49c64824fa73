import Desk
import Disk
import Exchange
import SystemPackage
import TerminalText

/// Where an export is written: a file that takes its place when it is whole, a folder, a zip
/// archive, or the output of the command.
enum DeskFile {
  case file(FileBeside, path: String)
  case archive(FileBeside, path: String, ZipWriter)
  case folder(path: String, SystemCalls)
  case output((_ bytes: [UInt8]) throws -> Void)

  /// `path`: as located. A folder is made where there is none.
  init(_ path: String, _ kind: DeskFormKind, _ calls: SystemCalls) throws(UserError) {
    if kind == .files, !path.lowercased().hasSuffix(".zip") {
      self = .folder(path: path, calls)
      return
    }
    let file = try Self.told(path) { () throws(WriteFailure) in
      try FileBeside(of: FilePath(text: path), calls: calls)
    }
    self = kind == .files ? .archive(file, path: path, ZipWriter()) : .file(file, path: path)
  }

  /// Writes what a form has ready.
  mutating func take(_ output: inout DeskOutput) throws {
    let bytes = output.takeBytes()
    switch self {
    case .file(let file, let path):
      try Self.told(path) { () throws(WriteFailure) in try file.write(bytes) }
    case .output(let emit): if !bytes.isEmpty { try emit(bytes) }
    case .archive(let file, let path, var zip):
      for entry in output.files { zip.add(entry.name, entry.bytes) }
      self = .archive(file, path: path, zip)
    case .folder(let path, let calls):
      if !output.files.isEmpty { try Self.makeFolder(path, calls) }
      for entry in output.files {
        let place = path + (path.hasSuffix("/") ? "" : "/") + entry.name
        try Self.told(place) { () throws(WriteFailure) in
          try AtomicFile(calls).write(entry.bytes, to: FilePath(text: place))
        }
      }
    }
    output.files = []
  }

  /// What the old file had that the new one could not keep is handed back.
  func finish() throws -> [FileLoss] {
    switch self {
    case .file(let file, let path):
      try Self.told(path) { () throws(WriteFailure) in try file.put() }
      return file.losses
    case .archive(let file, let path, let zip):
      try Self.told(path) { () throws(WriteFailure) in
        try file.write(zip.finish())
        try file.put()
      }
      return file.losses
    case .folder, .output: return []
    }
  }

  /// Whoever the umask lets read the files in it may enter it.
  private static func makeFolder(_ path: String, _ calls: SystemCalls) throws(UserError) {
    guard FileFinder.kind(path) != .folder else { return }
    try told(path) { () throws(WriteFailure) in
      try doing(.create) { () throws(Errno) in
        try calls.makeFolders(FilePath(text: path), FilePermissions(rawValue: 0o777))
      }
    }
  }

  /// Throws the failure with the file's name.
  private static func told<Value>(
    _ path: String, _ body: () throws(WriteFailure) -> Value
  ) throws(UserError) -> Value {
    do throws(WriteFailure) { return try body() } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
  }
}
