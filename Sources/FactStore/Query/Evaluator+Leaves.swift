internal import ClaimModel

/// The five ways in which a criterion finds its claims.
extension Evaluator {
  /// All claims of the articles that satisfy `test`.
  func articles(where test: (ArticleRecord) -> Bool) -> ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated()
    where store.standing[place] && test(slot.record) {
      found.insert(slot.record.extractedIDs)
      for number in store.addedClaims[place] ?? [] { found.insert(number) }
    }
    return found
  }

  /// Claims whose row satisfies `test`; an edited claim is tested as edited.
  func rows(where test: (PackedClaims, Int) -> Bool) -> ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      let claims = slot.claims
      let first = slot.record.extractedIDs.lowerBound
      for index in claims.indices where test(claims, index) { found.insert(first + index) }
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own else { continue }
      found.set(number, test(PackedClaims(CollectionOfOne(own.claim)), 0))
    }
    return found
  }

  /// Claims by what people changed; `test` of no overlay holds for all that nobody touched.
  func overlaid(where test: (ClaimOverlay) -> Bool) -> ClaimSet {
    var found = test(.none) ? standing : empty
    for (number, overlay) in store.overlays { found.set(number, test(overlay)) }
    return found
  }

  /// Claims with the pattern's words in one of their parts.
  func words(_ pattern: TextPattern, in parts: ClaimPart) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      words.index.search(pattern, in: parts, first: words.first, into: &found)
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own, let run = store.run(of: number) else { continue }
      let text = store.text(of: number, run)
      found.set(number, Self.has(pattern, in: parts, of: own.claim, text))
    }
    return found
  }

  private static func has(
    _ pattern: TextPattern, in parts: ClaimPart, of claim: Claim, _ text: String
  ) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      [(ClaimPart.content, claim.content), (.source, claim.source), (.cue, claim.cue)]
        .contains { part, spans in
          guard parts.contains(part) else { return false }
          var words: [UInt8] = [0x20]
          for span in spans {
            let range = span.range.clamped(to: 0..<bytes.count)
            pattern.spelling.append(UnsafeBufferPointer(rebasing: bytes[range]), into: &words)
            if words.last != 0x20 { words.append(0x20) }
          }
          return words.withUnsafeBufferPointer {
            pattern.first(in: $0, from: 0, ByteSearch(pattern.needle)) != nil
          }
        }
    }
  }
}

extension Evaluator {
  /// Those of some claims whose speaker is a guess, and given by nobody: a claim by "he" is found
  /// by that word too, not by the name alone.
  func doubtful(_ claims: ClaimSet) -> ClaimSet {
    var found = empty
    for number in claims.numbers {
      guard let run = store.run(of: number) else { continue }
      let isGuess: Bool
      if let overlay = store.overlays[number] {
        isGuess =
          overlay.given.isEmpty
          && store.claim(ClaimID(number))?.claim.speaker?.isDoubtful == true
      } else {
        let slot = store.articleSlots[run.article]
        isGuess = slot.claims.isDoubtful(at: number - run.ids.lowerBound)
      }
      if isGuess { found.set(number, true) }
    }
    return found
  }
}

extension Evaluator {
  /// Claims with one of the flags; an edited claim by what it is now.
  func flagged(_ flags: ClaimFlags) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      words.flags.withUnsafeBufferPointer {
        found.insert(flagged: $0, withAny: flags.rawValue, offset: words.first)
      }
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own else { continue }
      let now = ClaimFlags(PackedClaims(CollectionOfOne(own.claim)), 0)
      found.set(number, !now.isDisjoint(with: flags))
    }
    return found
  }
}
