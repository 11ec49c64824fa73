import ClaimModel
package import Desk
import Disk
package import Presentation
import SystemPackage
import TerminalText

/// rc.theo: commands that every prompt starts with. What fails is told with its line, and the rest
/// is run all the same.
package enum StartScript {
  /// Does nothing where there is no such file.
  package static func run(
    _ path: String, on desk: inout Desk, with interpreter: CommandInterpreter,
    console: any Console
  ) {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try desk.surroundings.calls.contents(of: FilePath(path))
    } catch .noSuchFileOrDirectory {
      return
    } catch {
      return console.tell(FileError.unreadable(path, reason: error.wordsOfFile).message.lines)
    }
    var interpreter = interpreter
    interpreter.script = path
    interpreter.keepsGoing = true
    let text: String
    do throws(UserError) { text = try MappedFile(bytes).text(named: path) } catch {
      return console.tell(error.message.lines)
    }
    _ = interpreter.run(readable(text), on: &desk, console: console)
    if readable(text) != text { _ = interpreter.run(text, on: &desk, console: console) }
  }

  /// The lines above the one that cannot be cut into words, if there is one.
  private static func readable(_ text: String) -> String {
    do throws(LineError) {
      _ = try LineLexer.statements(in: text)
      return text
    } catch {
      let before = Array(text.utf8.prefix(error.span.start))
      let end = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return String(decoding: before[..<end], as: UTF8.self)
    }
  }
}
