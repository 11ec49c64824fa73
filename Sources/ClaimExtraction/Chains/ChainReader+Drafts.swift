internal import ClaimModel
internal import Lexicons

/// Attributions brought into line with the frames of their sentences.
extension ChainReader {
  /// An attribution with the frame that it rests on, and the one that it only carries.
  struct Framed {
    var draft: AttributionDraft
    var frame: ChainFrame?
    /// Place of the attribution that this one only carries.
    var inner: Int?
  }

  func framed(_ drafts: [AttributionDraft], sentenceOf: [Int32]) -> [Framed] {
    let drafts = withoutHidingWords(drafts, sentenceOf: sentenceOf)
    let relayed = drafts.map { draft in
      guard let place = draft.cue.first?.lowerBound else { return Framed(draft: draft) }
      return self.relayed(draft, drafts, Int(sentenceOf[place]))
    }
    if frames.isEmpty { return relayed }
    var bySentence = [Int: [Int]]()
    for (index, draft) in drafts.enumerated() {
      guard let place = (draft.cue.first ?? draft.content.first)?.lowerBound else { continue }
      bySentence[Int(sentenceOf[place]), default: []].append(index)
    }
    var all = relayed.map { Optional($0) }
    for (sentence, frame) in frames.sorted(by: { $0.key < $1.key }) {
      apply(frame, of: sentence, to: bySentence[sentence] ?? [], in: &all)
    }
    // Places change where attributions fall away.
    var places = [Int: Int]()
    var kept = [Framed]()
    for (index, one) in all.enumerated() {
      guard let one else { continue }
      places[index] = kept.count
      kept.append(one)
    }
    for index in kept.indices { kept[index].inner = kept[index].inner.flatMap { places[$0] } }
    return kept
  }

  private func apply(
    _ frame: ChainFrame, of sentence: Int, to group: [Int], in all: inout [Framed?]
  ) {
    let tokens = story.sentences[sentence].tokens
    guard let main = main(of: frame, tokens, group, &all) else { return }
    for index in group where index != main {
      guard let draft = all[index]?.draft else { continue }
      switch part(of: draft, in: frame) {
      case .keep: break
      case .drop: all[index] = nil
      case .carries: all[index]?.inner = main
      }
    }
  }

  /// The attribution that the frame is of, brought into line with it or made new.
  private func main(
    of frame: ChainFrame, _ sentence: Range<Int>, _ group: [Int], _ all: inout [Framed?]
  ) -> Int? {
    if goesOn(frame, in: sentence) {
      // What a quotation over several sentences says stays whole.
      if let index = group.first(where: { sharesCue(all[$0]?.draft, frame) }) {
        all[index]?.frame = frame
        return index
      }
      return nil
    }
    let shares = group.map { index in
      let own = (all[index]?.draft.content ?? []).filter { sentence.overlaps($0) }
      return (index, CombinedFinder.overlap(own, [frame.content]))
    }
    let best =
      shares.filter { $0.1 >= 0.55 }.max { $0.1 < $1.1 }
      ?? (frame.isSure ? shares.first { sharesCue(all[$0.0]?.draft, frame) } : nil)
    if let best, var one = all[best.0] {
      let agrees = sharesCue(one.draft, frame) || sharesSource(one.draft, frame)
      if !frame.isSure {
        guard best.1 >= 0.8, agrees else { return nil }
        one.frame = frame
        all[best.0] = one
        return nil
      }
      one.frame = frame
      one.draft = inLine(one.draft, with: frame, share: best.1, sentence: sentence)
      all[best.0] = one
      return best.0
    }
    guard frame.isSure, isSaid(frame) else { return nil }
    let draft = AttributionDraft(
      content: [frame.content], cue: frame.cue.map { [$0] } ?? [],
      source: source(of: frame).map { [$0] } ?? [],
      reasons: [
        Reason(.claim, "the sentence's chain of sources says it", span: story.span(frame.content))
      ])
    all.append(Framed(draft: draft, frame: frame))
    return all.count - 1
  }

