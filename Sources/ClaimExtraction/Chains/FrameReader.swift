internal import ClaimModel
internal import Lexicons

/// Reads how a sentence says where its fact comes from, where newsrooms, cited sources or words of
/// anonymity stand in it. The rest is left to rules and taggers.
struct FrameReader {
  let story: Story
  let words: ChainWords
  let sentence: Range<Int>
  /// The newsrooms and media of the sentence.
  let mentions: [OutletMention]
  let quotations: [Quotation]

  var tokens: [Token] { story.tokens }

  /// The classes that each token of the story opens.
  private let opened: [UInt64]

  init(
    story: Story, words: ChainWords, sentence: Range<Int>, mentions: [OutletMention],
    opened: [UInt64]
  ) {
    self.story = story
    self.opened = opened
    self.words = words
    self.sentence = sentence
    quotations = Array(story.quotations(overlapping: sentence))
    let inner = quotations
    // What somebody says within quotation marks is no chain of the story's.
    self.mentions = mentions.filter { mention in
      !inner.contains {
        $0.tokens.contains(mention.name.lowerBound) && $0.tokens.count > mention.name.count + 2
      }
    }
  }

  // MARK: Looking at words

  /// Most words open no phrase of a class, which their bits tell at once.
  @inline(__always)
  func has(_ kind: ChainWords.Class, _ at: Int, _ end: Int) -> Int {
    guard at < end, opened[at] & ChainWords.bits(kind) != 0 else { return 0 }
    return words.length(kind, tokens, at: at, end: end)
  }

  func isComma(_ at: Int) -> Bool { tokens[at].scalar == 0x2C }

  func isQuoted(_ at: Int) -> Bool { quotations.contains { $0.tokens.contains(at) } }

  func mention(at: Int) -> OutletMention? { mentions.first { $0.extent.contains(at) } }

  func mentions(in range: Range<Int>) -> [OutletMention] {
    mentions.filter {
      $0.extent.lowerBound >= range.lowerBound && $0.extent.upperBound <= range.upperBound
    }
  }

  /// The first verb in a range that gives a fact, outside names, quotation marks and clauses
  /// about a source.
  func verb(in range: Range<Int>) -> Range<Int>? { verbs(in: range).first }

  func verbs(in range: Range<Int>) -> [Range<Int>] {
    var found = [Range<Int>]()
    var at = range.lowerBound
    while at < range.upperBound {
      if let mention = mention(at: at) {
        at = max(at + 1, mention.extent.upperBound)
        continue
      }
      if tokens[at].kind != .word || opened[at] & Self.verbal == 0 || isQuoted(at) {
        at += 1
        continue
      }
      if case let skip = has(.none, at, range.upperBound), skip > has(.say, at, range.upperBound) {
        at += skip
        continue
      }
      if case let skip = has(.hidden, at, range.upperBound), skip > 0 {
        at += skip
        continue
      }
      let quoted = has(.in, at, range.upperBound)
      let length = max(
        has(.say, at, range.upperBound), has(.saying, at, range.upperBound),
        has(.told, at, range.upperBound))
      if length > 0, length >= quoted, isVerb(at..<at + length, from: range.lowerBound) {
        found.append(at..<at + length)
        at += length
      } else {
        at += max(1, quoted)
      }
    }
    return found
  }

  private static let verbal = ChainWords.bits(.none, .hidden, .in, .say, .saying, .told)

  /// Whether a word of saying is a verb here: not "lời nói", not a name, not "đưa tin về".
  private func isVerb(_ range: Range<Int>, from start: Int) -> Bool {
    let at = range.lowerBound
    guard tokens[at].shape == .lower || at == sentence.lowerBound && at > start else {
      return false
    }
    if words.isVietnamese {
      if range.upperBound < sentence.upperBound,
        Self.aboutWords.contains(tokens[range.upperBound].key.exact)
      {
        return false
      }
      // "cho AFP biết": only with a newsroom in between.
      if range.count == 1, tokens[at].key.exact == Self.give {
        guard let mention = mention(at: at + 1), mention.extent.lowerBound == at + 1 else {
          return false
        }
        return true
      }
      if at > start, has(.passive, at - 1, at) > 0,
        !mentions.contains(where: { $0.extent.upperBound < at && $0.extent.upperBound > at - 5 })
      {
        return false
      }
      let before = story.language.grammar.classes(tokens, endingAt: at, from: start).value
      if before.contains(.noun), !before.contains(.aspect), has(.say, at, range.upperBound) == 1,
        mention(at: at - 1) == nil
      {
        return false
      }
      return true
    }
    if at > start, Self.toWords.contains(tokens[at - 1].key.exact) { return false }
    return true
  }

