import Sessions

extension ShellError {
  package var status: ProgramStatus {
    switch self {
    case .line, .unknownCommand, .usage, .query, .setting, .environment: .usage
    case .notFound, .unreadable, .noStories, .noMatch: .noInput
    case .story, .configuration, .noTranscript, .otherStart, .startNotNamed: .badData
    case .checkedLine(_, _, let error): error.status
    case .session(let error): error.status
    case .cannotWrite, .transcriptEnded, .sessionTaken, .copyOverItself: .cannotWrite
    case .sessionBroken, .mergeOfBroken: .badData
    case .journal(let error): error.status
    case .operation, .unsaved, .noSessionPath, .readOnly, .journalInUse, .journalClosed,
      .noSuchJournal,
      .wordsNotFound, .systemCommand, .tooDeep, .interrupted, .noLastResult, .lastTooLong,
      .replayDiffers, .mergeConflicts, .mergeLeft, .nothingRatedTwice, .checkDiffers,
      .refusedInCheck:
      .failed
    case .alreadyTold(let status): status
    case .several(let errors, _): errors.first?.status ?? .failed
    case .inScript(_, _, let error): error.status
    }
  }
}

extension SessionError {
  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .cannotWrite, .changedOutside: .cannotWrite
    default: .badData
    }
  }
}

extension JournalError {
  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .session(let error): error.status
    default: .badData
    }
  }
}