  /// Whose cue it is: in "hãng X dẫn lời ông Minh cho hay" that of the one beside it.
  private func source(of frame: ChainFrame) -> Range<Int>? {
    if let first = frame.nodes.first?.range, let cue = frame.cue, first.upperBound == cue.lowerBound
    {
      return withoutRelay(first)
    }
    return (frame.source ?? frame.nodes.first?.range).map(withoutRelay)
  }

  /// "Dẫn nguồn tin quân đội" → "nguồn tin quân đội"
  private func withoutRelay(_ range: Range<Int>) -> Range<Int> {
    guard words.isVietnamese, range.count > 1, let first = range.first,
      Self.relays.contains(story.tokens[first].key.exact)
    else { return range }
    return range.dropFirst()
  }

  private static let relays = Set(["dẫn", "trích"].map { WordKey($0).exact })

  /// Whether its content is part of a quotation over more than one sentence.
  private func goesOn(_ frame: ChainFrame, in sentence: Range<Int>) -> Bool {
    story.quotations(overlapping: frame.content).contains {
      $0.tokens.lowerBound < sentence.lowerBound || $0.tokens.upperBound > sentence.upperBound
    }
  }

  /// Whether a frame that no rule and no tagger finds is one all the same: more than one source, or
  /// words that introduce what is said. "Norland công bố video" says nothing.
  private func isSaid(_ frame: ChainFrame) -> Bool {
    guard let cue = frame.cue else { return true }
    let first = frame.content.lowerBound
    guard first >= cue.upperBound else { return true }
    let before = story.tokens[first - 1]
    if [0x2C, 0x3A, 0x22, 0x201C].contains(before.scalar) { return true }
    if !words.isVietnamese, frame.nodes.count > 1 { return true }
    let known = story.language.cues.phrases.match(
      story.tokens, at: cue.lowerBound, end: cue.upperBound)
    if known?.value == .say { return true }
    // "nói với AFP …"
    let hearers = frame.nodes.dropFirst().compactMap(\.outlet)
    if hearers.contains(where: { (cue.lowerBound..<first).contains($0.extent.lowerBound) }) {
      return true
    }
    let that = words.length(.that, story.tokens, at: first - 1, end: first)
    // "là" alone is "is".
    return that > 0 && cue.upperBound <= first - 1
  }

  private func sharesCue(_ draft: AttributionDraft?, _ frame: ChainFrame) -> Bool {
    guard let draft, let cue = frame.cue else { return false }
    return draft.cue.contains { $0.overlaps(cue) }
  }

  private func sharesSource(_ draft: AttributionDraft, _ frame: ChainFrame) -> Bool {
    let own = frame.nodes.map(\.range) + (frame.source.map { [$0] } ?? [])
    return draft.source.contains { one in own.contains { $0.overlaps(one) } }
  }

