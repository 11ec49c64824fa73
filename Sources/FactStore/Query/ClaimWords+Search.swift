internal import ClaimModel

extension ClaimWords.Arena {
  /// Calls `found` with each claim that has the pattern's words in one of `parts`.
  func search(_ pattern: TextPattern, in parts: ClaimPart, found: (Int) -> Void) {
    let search = ByteSearch(pattern.needle, frequencies: frequencies)
    bytes.withUnsafeBufferPointer { bytes in
      var claim = 0
      var at = 0
      while claim < ends.count, let hit = pattern.first(in: bytes, from: at, search) {
        claim = self.claim(at: hit, from: claim)
        let start = claim == 0 ? 0 : ends[claim - 1]
        if parts.contains(part(at: hit, from: start, bytes)) {
          found(claim)
          at = ends[claim]
          claim += 1
        } else {
          at = hit + 1
        }
      }
    }
  }

  /// The claim that a byte belongs to, not before `from`: gallops, then halves.
  private func claim(at offset: Int, from: Int) -> Int {
    var step = 1
    var high = from
    while high < ends.count, ends[high] <= offset {
      high += step
      step *= 2
    }
    var low = max(from, high - step / 2)
    high = min(high, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Which line of the claim that starts at `start` a byte stands in.
  private func part(
    at offset: Int, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ClaimPart {
    var lines = 0
    for at in start..<offset where bytes[at] == 0x0A { lines += 1 }
    return ClaimPart(rawValue: 1 << lines)
  }
}
