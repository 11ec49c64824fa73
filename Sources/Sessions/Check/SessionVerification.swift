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
    var findings = opened.findings
    if !findings.contains(where: \.isBreak), let summary = document.summary,
      let place = SessionState(opened.store).json.firstDifference(in: summary)
    {
      findings.append(.summaryDiffers(place.under(.key("state"))))
    }
    verification.findings = findings.map { finding in
      .init(finding: finding, position: JSONReader.position(of: finding.path, in: bytes))
    }
    verification.findings.sort { $0.position.offset < $1.position.offset }
    return verification
  }
}

extension JSONValue {
  /// The way to the first place where `other` is not this; members of which this has none are
  /// passed over.
  fileprivate func firstDifference(in other: JSONValue) -> JSONPath? {
    switch (self, other) {
    case (.object(let mine), .object(let others)):
      for member in mine.members {
        guard let value = others[member.key] else { return JSONPath() }
        if let path = member.value.firstDifference(in: value) {
          return path.under(.key(member.key))
        }
      }
      return nil
    case (.array(let mine), .array(let others)):
      for (index, pair) in zip(mine, others).enumerated() {
        if let path = pair.0.firstDifference(in: pair.1) { return path.under(.index(index)) }
      }
      return mine.count == others.count ? nil : JSONPath()
    default: return self == other ? nil : JSONPath()
    }
  }
}
