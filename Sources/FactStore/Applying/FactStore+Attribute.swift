internal import ClaimModel

extension FactStore {
  mutating func attribute(
    _ claims: [ClaimID], to names: [String], as role: AttributionRole, _ by: Signature,
    _ delta: inout Delta
  ) throws(OperationError) {
    let numbers = try standingNumbers(claims)
    guard !names.isEmpty else { throw .nothingSelected }
    guard !names.contains(where: { SourceName.key($0).isEmpty }) else { throw .emptySourceName }
    for name in names {
      let candidates = registry.candidates(unmarked: name)
      if candidates.count > 1 { throw .noSuchSource(name, nearest: candidates) }
    }
    let sources = names.map { SourceRole(place: place(named: $0, &delta), role: role) }
    for number in numbers {
      var overlay = overlays[number] ?? .none
      for source in sources { give(source, number, &overlay, by) }
      if overlay != overlays[number] ?? .none { set(.claim(number, overlay), &delta) }
    }
  }

  /// An extracted attribution that was taken away comes back as what it was.
  private func give(
    _ source: SourceRole, _ number: Int, _ overlay: inout ClaimOverlay, _ by: Signature
  ) {
    if let taken = overlay.taken.firstIndex(of: source) {
      overlay.taken.remove(at: taken)
    } else if !hasSource(source, number, overlay) {
      overlay.given.append(GivenAttribution(source: source, user: by.user, time: by.time))
    }
  }

  private func hasSource(_ source: SourceRole, _ number: Int, _ overlay: ClaimOverlay) -> Bool {
    if overlay.given.contains(where: { $0.source == source }) { return true }
    guard let run = run(of: number) else { return false }
    return extractedSources(number, run, overlay).contains(source)
  }

  /// The place of a source that a user names, by any alias; a new entry for a new name.
  private mutating func place(named name: String, _ delta: inout Delta) -> Int {
    registry.place(named: name) ?? place(mentioned: name, .unknown, &delta)
  }

  mutating func removeAttribution(
    _ claims: [ClaimID], from names: [String], _ delta: inout Delta
  ) throws(OperationError) {
    let numbers = try standingNumbers(claims)
    guard !names.isEmpty else { throw .nothingSelected }
    var places = [Int]()
    for name in names { places.append(try place(of: name)) }
    for place in places {
      let without = numbers.filter { number in !isAttributed(number, to: place) }
      guard without.isEmpty else {
        throw .notAttributed(without.map { ClaimID($0) }, registry.name(place))
      }
    }
    for number in numbers { set(.claim(number, overlay(of: number, without: places)), &delta) }
  }

  private func isAttributed(_ number: Int, to place: Int) -> Bool {
    guard let run = run(of: number) else { return false }
    let overlay = overlays[number] ?? .none
    return overlay.given.contains { $0.source.place == place }
      || foundSources(number, run, overlay).contains {
        $0.place == place && !overlay.taken.contains($0)
      }
  }

  private func overlay(of number: Int, without places: [Int]) -> ClaimOverlay {
    var overlay = overlays[number] ?? .none
    overlay.given.removeAll { places.contains($0.source.place) }
    guard let run = run(of: number) else { return overlay }
    for source in foundSources(number, run, overlay)
    where places.contains(source.place) && !overlay.taken.contains(source) {
      overlay.taken.append(source)
    }
    return overlay
  }
}