  /// The attribution with content and source of the frame where they differ much.
  private func inLine(
    _ draft: AttributionDraft, with frame: ChainFrame, share: Double, sentence: Range<Int>
  ) -> AttributionDraft {
    var draft = draft
    // What goes on in other sentences stays.
    let elsewhere = draft.content.filter { !sentence.overlaps($0) }
    draft.content.removeAll { !sentence.overlaps($0) }
    let low = draft.content.first?.lowerBound ?? 0
    let high = draft.content.last?.upperBound ?? 0
    let isCutAtComma = high < frame.content.upperBound && story.tokens[high].scalar == 0x2C
    let isInside =
      draft.content.allSatisfy {
        frame.content.lowerBound <= $0.lowerBound + 2 && $0.upperBound <= frame.content.upperBound
      } && low >= frame.content.lowerBound - 2
    // "told | the BBC 4 people died"
    let opensWithHearer = frame.nodes.contains {
      $0.outlet.map { $0.kind != .medium && !$0.pointsBack } == true
        && low <= $0.range.lowerBound
        && $0.range.upperBound <= frame.content.lowerBound
    }
    if share < 0.75 && !(isInside && isCutAtComma) || !isInside || opensWithHearer {
      let keepsThat =
        !opensWithHearer && (frame.content.lowerBound - 2..<frame.content.lowerBound).contains(low)
      draft.content = [(keepsThat ? low : frame.content.lowerBound)..<frame.content.upperBound]
    }
    draft.content = (draft.content + elsewhere).sorted { $0.lowerBound < $1.lowerBound }
    let inner = [frame.nodes.first?.range, frame.source].compactMap { $0 }
    let isRight = draft.source.contains { one in inner.contains { $0.overlaps(one) } }
    if !isRight, let source = frame.source ?? frame.nodes.first?.range {
      draft.source = [source]
      if let cue = frame.cue { draft.cue = [cue] }
    } else if let source = relayed(draft, frame) {
      draft.source = [source]
    } else if let source = frame.source, let first = draft.source.first,
      first.lowerBound < source.lowerBound,
      first.upperBound >= source.upperBound,
      frame.nodes.contains(where: {
        $0.outlet != nil && $0.range.overlaps(first.lowerBound..<source.lowerBound)
      })
    {
      // "Phản hồi báo Tiền Phong, Công ty Sao Khuê": the hearer is no source.
      draft.source = [source]
    }
    if let cited = cited(draft, frame) { draft.source = [cited] }
    draft.cue.removeAll { $0.overlaps(frame.content) || draft.source.first?.overlaps($0) == true }
    if draft.cue.isEmpty, let cue = frame.cue { draft.cue = [cue] }
    draft.source.removeAll { one in frame.content.overlaps(one) }
    if draft.source.isEmpty, let source = frame.source { draft.source = [source] }
    draft.source = draft.source.map(withoutRelay)
    return draft
  }

  /// "Đài NHK trích dẫn cảnh sát" names two: the one cited says it.
  private func relayed(_ draft: AttributionDraft, _ frame: ChainFrame) -> Range<Int>? {
    guard let source = draft.source.first, draft.source.count == 1, let inner = frame.nodes.first,
      let tie = inner.tie, source.lowerBound < tie.lowerBound, tie.upperBound <= source.upperBound,
      words.isVietnamese
    else { return nil }
    return inner.range
  }

  /// "Reuters quoted Mayor Tom Reed as saying", "Citing local radio, the Xinhua news agency said":
  /// the one cited says it, and whoever stands beside the cue.
  private func cited(_ draft: AttributionDraft, _ frame: ChainFrame) -> Range<Int>? {
    guard !words.isVietnamese, draft.source.count == 1, let source = draft.source.first,
      let inner = frame.nodes.first, frame.nodes.count > 1
    else { return nil }
    if words.length(.in, story.tokens, at: source.lowerBound, end: source.upperBound) > 0,
      let own = frame.source, !own.overlaps(source)
    {
      return own
    }
    let isOutlet = frame.nodes.dropFirst().contains { node in
      node.outlet.map { $0.extent.overlaps(source) } ?? false
    }
    guard isOutlet, inner.range.lowerBound >= source.upperBound,
      inner.range.upperBound < frame.content.lowerBound,
      words.length(
        .saying, story.tokens, at: inner.range.upperBound, end: frame.content.lowerBound) > 0
    else { return nil }
    return inner.range
  }

  private enum Part { case keep, drop, carries }

  private func part(of draft: AttributionDraft, in frame: ChainFrame) -> Part {
    var shared = 0
    var own = 0
    for range in draft.content {
      shared += range.clamped(to: frame.content).count
      own += range.count
    }
    if shared == 0 { return .carries }
    let isInside = own == shared
    if isInside {
      // "Họ nói rằng họ không thể bình luận": what somebody says that somebody says; but what a
      // quotation holds is one claim.
      let isQuoted = story.quotations(overlapping: frame.content).contains {
        $0.tokens.lowerBound <= frame.content.lowerBound + 1
      }
      let hasOwnCue = draft.cue.contains { $0.overlaps(frame.content) }
      return shared * 2 > frame.content.count && (isQuoted || !hasOwnCue) ? .drop : .keep
    }
    return shared * 10 >= frame.content.count * 8 ? .carries : .drop
  }
}
