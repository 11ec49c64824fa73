extension ShellError {
  package var status: ExitStatus {
    switch self {
    case .line, .unknownCommand, .usage, .query: .usage
    case .notFound, .unreadable, .noStories, .noMatch: .noInput
    case .story, .session: .badData
    case .cannotWrite: .cannotWrite
    case .operation, .unsaved, .noSessionPath, .wordsNotFound, .systemCommand, .tooDeep:
      .failed
    case .alreadyTold(let status): status
    case .several(let errors, _): errors.first?.status ?? .failed
    case .inScript(_, _, let error): error.status
    }
  }
}
