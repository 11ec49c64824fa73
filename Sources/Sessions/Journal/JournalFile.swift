package import Disk
internal import JSONText
package import SystemPackage

/// A journal as it lies on the disk: its header, and the whole lines behind it.
package struct JournalFile: Sendable {
  package let path: FilePath
  package let header: JournalHeader
  /// The JSON of each operation, up to the first line that is not what was written.
  private(set) var operations: [ArraySlice<UInt8>] = []
  package private(set) var problem: JournalProblem?

  package init(_ path: FilePath, calls: SystemCalls = .live) throws(JournalError) {
    let bytes: [UInt8]
    do throws(Errno) { bytes = try calls.contents(of: path) } catch {
      throw JournalError(path: path, kind: .cannotRead(error))
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isTorn = lines.popLast()?.isEmpty == false
    self.path = path
    do throws(JournalError.Kind) { header = try JournalFile.header(lines.first) } catch {
      throw JournalError(path: path, kind: error)
    }
    for (index, line) in lines.enumerated().dropFirst() {
      guard let json = JournalLine.json(line) else {
        problem = .brokenLine(index + 1, following: lines.count - index - 1)
        return
      }
      operations.append(json)
    }
    if isTorn { problem = .tornLine(lines.count + 1) }
  }

  private static func header(
    _ line: ArraySlice<UInt8>?
  ) throws(JournalError.Kind) -> JournalHeader {
    guard let line, let json = JournalLine.json(line),
      let value = try? JSONReader.read(Array(json))
    else { throw .notAJournal }
    return try JournalHeader(value)
  }

  package var count: Int { operations.count }

  /// What was done last: the time, and "annotate c3".
  package var last: (time: String, what: String)? {
    guard let json = operations.last, let value = try? JSONReader.read(Array(json)),
      case .object(let object) = value
    else { return nil }
    return (object.text(at: "time"), object.summary)
  }
}

extension JSONObject {
  fileprivate func text(at key: String) -> String {
    if case .string(let text) = self[key] { text } else { "" }
  }

  /// "load a.txt", "annotate c3, c4", "annotate-source AFP"
  fileprivate var summary: String {
    var words = [String]()
    for key in ["claims", "articles"] {
      guard case .array(let items) = self[key] else { continue }
      words += items.compactMap { item in
        switch item {
        case .string(let text): text
        case .object(let object): object.text(at: "name")
        default: nil
        }
      }
    }
    for key in ["id", "source", "from"] where !text(at: key).isEmpty { words.append(text(at: key)) }
    let more = words.count > 3 ? ", …" : ""
    return text(at: "action") + (words.isEmpty ? "" : " ")
      + words.prefix(3).joined(separator: ", ") + more
  }
}

/// Journals that a crash may have left.
extension JournalFile {
  package static let ending = "theo-journal"

  /// Where the journal of a session goes: beside it, under the first name that is free, so that
  /// one that was not recovered stays. Throws where that cannot be told.
  package static func freePath(
    besides session: FilePath, calls: SystemCalls = .live
  ) throws(Errno) -> FilePath {
    let place = PlaceOfSession(session, calls)
    for number in 1...999 {
      let path = place.journal(number)
      do throws(Errno) { _ = try insisting { () throws(Errno) in try calls.status(path) } } catch {
        if error == .noSuchFileOrDirectory { return path }
        throw error
      }
    }
    throw .fileExists
  }

  /// Those of a session, in order. Looks for the first one alone where that is not there.
  package static func paths(
    besides session: FilePath, calls: SystemCalls = .live
  ) -> [FilePath] {
    let place = PlaceOfSession(session, calls)
    return (1...9).map(place.journal).filter { (try? calls.status($0)) != nil }
  }

  /// `t/.s.json.2.theo-journal` → "t/s.json": the session that a journal lies beside, by its name
  /// alone; nil for that of a session without a file.
  package static func neighbour(of journal: FilePath) -> FilePath? {
    guard var name = journal.lastComponent?.stem, name.hasPrefix("."), name.count > 1 else {
      return nil
    }
    name.removeFirst()
    if let dot = name.lastIndex(of: "."), let number = Int(name[name.index(after: dot)...]),
      (2...999).contains(number)
    {
      name = String(name[..<dot])
    }
    return journal.removingLastComponent().appending(name)
  }

  /// All journals in a folder, in order of their names.
  package static func paths(in folder: FilePath, calls: SystemCalls = .live) -> [FilePath] {
    let names = (try? calls.names(folder)) ?? []
    return names.filter { $0.hasSuffix("." + ending) }.sorted().map { folder.appending($0) }
  }
}

extension PlaceOfSession {
  /// `.NAME.theo-journal`, `.NAME.2.theo-journal`, …
  fileprivate func journal(_ number: Int) -> FilePath {
    let ending = JournalFile.ending
    return beside(ending: number == 1 ? ending : "\(number).\(ending)")
  }
}
