import CTerminal
import Disk
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that a user edits texts with.
struct ExternalEditor {
  /// Words of the system's shell, as in $EDITOR: quotes and options are the shell's to read.
  let command: String
  /// Where the text lies meanwhile.
  let folder: String
  var calls = SystemCalls.live

  /// $VISUAL, $EDITOR or vi; $TMPDIR or /tmp. A variable that is empty or blank is none.
  static var fromEnvironment: ExternalEditor {
    ExternalEditor(
      command: set("VISUAL") ?? set("EDITOR") ?? "vi", folder: set("TMPDIR") ?? "/tmp")
  }

  private static func set(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }),
      value.contains(where: { !$0.isWhitespace })
    else { return nil }
    return value
  }

  /// What the user makes of `text`.
  func edited(_ text: String) throws(ExternalEditorError) -> String {
    let path: FilePath
    do throws(Errno) {
      path = try calls.makePrivateFile(in: FilePath(folder), holding: Array((text + "\n").utf8))
    } catch {
      throw .noFile(folder: folder, reason: error.words)
    }
    defer { try? calls.remove(path) }
    let status = path.withPlatformString { cterminal_edit_file(command, $0) }
    // What sh says: not to be run, not to be found.
    if status == 126 || status == 127 || status < 0 { throw .cannotRun(command) }
    if status >= 128 { throw .killed(command, signal: status - 128) }
    if status != 0 { throw .failed(command, status: status) }
    do throws(Errno) { return PastedText.cleaned(try calls.contents(of: path)) } catch {
      throw .lost(path.string, reason: error.words)
    }
  }
}

/// Why a text was not edited.
enum ExternalEditorError: Error, Equatable {
  /// The text cannot be put into a file of this folder.
  case noFile(folder: String, reason: String)
  case cannotRun(String)
  case failed(String, status: Int32)
  case killed(String, signal: Int32)
  /// What the editor left cannot be read.
  case lost(String, reason: String)
}

extension ExternalEditorError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noFile(let folder, let reason):
      "no file for the editor can be made in '\(folder)': \(reason); "
        + "put another folder into TMPDIR"
    case .cannotRun(let command):
      "the editor '\(command)' cannot be run: put another into VISUAL or EDITOR"
    case .failed(let command, let status):
      "the editor '\(command)' ended with status \(status): the line is as it was"
    case .killed(let command, let signal):
      "the editor '\(command)' was ended by signal \(signal): the line is as it was"
    case .lost(let path, let reason):
      "what the editor left in '\(path)' cannot be read: \(reason); the line is as it was"
    }
  }
}
