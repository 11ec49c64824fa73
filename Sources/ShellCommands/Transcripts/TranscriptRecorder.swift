import ClaimModel
import Synchronization
import SystemPackage

/// Takes down commands and what they give: in a file, command by command, or in memory.
package final class TranscriptRecorder: Sendable {
  /// Nil where it is kept in memory.
  package let path: String?
  private let state: Mutex<State>

  private struct State {
    var file: FileDescriptor?
    /// Of the command that runs, or, without a file, of all.
    var text = ""
  }

  /// How wide output is in it, whatever the window.
  static let width = 100

  /// In memory.
  init() {
    path = nil
    state = Mutex(State())
  }

  /// In a new file, or in the place of one.
  init(
    path: String, start: String?, origins: [DeskOrigin], replaces: Bool
  ) throws(ShellError) {
    self.path = path
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly,
        options: replaces ? [.create, .truncate] : [.create, .exclusiveCreate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      state = Mutex(State(file: file))
      try file.writeAll(Array(TranscriptText.head(start: start, origins).utf8))
    } catch let error as Errno {
      let words =
        error == .fileExists ? "there is such a file; --replace writes over it" : error.words
      throw .cannotWrite(path, reason: words)
    } catch {
      throw .cannotWrite(path, reason: "\(error)")
    }
  }

  deinit { state.withLock { try? $0.file?.close() } }

  /// A command begins.
  func begin(_ prompt: String, _ line: String) {
    state.withLock { $0.text += prompt + line + "\n" }
  }

  /// What it gives.
  func add(_ output: String) {
    guard !output.isEmpty else { return }
    let shielded = TranscriptText.shielded(output)
    state.withLock { $0.text += shielded.hasSuffix("\n") ? shielded : shielded + "\n" }
  }

  func add(_ output: CommandOutput, format: OutputFormat) {
    let options = RenderOptions(format: format, width: Self.width)
    add(String(decoding: Renderer(options: options).render(output), as: UTF8.self))
  }

  /// The command has ended.
  func end(_ status: ProgramStatus) throws(ShellError) {
    do {
      try state.withLock { state in
        if status != .done { state.text += "[exit \(status.rawValue)]\n" }
        guard let file = state.file else { return }
        try file.writeAll(Array(state.text.utf8))
        state.text = ""
      }
    } catch let error as Errno {
      throw .cannotWrite(path ?? "", reason: error.words)
    } catch {
      throw .cannotWrite(path ?? "", reason: "\(error)")
    }
  }

  /// What was taken down in memory.
  var text: String { state.withLock { $0.text } }
}

/// The console of a command that is taken down.
final class RecordedConsole: ForwardingConsole {
  let outer: any Console
  private let recorder: TranscriptRecorder

  init(_ outer: any Console, _ recorder: TranscriptRecorder) {
    self.outer = outer
    self.recorder = recorder
  }

  func tell(_ lines: [StyledText]) {
    recorder.add(lines.map { Renderer(options: RenderOptions()).line($0) + "\n" }.joined())
    outer.tell(lines)
  }
}
