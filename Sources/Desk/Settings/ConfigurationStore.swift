package import Disk
import SystemPackage
package import TerminalText

/// The configuration file on the disk: read whole, changed a value at a time, written whole or not
/// at all.
package struct ConfigurationStore: Sendable {
  package let path: String
  private let calls: SystemCalls

  package init(path: String, calls: SystemCalls = .live) {
    self.path = path
    self.calls = calls
  }

  /// Empty where there is no file yet.
  package func read() throws(UserError) -> ConfigurationFile {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try calls.contents(of: FilePath(path))
    } catch .noSuchFileOrDirectory {
      return ConfigurationFile()
    } catch {
      throw UserError(FileError.unreadable(path, reason: error.wordsOfFile))
    }
    // Windows-1258 is guessed for stories alone: what is written back is UTF-8.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let text =
      isUTF16
      ? try MappedFile(bytes).text(named: path)
      : String(
        validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self
      )
    guard let text else {
      throw UserError(
        ConfigurationError(path: path, problem: ConfigurationProblem(.notUTF8, line: 1, column: 1)))
    }
    return ConfigurationFile(text)
  }

  /// Reads the file anew, so that what another shell has put into it since stays, and writes it
  /// with the change.
  package func change<Result>(
    _ body: (inout ConfigurationFile) -> Result
  ) throws(UserError) -> Result {
    var file = try read()
    let before = file
    let result = body(&file)
    guard file != before else { return result }
    try makeFolder(FilePath(path).removingLastComponent())
    do throws(WriteFailure) {
      try AtomicFile(calls).write(Array(file.text.utf8), to: FilePath(path))
    } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
    return result
  }

  /// With the folders above it.
  private func makeFolder(_ folder: FilePath) throws(UserError) {
    guard !folder.isEmpty, (try? calls.status(folder)) == nil else { return }
    do throws(Errno) { try calls.makeFolders(folder) } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
  }
}
