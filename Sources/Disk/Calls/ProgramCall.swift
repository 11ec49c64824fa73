import SystemPackage
package import TerminalText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of the system that is run for what it writes: `pdftotext`, `curl`. No shell is asked,
/// so words are what they are.
package struct ProgramCall: Sendable {
  package let name: String
  package let arguments: [String]

  package init(_ name: String, _ arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  package struct Output: Sendable {
    package var bytes: [UInt8]
    /// What it wrote to standard error, its first 64 KiB.
    package var told: String
  }

  /// Whether a folder of PATH has it.
  package var isInstalled: Bool {
    guard let path = getenv("PATH") else { return false }
    return String(cString: path).split(separator: ":").contains { folder in
      access("\(folder)/\(name)", X_OK) == 0
    }
  }

  /// What the program writes when it is given `input`. `subject` is what it works on, for errors;
  /// `package` what to install where it is missing. Ends it after `seconds`, or when it writes more
  /// than `mostBytes`.
  package func output(
    input: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    mostBytes: Int, seconds: Int, installing package: String, of subject: String
  ) throws(UserError) -> Output {
    guard isInstalled else {
      throw UserError(ProgramFault(subject, name, .missing(package: package)))
    }
    guard var run = RunningProgram(self) else {
      throw UserError(ProgramFault(subject, name, .cannotStart))
    }
    let end = run.exchange(input, mostBytes: mostBytes, seconds: seconds)
    let status = run.finish(kills: end != .closed)
    switch end {
    case .tooLong: throw UserError(ProgramFault(subject, name, .tooLong(mostBytes)))
    case .tooLate: throw UserError(ProgramFault(subject, name, .tooLate(seconds)))
    case .closed: break
    }
    let told = String(decoding: run.told, as: UTF8.self)
    guard status == 0 else {
      throw UserError(ProgramFault(subject, name, .failed(status: status, told: told)))
    }
    return Output(bytes: run.bytes, told: told)
  }
}

/// Why a program of the system gave nothing.
package struct ProgramFault: UserFacing, Hashable {
  package enum Cause: Sendable, Hashable {
    case missing(package: String)
    case cannotStart
    case tooLong(Int)
    case tooLate(Int)
    /// `told`: what it wrote to standard error.
    case failed(status: Int, told: String)
  }

  package let subject: String
  package let program: String
  package let cause: Cause

  package init(_ subject: String, _ program: String, _ cause: Cause) {
    self.subject = subject
    self.program = program
    self.cause = cause
  }

  package var message: ErrorMessage { ErrorMessage("'\(subject)': \(problem)") }

  package var status: ProgramStatus { .noInput }

  package var problem: String {
    switch cause {
    case .missing(let package):
      "\(program) is not installed, which reads it; install the package \(package)"
    case .cannotStart: "\(program) cannot be started"
    case .tooLong(let bytes): "\(program) gave more than \(bytes >> 20) MB, which is not read"
    case .tooLate(let seconds): "\(program) was not done after \(seconds) seconds and was ended"
    case .failed(let status, let told):
      "\(program) failed (status \(status))"
        + (told.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? "")
    }
  }
}
