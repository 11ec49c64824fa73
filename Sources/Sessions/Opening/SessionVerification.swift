package import ClaimModel
package import FactStore
package import JSONText
package import SystemPackage

/// What is to be said of a session file: whether it is as theo saved it.
package struct SessionVerification: Sendable {
  package struct Finding: Sendable, Hashable {
    package var finding: SessionFinding
    package var position: JSONPosition
  }

  /// In the order of the file.
  package var findings: [Finding] = []
  package var articles: Int
  package var operations: Int
  /// The hash of the last operation; noted elsewhere, it stands for the whole session.
  package var head: ChainHash
  /// Each story as it stands, in its last version, with the bytes that it was read from.
  package var captures: [(id: ArticleID, name: String, capture: Capture?)] = []

  /// The first place where other hands than theo's changed the session.
  package var firstBreak: Finding? { findings.first { $0.finding.isBreak } }
}

extension SessionFile {
  /// Checks a file: texts, hash chain, the state after every operation, and what it says they
  /// come to. Throws where it cannot be read, or an operation cannot be done.
  package func verify(
    _ path: FilePath, given: [String: LoadedArticle] = [:]
  ) throws(SessionError) -> SessionVerification {
    let bytes = try contents(of: path)
    let document = try SessionDocument(bytes, path: path, given: given)
    let opened = try OpenedSession(document, path: path)
    var verification = SessionVerification(
      articles: document.articles.count, operations: document.operations.count,
      head: document.operations.last?.hash ?? .start)
    verification.captures = opened.store.articles.map {
      ($0.id, $0.article.name, $0.article.capture)
    }
    let old: [SessionFinding] = document.migratedFrom == 2 ? [.migrated(from: 2)] : []
    verification.findings = (old + opened.findings).map { finding in
      .init(finding: finding, position: JSONReader.position(of: finding.path, in: bytes))
    }
    verification.findings.sort { $0.position.offset < $1.position.offset }
    return verification
  }
}
