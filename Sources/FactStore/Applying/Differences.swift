internal import ClaimModel

/// One claim's overlay before and after an operation.
struct OverlayPair {
  var before: ClaimOverlay?
  var after: ClaimOverlay?
}

extension FactStore {
  /// `isMoved`: its story became another version.
  func differences(
    _ number: Int, _ run: ClaimRun, _ pair: OverlayPair, isMoved: Bool = false
  ) -> [ClaimDifference] {
    let stood = ClaimOverlay.stands(pair.before, isExtracted: run.isExtracted)
    let stands = ClaimOverlay.stands(pair.after, isExtracted: run.isExtracted)
    if stood != stands {
      if let version = pair.after?.goneWith { return [.gone(version: version, .gained)] }
      if let version = pair.before?.goneWith { return [.gone(version: version, .lost)] }
      return [stands ? .added : .dropped]
    }
    guard stood || pair.after?.goneWith != nil else { return [] }
    let before = pair.before ?? .none
    let after = pair.after ?? .none
    var found = rewriting(before, after)
    // With a version of its story a claim is somewhere else, which is no change of it.
    if before.own != after.own, found.isEmpty, !isMoved {
      found = [edit(number, run, before, after)]
    }
    if before.marks != after.marks { found += assessmentDifferences(before.marks, after.marks) }
    let isHopTold = before.taken != after.taken && before.own == after.own
    let old = attributions(number, run, before) + (isHopTold ? cited(number, run, before) : [])
    let new = attributions(number, run, after) + (isHopTold ? cited(number, run, after) : [])
    found += turns(old, new).map { .attribution($0.0, $0.1) }
    found += turns(before.corrections.map(\.mark), after.corrections.map(\.mark))
      .map { .correction($0.0, $0.1) }
    return found + rulingDifferences(before.rulings, after.rulings)
  }

  private func rewriting(_ before: ClaimOverlay, _ after: ClaimOverlay) -> [ClaimDifference] {
    let (old, new) = (before.turns, after.turns)
    if new.count > old.count {
      return [.rewritten(new.dropFirst(old.count).flatMap(\.words), .gained)]
    }
    if old.count > new.count {
      return [.rewritten(old.dropFirst(new.count).flatMap(\.words), .lost)]
    }
    return []
  }

  /// The newsrooms among a claim's hops that stand and that its story does not sign with.
  private func cited(
    _ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay
  ) -> [ClaimAttribution] {
    let signed = extractedSources(number, run, overlay)
    let found = foundSources(number, run, overlay).filter {
      !signed.contains($0) && !overlay.taken.contains($0)
    }
    return found.map { ClaimAttribution(source: registry.name($0.place), role: $0.role) }
  }

  private func edit(
    _ number: Int, _ run: ClaimRun, _ before: ClaimOverlay, _ after: ClaimOverlay
  ) -> ClaimDifference {
    var old = claim(number, run, before)
    let new = claim(number, run, after)
    let dates = old.dates.map(\.iso)
    old.dates = new.dates
    old.worth = new.worth
    if old == new, dates != new.dates.map(\.iso) {
      return .dates(from: dates, to: new.dates.map(\.iso))
    }
    let origins = [before.own?.origin ?? .extracted, after.own?.origin ?? .extracted]
    return origins.allSatisfy { $0 == .extracted } ? .reread : .edited
  }

  /// Equal rulings where somebody ruled again as before.
  private func rulingDifferences(_ before: [RuledMatch], _ after: [RuledMatch]) -> [ClaimDifference]
  {
    guard before != after else { return [] }
    let longer = after.count > before.count ? after : before
    var seen = Set<ClaimID>()
    return longer.dropFirst(min(before.count, after.count))
      .filter { seen.insert($0.other).inserted }.map { ruled in
        .match(
          ruled.other, from: before.last { $0.other == ruled.other }?.ruling,
          to: after.last { $0.other == ruled.other }?.ruling)
      }
  }

  private func assessmentDifferences(
    _ before: [SignedMark<ClaimMark>], _ after: [SignedMark<ClaimMark>]
  ) -> [ClaimDifference] {
    let old = ClaimAssessment(before)
    let new = ClaimAssessment(after)
    let added = after.dropFirst(before.count).map(\.mark)
    var found = [ClaimDifference]()
    if old.verdict != new.verdict || added.contains(where: { $0.verdict != nil }) {
      found.append(.verdict(from: old.verdict, to: new.verdict))
    }
    if new.isDisputed ? old.opinions != new.opinions : old.isDisputed {
      found.append(new.isDisputed ? .disputed(new.opinions) : .agreed)
    }
    if old.credibility != new.credibility || added.contains(where: { $0.credibility != nil }) {
      found.append(.credibility(from: old.credibility, to: new.credibility))
    }
    found += turns(old.notes, new.notes).map { .note($0.0, $0.1) }
    found += turns(old.tags, new.tags).map { .tag($0.0, $0.1) }
    found += turns(old.evidence, new.evidence).map { .evidence($0.0, $0.1) }
    found += turns(old.captures.map(\.mark), new.captures.map(\.mark))
      .map { .capture($0.0, $0.1) }
    return found
  }
}

extension SourceEntry {
  func differences(from old: SourceEntry) -> [SourceDifference] {
    var found: [SourceDifference] = turns(old.source.aliases, source.aliases)
      .map { .alias($0.0, $0.1) }
    if source.parent != old.source.parent {
      found.append(.parent(from: old.source.parent, to: source.parent))
    }
    guard marks != old.marks else { return found }
    let before = SourceAssessment(old.marks)
    let after = SourceAssessment(marks)
    let added = marks.dropFirst(old.marks.count)
    if before.reliability != after.reliability
      || added.contains(where: { $0.mark.reliability != nil })
    {
      found.append(.reliability(from: before.reliability, to: after.reliability))
    }
    found += turns(before.notes, after.notes).map { .note($0.0, $0.1) }
    found += turns(before.tags, after.tags).map { .tag($0.0, $0.1) }
    return found
  }
}

/// What left a list and what joined it, counting repeats: [n, n] → [n, m] gives n lost, m gained.
private func turns<Item: Hashable>(_ before: [Item], _ after: [Item]) -> [(Item, GainOrLoss)] {
  let lost = before.removing(after).map { ($0, GainOrLoss.lost) }
  return lost + after.removing(before).map { ($0, GainOrLoss.gained) }
}

extension Array where Element: Hashable {
  fileprivate func removing(_ others: [Element]) -> [Element] {
    guard !isEmpty else { return [] }
    var rest = [Element: Int]()
    for other in others { rest[other, default: 0] += 1 }
    return filter { item in
      guard let count = rest[item], count > 0 else { return true }
      rest[item] = count - 1
      return false
    }
  }
}
