internal import ClaimModel
internal import Lexicons

/// Sources without a person's name: offices, documents, anonymous people.
extension SpeakerResolver {
  /// "thông cáo của Bộ Y tế" → "Bộ Y tế"; a bare "thông cáo" → whose office spoke last.
  func document(_ source: Range<Int>, _ index: Int) -> Resolved? {
    guard
      let (kind, end) = lexicon.nouns.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      kind == .document
    else { return nil }
    if let owner = owner(in: end..<source.upperBound) {
      if let mention = names.mention(within: owner), mention.isPerson,
        mention.descriptor.isEmpty || mention.descriptor.lowerBound <= owner.lowerBound
      {
        return named(mention, source)
      }
      if let before = sameAsBefore(owner, index) ?? bareOffice(owner) { return before }
      return Resolved(
        speaker: Speaker(
          name: text(owner), kind: self.kind(of: owner), reason: "issued the document"),
        tokens: owner)
    }
    guard end == source.upperBound else { return nil }
    let office = recent.first { candidate in
      candidate.speaker.kind == .government || candidate.speaker.kind == .organisation
    }
    guard var office else { return nil }
    office.speaker.reason = "a document of the office quoted before"
    return office
  }

  /// What stands behind "của", "từ", "of", "from" or "by".
  private func owner(in range: Range<Int>) -> Range<Int>? {
    guard let of = range.first(where: { Self.ofWords.contains(story.tokens[$0].key.exact) }),
      of + 1 < range.upperBound, of - range.lowerBound < 5
    else { return nil }
    let owner = of + 1..<range.upperBound
    return story.tokens[owner.lowerBound].kind == .word ? owner : nil
  }

  private static let ofWords = Set(
    ["của", "từ", "do", "of", "from", "by"].map { WordKey($0).exact })

  /// "Nguồn tin" → "nguồn tin từ cuộc điều tra …", "NST" → "New Strand Times (NST)": a source
  /// quoted before that opens with these words, or bears them in brackets.
  func sameAsBefore(_ source: Range<Int>, _ index: Int) -> Resolved? {
    if isIndefinite(source) { return nil }
    for at in stride(from: index - 1, through: max(0, index - 64), by: -1) {
      guard let before = resolved[at], before.speaker.kind != .person || !isNamed(before),
        let other = drafts[at].source.first, other.count >= source.count,
        opens(other, with: source) || bears(other, inBrackets: source)
      else { continue }
      guard text(other).utf8.count > text(source).utf8.count else { continue }
      var found = before
      found.speaker.reason = "in full, \(place(other.lowerBound))"
      return found
    }
    return nil
  }

  private func isNamed(_ resolved: Resolved) -> Bool { resolved.descriptor != nil }

  private func opens(_ other: Range<Int>, with source: Range<Int>) -> Bool {
    // "một tài xế" is the same as "tài xế" later on.
    var start = other.lowerBound
    if let (reference, end) = lexicon.references.match(
      at: start, in: story.tokens, limit: other.upperBound),
      reference == .indefinite || reference == .plural,
      end < other.upperBound
    {
      start = end
    }
    guard other.upperBound - start >= source.count else { return false }
    return zip(start..<other.upperBound, source).allSatisfy {
      story.tokens[$0].key == story.tokens[$1].key
    }
  }

  private func bears(_ other: Range<Int>, inBrackets source: Range<Int>) -> Bool {
    guard source.count == 1, other.count >= 3 else { return false }
    return other.dropFirst().dropLast().contains { at in
      story.tokens[at].key == story.tokens[source.lowerBound].key
        && story.tokens[at - 1].scalar == 0x28 && story.tokens[at + 1].scalar == 0x29
    }
  }

  func asDescribed(_ source: Range<Int>) -> Resolved {
    let kind = kind(of: source)
    let reason = isIndefinite(source) ? "not named" : "as it stands"
    return Resolved(
      speaker: Speaker(name: text(trimmed(source)), kind: kind, reason: reason), tokens: source,
      isPlural: isPlural(source))
  }

  /// Without punctuation at its ends.
  private func trimmed(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while range.count > 1, isEdge(story.tokens[range.upperBound - 1], 0x29),
      !closesInside(range)
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    while range.count > 1, isEdge(story.tokens[range.lowerBound], 0x28) {
      range = range.lowerBound + 1..<range.upperBound
    }
    return range
  }

  /// Whether its last token is a quotation mark that closes what opens in its midst: `hãng phim
  /// "Sông Trăng"`.
  private func closesInside(_ range: Range<Int>) -> Bool {
    let inner = range.dropFirst().dropLast()
    switch story.tokens[range.upperBound - 1].scalar {
    case 0x22: return inner.count { story.tokens[$0].scalar == 0x22 } % 2 == 1
    case 0x201D: return inner.contains { story.tokens[$0].scalar == 0x201C }
    default: return false
    }
  }

  private func isEdge(_ token: Token, _ bracket: UInt32) -> Bool {
    token.kind == .punctuation && token.scalar != bracket && token.scalar != 0x25
  }

  /// What a source is, by the first of its words that tells.
  func kind(of source: Range<Int>) -> SourceKind {
    var at = source.lowerBound
    while at < source.upperBound {
      let limit = source.upperBound
      if lexicon.titles.match(at: at, in: story.tokens, limit: limit) != nil { return .person }
      if let (kind, _) = lexicon.nouns.match(at: at, in: story.tokens, limit: limit) { return kind }
      if story.tokens[at].shape != .lower,
        lexicon.places.match(at: at, in: story.tokens, limit: limit) != nil
      {
        return .government
      }
      at += 1
    }
    return source.count == 1 && story.tokens[source.lowerBound].shape == .upper
      ? .organisation : .unknown
  }
}
