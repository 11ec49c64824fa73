internal import ClaimModel

extension FactStore {
  mutating func annotate(
    _ claims: [ClaimID], _ mark: ClaimMark, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard !mark.isEmpty else { throw .emptyMark }
    for number in try knownNumbers(claims) {
      var overlay = overlays[number] ?? .none
      overlay.marks.append(SignedMark(mark: mark, user: by.user, time: by.time))
      set(.claim(number, overlay), &delta)
    }
  }

  mutating func annotate(
    source name: String, _ mark: SourceMark, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard !mark.isEmpty else { throw .emptyMark }
    let place = try place(of: name, &delta)
    let parent = try mark.parent.map { name throws(OperationError) in
      try self.parent(name, of: place, &delta)
    }
    guard var entry = registry.entry(place) else { return }
    if let parent { entry.source.parent = parent }
    entry.marks.append(SignedMark(mark: mark, user: by.user, time: by.time))
    set(.source(place, .live(entry)), &delta)
  }
}

extension FactStore {
  /// Also of a claim whose words went with a version of its story: that is how corrections come.
  mutating func correct(
    _ claim: ClaimID, _ correction: Correction, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    guard !isBlank(correction.wrong), !isBlank(correction.right),
      correction.wrong != correction.right
    else { throw .emptyCorrection }
    for number in try knownNumbers([claim]) {
      var overlay = overlays[number] ?? .none
      overlay.corrections.append(SignedMark(mark: correction, user: by.user, time: by.time))
      set(.claim(number, overlay), &delta)
    }
  }
}

extension FactStore {
  /// What two claims are found to be stands on the one with the lower number.
  mutating func rule(
    _ a: ClaimID, _ b: ClaimID, _ ruling: MatchRuling, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard a != b else { throw .sameClaim(a) }
    let numbers = try standingNumbers([a, b]).sorted()
    guard let first = numbers.first, let second = numbers.last else { return }
    var overlay = overlays[first] ?? .none
    overlay.rulings.append(
      RuledMatch(other: ClaimID(second), ruling: ruling, user: by.user, time: by.time))
    set(.claim(first, overlay), &delta)
  }
}

extension FactStore {
  /// Another query of that name gives way. Whether the text can be read is for the query language
  /// to say: a session must come back whatever words a later one knows.
  mutating func save(
    _ text: String, as name: String, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard Self.isQueryName(name) else { throw .badQueryName(name) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyQuery }
    let query = SavedQuery(name: name, text: text, user: by.user, time: by.time)
    set(.query(name, query), &delta)
  }

  mutating func dropQuery(_ name: String, _ delta: inout Delta) throws(OperationError) {
    guard queries[name] != nil else {
      throw .noSuchQuery(name, nearest: nearestWords(to: name, in: queries.keys.sorted()))
    }
    set(.query(name, nil), &delta)
  }

  private static func isQueryName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