  static let aboutWords = keys(["về", "lên", "chuyện", "tới", "đến", "xấu"])
  private static let toWords = keys([
    "to", "the", "a", "of", "was", "is", "been", "be", "were", "are",
  ])
  static let give = WordKey("cho").exact

  // MARK: The frame

  /// Whether anything stands here that rules and taggers do not read.
  private var hasSigns: Bool {
    if !mentions.isEmpty { return true }
    for at in sentence
    where opened[at] & Self.signs != 0 {
      if has(.hidden, at, sentence.upperBound) > 0 || has(.saying, at, sentence.upperBound) > 1 {
        return true
      }
      if words.isVietnamese, has(.in, at, sentence.upperBound) > 1 { return true }
      // "Police said, citing witnesses, that …"
      if !words.isVietnamese, at > sentence.lowerBound, isComma(at - 1),
        Self.citing.contains(tokens[at].key.exact)
      {
        return true
      }
    }
    return false
  }

  /// Classes of which a word stands in every sentence with a frame but no newsroom.
  static let signs = ChainWords.bits(.hidden, .saying, .in)

  static let citing = keys(["citing", "quoting"])

  /// Nil where nothing certain can be said.
  func frame() -> ChainFrame? {
    guard hasSigns else { return nil }
    var end = story.withoutFinalStop(sentence).upperBound
    var outer = [ChainNode]()
    if let (node, start) = bracket(before: end) {
      outer = [node]
      end = story.withoutFinalStop(sentence.lowerBound..<start).upperBound
    }
    if isNegated(sentence.lowerBound..<end) { return nil }
    let (contentEnd, posts) = postParts(sentence.lowerBound..<end)
    guard let pre = preface(sentence.lowerBound..<contentEnd, hasPosts: !posts.isEmpty) else {
      return nil
    }
    var nodes = pre.nodes
    var (cue, source) = (pre.cue, pre.source)
    add(posts, to: &nodes, &cue, &source)
    nodes += outer
    guard !nodes.isEmpty, nodes.contains(where: { $0.outlet != nil }) || nodes.count > 1 || hidden
    else { return nil }
    let content = trimmed(pre.contentStart..<contentEnd)
    guard content.count >= 2, isBalanced(content) else { return nil }
    var frame = ChainFrame(content: content, nodes: nodes, cue: cue, source: source)
    frame.isSure = isSure(frame, hasBracket: !outer.isEmpty)
    return frame
  }

  private var hidden: Bool {
    sentence.contains { has(.hidden, $0, sentence.upperBound) > 0 }
  }

  /// "AFP could not confirm the claim": no hop.
  private func isNegated(_ range: Range<Int>) -> Bool {
    guard let first = mentions.first(where: { $0.kind != .medium }),
      first.extent.upperBound < range.upperBound
    else { return false }
    let isSubject = first.extent.lowerBound - range.lowerBound <= 1
    guard isSubject else { return false }
    return has(.not, first.extent.upperBound, range.upperBound) > 0
  }

  /// "(AFP)", "(theo BBC)" at the end: outermost.
  private func bracket(before end: Int) -> (ChainNode, Int)? {
    guard end - sentence.lowerBound > 4, tokens[end - 1].scalar == 0x29,
      let open = (max(sentence.lowerBound, end - 12)..<end - 1).last(where: {
        tokens[$0].scalar == 0x28
      }),
      let mention = mentions(in: open..<end).first, mention.kind != .medium
    else { return nil }
    let inside = open + 1..<end - 1
    let lead = has(.according, inside.lowerBound, inside.upperBound)
    let via = lead == 0 && mention.extent.lowerBound - inside.lowerBound == 1 ? 1 : 0
    guard mention.extent.lowerBound == inside.lowerBound + lead + via,
      mention.extent.upperBound == inside.upperBound
    else { return nil }
    return (ChainNode(range: mention.extent, outlet: mention, tie: open..<end), open)
  }

  /// Without commas and joining words at the ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isComma(low) || tokens[low].scalar == 0x3A { low += 1 }
    while high > low, isComma(high - 1) && !isQuoted(high - 1) { high -= 1 }
    return low..<high
  }
}
