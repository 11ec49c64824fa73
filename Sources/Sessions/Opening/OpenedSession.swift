internal import ClaimModel
package import FactStore
internal import JSONText
package import SystemPackage

/// A session as it comes from its file.
package struct OpenedSession: Sendable {
  package var store: FactStore
  /// What must be handed back on saving.
  package var carriedOver: CarriedOver
  /// Empty when the file is as it was saved.
  package var findings: [SessionFinding]
  /// The file as it was read; nil if there is none yet.
  package var file: FileVersion?

  /// A session that has no file yet.
  init(_ store: FactStore) {
    self.store = store
    carriedOver = CarriedOver()
    findings = []
  }

  /// Does the document's operations on an empty store. A state that is not the recorded one is
  /// a finding, no error: the work in the file is still there to be looked at. An operation that
  /// cannot be done is an error, since all that follows it would be lost.
  package init(
    _ document: SessionDocument, catalogue: SourceCatalogue = .agencies, path: FilePath
  ) throws(SessionError) {
    carriedOver = CarriedOver()
    carriedOver.unknownMembers = document.unknownMembers
    // Of version 2 all that a file has can be checked; verifying says what it has not.
    findings = document.migratedFrom == 1 ? [.migrated(from: 1)] : []
    store = FactStore()
    checkArticles(document)
    checkVersions(document)
    checkChain(document)
    checkEnd(document)
    var replay = Replay(document, catalogue: catalogue, telling: false)
    while let step = replay.next() {
      if case .failure(let error) = step.result {
        throw SessionError(path, .operationFails(number: step.number, error))
      }
      if document.form == .operations, !step.isSame, step.operation.bringsTexts {
        throw SessionError(path, .storiesReadDifferently(operation: step.number))
      }
      if !step.isSame { note(step) }
    }
    store = replay.store
    if document.hasAllOperations { checkState(document) }
  }

  private mutating func checkEnd(_ document: SessionDocument) {
    carriedOver.recordedEnd = document.recordedEnd
    if let finding = document.endFinding { findings.append(finding) }
  }

  /// Where something else is wrong, the state mostly follows from that.
  private mutating func checkState(_ document: SessionDocument) {
    guard let recorded = document.summary else {
      carriedOver.recordedState = RecordedMember(value: nil)
      return findings.append(.memberMissing("state"))
    }
    let expected = SessionState(store, version: document.migratedFrom ?? SessionDocument.version)
    guard let place = expected.json.firstDifference(in: recorded) else { return }
    carriedOver.recordedState = RecordedMember(value: recorded)
    if !findings.contains(where: \.isBreak) {
      findings.append(.summaryDiffers(place.under(.key("state"))))
    }
  }

  private mutating func checkArticles(_ document: SessionDocument) {
    let digests = AllCores.map(document.articles) { ArticleCodec.sha256($0.article.text) }
    for (index, loaded) in document.articles.enumerated() {
      let unknown = document.unknownArticleMembers[index]
      if !unknown.members.isEmpty { carriedOver.articleMembers[index + 1] = unknown }
      let recorded = document.articleDigests[index]
      guard digests[index] != recorded else { continue }
      carriedOver.recordedArticleDigests[index + 1] = recorded
      findings.append(.articleChanged(ArticleID(index + 1), name: loaded.article.name))
    }
  }

  private mutating func checkVersions(_ document: SessionDocument) {
    for (index, version) in document.versions.enumerated() {
      let unknown = document.unknownVersionMembers[index]
      if !unknown.members.isEmpty { carriedOver.versionMembers[index + 1] = unknown }
      let recorded = document.versionDigests[index]
      guard ArticleCodec.sha256(version.article.text) != recorded else { continue }
      carriedOver.recordedVersionDigests[index + 1] = recorded
      let updates = document.operations.flatMap(\.operation.updates)
      let id = updates.indices.contains(index) ? updates[index].id : ArticleID(1)
      findings.append(.versionChanged(id, name: version.article.name, place: index))
    }
  }

  /// The first break is a finding; all are carried over, so that they stay visible.
  private mutating func checkChain(_ document: SessionDocument) {
    for recorded in document.operations {
      if !recorded.unknownMembers.members.isEmpty {
        carriedOver.operationMembers[recorded.number] = recorded.unknownMembers
      }
      guard !recorded.isChained else { continue }
      if carriedOver.recordedHashes.isEmpty {
        findings.append(.chainBroken(operation: recorded.number))
      }
      carriedOver.recordedHashes[recorded.number] = recorded.hash
    }
  }

  /// The first difference is a finding; those after it mostly follow from it.
  private mutating func note(_ step: ReplayStep) {
    if carriedOver.recordedDigests.isEmpty {
      findings.append(
        .stateDiffers(operation: step.number, expected: step.expected, found: step.found))
    }
    carriedOver.recordedDigests[step.number] = step.expected
  }
}

extension Operation {
  /// Whether stories or new versions of them come with it.
  fileprivate var bringsTexts: Bool { !loadedArticles.isEmpty || !updates.isEmpty }
}
