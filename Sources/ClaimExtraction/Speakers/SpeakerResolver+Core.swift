internal import ClaimModel
internal import Lexicons

/// What of a source names somebody, and nouns that stand for one named before.
extension SpeakerResolver {
  /// A source without its apposition: "Tập đoàn Hải Long, đơn vị vận hành cảng" → "Tập đoàn
  /// Hải Long"; "its director, Pham Quang Lam" → "Pham Quang Lam". Lists stay whole.
  func core(_ source: Range<Int>) -> Range<Int> {
    guard let comma = source.first(where: { story.tokens[$0].scalar == 0x2C }),
      comma > source.lowerBound, comma + 1 < source.upperBound, !isList(source)
    else { return source }
    let head = source.lowerBound..<comma
    let tail = comma + 1..<source.upperBound
    let name = tail.prefix { story.tokens[$0].shape != .lower && story.tokens[$0].kind == .word }
    if story.tokens[head.lowerBound].shape == .lower, name.count >= 2, name.count == tail.count {
      return tail
    }
    return story.tokens[head.lowerBound].shape == .lower ? source : head
  }

  /// "A, B và C", "A, B and C": more than one.
  private func isList(_ source: Range<Int>) -> Bool { conjunction(in: source) != nil }

  /// The last "and" of a source.
  func conjunction(in source: Range<Int>) -> Int? {
    source.last { Self.andWords.contains(story.tokens[$0].key.exact) }
  }

  private static let andWords = Set(["và", "cùng", "and", "&"].map { WordKey($0).exact })

  /// "…, according to Pham Quang Lam, who added": the name right before.
  func relative(_ source: Range<Int>) -> Resolved? {
    guard source.count == 1,
      lexicon.customs.relatives.contains(story.tokens[source.lowerBound].key.exact),
      let mention = lastMention(before: source.lowerBound, where: { _ in true }),
      sentenceOf[mention.tokens.lowerBound] == sentenceOf[source.lowerBound]
    else { return nil }
    var found = named(mention, source)
    found.speaker.reason = "the one that \"\(text(source))\" goes back to"
    return found
  }

  /// "tập đoàn", "the company": a noun alone, in small letters, for the last one of its kind.
  func bareOffice(_ source: Range<Int>) -> Resolved? {
    guard source.count <= 4,
      source.allSatisfy({ story.tokens[$0].shape == .lower }) || opensSentence(source)
    else { return nil }
    var start = source.lowerBound
    if !lexicon.customs.articles.isEmpty {
      guard lexicon.customs.articles.contains(story.tokens[start].key.exact), source.count > 1
      else {
        return nil
      }
      start += 1
    }
    guard
      let (kind, end) = lexicon.nouns.match(
        at: start, in: story.tokens, limit: source.upperBound),
      end == source.upperBound, kind == .organisation || kind == .government || kind == .outlet
    else { return nil }
    let key = story.tokens[end - 1].key.exact
    let found =
      recent.first { resolved in
        resolved.tokens.count > end - start
          && resolved.tokens.contains { story.tokens[$0].key.exact == key }
      }
      ?? recent.first { $0.speaker.kind == kind && isProper($0.tokens) }
    guard var found else { return nil }
    found.speaker.reason = "the \(kind.rawValue) quoted before"
    return found
  }

  private func isProper(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { story.tokens[$0].shape != .lower }
  }

  /// A capital that the sentence's start alone explains.
  private func opensSentence(_ source: Range<Int>) -> Bool {
    let sentence = Int(sentenceOf[source.lowerBound])
    return sentence < story.sentences.count
      && story.sentences[sentence].tokens.lowerBound == source.lowerBound
      && source.dropFirst().allSatisfy { story.tokens[$0].shape == .lower }
  }
}
