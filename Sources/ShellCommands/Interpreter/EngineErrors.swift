import ArticleReading
import FactStore
import Sessions

extension ReadingError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("'\(input)': \(problem); \(remedy)") }
  package var status: ProgramStatus { .badData }
}

extension OperationError: UserFacing {
  package var message: ErrorMessage { ErrorMessage(sentence) }
  package var status: ProgramStatus { .failed }
}

extension SessionError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("\(self)") }

  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .cannotWrite, .changedOutside: .cannotWrite
    default: .badData
    }
  }
}

extension JournalError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("\(self)") }

  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .session(let error): error.status
    default: .badData
    }
  }
}
