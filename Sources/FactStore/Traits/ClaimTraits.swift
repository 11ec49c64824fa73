internal import ClaimModel
internal import Lexicons

/// What a claim can be recognised by in other words and in the other language.
struct ClaimTraits: Sendable {
  /// A name as it stands in the text.
  struct Name: Sendable, Hashable {
    var key: UInt64
    var span: TextSpan
  }

  var language: ArticleLanguage
  /// Hashes of what its words say, sorted, each once: pairs of syllables in Vietnamese, stems
  /// in English; names, numbers and function words are left out.
  var terms: [UInt64]
  /// Names in its content and source, each key once; alike in both languages.
  var names: [Name]
  var figures: [Figure]
  /// As the text gives them: "2024-03-12", "--03-12", "2019".
  var dates: [String]
  var scope = Scope()

  init(_ claim: Claim, language: ArticleLanguage, text bytes: UnsafeBufferPointer<UInt8>) {
    self.language = language
    let words = Self.words(claim.content, bytes)
    terms = Terms.of(words, language, bytes)
    names = NameKeys.shared.names(in: Self.words(claim.source, bytes) + words, bytes)
    let places = Self.places(claim, words)
    figures = Self.figures(claim, places, words, bytes)
    if !figures.isEmpty {
      scope = FigureParts.shared.scope(zip(places, claim.quantities).map { ($0, $1.value) }, words)
    }
    dates = claim.dates.map(\.iso)
  }

  private static func words(
    _ spans: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ScannedWord] {
    var words = [ScannedWord]()
    for span in spans {
      let range = span.range.clamped(to: 0..<bytes.count)
      WordScan.forEach(bytes, in: range) { words.append($0) }
    }
    return words
  }

  /// The words of each quantity.
  private static func places(_ claim: Claim, _ words: [ScannedWord]) -> [Range<Int>] {
    claim.quantities.map { quantity in
      let first = words.firstIndex { $0.end > quantity.span.start } ?? words.count
      let last = words.lastIndex { $0.start < quantity.span.end } ?? first
      return first..<max(first, last + 1)
    }
  }

  private static func figures(
    _ claim: Claim, _ places: [Range<Int>], _ words: [ScannedWord],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Figure] {
    guard !claim.quantities.isEmpty else { return [] }
    let mentions = FigureKinds.shared.mentions(in: words)
    return claim.quantities.enumerated().map { place, quantity in
      let kind = nearestKind(to: place, places, mentions, words)
      let unit = UnitNames.shared.unit(quantity.unit)
      var figure = Figure(quantity, place: place, unit: unit, kind: kind)
      figure.share = FigureParts.shared.share(of: place, in: places, words, bytes)
      return figure
    }
  }

  /// The kind whose words stand nearest to a number, at most eight words away, with no other
  /// number and no end of sentence between: "14 người chết, 40 bị thương".
  private static func nearestKind(
    to place: Int, _ places: [Range<Int>], _ mentions: [(kind: FigureKind, words: Range<Int>)],
    _ words: [ScannedWord]
  ) -> FigureKind? {
    let own = places[place]
    var best: (distance: Int, kind: FigureKind)?
    for mention in mentions {
      let isBehind = mention.words.lowerBound >= own.upperBound
      let between =
        isBehind
        ? own.upperBound..<mention.words.lowerBound
        : min(mention.words.upperBound, own.lowerBound)..<own.lowerBound
      let isBlocked = places.indices.contains { $0 != place && places[$0].overlaps(between) }
      guard !isBlocked, between.count <= 8 else { continue }
      let next = isBehind ? mention.words.lowerBound : own.lowerBound
      let crossed = (between.lowerBound..<min(next + 1, words.count)).filter { at in
        at > 0 && words[at].followsPunctuation
      }
      guard !crossed.contains(where: { words[$0].opensSentence }) else { continue }
      let distance = steps(words[between]) + 2 * crossed.count
      if best.map({ distance < $0.distance || (distance == $0.distance && isBehind) }) ?? true {
        best = (distance, mention.kind)
      }
    }
    return best?.kind
  }

  /// How far words part a number from its kind: "were", "had been" do not, "and" does as two do.
  private static func steps(_ words: ArraySlice<ScannedWord>) -> Int {
    words.reduce(0) { sum, word in
      if conjunctions.contains(word.exact) { return sum + 2 }
      return StopWords.shared.contains(word.exact) ? sum : sum + 1
    }
  }

  private static let conjunctions = Set(["and", "while", "và", "còn"].map { WordKey($0).exact })
}
