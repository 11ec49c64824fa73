package import ClaimModel
internal import Lexicons

/// Counts the claims that have each name, once all of them are known.
struct NameCounter {
  private struct Run {
    var words: [String] = []
    /// The title right before it, where that is capitalised too: "Bà" of "Bà Rịa".
    var title: [String] = []
    /// Whether it is capitalised for its place, perhaps.
    var opensSentence: Bool
    /// Whether its first word is one that often opens a sentence: "Theo", "The".
    var hasOpener = false
  }

  /// The runs of each claim.
  private var claims: [[Run]] = []
  /// Keys of runs within sentences.
  private var certain = Set<String>()
  /// How often each word stands capitalised within a sentence less how often in lower case.
  private var balance = [UInt64: Int]()

  mutating func add(_ spans: [TextSpan], of text: UnsafeBufferPointer<UInt8>) {
    var runs = [Run]()
    for span in spans {
      var words = [ScannedWord]()
      WordScan.forEach(text, in: span.range.clamped(to: 0..<text.count)) { words.append($0) }
      runs += self.runs(in: words, text)
    }
    claims.append(runs)
  }

  private mutating func runs(
    in words: [ScannedWord], _ text: UnsafeBufferPointer<UInt8>
  ) -> [Run] {
    var runs = [Run]()
    var at = 0
    while at < words.count {
      guard words[at].isCapitalised else {
        balance[words[at].exact, default: 0] -= 1
        at += 1
        continue
      }
      let titles = NameTitles.shared.count(from: at, in: words)
      let title = at..<at + titles
      at += titles
      var end = at
      while end < words.count, words[end].isCapitalised,
        end == title.lowerBound || !words[end].followsPunctuation
      {
        end += 1
      }
      guard end > at else { continue }
      let run = run(at..<end, behind: title, of: words, text)
      runs.append(run)
      if !run.opensSentence, run.title.isEmpty { note(run, words[at..<end]) }
      at = end
    }
    return runs
  }

  private func run(
    _ range: Range<Int>, behind title: Range<Int>, of words: [ScannedWord],
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Run {
    func strings(_ range: Range<Int>) -> [String] {
      words[range].map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) }
    }
    let isName = words[title].allSatisfy(\.isCapitalised)
    let first = words[range.lowerBound]
    return Run(
      words: strings(range), title: isName ? strings(title) : [],
      opensSentence: title.isEmpty && first.opensSentence,
      hasOpener: StopWords.shared.contains(first.exact))
  }

  private mutating func note(_ run: Run, _ words: ArraySlice<ScannedWord>) {
    certain.insert(Self.key(run.words[...]))
    for word in words { balance[word.exact, default: 0] += 1 }
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
    let titled = run.title + run.words
    if !run.title.isEmpty, !certain.contains(Self.key(all)), certain.contains(Self.key(titled[...]))
    {
      return titled[...]
    }
    guard run.opensSentence else { return all }
    if certain.contains(Self.key(all)) { return all.count > 1 || isName(all) ? all : nil }
    if all.count > 1, run.hasOpener || certain.contains(Self.key(all.dropFirst())) {
      return all.dropFirst()
    }
    return all.count > 1 ? all : nil
  }

  /// Whether one word is capitalised within sentences at least as often as it is not.
  private func isName(_ word: ArraySlice<String>) -> Bool {
    word.allSatisfy { balance[WordKey($0).exact, default: 0] >= 0 }
  }

  private static func key(_ words: ArraySlice<String>) -> String {
    SourceName.key(words.joined(separator: " "))
  }
}

extension FactStore {
  /// Names in the words of claims with the number of claims that have each; the most frequent
  /// first.
  ///
  /// A name is a run of capitalised words: "ông Trần Kha đến Bến_Lụa" → Trần Kha, Bến Lụa; titles
  /// before it are no part of it. Where a sentence begins any word is capitalised; there a run
  /// counts as it stands elsewhere, with its first word or without it, and one of several words
  /// even if it stands nowhere else.
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
