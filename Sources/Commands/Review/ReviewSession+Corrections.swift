import ClaimModel
import Desk
import FactStore
import Presentation
import TerminalText

// Putting the claim itself right.
extension ReviewSession {
  mutating func drop(on desk: inout Desk) {
    guard let id = queue.current else { return }
    let place = queue.position
    let step = Step(
      position: place, wasDone: queue.isDone(place), words: "dropped", correction: .dropped)
    guard perform([.dropClaims([id])], as: step, on: &desk) else { return }
    queue.set(place, done: true)
    queue.set(place, gone: true)
    queue.advance()
    scroll = 0
  }

  /// The claim's own words; pieces that " … " parts are looked for one by one.
  mutating func take(words: String, on desk: inout Desk) {
    guard let place = correctable(desk) else { return }
    var claim = place.record.claim
    var spans = [TextSpan]()
    for piece in words.split(separator: "…").map({ Self.trimmed(String($0)) }) where !piece.isEmpty
    {
      guard let span = try? place.maker.place(of: piece, near: claim.context) else {
        draft = (place.record.id, words)
        message = StyledText(place.maker.missing(piece, near: claim.context), .failure)
        message.append("; c goes on editing", .dim)
        return
      }
      spans.append(span)
    }
    guard !spans.isEmpty else {
      message = StyledText("a claim needs words; d drops it", .warning)
      return
    }
    claim.content = spans.sorted()
    claim.kind = place.maker.kind(of: claim.content, hasSource: claim.speaker != nil)
    let edited = Action.editClaim(place.record.id, place.maker.completed(claim))
    if perform([edited], as: step("words", .words), on: &desk) { draft = nil }
  }

  /// Who said it; nil for nobody.
  mutating func take(speaker name: String?, on desk: inout Desk) {
    guard let place = correctable(desk) else { return }
    var claim = place.record.claim
    claim.attribute(to: name.map { place.maker.speaker($0, in: desk.store) })
    if name == nil { (claim.source, claim.cue) = ([], []) }
    if name == nil || claim.kind == .narrated {
      claim.kind = place.maker.kind(of: claim.content, hasSource: name != nil)
    }
    // Names that were given before give way; the new one comes with the claim.
    let others = place.record.attributions.filter {
      $0.role == .saidBy && $0.givenBy != nil && $0.source != claim.speaker?.name
    }.map(\.source)
    var actions = [Action.editClaim(place.record.id, claim)]
    if !others.isEmpty {
      actions.append(.removeAttribution(claims: [place.record.id], sources: others))
    }
    let words = name.map { "said by \($0)" } ?? "said by nobody"
    _ = perform(actions, as: step(words, .speaker), on: &desk)
  }

  /// Through which agencies it came; none for no agency.
  mutating func take(agencies names: [String], on desk: inout Desk) {
    guard let id = queue.current, let record = desk.store.claim(id) else { return }
    let store = desk.store
    let wanted = names.map { name in
      store.source(named: name)?.name ?? store.catalogue.source(name)?.name ?? name
    }
    let signed = record.attributions.filter { $0.role == .reportedBy }.map(\.source)
    let cited = record.via.filter { name in
      !signed.contains(name) && store.source(named: name)?.source.isReporter == true
    }
    let present = signed + cited
    let removed = present.filter { !wanted.contains($0) }
    let added = wanted.filter { !present.contains($0) }
    guard !removed.isEmpty || !added.isEmpty else {
      message = StyledText("that is as it was", .dim)
      return
    }
    var actions = [Action]()
    if !removed.isEmpty { actions.append(.removeAttribution(claims: [id], sources: removed)) }
    // Taking an agency away takes it away in every role.
    let said = record.attributions.filter {
      $0.role == .saidBy && removed.contains($0.source)
    }.map(\.source)
    if !said.isEmpty { actions.append(.attribute(claims: [id], sources: said, role: .saidBy)) }
    if !added.isEmpty {
      actions.append(.attribute(claims: [id], sources: added, role: .reportedBy))
    }
    let words = wanted.isEmpty ? "reported by nobody" : "reported by \(joined(wanted))"
    _ = perform(actions, as: step(words, .agency), on: &desk)
  }

  private func step(_ words: String, _ correction: Correction) -> Step {
    Step(
      position: queue.position, wasDone: queue.isDone(queue.position), words: words,
      correction: correction)
  }

  private func correctable(_ desk: Desk) -> (record: ClaimRecord, maker: HandmadeClaim)? {
    guard let id = queue.current, let record = desk.store.claim(id),
      let article = desk.store.article(record.articleID)
    else { return nil }
    return (record, HandmadeClaim(article, by: desk.newsroom))
  }
}

extension HandmadeClaim {
  /// Where words leave the story: "'b' does not follow 'a' in a1".
  func missing(_ words: String, near span: TextSpan) -> String {
    let all = words.split(whereSeparator: \.isWhitespace)
    let kept = all.indices.last { count in
      count > 0 && (try? place(of: all[..<count].joined(separator: " "), near: span)) != nil
    }
    guard let kept else { return "'\(all.first ?? "")' does not stand in \(articleID)" }
    return "'\(all[kept])' does not follow '\(all[..<kept].joined(separator: " "))' in \(articleID)"
  }
}
