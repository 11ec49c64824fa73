import ArticleReading
import ClaimModel
import FactStore
import JSONText
import Sessions

extension ShellError {
  /// The one place where errors get their words.
  package var message: ErrorMessage {
    switch self {
    case .line(let error): error.message
    case .unknownCommand(let word, let nearest, let family):
      ErrorMessage(
        "unknown command '\(word)'." + suggestion(nearest, else: family)
          + (nearest.isEmpty && family.isEmpty ? " 'help' lists the commands." : ""),
        details: CommandCatalogue.remark(on: word).map { [$0] } ?? [])
    case .usage(let command, let problem): problem.message(of: command)
    case .query(let error, let source, let place): error.message(in: source, at: place)
    case .operation(let error): ErrorMessage(error.sentence)
    case .notFound(let path): ErrorMessage("'\(path)': no such file or folder")
    case .unreadable(let path, let reason): ErrorMessage("'\(path)': cannot be read: \(reason)")
    case .noStories(let path):
      ErrorMessage(
        "'\(path)': no stories in this folder; expected files that end in "
          + FileFinder.storyEndings.joined(separator: ", "))
    case .noMatch(let pattern): ErrorMessage("'\(pattern)': no file matches this pattern")
    case .story(let error): ErrorMessage("'\(error.input)': \(error.problem); \(error.remedy)")
    case .several(let errors, let count): several(errors, of: count)
    case .cannotWrite(let path, let reason):
      ErrorMessage("\(path == "-" ? "standard output" : "'\(path)'"): cannot be written: \(reason)")
    case .transcriptEnded(let path, let reason):
      ErrorMessage(
        "the transcript '\(path)' ends before this command: \(reason). "
          + "Begin another with transcript on NEW.txt")
    case .session(let error): ErrorMessage("\(error)")
    case .replayDiffers(let step): ErrorMessage(step.difference)
    case .mergeOfBroken(let path, let finding):
      ErrorMessage(
        "'\(path)' is not as it was saved and is not merged: \(finding). "
          + "Take it as it is first: open it, save NEW.json --reseal")
    case .mergeConflicts(let count):
      ErrorMessage(
        "\(counted(count, "conflict")): settle with --ours, --theirs or --newest, or at the "
          + "prompt. Nothing was written")
    case .mergeLeft: ErrorMessage("left; nothing was written")
    case .nothingRatedTwice(let raters): ErrorMessage(Self.rarelyRated(raters))
    case .noTranscript(let path):
      ErrorMessage(
        "'\(path)' is no transcript: expected lines such as 'theo> claims', below each what it gives"
      )
    case .checkDiffers(let path, let removed, let added):
      ErrorMessage(
        "'\(path)' differs: \(counted(removed, "line")) no longer come, \(added) come instead")
    case .otherStart(let path, let session):
      ErrorMessage(
        session.map { "'\(path)' began with another state than '\($0)' leads to" }
          ?? "'\(path)' began with changes that no file had; name a session that has them: --session FILE"
      )
    case .startNotNamed(let path, let words):
      ErrorMessage(
        "'\(path)' began with \(joined(words.map { "'\($0)'" })); name what may be read: session check "
          + ([path] + words).map(Quoting.word).joined(separator: " "))
    case .refusedInCheck(let reason): ErrorMessage("not done in a check: \(reason)")
    case .checkedLine(let number, let line, let error):
      error.message.prefixed("line \(number), '\(line)': ")
    case .unsaved(let count): ErrorMessage(ShellError.unsavedWords(count))
    case .noSessionPath: ErrorMessage("save where? Give a path: save cang-van-sa.json")
    case .readOnly(let reason, let path): ErrorMessage(Self.readOnlyWords(reason, path: path))
    case .sessionTaken(let path, let holder):
      ErrorMessage(
        "'\(path)' is being worked on by \(Self.name(holder)); save under another name")
    case .copyOverItself(let path):
      ErrorMessage("'\(path)' is the session that is open: give the copy another name")
    case .sessionBroken(let path, let found): ErrorMessage(found, path)
    case .journal(let error): ErrorMessage("\(error)")
    case .journalInUse(let path):
      ErrorMessage("'\(path)' belongs to a theo that is running: its changes are not lost")
    case .journalClosed(let path, let reason):
      ErrorMessage(
        "'\(path)' cannot be looked into: \(reason). It is another user's, who may be at work: "
          + "ask whose it is (ls -l)")
    case .noSuchJournal(let number, let count):
      ErrorMessage(
        "there is no journal \(number); "
          + (count == 0 ? "none was left" : "recover lists \(count)"))
    case .wordsNotFound(let words, let article):
      ErrorMessage(
        "\(article) does not hold '\(words)'",
        details: ["give words exactly as they stand in the story: read \(article)"])
    case .systemCommand(let command, let status):
      ErrorMessage("'\(command)' ended with status \(status)")
    case .tooDeep(let limit):
      ErrorMessage("scripts that run scripts go at most \(limit) deep; does one run itself?")
    case .interrupted: ErrorMessage("interrupted")
    case .noLastResult: ErrorMessage("no command has shown anything yet")
    case .lastTooLong(let line):
      ErrorMessage(
        "more than \(Double(LastResult.rowLimit).readable) rows are not kept; run it again: \(line)"
      )
    case .setting(let problem): problem.message
    case .environment(let name, let problem): problem.message.prefixed("\(name): ")
    case .configuration(let path, let problem): problem.message(in: path)
    case .inScript(let script, let line, let error):
      error.message.prefixed("\(script):\(line): ")
    case .alreadyTold: ErrorMessage("")
    }
  }

