internal import ClaimModel

/// What reports of every form say of claims together.
extension ReportWords {
  /// "4 stories, all from one source: AFP"
  func roots(of found: ReportIndependence) -> String {
    let stories = count(found.carriers.count, .story)
    if found.fewest.count == 1, let name = found.fewest.first {
      return self[.storiesOneSource, ["stories": stories, "names": name]]
    }
    return self[
      .storiesManySources,
      [
        "stories": stories, "sources": count(found.fewest.count, .source),
        "names": found.roots.joined(separator: ", "),
      ]]
  }

  /// "→ 93 % as in a2 → byline → AFP"
  func path(_ path: ReportIndependence.Path) -> String {
    (path.steps.map(words) + [path.root]).map { "→ " + $0 }.joined(separator: " ")
  }

  private func words(_ step: ReportIndependence.Step) -> String {
    switch step {
    case .byline: self[.stepByline]
    case .dateline: self[.stepDateline]
    case .cited(let claim): self[.stepCited, ["claim": claim.description]]
    case .said(let claim): self[.stepSaid, ["claim": claim.description]]
    case .attributed(let claim): self[.stepAttributed, ["claim": claim.description]]
    case .copy(let story, let alike):
      self[.stepCopy, ["share": percent(alike), "story": story.description]]
    case .signedCopy(let story): self[.stepSigned, ["story": story.description]]
    case .own: self[.stepOwn]
    }
  }

  /// What was not checked beside claims of the report, a line each.
  func gaps(_ gaps: ReportGaps) -> [String] {
    var lines = [String]()
    if !gaps.gone.isEmpty { lines.append(self[.gapsGone, ["claims": names(gaps.gone)]]) }
    if !gaps.unread.isEmpty { lines.append(self[.gapsUnread, ["stories": names(gaps.unread)]]) }
    if !gaps.prose.isEmpty {
      let stories = gaps.prose.map { "\($0.story) (\(percent($0.share)))" }
      lines.append(self[.gapsProse, ["stories": stories.joined(separator: ", ")]])
    }
    for (number, phrase) in [
      (gaps.dropped, ReportPhrase.gapsDropped), (gaps.outside, .gapsOutside),
    ]
    where number > 0 {
      lines.append(self[phrase, ["claims": count(number, .claim)]])
    }
    return lines
  }

  private func names(_ ids: [some CustomStringConvertible]) -> String {
    ids.map(\.description).joined(separator: ", ")
  }

  /// How it was done, a paragraph each.
  func method(_ model: ReportModel, folder: String) -> [String] {
    let common: [ReportPhrase] = [
      .methodClaims, .methodVerdicts, .methodGrades, .methodSources, .methodConflicts,
    ]
    let reader = model.audience == .reader ? [self[.methodReader]] : []
    return common.map { self[$0] } + reader + [self[.methodProof, ["folder": folder]]]
  }

  /// "an: 12 changes, 2024-01-05 09:14 UTC to …"
  func checker(_ checker: ReportChecker) -> String {
    self[
      .checker,
      [
        "name": checker.name, "changes": count(checker.changes, .change),
        "first": time(checker.first), "last": time(checker.last),
      ]]
  }

  /// "2 stories, 6 claims; 3 of them with a verdict."
  func summary(_ model: ReportModel) -> String {
    let checked = model.claims.count { $0.group != Verdict.unchecked.rawValue }
    return self[
      .summaryLine,
      [
        "stories": count(model.stories.count, .story), "claims": count(model.claims.count, .claim),
        "checked": grouped(checked),
      ]]
  }
}
