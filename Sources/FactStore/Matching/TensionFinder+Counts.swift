internal import ClaimModel

/// Numbers of the dead, the injured and so on, in whatever words.
extension TensionFinder {
  private typealias Told = (profile: ClaimProfile, figure: Figure)

  func countTensions() -> [ClaimTension] {
    var things = [Figure.Thing]()
    for figure in first.flatMap(\.traits.figures) {
      if let thing = figure.thing, !things.contains(thing) { things.append(thing) }
    }
    return things.flatMap(tensions)
  }

  private func tensions(on thing: Figure.Thing) -> [ClaimTension] {
    let ours = Self.figures(on: thing, in: first)
    let theirs = Self.figures(on: thing, in: second)
    var found = [ClaimTension]()
    for a in ours {
      for b in theirs {
        let ruling = matcher.store.ruling(a.profile.id, b.profile.id)
        guard ruling != .rejected else { continue }
        if a.figure.agrees(with: b.figure) {
          if ruling == nil { return confirmed(found) }
        } else if ruling == .confirmed || areOfOneCount(a, b, on: thing) {
          found.append(
            tension(
              .number, Self.subject(a.figure), (a.profile, a.figure.quantity),
              (b.profile, b.figure.quantity)))
        }
      }
    }
    // A story with many figures of one thing counts by days or places.
    let isCounting = max(ours.count, theirs.count) > Self.mostFigures
    return isCounting ? confirmed(found) : found
  }

  private static let mostFigures = 3

  private static func figures(
    on thing: Figure.Thing, in profiles: [ClaimProfile]
  ) -> [Told] {
    profiles.flatMap { profile in
      profile.traits.figures.filter { $0.thing == thing }.map { (profile, $0) }
    }
  }

  private static func subject(_ figure: Figure) -> String {
    let unit = figure.unit ?? .people
    return figure.kind?.words(of: unit.name) ?? unit.name
  }

  private func areOfOneCount(_ a: Told, _ b: Told, on thing: Figure.Thing) -> Bool {
    a.figure.isOfSize(of: b.figure) && areComparable(a.profile, b.profile, on: thing)
      && !areTold(a.figure, b.figure, on: thing)
  }

  private func areComparable(
    _ a: ClaimProfile, _ b: ClaimProfile, on thing: Figure.Thing
  ) -> Bool {
    guard areComparable(a, b) else { return false }
    // Many sums of money are spoken of in one story.
    guard thing.kind.what == "money" else { return true }
    let evidence = matcher.evidence(a, b)
    return evidence.speaker != nil || !evidence.names.isEmpty || evidence.words >= 0.5
  }

  /// Whether another story on the event gives both numbers side by side: it knows them to count
  /// two things, as the dead of two attacks. Not where two sources differ there.
  private func areTold(_ a: Figure, _ b: Figure, on thing: Figure.Thing) -> Bool {
    others.contains { story in
      let told = Self.figures(on: thing, in: story)
      return told.contains { one in
        one.figure.value == a.value
          && told.contains { $0.figure.value == b.value && !areRivals(one.profile, $0.profile) }
      }
    }
  }

  private func areRivals(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    !a.speakers.isEmpty && !b.speakers.isEmpty
      && Set(a.speakers.map(\.key)).isDisjoint(with: b.speakers.map(\.key))
  }
}
