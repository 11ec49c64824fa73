internal import ClaimModel
internal import Lexicons

/// Sources that begin before the clause of their cue, brought to the one who speaks in it.
///
/// `[Quyết định được đưa ra sau] khi báo Lào | đưa tin` → "báo Lào"; `[Bà liệt kê việc đã làm,
/// rồi] | thừa nhận` → "Bà"; `[Lào công bố video] | cho thấy` → "video"; `[Hale, who runs the mill,]
/// | said` → "Hale"
struct InnerSubjects {
  let story: Story
  private let titles: SpeakerLexicon
  private let grammar: GrammarWords

  private static let comma: UInt32 = 0x2C
  private static let when = WordKey("khi").exact
  private static let beside = keys(["sau", "trước"])
  private static let shows = WordKey("thấy").exact
  private static let gives = WordKey("cho").exact
  private static let both = WordKey("cả").exact
  /// Tokens between a picture and the verb that says what it shows.
  private static let longestPicture = 16

  init(story: Story) {
    self.story = story
    titles = story.language.titles
    grammar = story.language.grammar
  }

  func mended(_ draft: AttributionDraft) -> AttributionDraft {
    guard !draft.isCertain, draft.source.count == 1, draft.cue.count == 1,
      let source = draft.source.first, let cue = draft.cue.first
    else { return draft }
    guard titles.customs.familyNameStandsFirst else {
      return isToldOf(source, cue)
        ? toldOf(source, cue, draft) : draft.with(source: [withoutRelative(source)])
    }
    guard source.upperBound <= cue.lowerBound else { return draft }
    let taken = draft.content
    let found = picture(source, cue) ?? behindWhen(source, cue) ?? pronounAlone(source)
    guard let found, !taken.contains(where: { $0.overlaps(found) }) else { return draft }
    return draft.with(source: [found])
  }

  /// "Hale, who directs planning" → "Hale", but not "a guard, who gave her name as Reed".
  private func withoutRelative(_ source: Range<Int>) -> Range<Int> {
    let comma = source.dropFirst().first { at in
      story.tokens[at].scalar == Self.comma && at + 2 < source.upperBound
        && titles.words.relatives.contains(story.tokens[at + 1].key.exact)
        && story.tokens[at + 1].shape == .lower
    }
    guard let comma else { return source }
    let name = (comma..<source.upperBound).reversed().prefix { story.tokens[$0].isCapitalised }
    let isNaming =
      name.last.map { titles.words.namings.contains(story.tokens[$0 - 1].key.exact) } ?? false
    return isNaming ? source : source.lowerBound..<comma
  }

  /// Whether a passive is said of what stands before it: `[The army] | was also accused | of it`
  private func isToldOf(_ source: Range<Int>, _ cue: Range<Int>) -> Bool {
    let words = ClauseWords.of(story.language.code)
    guard cue.count > 1, source.upperBound <= cue.lowerBound, let last = cue.last,
      words.has(.toldOf, story.tokens, at: last, end: cue.upperBound)
    else { return false }
    return cue.dropLast().contains { words.has(.is, story.tokens, at: $0, end: $0 + 1) }
  }

  /// Without a source, and the subject in the content.
  private func toldOf(
    _ source: Range<Int>, _ cue: Range<Int>, _ draft: AttributionDraft
  ) -> AttributionDraft {
    var draft = draft.with(source: [])
    if let first = draft.content.first, first.lowerBound >= cue.upperBound {
      draft.content.insert(source, at: 0)
    }
    return draft
  }

  /// `[Phát biểu được đưa ra sau] khi truyền thông Lào hôm qua | đưa tin` → "truyền thông Lào"
  private func behindWhen(_ source: Range<Int>, _ cue: Range<Int>) -> Range<Int>? {
    let after = source.dropFirst().last { at in
      at + 2 < cue.lowerBound && Self.beside.contains(story.tokens[at].key.exact)
        && story.tokens[at + 1].key.exact == Self.when
    }
    guard let after else { return nil }
    let start = after + 2
    var end = cue.lowerBound
    if let time = (start + 1..<end).first(where: { story.isTime($0..<end) }) { end = time }
    end = withoutAdverbs(before: end, from: start)
    let subject = start..<end
    guard !subject.isEmpty, subject.count <= 12, !opensVerb(start, end),
      !subject.contains(where: { story.tokens[$0].kind == .punctuation })
    else { return nil }
    return subject
  }

