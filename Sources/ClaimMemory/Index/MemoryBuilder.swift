/// Puts claims of past sessions into the bytes of a memory's file. Time and memory are linear in
/// the claims' text.
package struct MemoryBuilder {
  private var sessions: [String] = []
  private var places: [String: Int] = [:]
  private var entries: [UInt64] = []
  private var records = RecordWriter()
  private var numbers: [UInt64: UInt32] = [:]
  private var keys: [UInt64] = []
  /// Term and claim of each posting, in the order of claims.
  private var postings: [(term: UInt32, claim: UInt32)] = []

  package init() {}

  package var claimCount: Int { entries.count }
  package var sessionCount: Int { sessions.count }

  /// A session counts where it has no claims as well.
  package mutating func add(session: String) { _ = place(of: session) }

  package mutating func add(_ claim: RememberedClaim) {
    let checked: UInt64 = claim.isChecked ? 1 << 63 : 0
    let entry = UInt32(truncatingIfNeeded: entries.count)
    entries.append(UInt64(records.bytes.count) | checked)
    claim.write(to: &records, session: place(of: claim.session))
    let terms = MemoryTerms(claim.text, figures: claim.figures, language: claim.language)
    for term in terms.terms { postings.append((number(of: term.key), entry)) }
  }

  private mutating func place(of session: String) -> Int {
    if let place = places[session] { return place }
    places[session] = sessions.count
    sessions.append(session)
    return sessions.count - 1
  }

  private mutating func number(of key: UInt64) -> UInt32 {
    if let number = numbers[key] { return number }
    let number = UInt32(truncatingIfNeeded: keys.count)
    numbers[key] = number
    keys.append(key)
    return number
  }

  /// The file's bytes. `path` is named where it would be too large.
  package func bytes(for path: String) throws(MemoryError) -> [UInt8] {
    guard entries.count < UInt32.max else { throw .tooLarge(path, claims: entries.count) }
    var paths = RecordWriter()
    for session in sessions { paths.text(session) }
    let (terms, lists) = sortedTerms()
    var header = FileHeader()
    header.sessionCount = sessions.count
    header.claimCount = entries.count
    header.termCount = keys.count
    header.entriesAt = FileHeader.size + paths.bytes.count
    header.recordsAt = header.entriesAt + 8 * (entries.count + 1)
    header.termsAt = header.recordsAt + records.bytes.count
    header.postingsAt = header.termsAt + terms.count
    header.length = header.postingsAt + lists.count
    var body = RecordWriter()
    for entry in entries { body.fixed(entry) }
    body.fixed(UInt64(records.bytes.count))
    let rest = paths.bytes + body.bytes + records.bytes + terms + lists
    header.sum = FileSum.of(rest)
    return header.bytes + rest
  }

  /// The terms' table and the postings behind it.
  private func sortedTerms() -> (terms: [UInt8], postings: [UInt8]) {
    var starts = [Int](repeating: 0, count: keys.count + 1)
    for posting in postings { starts[Int(posting.term) + 1] += 1 }
    for at in starts.indices.dropFirst() { starts[at] += starts[at - 1] }
    var next = starts
    var claims = [UInt32](repeating: 0, count: postings.count)
    for posting in postings {
      claims[next[Int(posting.term)]] = posting.claim
      next[Int(posting.term)] += 1
    }
    var table = RecordWriter()
    var lists = RecordWriter()
    for term in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      let own = claims[starts[term]..<starts[term + 1]].prefix(Self.mostPostings)
      table.fixed(keys[term])
      table.fixed(UInt64(lists.bytes.count) << 24 | UInt64(own.count))
      var last: UInt32 = 0
      for claim in own {
        lists.number(Int(claim - last))
        last = claim
      }
    }
    return (table.bytes, lists.bytes)
  }

  /// What three bytes can count.
  private static let mostPostings = 0xFF_FFFF
}
