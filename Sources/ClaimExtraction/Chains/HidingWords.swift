internal import ClaimModel
internal import Lexicons

/// Attributions around words that hide a source's name, which taggers take for what is said.
///
/// "An officer who asked not to be named said 3 died" → "3 died" by "An officer"; "Một quan chức
/// đề nghị giấu tên nói 3 người chết" → "3 người chết" by "Một quan chức".
extension ChainReader {
  func withoutHidingWords(
    _ drafts: [AttributionDraft], sentenceOf: [Int32]
  ) -> [AttributionDraft] {
    guard !hiding.isEmpty else { return drafts }
    var bySentence = [Int: [Int]]()
    for (index, draft) in drafts.enumerated() {
      guard let place = (draft.cue.first ?? draft.content.first)?.lowerBound else { continue }
      bySentence[Int(sentenceOf[place]), default: []].append(index)
    }
    var all = drafts.map { Optional($0) }
    for (sentence, place) in hiding.sorted(by: { $0.key < $1.key }) {
      settle(place, in: story.sentences[sentence].tokens, bySentence[sentence] ?? [], &all)
    }
    return all.compactMap { $0 }
  }

  private func settle(
    _ place: Range<Int>, in sentence: Range<Int>, _ group: [Int], _ all: inout [AttributionDraft?]
  ) {
    guard let asking = group.first(where: { asks(all[$0], place) }), let asked = all[asking],
      let cue = verb(behind: place.upperBound, in: sentence),
      let subject = subject(of: asked, before: place.lowerBound, in: sentence)
    else { return }
    if let told = group.first(where: { index in
      index != asking && all[index]?.cue.contains { $0.overlaps(cue) } == true
    }) {
      let own = all[told]?.source.first
      if own.map({ $0.lowerBound > subject.upperBound }) ?? true { all[told]?.source = [subject] }
      all[asking] = nil
      return
    }
    let end = story.withoutFinalStop(sentence).upperBound
    let start = cue.upperBound + words.length(.that, story.tokens, at: cue.upperBound, end: end)
    guard start + 1 < end else { return }
    var draft = asked
    draft.content = [start..<end]
    draft.cue = [cue]
    draft.source = [subject]
    all[asking] = draft
  }

  /// Whether what an attribution says are the words that hide: "asked | not to be named …".
  private func asks(_ draft: AttributionDraft?, _ place: Range<Int>) -> Bool {
    guard let draft, let content = draft.content.first, let cue = draft.cue.first else {
      return false
    }
    return cue.lowerBound < content.lowerBound && place.contains(content.lowerBound)
  }

  /// The verb of the main clause, which the clause about the source stands before.
  private func verb(behind start: Int, in sentence: Range<Int>) -> Range<Int>? {
    let tokens = story.tokens
    for at in start..<min(sentence.upperBound, start + 28) where tokens[at].shape == .lower {
      let length = saying(at: at, sentence.upperBound)
      if length > 0, !isOfClause(at) { return at..<at + length }
    }
    return nil
  }

  /// "because he said", "not authorised to speak", "vì không được nói": no main verb.
  func isOfClause(_ at: Int) -> Bool {
    let before = story.tokens[at - 1].key.exact
    return Self.clausal.contains(before)
  }

  private static let clausal = keys([
    "to", "he", "she", "they", "it", "who", "not", "have", "has", "had", "be", "được", "phép",
    "không", "dám", "để", "ông", "bà", "anh", "chị", "họ", "sợ",
  ])

  /// "An officer" of "An officer, who asked …"; a source that is named itself stays.
  private func subject(
    of asked: AttributionDraft, before place: Int, in sentence: Range<Int>
  ) -> Range<Int>? {
    let tokens = story.tokens
    guard let source = asked.source.first else { return nil }
    guard words.length(.relative, tokens, at: source.lowerBound, end: source.upperBound) > 0,
      !words.isVietnamese
    else { return source.upperBound <= place ? source : nil }
    var end = source.lowerBound
    if end > sentence.lowerBound, tokens[end - 1].scalar == 0x2C { end -= 1 }
    let start =
      (sentence.lowerBound..<end).last { tokens[$0].kind == .punctuation }.map { $0 + 1 }
      ?? sentence.lowerBound
    return start < end && end - start <= 12 ? start..<end : nil
  }
}
