package import ClaimModel
internal import Lexicons

/// A place where a story names a source.
package struct SourceMention: Sendable, Hashable {
  package var article: ArticleID
  /// In UTF-8 bytes of the article's text.
  package var span: TextSpan
  /// The claim whose source stands there; nil for a mention beside the claims.
  package var claim: ClaimID?
}

extension FactStore {
  /// Every mention of a source in the stories that stand: by each of its names, and by what stands
  /// for it where a claim says who spoke ("cơ quan này"). In order of the stories.
  package func mentions(of source: SourceRecord) -> [SourceMention] {
    guard let place = registry.place(exactly: source.name) else { return [] }
    let names = source.source.names.compactMap { NamePattern($0) }
    let said = Evaluator(self).said(by: place)
    let spoken = Set(said.numbers.compactMap { run(of: $0)?.article })
    let places = stories(withAny: names.map(\.words)).union(spoken)
    return places.sorted().compactMap(standingStory).flatMap { record in
      var found = spoken.contains(record.id.number - 1) ? self.spoken(in: record, said) : []
      for span in NamePattern.places(names, in: record.article.text)
      where !found.contains(where: { $0.span.start < span.end && span.start < $0.span.end }) {
        found.append(SourceMention(article: record.id, span: span))
      }
      return found.sorted { $0.span < $1.span }
    }
  }

  /// Places of the stories that may have the words of one of the patterns.
  private func stories(withAny patterns: [TextPattern]) -> Set<Int> {
    claimWords.reduce(into: Set(revisedStories.map { $0.id.number - 1 })) { places, words in
      for pattern in patterns {
        for story in words.stories.stories(with: pattern) {
          places.insert(words.firstStory + Int(story))
        }
      }
    }
  }

  /// The spans that name the source of claims it said.
  private func spoken(in record: ArticleRecord, _ said: ClaimSet) -> [SourceMention] {
    claims(in: record.id).filter { said.contains($0.number) }.flatMap { id -> [SourceMention] in
      guard let claim = claim(id) else { return [] }
      let told = isListed(id.number) ? id : carried(by: claim) ?? id
      return claim.claim.source.map { SourceMention(article: record.id, span: $0, claim: told) }
    }
  }
}

extension Evaluator {
  /// Standing claims that the source at a place of the registry said.
  fileprivate func said(by place: Int) -> ClaimSet {
    let matches = store.registry.states.indices.map { store.registry.standing($0) == place }
    var found = attributed(.saidBy, to: matches)
    found.formIntersection(standing)
    return found
  }
}

/// A name to find in running text: "An" is none of the words "an" and "ân".
private struct NamePattern {
  let words: TextPattern
  private let isCapital: Bool

  init?(_ name: String) {
    guard let words = TextPattern(exactly: name), let first = name.unicodeScalars.first else {
      return nil
    }
    self.words = words
    isCapital = LetterTable.isCapital(first.value)
  }

  static func places(_ names: [NamePattern], in text: String) -> [TextSpan] {
    var text = text
    return text.withUTF8 { bytes in
      let words = MappedWords(bytes, in: 0..<bytes.count, .exact)
      var spans = [TextSpan]()
      for name in names {
        spans += words.places(of: name.words).filter { name.fits(bytes, at: $0.start) }
      }
      return longest(spans)
    }
  }

  private func fits(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var at = start
    return !isCapital
      || LetterTable.isCapital(UTF8Scanning.scalar(bytes, at: &at, end: bytes.count))
  }

  /// Of names within each other the longest: "hãng tin AFP" and not "AFP" once more.
  private static func longest(_ spans: [TextSpan]) -> [TextSpan] {
    var kept = [TextSpan]()
    for span in spans.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
    where span.end > kept.last?.end ?? -1 {
      kept.append(span)
    }
    return kept
  }
}
