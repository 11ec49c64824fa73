internal import ClaimModel

extension Evaluator {
  /// Claims with the pattern in one of their parts.
  func patterns(_ pattern: LetterPattern, in part: ClaimPart) -> ClaimSet {
    var found = empty
    var search = PatternSearch(pattern, part)
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      let first = slot.record.extractedIDs.lowerBound
      search.search(slot.claims, of: slot.record.firstArticle.text) { found.insert(first + $0) }
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own, let run = store.run(of: number) else { continue }
      let text = store.text(of: number, run)
      var isFound = false
      search.search(PackedClaims(CollectionOfOne(own.claim)), of: text) { _ in isFound = true }
      found.set(number, isFound)
    }
    return found
  }
}

/// Looks for a pattern in claims, with the same buffers for all of them.
private struct PatternSearch {
  private let spelling: Spelling
  private let part: ClaimPart
  private var matcher: PatternMatcher
  private var symbols = [UInt32]()

  init(_ pattern: LetterPattern, _ part: ClaimPart) {
    spelling = pattern.spelling
    matcher = pattern.matcher
    self.part = part
  }

  mutating func search(_ claims: PackedClaims, of text: String, found: (Int) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      for index in claims.indices {
        symbols.removeAll(keepingCapacity: true)
        if part.contains(.content) { claims.forEachContent(at: index) { add($0, of: bytes) } }
        if part.contains(.source) { claims.forEachSource(at: index) { add($0, of: bytes) } }
        if part.contains(.cue) { claims.forEachCue(at: index) { add($0, of: bytes) } }
        if !symbols.isEmpty, matcher.matches(symbols) { found(index) }
      }
    }
  }

  /// Spans apart are one blank apart.
  private mutating func add(_ span: TextSpan, of text: UnsafeBufferPointer<UInt8>) {
    let range = span.range.clamped(to: 0..<text.count)
    if !symbols.isEmpty { symbols.append(PatternSymbols.blank) }
    PatternSymbols.append(UnsafeBufferPointer(rebasing: text[range]), spelling, into: &symbols)
  }
}
