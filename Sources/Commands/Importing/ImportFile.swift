import ArticleReading
import Disk
import Exchange
import TerminalText

/// The forms that come back, and how a file is read as one.
enum ImportForm: String, CaseIterable {
  case csv, xlsx, webannotation, brat, claimreview

  /// By the file's ending, and for JSON by what is in it; nil where neither says.
  static func of(_ path: String, _ bytes: [UInt8]?) -> ImportForm? {
    let name = path.lowercased()
    func ends(_ endings: String...) -> Bool { endings.contains { name.hasSuffix($0) } }
    if FileFinder.kind(path) == .folder || ends(".ann", ".zip") { return .brat }
    if ends(".csv", ".tsv", ".txt") { return .csv }
    if ends(".xlsx", ".xlsm") { return .xlsx }
    guard ends(".json", ".jsonld"), let bytes else { return nil }
    return ReviewImport.recognises(bytes) ? .claimreview : .webannotation
  }

  /// `path` as located, `name` as typed.
  static func read(
    _ path: String, named name: String, as form: ImportForm?
  ) throws(UserError) -> (form: ImportForm, file: ImportedFile) {
    let isFolder = FileFinder.kind(path) == .folder
    let bytes = isFolder ? nil : try MappedFile(path).withBytes { Array($0) }
    guard let form = form ?? of(path, bytes) else { throw UserError(ImportError.unknownForm(name)) }
    do {
      switch form {
      case .csv, .xlsx: return (form, try sheet(bytes ?? [], name))
      case .webannotation: return (form, try AnnotationImport.read(bytes ?? [], file: name))
      case .claimreview: return (form, try ReviewImport.read(bytes ?? [], file: name))
      case .brat: return (form, try BratImport.read(try files(path, name, bytes), file: name))
      }
    } catch let fault as ImportFault {
      throw UserError(fault)
    } catch let error as ReadingError {
      throw UserError(error)
    } catch let error as UserError {
      throw error
    } catch {
      throw UserError(FileError.unreadable(name, reason: "\(error)"))
    }
  }

  /// The first sheet that has ids and texts.
  private static func sheet(_ bytes: [UInt8], _ name: String) throws -> ImportedFile {
    let sheets = try bytes.withUnsafeBufferPointer { bytes throws(ReadingError) in
      try TableRows.sheets(in: bytes, named: name)
    }
    for sheet in sheets {
      let rows = sheet.rows.map { ($0.place, $0.cells) }
      if let read = VerdictSheet(rows, guarded: sheet.isText) { return read.imported() }
    }
    throw VerdictSheet.fault(sheets.first?.rows.map { ($0.place, $0.cells) } ?? [], file: name)
  }

  /// The files of a folder or an archive; of one .ann file, itself and the text beside it.
  private static func files(
    _ path: String, _ name: String, _ bytes: [UInt8]?
  ) throws -> [(name: String, bytes: [UInt8])] {
    guard let bytes else {
      let names = FileFinder.names(in: path) ?? []
      return try names.filter { $0.hasSuffix(".ann") || $0.hasSuffix(".txt") }.map {
        ($0, try MappedFile(path + "/" + $0).withBytes { Array($0) })
      }
    }
    let packed = try bytes.withUnsafeBufferPointer { bytes throws(ReadingError) in
      try ArchiveFiles.files(in: bytes, named: name)
    }
    if let packed { return packed }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let text = String(path.dropLast(4)) + ".txt"
    guard FileFinder.kind(text) == .file else { return [(last, bytes)] }
    return [
      (last, bytes),
      (String(last.dropLast(4)) + ".txt", try MappedFile(text).withBytes { Array($0) }),
    ]
  }
}

/// Why an import was not done.
enum ImportError: UserFacing, Hashable {
  case unknownForm(String)
  /// Nobody said yes.
  case unconfirmed(Int)

  var message: ErrorMessage {
    let forms = ImportForm.allCases.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .unknownForm(let name):
      return ErrorMessage(
        "'\(name)': its ending says no form that import reads",
        details: ["give --as and one of \(forms)"])
    case .unconfirmed(let count):
      return ErrorMessage(
        "nothing was changed: nobody is here to say yes",
        details: [
          "--yes makes \(count == 1 ? "this change" : "these \(count) changes"), --dry-run only "
            + "shows them"
        ])
    }
  }

  var status: ProgramStatus {
    if case .unknownForm = self { .usage } else { .failed }
  }
}
