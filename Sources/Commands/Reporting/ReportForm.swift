import Exchange
package import TerminalText

/// The forms of a report, by the endings of their files.
enum ReportForm: String, CaseIterable {
  case html, md, docx, txt

  /// By the end of a path: "x/Report.HTML" → html.
  init(path: String) throws(ReportError) {
    let name = path.split(separator: "/").last ?? ""
    let ending =
      name.split(separator: ".").count > 1 || name.hasPrefix(".")
      ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
    guard let form = Self(rawValue: ending == "htm" ? "html" : ending) else {
      throw ReportError.unknownForm(path)
    }
    self = form
  }

  /// `folder`: the name of the folder with which the report can be checked.
  func bytes(of model: ReportModel, folder: String) -> [UInt8] {
    switch self {
    case .html: HTMLReport.bytes(of: model, folder: folder)
    case .md: MarkdownReport.bytes(of: model, folder: folder)
    case .docx: DocxReport.bytes(of: model, folder: folder)
    case .txt: TextReport.bytes(of: model, folder: folder)
    }
  }
}

/// Why a report cannot be made.
package enum ReportError: UserFacing, Hashable {
  /// The path of a report whose ending is none of a form.
  case unknownForm(String)
  /// A folder beside the report that holds other things than the last report's.
  case strangeFolder(String)

  package var message: ErrorMessage {
    switch self {
    case .unknownForm(let path):
      ErrorMessage(
        "'\(path)': the end of its name says no form of a report",
        details: ["Expected .html, .md, .docx or .txt, as in: report cang-van-sa.html"])
    case .strangeFolder(let path):
      ErrorMessage(
        "'\(path)': this folder holds files that no report put there; nothing was written",
        details: ["Move them, or give the report another name."])
    }
  }

  package var status: ProgramStatus {
    switch self {
    case .unknownForm: .usage
    case .strangeFolder: .cannotWrite
    }
  }
}