  private static func rarelyRated(_ raters: [String]) -> String {
    switch raters.count {
    case 0: "no claim has a verdict yet: annotate c1 --verdict true"
    case 1:
      "all verdicts are by \(raters[0]); where one name stands for several people, try --by-session"
    default: "no claim has verdicts of two of \(joined(raters))"
    }
  }

  /// Why nothing can be changed, and what to do.
  static func readOnlyWords(_ reason: ReadOnly, path: String) -> String {
    switch reason {
    case .taken(let holder):
      "'\(path)' is open for reading alone: \(name(holder)) works on it. "
        + "Wait and open it again, or save a copy under another name"
    case .broken(let finding):
      "'\(path)' is open for reading alone: \(finding). "
        + "Take it as it is with save NEW.json --reseal, or open a copy from before"
    }
  }

  private static func name(_ holder: LockHolder?) -> String {
    holder.map { "\($0)" } ?? "somebody else"
  }

  private static func unsavedWords(_ count: Int) -> String {
    "\(count) \(count == 1 ? "change is" : "changes are") not saved: save first, or --discard"
  }

  private func several(_ errors: [ShellError], of count: Int) -> ErrorMessage {
    let messages = errors.map(\.message)
    guard messages.count > 1 else { return messages.first ?? ErrorMessage("") }
    let told = messages.prefix(Self.mostTold)
    let rest = messages.count - told.count
    return ErrorMessage(
      "\(messages.count) of \(count) inputs could not be read",
      details: told.flatMap { [$0.headline] + $0.details }
        + (rest > 0 ? ["and \(rest) more"] : []))
  }

  /// Errors of one command that are told one by one.
  private static let mostTold = 12
}

extension ErrorMessage {
  /// "'s.json', line 62, column 5: operation 3 is not as it was saved …", and what to do.
  fileprivate init(_ found: SessionVerification.Finding, _ path: String) {
    self.init(
      "'\(path)', line \(found.position.line), column \(found.position.column): \(found.finding)",
      details: [found.finding.remedy])
  }
}

/// " Did you mean 'claims'?"; with several: " Did you mean 'save', 'said' or 'show'?"
func suggestion(_ names: [String], else others: [String] = []) -> String {
  let names = names.isEmpty ? others : names
  guard let last = names.last else { return "" }
  let quoted = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
  return " Did you mean " + (quoted.isEmpty ? "" : quoted + " or ") + "'\(last)'?"
}

extension ErrorMessage {
  fileprivate func prefixed(_ words: String) -> ErrorMessage {
    var message = self
    message.headline = words + headline
    return message
  }
}

extension QueryError {
  /// "unknown field 'siad' at character 8", the place in the line, what was expected.
  func message(in source: String, at place: TextSpan) -> ErrorMessage {
    let character = source.utf8Slice(TextSpan(0, place.start)).count + 1
    return ErrorMessage(
      "\(message) at character \(character)",
      details: [
        (candidates.isEmpty ? "" : suggestion(candidates).dropFirst() + " ")
          + expected.uppercasedFirst
      ],
      pointer: ErrorMessage.Pointer(at: place, in: source))
  }
}

extension LineError {
  package var message: ErrorMessage {
    let words =
      switch problem {
      case .unclosedQuote(let mark):
        "nothing closes the quote \(mark); close it, or put \\ before it to mean the mark itself"
      case .nothingEscaped: "the line ends with \\; put what it stands before, or take it away"
      case .missingCommand(let sign): "expected a command before '\(sign)'"
      case .missingSystemCommand: "expected a system command after '|', as in: claims | less"
      case .missingFile(let sign): "expected a file name after '\(sign)'"
      case .extraWord(let word):
        "'\(word)' comes after the file name; a name with blanks wants quotes"
      }
    return ErrorMessage(words, pointer: ErrorMessage.Pointer(at: span, in: source))
  }
}

extension UsageProblem {
  func message(of command: String) -> ErrorMessage {
    let lead = command.isEmpty ? "" : command + ": "
    let more = command.isEmpty ? "theo --help" : "help \(command)"
    switch self {
    case .unknownOption(let option, let nearest):
      let hint = suggestion(nearest)
      return ErrorMessage(
        lead + "unknown option '\(option)'." + (hint.isEmpty ? " See '\(more)'." : hint),
        details: Self.wayToName(option))
    case .missingValue(let option, let value):
      return ErrorMessage(lead + "expected \(value.isEmpty ? "a value" : value) after '\(option)'")
    case .missing(let argument):
      return ErrorMessage(lead + "expected \(argument); see '\(more)'")
    case .unexpected(let words):
      let quoted = words.map { "'\($0)'" }.joined(separator: ", ")
      return ErrorMessage(lead + "did not expect \(quoted). See '\(more)'.")
    case .badValue(let value, let option, let nearest, let allowed):
      let list =
        allowed.isEmpty
        ? " See '\(more)'." : " Expected one of \(allowed.joined(separator: ", "))."
      return ErrorMessage(
        lead + "'\(value)' is no value of \(option)." + suggestion(nearest) + list)
    case .rule(let words): return ErrorMessage(lead + words)
    case .other(let words): return ErrorMessage(lead + words.lowercasedFirst)
    }
  }
}

extension UsageProblem {
  /// How a file is named that looks like an option, where there is one.
  private static func wayToName(_ option: String) -> [String] {
    guard FileFinder.kind(option) != nil else { return [] }
    return ["the file of that name is ./\(option), or stands behind --: -- \(option)"]
  }
}

extension String {
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
