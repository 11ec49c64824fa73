import Disk
import Exchange
import SystemPackage
import TerminalText

/// A report with the folder by which it can be checked, ready to be written.
struct FinishedReport {
  let path: String
  let bytes: [UInt8]
  private let files: [VerificationFolder.File]
  let seal: String
  private let isForReaders: Bool

  init(_ model: ReportModel, _ form: ReportForm, path: String, session: [UInt8]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = form.bytes(of: model, folder: name + ".verify")
    let folder = VerificationFolder(
      model, report: .init(name: name, bytes: bytes), session: session)
    self.path = path
    self.bytes = bytes
    files = folder.files
    seal = folder.seal
    isForReaders = model.audience == .reader
  }

  var folder: String { path + ".verify" }

  /// The folder first: a report without it says where to look for it. One that a report did not
  /// make is left as it is, and then nothing is written.
  func write(_ calls: SystemCalls) throws(UserError) -> [FileLoss] {
    // Notes are not for all; a reader's report is.
    let permissions = FilePermissions(rawValue: isForReaders ? 0o666 : 0o660)
    do throws(WriteFailure) {
      try FolderBeside(calls).write(
        files.map { .init(name: $0.name, bytes: $0.bytes) }, to: FilePath(folder),
        permissions: permissions, isOurs: VerificationFolder.isOurs)
    } catch {
      if error.step == .changed { throw UserError(ReportError.strangeFolder(folder)) }
      throw UserError(FileError.cannotWrite(folder, reason: error.words))
    }
    do throws(WriteFailure) {
      let file = try FileBeside(of: FilePath(path), permissions: permissions, calls: calls)
      try file.write(bytes)
      try file.put()
      return file.losses
    } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
  }
}
