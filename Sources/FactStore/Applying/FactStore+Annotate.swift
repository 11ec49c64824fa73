internal import ClaimModel

extension FactStore {
  mutating func annotate(
    _ claims: [ClaimID], _ mark: ClaimMark, _ by: Hand, _ delta: inout Delta
  ) throws(OperationError) {
    guard !mark.isEmpty else { throw .emptyMark }
    for number in try standingNumbers(claims) {
      var overlay = overlays[number] ?? .none
      overlay.marks.append(Marked(mark: mark, user: by.user, time: by.time))
      set(.claim(number, overlay), &delta)
    }
  }

  mutating func annotate(
    source name: String, _ mark: SourceMark, _ by: Hand, _ delta: inout Delta
  ) throws(OperationError) {
    guard !mark.isEmpty else { throw .emptyMark }
    let place = try place(of: name, &delta)
    let parent = try mark.parent.map { name throws(OperationError) in
      try self.parent(name, of: place, &delta)
    }
    guard var entry = registry.entry(place) else { return }
    if let parent { entry.source.parent = parent }
    entry.marks.append(Marked(mark: mark, user: by.user, time: by.time))
    set(.source(place, .live(entry)), &delta)
  }
}

extension ClaimMark {
  /// Whether it sets nothing.
  package var isEmpty: Bool { self == ClaimMark() }
}

extension SourceMark {
  /// Whether it sets nothing.
  package var isEmpty: Bool { self == SourceMark() }
}
