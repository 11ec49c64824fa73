package import FactStore
package import SystemPackage

/// A session with the operations that a journal has beyond its file.
package struct RecoveredSession: Sendable {
  package var opened: OpenedSession
  /// The session's file; nil if it was never saved, or has gone on without the journal.
  package var path: FilePath?
  /// The file that has gone on without the journal's operations.
  package var leftBehind: FilePath?
  /// Operations that the session's file has.
  package var saved: Int
  /// Operations that came from the journal alone.
  package var recovered: Int
  package var problem: JournalProblem?
}

extension SessionFile {
  /// Opens the session that a journal belongs to and does the journal's operations on it, as far
  /// as they are sound. Neither file changes.
  ///
  /// `session` is its file where that has another name or place now; `given` are stories for one of
  /// operations alone.
  package func recover(
    _ journal: JournalFile, onto session: FilePath? = nil, given: [String: LoadedArticle] = [:],
    catalogue: SourceCatalogue = .agencies
  ) throws(JournalError) -> RecoveredSession {
    let base = try base(
      of: journal, session.map { [$0] } ?? journal.sessions(calls), given, catalogue)
    var limit = journal.count
    var found: JournalProblem?
    while true {
      var recovered = recover(journal, base, limit: limit)
      recovered.problem = found ?? recovered.problem
      guard case .stateDiffers(let line, _)? = recovered.problem, found == nil else {
        return recovered
      }
      // Once more, without the operation that leads elsewhere.
      found = recovered.problem
      limit = line - 2
    }
  }

  /// What the operations of a journal are done on.
  private struct Base {
    var opened: OpenedSession
    /// Nil for a session that never had a file.
    var path: FilePath?
    /// Hashes of what the file has behind the place where the journal starts.
    var ahead: [ChainHash] = []
  }

  private func recover(
    _ journal: JournalFile, _ base: Base, limit: Int
  ) -> RecoveredSession {
    var reader = OperationLineReader(
      after: base.opened.store, head: journal.header.head, tellsNames: journal.header.tellsNames)
    var recovered = RecoveredSession(
      opened: base.opened, path: base.path, saved: journal.header.operations, recovered: 0,
      problem: journal.problem)
    var same = 0
    for (index, json) in journal.operations.prefix(limit).enumerated() {
      guard let hash = recovered.take(json, &reader, line: index + 2, of: journal) else { break }
      if same == index, index < base.ahead.count, base.ahead[index] == hash { same += 1 }
    }
    recovered.compare(same: same, ahead: base.ahead.count)
    return recovered
  }

  /// The first of these files that holds the operation that the journal follows.
  private func base(
    of journal: JournalFile, _ sessions: [FilePath], _ given: [String: LoadedArticle],
    _ catalogue: SourceCatalogue
  ) throws(JournalError) -> Base {
    let start = journal.header.operations
    var failure: JournalError.Kind?
    for session in sessions {
      do throws(SessionError) {
        let bytes = try contents(of: session)
        let document = try SessionDocument(bytes, path: session, given: given)
        if var base = try Self.base(document, session, journal, catalogue) {
          base.opened.file = FileVersion(bytes)
          return base
        }
        failure =
          failure.flatMap { $0.isMissing ? nil : $0 }
          ?? .otherHistory(session, operations: start)
      } catch {
        failure = failure ?? .session(error)
      }
    }
    // A file that held nothing yet is made anew when it is saved.
    guard let failure, start > 0 || !failure.isMissing else {
      return Base(
        opened: OpenedSession(FactStore(catalogue: catalogue)),
        path: sessions.isEmpty ? nil : JournalFile.besides(journal.path).last ?? sessions[0])
    }
    throw JournalError(path: journal.path, kind: failure)
  }

  /// Nil if the file does not hold what the journal follows.
  private static func base(
    _ document: SessionDocument, _ session: FilePath, _ journal: JournalFile,
    _ catalogue: SourceCatalogue
  ) throws(SessionError) -> Base? {
    let start = journal.header.operations
    guard document.operations.count >= start else { return nil }
    let opened = try OpenedSession(document.prefix(start), catalogue: catalogue, path: session)
    if start > 0 {
      // A file of an older version has other hashes than the journal that follows it.
      let heads = [document.operations[start - 1].hash, opened.head]
      guard heads.contains(journal.header.head) else { return nil }
    }
    let ahead = document.operations.dropFirst(start).map(\.hash)
    return Base(opened: opened, path: session, ahead: ahead)
  }
}

extension RecoveredSession {
  /// Does one operation of the journal and gives its hash; nil if nothing more can be
  /// recovered.
  fileprivate mutating func take(
    _ json: ArraySlice<UInt8>, _ reader: inout OperationLineReader, line: Int,
    of journal: JournalFile
  ) -> ChainHash? {
    let following = journal.count + 1 - line
    guard let operation = try? reader.operation(Array(json)), operation.isChained,
      (try? opened.store.apply(operation.operation)) != nil
    else {
      problem = .brokenLine(line, following: following)
      return nil
    }
    guard opened.store.digest == operation.digest else {
      problem = .stateDiffers(line: line, following: following)
      return nil
    }
    recovered += 1
    return operation.hash
  }

  /// What of the journal the session's file has already, or has other operations in its place.
  fileprivate mutating func compare(same: Int, ahead: Int) {
    if same == ahead || same == recovered {
      saved += same
      recovered -= same
    } else {
      leftBehind = path
      path = nil
      saved = 0
    }
  }
}

extension OpenedSession {
  /// The hash of its last operation as it is written today.
  fileprivate var head: ChainHash {
    OperationChain(after: store.log, carrying: carriedOver).head
  }
}
