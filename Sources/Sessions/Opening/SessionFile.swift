internal import ClaimModel
package import Disk
package import FactStore
internal import JSONText
package import SystemPackage

/// What came of saving a session.
package struct SavedFile: Sendable {
  package var version: FileVersion
  package var losses: [FileLoss]
  /// Whether the file that was to be saved over was not there any more.
  package var wasGone: Bool
}

/// Session files on disk.
package struct SessionFile: Sendable {
  let calls: SystemCalls
  /// The version of the program, noted in what it writes.
  private let theo: String

  package init(theo: String, calls: SystemCalls = .live) {
    self.theo = theo
    self.calls = calls
  }

  /// Saves a session; the old file stays as it was until the new one is whole on the disk.
  /// `carriedOver` is what came with the session when it was opened. A file that does not hold
  /// `known` is somebody else's work and stays as it is; one that is gone is written anew. A new
  /// file may be read by nobody outside its group: notes are not for all.
  @discardableResult
  package func save(
    _ store: FactStore, carrying carriedOver: CarriedOver = CarriedOver(),
    form: SessionForm = .whole, to path: FilePath, over known: FileVersion? = nil
  ) throws(SessionError) -> SavedFile {
    let bytes = SessionDocument.bytes(of: store, carrying: carriedOver, form: form, theo: theo)
    do throws(WriteFailure) {
      let file = try FileBeside(
        of: path, permissions: FilePermissions(rawValue: 0o660), calls: calls)
      if let known, let old = file.old {
        let isKnown = try doing(.look) { () throws(Errno) in
          try calls.holds(known, file.target, size: old.size)
        }
        if !isKnown { throw WriteFailure(.changed, .fileExists) }
      }
      try file.write(bytes)
      try file.put(onlyOverOld: known != nil)
      return SavedFile(
        version: FileVersion(bytes), losses: file.losses, wasGone: known != nil && file.old == nil)
    } catch {
      throw SessionError(path, error.step == .changed ? .changedOutside : .cannotWrite(error))
    }
  }

  package func version(of path: FilePath) throws(SessionError) -> FileVersion {
    FileVersion(try contents(of: path))
  }

  /// Throws where a file is there that does not hold what it did.
  package func check(_ path: FilePath, holds version: FileVersion) throws(SessionError) {
    let holds: Bool
    do throws(Errno) {
      guard let status = try calls.place(of: path).status else { return }
      holds = try calls.holds(version, path, size: status.size)
    } catch {
      throw SessionError(path, .cannotRead(error))
    }
    if !holds { throw SessionError(path, .changedOutside) }
  }

  /// Reads a session file without doing its operations: for `replay`.
  package func read(
    _ path: FilePath, given: [String: LoadedArticle] = [:]
  ) throws(SessionError) -> SessionDocument {
    try SessionDocument(try contents(of: path), path: path, given: given)
  }

  func contents(of path: FilePath) throws(SessionError) -> [UInt8] {
    do throws(Errno) {
      return try calls.contents(of: path)
    } catch {
      throw SessionError(path, .cannotRead(error))
    }
  }

  /// Opens a session. `catalogue` is what is known of sources today; of those that the session
  /// names, what it knew itself holds.
  package func open(
    _ path: FilePath, given: [String: LoadedArticle] = [:],
    catalogue: SourceCatalogue = .agencies
  ) throws(SessionError) -> OpenedSession {
    let bytes = try contents(of: path)
    let document = try SessionDocument(bytes, path: path, given: given)
    let (result, version) = AllCores.both {
      Result { () throws(SessionError) in
        try OpenedSession(document, catalogue: catalogue, path: path)
      }
    } _: {
      FileVersion(bytes)
    }
    var opened = try result.get()
    opened.file = version
    return opened
  }

  /// Whether these bytes of a file are meant to be a session rather than a story: an object with
  /// the session's `format`, or one whose first member is a session's, broken or cut off or not.
  package static func isSession(_ bytes: [UInt8]) -> Bool {
    let bytes = bytes.withUnsafeBufferPointer { JSONEncoding.utf8(ofUTF16: $0) } ?? bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let open = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      bytes[open] == UInt8(ascii: "{")
    else { return false }
    let first = bytes[(open + 1)...].drop { $0 <= 0x20 }
    if first.starts(with: "\"articles\"".utf8) { return true }
    let key = Array("\"format\"".utf8)
    let value = Array("\"\(SessionDocument.format)\"".utf8)
    var at = 0
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "\"")) {
      at = found + 1
      guard bytes[found...].starts(with: key) else { continue }
      let rest = bytes[(found + key.count)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
      if rest.starts(with: value) { return true }
    }
    return false
  }
}

extension SessionFile {
  /// What a session of operations alone says of its stories beside their texts, by the SHA-256 of
  /// these: a story that is given for it is read by that. Empty where the file cannot be read;
  /// opening it tells why.
  package func storyFacts(_ path: FilePath) -> [String: ArticleFacts] {
    guard let bytes = try? contents(of: path), let value = try? JSONReader.read(bytes),
      case .object(let session) = value, case .array(var articles)? = session["articles"]
    else { return [:] }
    if case .array(let versions)? = session["versions"] { articles += versions }
    var found = [String: ArticleFacts]()
    for case .object(let article) in articles where article["text"] == nil {
      guard let sha256 = try? article.text("sha256") else { continue }
      let language = (try? article.optionalText("language")) ?? nil
      found[sha256] = ArticleFacts(
        date: (try? article.optional("date", ArticleCodec.day)) ?? nil,
        language: language.flatMap(ArticleLanguage.init),
        url: (try? article.optionalText("url")) ?? nil,
        title: (try? article.optionalText("givenTitle")) ?? nil,
        author: (try? article.optionalText("givenAuthor")) ?? nil)
    }
    return found
  }

  /// What stories are named by in such a session.
  package static func sha256(_ text: String) -> String { ArticleCodec.sha256(text) }

  /// Of the bytes of a file, as hexadecimal digits.
  package static func sha256(_ file: MappedFile) -> String {
    file.withBytes { ArticleCodec.sha256(UnsafeRawBufferPointer($0)) }
  }
}
