internal import ClaimModel

extension FactStore {
  /// Claims follow through the registry; what people gave and took is rewritten to the source
  /// that stays. A claim keeps it where it had either of the two.
  mutating func merge(
    _ fromName: String, into intoName: String, _ delta: inout Delta
  ) throws(OperationError) {
    let into = try place(of: intoName, &delta)
    let from = try place(of: fromName, &delta)
    guard into != from, var entry = registry.entry(into), let old = registry.entry(from) else {
      throw .sameSource(registry.name(into))
    }
    let merger = Merger(from: from, into: into)
    let touched = overlays.filter { merger.concerns($0.value) }.map(\.key).sorted()
    for number in touched {
      guard let overlay = overlays[number], let run = run(of: number) else { continue }
      let extracted = foundSources(number, run, overlay)
      set(.claim(number, merger.rewritten(overlay, extracted: extracted)), &delta)
    }
    entry.source.aliases += old.source.names
    entry.source.country = entry.source.country ?? old.source.country
    entry.source.parent = entry.source.parent ?? old.source.parent
    if entry.source.kind == .unknown { entry.source.kind = old.source.kind }
    entry.marks = entry.marks.interleaved(with: old.marks)
    set(.source(from, .merged(into: into)), &delta)
    set(.source(into, .live(entry)), &delta)
    // A part that was merged with its whole is no part of itself.
    guard let parent = entry.source.parent.flatMap({ registry.place(exactly: $0) }),
      registry.isPart(parent, of: into)
    else { return }
    entry.source.parent = nil
    set(.source(into, .live(entry)), &delta)
  }
}

extension [SignedMark<SourceMark>] {
  /// Both in order of time, as far as the order of each leaves a choice: a clock that was set back
  /// makes no earlier word the last one.
  fileprivate func interleaved(with others: Self) -> Self {
    var (merged, rest) = (Self(), others[...])
    for mark in self {
      while let other = rest.first, other.time < mark.time {
        merged.append(other)
        rest.removeFirst()
      }
      merged.append(mark)
    }
    return merged + rest
  }
}

/// Rewrites what people changed about a claim when a source becomes another's alias.
struct Merger {
  var from: Int
  var into: Int

  func concerns(_ overlay: ClaimOverlay) -> Bool {
    let places = overlay.given.map(\.source.place) + overlay.taken.map(\.place)
    return places.contains { $0 == from || $0 == into }
  }

  /// `extracted`: the claim's extracted sources before the merger.
  func rewritten(_ overlay: ClaimOverlay, extracted: [SourceRole]) -> ClaimOverlay {
    var overlay = overlay
    let kept = Set(extracted.filter { !overlay.taken.contains($0) }.map(moved))
    // What was given and is now an extracted one that was taken away comes back as what it was.
    let found = Set(extracted.map(moved))
    let given = Set(overlay.given.map { moved($0.source) })
    var seen = Set<SourceRole>()
    overlay.given = overlay.given.compactMap { given in
      var given = given
      given.source = moved(given.source)
      return !found.contains(given.source) && seen.insert(given.source).inserted ? given : nil
    }
    var seenTaken = Set<SourceRole>()
    overlay.taken = overlay.taken.map(moved).filter { taken in
      !kept.contains(taken) && !given.contains(taken) && seenTaken.insert(taken).inserted
    }
    return overlay
  }

  private func moved(_ source: SourceRole) -> SourceRole {
    SourceRole(place: source.place == from ? into : source.place, role: source.role)
  }
}
