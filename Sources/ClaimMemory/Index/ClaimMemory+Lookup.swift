internal import ClaimModel
internal import Disk

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ClaimMemory {
  /// How far a look-up goes.
  package struct Reach: Sendable {
    /// Claims that nobody checked are found as well.
    package var takesUnchecked = false
    /// Postings that are read at most, rarest terms first, once two terms are read.
    package var postings = 400_000
    /// Claims that are compared word by word.
    package var candidates = 200
    /// What is less similar is left out.
    package var leastSimilarity = 0.25

    package init() {}

    /// For many claims one after another: only what is much the same is wanted.
    package static var quick: Reach {
      var reach = Reach()
      reach.postings = 20_000
      reach.candidates = 20
      reach.leastSimilarity = 0.5
      return reach
    }
  }

  /// The past claims most like a claim, the likest first.
  package func recollections(
    of claim: RememberedClaim, limit: Int = 5, reach: Reach = Reach()
  ) throws(MemoryError) -> [Recollection] {
    let terms = MemoryTerms(claim.text, figures: claim.figures, language: claim.language).terms
    let weighed = weighed(terms)
    var found = [(place: Int, similarity: Double)]()
    for place in candidates(for: weighed, reach) {
      let past = try self.claim(at: place)
      if past.session == claim.session, past.number == claim.number { continue }
      let likeness = similarity(of: claim, weighed, to: past)
      if likeness >= reach.leastSimilarity { found.append((place, likeness)) }
    }
    found.sort { ($1.similarity, $0.place) < ($0.similarity, $1.place) }
    var out = [Recollection]()
    for (place, likeness) in found.prefix(limit) {
      let past = try self.claim(at: place)
      out.append(
        Recollection(claim: past, similarity: likeness, differences: past.differences(from: claim)))
    }
    return out
  }

  /// A term of a claim with where its claims stand and how much it tells.
  struct Weighed {
    var term: MemoryTerms.Term
    var postings: Range<Int>
    var count: Int
    /// Its weight by how rare it is.
    var value: Float
  }

  func weighed(_ terms: [MemoryTerms.Term]) -> [Weighed] {
    file.withBytes { bytes in
      terms.map { term in
        let (postings, count) = self.postings(of: term.key, bytes) ?? (0..<0, 0)
        let rarity = log(1 + Float(header.claimCount) / (Float(count) + 0.5))
        return Weighed(
          term: term, postings: postings, count: count, value: term.weight * rarity)
      }
    }
  }

  /// Binary search in the sorted table.
  private func postings(
    of key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (Range<Int>, count: Int)? {
    var (low, high) = (0, header.termCount)
    while low < high {
      let middle = (low + high) / 2
      let at = header.termsAt + 16 * middle
      let found = bytes.integer(at)
      if found == key {
        let place = bytes.integer(at + 8)
        let start = header.postingsAt + Int(place >> 24)
        guard start <= header.length else { return nil }
        return (start..<header.length, Int(place & 0xFF_FFFF))
      }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The places of the claims that share most, rare terms first.
  private func candidates(for terms: [Weighed], _ reach: Reach) -> [Int] {
    var scores = [Float](repeating: 0, count: header.claimCount)
    var touched = [Int32]()
    var read = 0
    file.withBytes { bytes in
      let ordered = terms.filter { $0.count > 0 }.sorted { $0.count < $1.count }
      for (number, term) in ordered.enumerated() {
        if number >= 2, read + term.count > reach.postings { break }
        read += term.count
        guard
          var reader = RecordReader(
            bytes, from: term.postings.lowerBound, to: term.postings.upperBound)
        else { continue }
        var place = 0
        for _ in 0..<term.count {
          guard let step = reader.number(), step >= 0 else { break }
          place += step
          guard place < scores.count else { break }
          if scores[place] == 0 { touched.append(Int32(place)) }
          scores[place] += term.value
        }
      }
    }
    let wanted = reach.takesUnchecked ? touched : checked(touched)
    return best(wanted, scores, reach.candidates)
  }

  private func checked(_ places: [Int32]) -> [Int32] {
    file.withBytes { bytes in
      places.filter { bytes.integer(header.entriesAt + 8 * Int($0)) >> 63 == 1 }
    }
  }

  /// Those of the highest scores, in no order that matters.
  private func best(_ places: [Int32], _ scores: [Float], _ limit: Int) -> [Int] {
    guard places.count > limit else { return places.map(Int.init) }
    // A bar that lets at least `limit` pass, found by counting scores in steps.
    let top = places.reduce(Float(0)) { max($0, scores[Int($1)]) }
    var counts = [Int](repeating: 0, count: 1024)
    func step(_ place: Int32) -> Int { min(1023, Int(scores[Int(place)] / top * 1023)) }
    for place in places { counts[step(place)] += 1 }
    var bar = 1023
    var passed = 0
    while bar > 0 {
      passed += counts[bar]
      if passed >= limit { break }
      bar -= 1
    }
    var kept = places.filter { step($0) >= bar }
    if kept.count > 2 * limit {
      kept.sort { scores[Int($0)] > scores[Int($1)] }
      kept.removeLast(kept.count - 2 * limit)
    }
    return kept.map(Int.init)
  }

  /// Twice what both have by what each has: 1 for the same words. Of two languages only what both
  /// can have counts. Where both name somebody, other names make it half of that;
  /// where both have figures, those far from one another make it less.
  private func similarity(
    of claim: RememberedClaim, _ own: [Weighed], to past: RememberedClaim
  ) -> Double {
    let crosses = claim.language != past.language
    let theirs = weighed(
      MemoryTerms(past.text, figures: past.figures, language: past.language).terms)
    let keys = Set(own.map(\.term.key))
    var (all, names) = (Overlap(), Overlap())
    for term in own where !crosses || term.term.isOfAllLanguages {
      all.mine += term.value
      if term.term.isName { names.mine += term.value }
    }
    for term in theirs where !crosses || term.term.isOfAllLanguages {
      let isShared = keys.contains(term.term.key)
      all.add(term.value, isShared: isShared)
      if term.term.isName { names.add(term.value, isShared: isShared) }
    }
    let likeness = all.share * (0.7 + 0.3 * claim.closeness(of: past))
    guard names.mine > 0, names.theirs > 0 else { return likeness }
    return likeness * (0.5 + 0.5 * names.share)
  }

  private struct Overlap {
    var (mine, theirs, both): (Float, Float, Float) = (0, 0, 0)

    mutating func add(_ value: Float, isShared: Bool) {
      theirs += value
      if isShared { both += value }
    }

    var share: Double { mine + theirs > 0 ? Double(2 * both / (mine + theirs)) : 0 }
  }
}
