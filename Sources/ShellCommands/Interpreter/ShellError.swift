package import ArticleReading
package import ClaimModel
package import FactStore
package import Sessions

/// Why a command was not done: every error that reaches the user. The wording is in
/// `ShellError+Wording.swift`, the exit code in `ShellError+Status.swift`.
package indirect enum ShellError: Error, Sendable {
  case line(LineError)
  /// The word, the nearest commands, and the commands that it is the first word of.
  case unknownCommand(String, nearest: [String], family: [String])
  /// What ArgumentParser or a command's own check found.
  case usage(command: String, UsageProblem)
  case query(QueryError, source: String, place: TextSpan)
  case operation(OperationError)
  case notFound(String)
  case unreadable(String, reason: String)
  case noStories(String)
  case noMatch(pattern: String)
  case story(ReadingError)
  /// Some inputs of several: all of them are told.
  case several([ShellError], of: Int)
  case cannotWrite(String, reason: String)
  /// A transcript that cannot be gone on with.
  case transcriptEnded(String, reason: String)
  case session(SessionError)
  case replayDiffers(ReplayStep)
  /// A session to merge that is not as it was saved.
  case mergeOfBroken(String, SessionFinding)
  /// A merge that needs to be told who wins.
  case mergeConflicts(Int)
  /// The user left the questions of a merge.
  case mergeLeft
  /// No claim has verdicts of two of these raters.
  case nothingRatedTwice([String])
  /// A file without a prompt in it.
  case noTranscript(String)
  case checkDiffers(String, removed: Int, added: Int)
  /// A transcript that did not begin with that session, or with an empty desk.
  case otherStart(String, session: String?)
  /// What a transcript began with and was not named for its check.
  case startNotNamed(String, [String])
  /// What is not done while a transcript is checked, and why.
  case refusedInCheck(String)
  /// The line of a transcript that is not run.
  case checkedLine(Int, String, ShellError)
  case unsaved(count: Int)
  case noSessionPath
  /// The session on the desk cannot be changed.
  case readOnly(ReadOnly, path: String)
  /// A session file that somebody else works on.
  case sessionTaken(String, by: LockHolder?)
  /// A copy in another form, or one made anew, that would take the place of the session.
  case copyOverItself(String)
  case sessionBroken(String, SessionVerification.Finding)
  case journal(JournalError)
  case journalInUse(String)
  /// Of which cannot be told whether somebody writes it.
  case journalClosed(String, reason: String)
  case noSuchJournal(Int, count: Int)
  case wordsNotFound(String, ArticleID)
  case systemCommand(String, status: Int)
  case tooDeep(limit: Int)
  /// The user pressed ^C; the facts are as they were before the command, or as it left them.
  case interrupted
  /// `last` where no command has shown anything yet, or more than is kept.
  case noLastResult
  case lastTooLong(String)
  case setting(SettingProblem)
  /// A variable of the environment that holds a bad value.
  case environment(String, SettingProblem)
  case configuration(path: String, ConfigurationProblem)
  /// A command of a script, with its place.
  case inScript(String, line: Int, ShellError)
  /// A script has told its own errors.
  case alreadyTold(ProgramStatus)
}

/// What is wrong with a command's words.
package enum UsageProblem: Sendable, Hashable {
  case unknownOption(String, nearest: [String])
  case missingValue(option: String, value: String)
  case missing(argument: String)
  case unexpected([String])
  case badValue(String, of: String, nearest: [String], allowed: [String])
  /// A rule of the command's own: "give --verdict, --note, … to set something".
  case rule(String)
  /// What the parser said, where it is none of these.
  case other(String)
}
