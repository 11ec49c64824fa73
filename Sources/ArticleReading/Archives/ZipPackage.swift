/// An office document or book in a zip archive, told by the entries that its kind must have.
enum ZipPackage: String, CaseIterable {
  case word = "word/document.xml"
  case workbook = "xl/workbook.xml"
  case presentation = "ppt/presentation.xml"
  case text = "application/vnd.oasis.opendocument.text"
  case spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
  case slides = "application/vnd.oasis.opendocument.presentation"
  case book = "application/epub+zip"

  /// As people call it.
  var words: String {
    switch self {
    case .word: "a Word document"
    case .workbook: "an Excel workbook"
    case .presentation: "a PowerPoint presentation"
    case .text: "an OpenDocument text"
    case .spreadsheet: "an OpenDocument spreadsheet"
    case .slides: "an OpenDocument presentation"
    case .book: "an EPUB book"
    }
  }

  /// Entries that are looked at: packages have their parts at the front or have few.
  private static let limit = 2000

  /// nil for an archive that is none of these, or is cut off.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard ZipDirectory.isMarked(bytes), let directory = try? ZipDirectory(bytes) else { return nil }
    if let kind = Self.declared(directory) {
      self = kind
      return
    }
    var (names, hasTypes, seen) = (Set<String>(), false, 0)
    try? directory.forEach { entry, _ throws(ArchiveFault) in
      if entry.name == "[Content_Types].xml" { hasTypes = true }
      // Some programs number the main part: word/document2.xml.
      let name = String(entry.name.filter { !("0"..."9").contains($0) })
      if Self(rawValue: name) != nil { names.insert(name) }
      seen += 1
      if seen >= Self.limit { throw ArchiveFault(problem: "") }
    }
    guard hasTypes, let kind = Self.allCases.first(where: { names.contains($0.rawValue) }) else {
      return nil
    }
    self = kind
  }

  /// OpenDocument and EPUB begin with an entry that names their type, not packed.
  private static func declared(_ directory: ZipDirectory) -> Self? {
    guard !directory.table.isEmpty,
      let (entry, _) = try? directory.entry(at: directory.table.lowerBound),
      entry.name == "mimetype", entry.size < 100,
      let type = try? entry.contents(in: directory.bytes, ArchiveUse())
    else { return nil }
    let text = String(decoding: type, as: UTF8.self)
    return allCases.first { text.hasPrefix($0.rawValue) }
  }
}

/// The parts of an office document.
struct ZipPackageParts {
  private let directory: ZipDirectory
  private var entries: [String: ZipEntry] = [:]
  private let use = ArchiveUse()

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveFault) {
    directory = try ZipDirectory(bytes)
    var entries = entries
    try directory.forEach { entry, _ throws(ArchiveFault) in
      // Of two of a name the first counts.
      if entries[entry.name] == nil { entries[entry.name] = entry }
      guard entries.count <= 100_000 else {
        throw ArchiveFault(problem: "more than 100000 parts, no document has so many")
      }
    }
    self.entries = entries
  }

  var names: [String] { entries.keys.sorted() }

  /// nil where there is no such part.
  func part(_ name: String) throws(ArchiveFault) -> [UInt8]? {
    try entries[name]?.contents(in: directory.bytes, use)
  }
}
