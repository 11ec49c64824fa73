package import FactStore
package import SystemPackage

/// A session with the operations that a journal has beyond its file.
package struct RecoveredSession: Sendable {
  package var opened: OpenedSession
  /// The session's file; nil where it was never saved, or has gone on without the journal.
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
  package func recover(
    _ journal: JournalFile, catalogue: SourceCatalogue = .agencies
  ) throws(JournalError) -> RecoveredSession {
    var limit = journal.count
    var found: JournalProblem?
    while true {
      var recovered = try recover(journal, limit: limit, catalogue)
      recovered.problem = found ?? recovered.problem
      guard case .stateDiffers(let line, _)? = recovered.problem, found == nil else {
        return recovered
      }
      // Once more, without the operation that leads elsewhere.
      found = recovered.problem
      limit = line - 2
    }
  }

  private func recover(
    _ journal: JournalFile, limit: Int, _ catalogue: SourceCatalogue
  ) throws(JournalError) -> RecoveredSession {
    let (opened, ahead) = try base(of: journal, catalogue)
    var reader = OperationLineReader(
      after: opened.store, head: journal.header.head, tellsNames: journal.header.tellsNames)
    var recovered = RecoveredSession(
      opened: opened, path: journal.header.session, saved: journal.header.operations,
      recovered: 0, problem: journal.problem)
    var same = 0
    for (index, json) in journal.operations.prefix(limit).enumerated() {
      guard let hash = recovered.take(json, &reader, line: index + 2, of: journal) else { break }
      if same == index, index < ahead.count, ahead[index] == hash { same += 1 }
    }
    recovered.compare(same: same, ahead: ahead.count)
    return recovered
  }

  /// The session up to where the journal starts, and the hashes of what its file has after that.
  private func base(
    of journal: JournalFile, _ catalogue: SourceCatalogue
  ) throws(JournalError) -> (opened: OpenedSession, ahead: [ChainHash]) {
    let start = journal.header.operations
    guard let session = journal.header.session, start > 0 else {
      return (OpenedSession(FactStore(catalogue: catalogue)), [])
    }
    do throws(SessionError) {
      let bytes = try contents(of: session)
      let document = try SessionDocument(bytes, path: session)
      let ahead = document.operations.dropFirst(start).map(\.hash)
      if document.operations.count >= start {
        var opened = try OpenedSession(
          document.prefix(start), catalogue: catalogue, path: session)
        opened.file = FileVersion(bytes)
        // A file of an older version has other hashes than the journal that follows it.
        let heads = [document.operations[start - 1].hash, opened.head]
        if heads.contains(journal.header.head) { return (opened, ahead) }
      }
    } catch {
      throw JournalError(path: journal.path, kind: .session(error))
    }
    throw JournalError(path: journal.path, kind: .otherHistory(session, operations: start))
  }
}

extension RecoveredSession {
  /// Does one operation of the journal and gives its hash; nil where nothing more can be
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
