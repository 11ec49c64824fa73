internal import ClaimModel
internal import Lexicons

/// The chains of a story: reads each sentence's frame, brings the attributions into line with it,
/// and makes hops of it once the speakers are known.
struct ChainReader {
  let story: Story
  let words: ChainWords
  /// Newsrooms of byline and dateline: what "the agency" means where none is named before.
  let carriers: [ChainCarrier]
  /// The newsrooms of each sentence.
  private(set) var mentions = [[OutletMention]]()
  /// By sentence.
  private(set) var frames = [Int: ChainFrame]()
  /// Where a sentence first has words that hide a source's name, outside quotation marks.
  private(set) var hiding = [Int: Range<Int>]()
  /// Newsrooms that a sentence says passed on what the one before it says.
  private(set) var echoes = [Int: [ChainNode]]()

  /// Nil where the language has no words of sourcing.
  init?(story: Story, carriers: [ChainCarrier]) {
    guard let words = story.language.chains else { return nil }
    self.story = story
    self.words = words
    self.carriers = carriers
    let opened = story.tokens.map { $0.kind == .word ? words.openings($0) : 0 }
    let finder = OutletFinder(story: story, words: words, opened: opened)
    mentions.reserveCapacity(story.sentences.count)
    for (index, sentence) in story.sentences.enumerated() {
      let found = finder.mentions(in: sentence.tokens)
      mentions.append(found)
      hiding[index] = Self.hiding(in: sentence.tokens, of: story, words, opened)
      guard
        !found.isEmpty || sentence.tokens.contains(where: { opened[$0] & FrameReader.signs != 0 })
      else { continue }
      let reader = FrameReader(
        story: story, words: words, sentence: sentence.tokens, mentions: found,
        opened: opened)
      if index > 0, let nodes = reader.echo() {
        echoes[index] = nodes
      } else if let frame = reader.frame() {
        frames[index] = frame
      }
    }
  }
}

extension ChainReader {
  private static func hiding(
    in sentence: Range<Int>, of story: Story, _ words: ChainWords, _ opened: [UInt64]
  ) -> Range<Int>? {
    for at in sentence where opened[at] & ChainWords.bits(.hidden) != 0 {
      let length = words.length(.hidden, story.tokens, at: at, end: sentence.upperBound)
      guard length > 0 else { continue }
      let isQuoted = story.quotations(overlapping: at..<at + 1).contains { $0.tokens.contains(at) }
      return isQuoted ? nil : at..<at + length
    }
    return nil
  }
}

/// A newsroom that byline or dateline names.
struct ChainCarrier {
  var name: String
  var span: TextSpan
}

extension FrameReader {
  /// "VietnamNet dẫn lại bài viết này", "Her post was quoted by the Associated Press": newsrooms
  /// that carried what the sentence before says.
  func echo() -> [ChainNode]? {
    if mentions.isEmpty { return nil }
    let part = sentence.lowerBound..<(cut(sentence).first?.upperBound ?? sentence.upperBound)
    let found = mentions(in: part).filter { $0.kind != .medium && !$0.pointsBack }
    guard let mention = found.first, verbOfContent(part) == false else { return nil }
    let end = part.upperBound
    if (part).contains(where: { has(.not, $0, end) > 0 }) { return nil }
    let carry = carrying(mention, part)
    guard let carry else { return nil }
    let others = part.filter { !mention.extent.contains($0) && !carry.contains($0) }
    let pointsBack =
      others.contains { at in
        has(.piece, at, end) > 0 && (isDefinite(at) || words.isVietnamese && pointsBehind(at, end))
      } || mentions(in: part).contains { $0.pointsBack }
    guard pointsBack else { return nil }
    return [ChainNode(range: mention.extent, outlet: mention, tie: carry)]
  }

  private func carrying(_ mention: OutletMention, _ part: Range<Int>) -> Range<Int>? {
    let behind = mention.extent.upperBound
    for at in behind..<min(part.upperBound, behind + 4) {
      if case let length = has(.carry, at, part.upperBound), length > 0 { return at..<at + length }
    }
    let before = part.lowerBound..<mention.extent.lowerBound
    for at in before.reversed().prefix(8) {
      if case let length = has(.carry, at, mention.extent.lowerBound), length > 0 {
        return at..<at + length
      }
    }
    return nil
  }

  private func isDefinite(_ at: Int) -> Bool {
    guard !words.isVietnamese, at > sentence.lowerBound else { return false }
    return (max(sentence.lowerBound, at - 3)..<at).contains {
      tokens[$0].kind == .word
        && (has(.article, $0, at) > 0 && !Self.indefinite.contains(tokens[$0].key.exact)
          || tokens[$0].scalar == 0x27)
    }
  }

  private static let indefinite = keys(["a", "an", "one", "some", "several", "two", "three"])

  private func pointsBehind(_ at: Int, _ end: Int) -> Bool {
    let next = at + has(.piece, at, end)
    if at == sentence.lowerBound { return true }
    return (next..<min(end, next + 3)).contains { has(.pronoun, $0, end) > 0 }
      || (next..<end).contains { at in mentions.contains { $0.pointsBack && $0.extent.contains(at) }
      }
  }

  /// Whether the sentence says something of its own with "that".
  private func verbOfContent(_ part: Range<Int>) -> Bool {
    part.contains {
      has(.that, $0, part.upperBound) > 0 && mention(at: $0) == nil
        && tokens[$0].key.exact != WordKey("là").exact
    }
  }
}
