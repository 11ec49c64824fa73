package import Desk
import Disk
package import Presentation
package import TerminalText

/// Runs what a call asks for, apart from the prompt itself.
package struct ProgramRun {
  package let invocation: Invocation
  package let interpreter: CommandInterpreter

  package init(_ invocation: Invocation, _ catalogue: CommandCatalogue) {
    self.invocation = invocation
    interpreter = CommandInterpreter(
      catalogue, format: invocation.format, color: invocation.color,
      keepsGoing: invocation.keepsGoing)
  }

  /// Opens the session and loads the stories that the call names; tells each error. Stories
  /// that are none stop a batch, but not the prompt.
  package func prepare(_ desk: inout Desk, console: any Console) -> ProgramStatus {
    do {
      if let session = invocation.session {
        for finding in try desk.open(UserPath.located(session)) {
          console.tell([StyledText("theo: \(finding)", .warning)])
        }
        tellNotices(of: &desk, console)
      }
      guard !invocation.stories.isEmpty else { return .done }
      let loaded = try desk.load(invocation.stories, input: console.standardInput) {
        console.show($0)
      }
      console.show(nil)
      guard !loaded.failures.isEmpty else { return .done }
      throw InputFailures(loaded.failures, of: loaded.inputs)
    } catch let error as any UserFacing {
      console.show(nil)
      console.tell(error.message.lines)
      return error.status
    } catch {
      console.tell([StyledText("theo: \(error)", .failure)])
      return .failed
    }
  }

  /// The commands of the call, or a script; then saves the session that was named with `-s`.
  package func batch(
    _ desk: inout Desk, script: ScriptInput? = nil, console: any Console
  ) -> ProgramStatus {
    var status = prepare(&desk, console: console)
    if let path = invocation.session, !desk.leftovers.isEmpty {
      console.tell([StyledText("theo: \(RecoveryOffer.hint(path))", .warning)])
    }
    guard status == .done || invocation.keepsGoing else { return status }
    let first = status
    status = work(&desk, script: script, console: console)
    if first != .done { status = first }
    guard invocation.session != nil, desk.isUnsaved else { return status }
    return save(&desk, after: status, console: console)
  }

  private func work(
    _ desk: inout Desk, script: ScriptInput?, console: any Console
  ) -> ProgramStatus {
    switch invocation.work {
    case .command(let words):
      return interpreter.run([Statement(arguments: words)], on: &desk, console: console)
    case .lines(let lines):
      var status = ProgramStatus.done
      for line in lines where !desk.isLeaving {
        let outcome = interpreter.run(line, on: &desk, console: console)
        if status == .done { status = outcome }
        if outcome != .done, !interpreter.keepsGoing { break }
      }
      return status
    case .shell:
      guard let script else { return .done }
      return run(script, on: &desk, console: console)
    case .version, .help: return .done
    }
  }

  /// Each command as soon as it has come.
  private func run(
    _ script: ScriptInput, on desk: inout Desk, console: any Console
  ) -> ProgramStatus {
    var interpreter = interpreter
    interpreter.script = "-"
    interpreter.countsFailures = interpreter.keepsGoing
    var sum = RunTally()
    do throws(UserError) {
      while !desk.isLeaving, !console.isInterrupted, let piece = try script.next() {
        interpreter.linesBefore = piece.firstLine - 1
        let tally = interpreter.tally(piece.text, on: &desk, console: console)
        sum += tally
        if tally.failed > 0, !interpreter.keepsGoing { break }
      }
    } catch {
      console.tell(error.message.lines)
      sum += RunTally(status: error.status)
    }
    interpreter.tell(sum, console)
    return sum.status
  }

  /// A session is saved whole or not at all: what was done before an error is told, not kept.
  private func save(
    _ desk: inout Desk, after status: ProgramStatus, console: any Console
  ) -> ProgramStatus {
    guard status == .done || interpreter.keepsGoing else {
      console.tell([
        StyledText("theo: ", .failure)
          + StyledText("'\(desk.path ?? "")' stays as it was, since a command failed")
      ])
      return status
    }
    do throws(UserError) {
      _ = try desk.save()
      tellNotices(of: &desk, console)
      return status
    } catch {
      console.tell(error.message.lines)
      return error.status
    }
  }

  private func tellNotices(of desk: inout Desk, _ console: any Console) {
    for notice in desk.takeNotices() {
      console.tell([StyledText("theo: \(notice)", .warning)])
    }
  }

  /// `--help`: how theo is called, its options, its commands.
  package static func help(_ catalogue: CommandCatalogue) -> CommandOutput {
    let declaration = CommandDeclaration(program: ProgramOptions.self)
    return .text(HelpText.program(declaration, catalogue.all))
  }
}
