package import Disk
package import Presentation
import Synchronization
import SystemPackage
package import TerminalText

/// Takes down commands and what they give: in a file, command by command, or in memory.
package final class TranscriptRecorder: Sendable {
  /// Nil where it is kept in memory.
  package let path: String?
  private let calls: SystemCalls
  private let state: Mutex<State>

  private struct State {
    var file: FileDescriptor?
    /// Bytes of the file, all of them of whole commands.
    var size = 0
    /// Of the command that runs, or, without a file, of all.
    var text = ""
  }

  /// How wide output is in it, whatever the window.
  package static let width = 100

  /// In memory.
  package init() {
    path = nil
    calls = .live
    state = Mutex(State())
  }

  /// In a new file, or in the place of one, which stays as it was where the new one cannot be
  /// written.
  package init(
    path: String, start: String?, origins: [DeskOrigin] = [], replaces: Bool,
    calls: SystemCalls = .live
  ) throws(UserError) {
    self.path = path
    self.calls = calls
    let head = Array(TranscriptText.head(start: start, origins).utf8)
    do throws(WriteFailure) {
      let file = try Self.begin(FilePath(text: path), head, replaces: replaces, calls)
      state = Mutex(State(file: file, size: head.count))
    } catch {
      let words =
        error.error == .fileExists
        ? "there is such a file; --replace writes over it" : error.words
      throw UserError(FileError.cannotWrite(path, reason: words))
    }
  }

  /// A file with the head in it, open at its end.
  private static func begin(
    _ path: FilePath, _ head: [UInt8], replaces: Bool, _ calls: SystemCalls
  ) throws(WriteFailure) -> FileDescriptor {
    let isThere = (try? calls.status(path)) != nil
    if isThere, !replaces { throw WriteFailure(.create, .fileExists) }
    if let type = (try? calls.status(path))?.type, type != .regular {
      do throws(Errno) {
        let device = try calls.openExisting(path)
        try calls.writeAll(head, to: device)
        return device
      } catch { throw WriteFailure(.create, error) }
    }
    let beside = try FileBeside(of: path, calls: calls)
    try beside.write(head)
    return try beside.putOpen()
  }

  deinit { state.withLock { state in if let file = state.file { try? calls.close(file) } } }

  /// A command begins.
  package func begin(_ prompt: String, _ line: String) {
    state.withLock { $0.text += prompt + line + "\n" }
  }

  /// What it gives.
  package func add(_ output: String) {
    guard !output.isEmpty else { return }
    let shielded = TranscriptText.shielded(output)
    state.withLock { $0.text += shielded.hasSuffix("\n") ? shielded : shielded + "\n" }
  }

  package func add(_ output: CommandOutput, format: OutputFormat) {
    let options = RenderOptions(format: format, width: Self.width)
    add(String(decoding: Renderer(options: options).render(output), as: UTF8.self))
  }

  /// The command has ended. After an error the file ends with the command before.
  package func end(_ status: ProgramStatus) throws(UserError) {
    let failure: String? = state.withLock { state in
      if status != .done { state.text += "[exit \(status.rawValue)]\n" }
      guard let file = state.file else { return nil }
      let bytes = Array(state.text.utf8)
      state.text = ""
      do throws(Errno) { try calls.writeAll(bytes, to: file) } catch {
        try? calls.shorten(file, state.size)
        return error.words
      }
      state.size += bytes.count
      let isThere = calls.isFile(file, FilePath(path ?? ""))
      return isThere ? nil : "it was removed, or another file took its name"
    }
    if let failure { throw UserError(TranscriptError.ended(path ?? "", reason: failure)) }
  }

  /// What was taken down in memory.
  package var text: String { state.withLock { $0.text } }
}

/// The console of a command that is taken down.
package final class RecordedConsole: ForwardingConsole {
  package let outer: any Console
  private let recorder: TranscriptRecorder

  package init(_ outer: any Console, _ recorder: TranscriptRecorder) {
    self.outer = outer
    self.recorder = recorder
  }

  package func tell(_ lines: [StyledText]) {
    recorder.add(lines.map { Renderer(options: RenderOptions()).line($0) + "\n" }.joined())
    outer.tell(lines)
  }
}
