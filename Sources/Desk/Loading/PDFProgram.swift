import ArticleReading
import Disk
import TerminalText

/// poppler's pdftotext, which reads PDF documents where it is installed.
enum PDFProgram {
  private static let seconds = 60
  private static let mostBytes = 256 << 20

  static let conversion: PDFConversion = { bytes, name in
    let call = ProgramCall("pdftotext", ["-bbox-layout", "-enc", "UTF-8", "-", "-"])
    do throws(UserError) {
      return .success(
        try call.output(
          input: bytes, mostBytes: mostBytes, seconds: seconds, installing: "poppler-utils",
          of: name
        ).bytes)
    } catch {
      return .failure(problem(error))
    }
  }

  private static func problem(_ error: UserError) -> PDFProblem {
    guard let found = error.cause as? ProgramFault else {
      return PDFProblem(error.message.headline, remedy: "try pdftotext by itself")
    }
    if case .failed(_, let told) = found.cause, told.contains("password") {
      return PDFProblem("it is locked with a password", remedy: "save it without one")
    }
    return PDFProblem(found.problem, remedy: remedy(found.cause))
  }

  private static func remedy(_ cause: ProgramFault.Cause) -> String {
    switch cause {
    case .missing: "or save the document as text or DOCX"
    case .cannotStart: "try pdftotext by itself"
    case .tooLong, .tooLate: "cut the document up into smaller ones"
    case .failed: "open it in its program and save it anew"
    }
  }
}
