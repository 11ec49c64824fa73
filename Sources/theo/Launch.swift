import ClaimModel
import Commands
import Desk
import Presentation
import Shell
import SystemPackage
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the program, from its arguments to its exit code.
struct Launch {
  private let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  func run() -> ProgramStatus {
    let invocation: Invocation
    do throws(UserError) {
      invocation = try Invocation(arguments, .standard)
    } catch {
      StandardConsole(color: nil, isPlain: false).tell(error.message.lines)
      return error.status
    }
    let console = StandardConsole(color: invocation.color, isPlain: invocation.isPlain)
    switch invocation.work {
    case .version: return print(.raw(Array("theo \(Desk.version)\n".utf8)), console)
    case .help: return print(ProgramRun.help(.standard), console)
    case .shell where console.isTerminal:
      return Prompt(
        ProgramRun(invocation, .standard), console, desk(invocation, console, journals: true)
      )
      .run()
    case .shell, .lines, .command:
      console.script = invocation.work == .shell ? ScriptInput() : nil
      var desk = desk(
        invocation, console, journals: console.script != nil || invocation.runsOn(.standard))
      let status = ProgramRun(invocation, .standard).batch(
        &desk, script: console.script, console: console)
      desk.close(keepsJournal: desk.holdsRecovered)
      return status
    }
  }

  /// A desk with the settings of the environment and the configuration file.
  private func desk(
    _ invocation: Invocation, _ console: StandardConsole, journals: Bool
  ) -> Desk {
    let words = UserFiles.lexicons.map { OwnWordsFolder(path: $0).read() } ?? (.standard, [])
    var surroundings = Surroundings.live(journals: journals, newsroom: words.newsroom)
    surroundings.lexicons = UserFiles.lexicons
    var desk = Desk(surroundings: surroundings)
    let file = UserFiles.configuration.map { ConfigurationStore(path: $0) }
    let problems = desk.configure(
      from: file, commands: CommandCatalogue.standard.names, environment: environment)
    desk.take(invocation)
    console.apply(desk.settings)
    for problem in problems + words.problems { console.tell(problem.message.lines) }
    return desk
  }

  private func print(_ output: CommandOutput, _ console: StandardConsole) -> ProgramStatus {
    do {
      try console.write(Renderer(options: console.renderOptions).render(output))
    } catch let error as any UserFacing {
      console.tell(error.message.lines)
      return error.status
    } catch {
      // The reader has gone.
    }
    return .done
  }
}

extension Surroundings {
  /// The clock of the machine, the user of the system, all cores.
  static func live(journals: Bool, newsroom: Newsroom) -> Surroundings {
    Surroundings(
      now: { Timestamp(seconds: time(nil)) },
      user: ["THEO_USER", "USER", "LOGNAME"].lazy.compactMap(environment).first ?? "user",
      workers: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      newsroom: newsroom, encoder: EncoderShelf(places: UserFiles.encoder),
      memoryFile: UserFiles.memory,
      protection: SessionProtection(
        host: hostName, process: getpid(), stateFolder: UserFiles.state.map { FilePath($0) },
        journals: journals))
  }
}

/// gethostname(2).
private func hostName() -> String {
  var name = [CChar](repeating: 0, count: 256)
  guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
  return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// A variable of the environment that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
