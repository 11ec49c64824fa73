import ArgumentParser
package import Desk
import Disk
internal import Lexicons
package import Presentation
package import TerminalText

/// What a call of `theo` asks for.
package struct Invocation: Sendable, Hashable {
  package enum Work: Sendable, Hashable {
    /// The prompt, or a script from standard input where that is no terminal.
    case shell
    /// `-c` texts, in order.
    case lines([String])
    /// A command with its words.
    case command([String])
    case version
    case help
  }

  package var work: Work
  /// Paths of stories to load first.
  package var stories: [String] = []
  package var session: String?
  package var keepsGoing = false
  package var format: OutputFormat?
  package var color: ColorChoice?
  package var isPlain = false
  package var skipsStartScript = false

  private var recovers = false

  /// Reads the arguments behind the program's name. Words that are no command are stories, or a
  /// session; options may follow them. Behind `--` all words are such files, whatever they begin
  /// with.
  package init(_ arguments: [String], _ catalogue: CommandCatalogue) throws(UserError) {
    work = .shell
    var lines = [String]()
    var rest = arguments[...]
    var words = [String]()
    var files = [String]()
    repeat {
      if rest.first == "--" {
        files = Array(rest.dropFirst())
        rest = []
        break
      }
      try takeOptions(of: &rest, &lines)
      if rest.first == "--" { continue }
      if catalogue.command(rest) != nil { break }
      if let word = rest.popFirst() { words.append(word) }
    } while !rest.isEmpty
    guard work == .shell else { return }
    if recovers {
      guard rest.isEmpty else { throw UserError(UsageError(command: "", .unexpected(Array(rest)))) }
      work = .command(
        ["recover"] + (try takeRecovered(words))
          + (files.isEmpty ? [] : ["--"] + files))
      return
    }
    try take(words: words, files: files, catalogue)
    if !rest.isEmpty {
      work = .command(Array(rest))
    } else if !lines.isEmpty {
      work = .lines(lines)
    }
  }

  private static func parsed(_ arguments: [String]) throws(UserError) -> ProgramOptions {
    do { return try ProgramOptions.parse(arguments) } catch {
      let declaration = CommandDeclaration(program: ProgramOptions.self)
      let message = ProgramOptions.message(for: error)
      throw UserError(UsageError(command: "", UsageProblem(message, in: declaration)))
    }
  }

  /// Takes the options at the start of what is left. The parser sees no more words than these
  /// can be: its time grows with the square of their number.
  private mutating func takeOptions(
    of rest: inout ArraySlice<String>, _ lines: inout [String]
  ) throws(UserError) {
    while let first = rest.first, first.hasPrefix("-"), first != "-", first != "--" {
      if takeSimple(of: &rest, &lines) { continue }
      let last = rest.firstIndex(of: "--") ?? rest.endIndex
      var end = min(last, rest.startIndex + 32)
      while end < last, rest[end - 1].hasPrefix("-") { end += 1 }
      let options = try Self.parsed(Array(rest[..<end]))
      take(options, &lines)
      if let word = options.rest.first, word.hasPrefix("-"), word != "-" {
        throw Self.unknown(word)
      }
      rest = options.rest + rest[end...]
    }
  }

  /// Takes the option that comes next, of those that most calls have, without a parser, whose
  /// making costs more than the rest of a start.
  private mutating func takeSimple(
    of rest: inout ArraySlice<String>, _ lines: inout [String]
  ) -> Bool {
    if rest.first == "--version" {
      work = .version
      rest = rest.dropFirst()
      return true
    }
    guard let value = rest.dropFirst().first, value != "--" else { return false }
    switch rest.first {
    case "-c": lines.append(value)
    case "-l": stories.append(value)
    case "-s": session = value
    default: return false
    }
    rest = rest.dropFirst(2)
    return true
  }

  private static func unknown(_ option: String) -> UserError {
    let names = CommandDeclaration(program: ProgramOptions.self).options.flatMap(\.names)
    let nearest = NearestName.names(like: option, among: names)
    return UserError(UsageError(command: "", .unknownOption(option, nearest: nearest)))
  }

  private mutating func take(_ options: ProgramOptions, _ lines: inout [String]) {
    stories += options.load
    session = options.session ?? session
    lines += options.commands
    keepsGoing = keepsGoing || options.keepGoing
    format = options.format ?? format
    color = options.color ?? color
    isPlain = isPlain || options.plain
    skipsStartScript = skipsStartScript || options.noRC
    recovers = recovers || options.recover
    if options.version { work = .version }
    if options.help { work = .help }
  }

  /// Sessions and folders whose journals are listed: they are looked at, not opened, since somebody
  /// may be at work on them.
  private mutating func takeRecovered(_ words: [String]) throws(UserError) -> [String] {
    if let number = words.first(where: { Int($0) != nil && FileFinder.kind($0) == nil }) {
      throw UserError(
        UsageError(
          command: "",
          .rule("--recover lists what there is; at the prompt, 'recover \(number)' brings it back"))
      )
    }
    defer { (session, stories) = (nil, []) }
    return (session.map { [$0] } ?? []) + stories + words
  }

  /// Words that are no command: one session, or stories. What is neither there nor like a path
  /// was meant to be a command.
  private mutating func take(
    words: [String], files: [String], _ catalogue: CommandCatalogue
  ) throws(UserError) {
    for word in words where word != "-" && FileFinder.kind(UserPath.located(word)) == nil {
      guard !word.contains(where: { "/.*?[".contains($0) }) else { continue }
      throw UserError(catalogue.unknown(word))
    }
    let all = words + files
    if all.count == 1, session == nil, StoryWork.isSession(all[0]) {
      session = all[0]
    } else {
      stories += all
    }
  }
}

extension Invocation {
  /// Whether its command goes on until it is interrupted.
  package func runsOn(_ catalogue: CommandCatalogue) -> Bool {
    guard case .command(let words) = work else { return false }
    return catalogue.command(words)?.type.runsOn == true
  }
}

extension Desk {
  /// Options of the program go before all but what is set later.
  package mutating func take(_ invocation: Invocation) {
    if let color = invocation.color {
      settings.set(.color, to: .text(color.rawValue), from: .option("--color"))
    }
    if let format = invocation.format {
      settings.set(.format, to: .text(format.rawValue), from: .option("--format"))
    }
  }
}
