package import ClaimModel
internal import Lexicons

extension FactStore {
  /// Names in the words of claims with the number of claims that have each; the most frequent
  /// first.
  ///
  /// A name is a run of capitalised words: "ông Trần Kha đến Bến_Lụa" → Trần Kha, Bến Lụa. Where a
  /// sentence begins any word is capitalised; there a run counts as it stands elsewhere, with its
  /// first word or without it, and one of several words even if it stands nowhere else.
  package func names(in claims: [ClaimID]) -> [(name: String, claims: Int)] {
    var counter = NameCounter()
    for id in claims {
      guard let run = run(of: id.number), claimStands(id.number) else { continue }
      let claim = claim(id.number, run, overlays[id.number] ?? .none)
      var text = articleSlots[run.article].record.article.text
      text.withUTF8 { counter.add(claim.content + claim.source, of: $0) }
    }
    return counter.counted()
  }
}

private struct NameCounter {
  private struct Run {
    var words: [String]
    /// Whether it is capitalised for its place, perhaps.
    var opensSentence: Bool
  }
  /// The runs of each claim.
  private var claims: [[Run]] = []
  /// Keys of runs within sentences.
  private var certain = Set<String>()

  mutating func add(_ spans: [TextSpan], of text: UnsafeBufferPointer<UInt8>) {
    var runs = [Run]()
    for span in spans {
      var scanner = RunScanner(text, span.range.clamped(to: 0..<text.count))
      while let run = scanner.next() {
        runs.append(Run(words: run.words, opensSentence: run.opensSentence))
        if !run.opensSentence { certain.insert(Self.key(run.words[...])) }
      }
    }
    claims.append(runs)
  }

  func counted() -> [(name: String, claims: Int)] {
    var counts = [String: (name: String, claims: Int)]()
    for runs in claims {
      var seen = Set<String>()
      for run in runs {
        guard let words = name(run) else { continue }
        let key = Self.key(words)
        guard seen.insert(key).inserted else { continue }
        counts[key, default: (words.joined(separator: " "), 0)].claims += 1
      }
    }
    return counts.values.sorted { ($1.claims, $0.name) < ($0.claims, $1.name) }
  }

  private func name(_ run: Run) -> ArraySlice<String>? {
    let all = run.words[...]
    if !run.opensSentence || certain.contains(Self.key(all)) { return all }
    if all.count > 1, certain.contains(Self.key(all.dropFirst())) { return all.dropFirst() }
    return all.count > 1 ? all : nil
  }

  private static func key(_ words: ArraySlice<String>) -> String {
    SourceName.key(words.joined(separator: " "))
  }
}

/// Finds runs of capitalised words with nothing but blanks and underscores between them.
private struct RunScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var at: Int
  private var opensSentence = true

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.text = text
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> (words: [String], opensSentence: Bool)? {
    var words = [String]()
    var opens = false
    while at < end {
      let start = at
      let scalar = UTF8Scanning.scalar(text, at: &at, end: end)
      guard WordScalars.isPartOfWord(scalar) else {
        let isBlank = scalar == 0x20 || scalar == 0x5F || LetterTable.mark(scalar) != nil
        if !isBlank, !words.isEmpty {
          at = start
          break
        }
        if !isBlank { opensSentence = opensSentence || Self.endsSentence(scalar) }
        continue
      }
      skipWord()
      guard LetterTable.isCapital(scalar) else {
        opensSentence = false
        if words.isEmpty { continue }
        break
      }
      if words.isEmpty { opens = opensSentence }
      opensSentence = false
      words.append(String(decoding: text[start..<at], as: UTF8.self))
    }
    return words.isEmpty ? nil : (words, opens)
  }

  /// Behind the word whose first letter was read.
  private mutating func skipWord() {
    while at < end {
      var next = at
      let scalar = UTF8Scanning.scalar(text, at: &next, end: end)
      guard WordScalars.isPartOfWord(scalar) || LetterTable.mark(scalar) != nil else { return }
      at = next
    }
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x201C, 0x2018, 0x2026: true
    default: false
    }
  }
}