  private func withoutAdverbs(before end: Int, from start: Int) -> Int {
    var end = end
    while end > start {
      let found = grammar.classes(story.tokens, endingAt: end, from: start)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect]) else { break }
      end -= found.length
    }
    return end
  }

  private func opensVerb(_ start: Int, _ end: Int) -> Bool {
    story.tokens[start].shape == .lower
      && grammar.classes(story.tokens, at: start, end: end).value.contains(.verb)
  }

  /// `[Bà liệt kê những việc đã làm nhưng] | thừa nhận` → "Bà"
  private func pronounAlone(_ source: Range<Int>) -> Range<Int>? {
    guard
      let found = titles.references.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound),
      [.he, .she, .they, .i, .we, .thatPerson].contains(found.value),
      found.end < source.upperBound, story.tokens[source.lowerBound].key.exact != Self.both,
      story.tokens[source.lowerBound].shape == .lower
        || titles.places.match(at: source.lowerBound, in: story.tokens, limit: found.end) == nil
    else { return nil }
    let next = story.tokens[found.end]
    guard next.kind == .word, next.shape == .lower,
      !titles.words.pronounTails.contains(next.key.exact),
      longestNoun(at: source.lowerBound, source.upperBound) <= found.end,
      !story.breaksLine(before: found.end)
    else { return nil }
    return source.lowerBound..<found.end
  }

  /// Where the longest known noun of a person or a body ends that opens at a token.
  private func longestNoun(at start: Int, _ limit: Int) -> Int {
    [
      titles.titles.match(at: start, in: story.tokens, limit: limit)
        .flatMap { $0.value.isHonorific ? nil : $0.end },
      titles.nouns.match(at: start, in: story.tokens, limit: limit)?.end,
      titles.names.personNouns.match(at: start, in: story.tokens, limit: limit)?.end,
      titles.names.relations.match(at: start, in: story.tokens, limit: limit)?.end,
    ].compactMap { $0 }.max() ?? start
  }

  /// `[Lào công bố đoạn video dài 3 phút], | cho thấy` → "đoạn video dài 3 phút": who shows it says
  /// nothing.
  private func picture(_ source: Range<Int>, _ cue: Range<Int>) -> Range<Int>? {
    guard cue.upperBound - cue.lowerBound == 2,
      story.tokens[cue.lowerBound].key.exact == Self.gives,
      story.tokens[cue.lowerBound + 1].key.exact == Self.shows,
      case let head = (source.lowerBound..<source.upperBound).first(where: { !opensNoun($0) }),
      let head, !isDocument(head, source.upperBound)
    else { return nil }
    var end = cue.lowerBound
    if story.tokens[end - 1].scalar == Self.comma { end -= 1 }
    let low = max(head + 1, end - Self.longestPicture)
    guard low < end,
      let noun = (low..<end).last(where: {
        isDocument($0, end) && story.tokens[$0].shape == .lower
      })
    else { return nil }
    var start = noun
    while start > low, opensNoun(start - 1) || isDocument(start - 1, end) { start -= 1 }
    // "NAP, một khảo sát hằng năm, cho thấy": the same in other words.
    guard start == noun || story.tokens[start - 1].scalar != Self.comma,
      !(start..<end).contains(where: { story.tokens[$0].scalar == Self.comma })
    else { return nil }
    return start..<end
  }

  private func isDocument(_ at: Int, _ limit: Int) -> Bool {
    titles.nouns.match(at: at, in: story.tokens, limit: limit)?.value == .document
  }

  /// "một", "những", "một trong ba", "cuộc", a number.
  private func opensNoun(_ at: Int) -> Bool {
    if story.tokens[at].kind == .number
      || titles.words.counters.contains(story.tokens[at].key.exact)
    {
      return true
    }
    switch titles.references.match(at: at, in: story.tokens, limit: at + 1)?.value {
    case .indefinite, .plural: return true
    default: return false
    }
  }
}
