/// An error that words itself for whoever sits at the prompt. Each room's errors conform in that
/// room; who runs commands knows only this.
package protocol UserFacing: Error {
  /// What went wrong, with which input, where in it, what was expected, what to do.
  var message: ErrorMessage { get }
  /// What the program ends with where nothing comes after it.
  var status: ProgramStatus { get }
  /// The error itself, without what has carried it.
  var cause: any UserFacing { get }
}

extension UserFacing {
  package var cause: any UserFacing { self }
}

/// Any error that words itself, for functions that pass on those of several rooms.
package struct UserError: UserFacing {
  package let cause: any UserFacing

  package init(_ error: some UserFacing) { cause = error.cause }

  package var message: ErrorMessage { cause.message }
  package var status: ProgramStatus { cause.status }
}

/// The user pressed ^C; the facts are as they were before the command, or as it left them.
package struct Interrupted: UserFacing, Hashable {
  package init() {}
  package var message: ErrorMessage { ErrorMessage("interrupted") }
  package var status: ProgramStatus { .failed }
}
