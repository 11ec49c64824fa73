internal import ClaimModel
internal import Lexicons

/// Mends the ends of what was found.
///
/// `Đại diện hãng phim "Sông Trăng | " cho biết` → `Đại diện hãng phim "Sông Trăng"`;
/// `khẳng định | trong một tuyên bố rằng cầu dài` → what stands behind "rằng";
/// `nước này "hoan nghênh đề nghị" |, nhưng quyết định từ chối` → the half behind the mark as well
struct DraftEdges {
  let story: Story

  private static let that = [WordKey("rằng"), WordKey("that")]
  private static let before = Set(
    ["trong", "tại", "qua", "bằng", "in", "on", "at", "via", "during", "through"]
      .map { WordKey($0).exact })
  /// Tokens of "trong một tuyên bố rằng".
  private static let longestMedium = 8

  func mended(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    var skipped = [Range<Int>]()
    let passives = PassiveContents(story: story)
    let near = NearSources(story: story)
    let mended = FrontContents(story: story).mended(
      drafts.filter { !isPerformed($0) && !isReckoned($0) }.map(near.moved)
    ).map { draft in
      var draft = passives.completed(withWholeRelay(draft))
      if let medium = medium(of: draft) {
        skipped.append(medium)
        draft.content[0] = medium.upperBound..<draft.content[0].upperBound
      } else if let medium = mediumBefore(draft) {
        skipped.append(medium)
      }
      if let end = endBehindQuotation(draft, among: drafts), let last = draft.content.indices.last {
        draft.content[last] = draft.content[last].lowerBound..<end
      }
      for index in draft.source.indices {
        draft.source[index] = reopened(closed(draft.source[index], draft), draft)
      }
      return draft
    }
    let open = mended.filter { draft in
      !draft.cue.contains { cue in skipped.contains { $0.overlaps(cue) } }
    }
    let sources = SourceEdges(story: story)
    let subjects = InnerSubjects(story: story)
    return SharedSubjects(story: story).completed(
      ContentEnds(story: story).mended(open.map(sources.mended).map(subjects.mended)))
  }

  /// `được Kyodo [dẫn lời] [nói 12 người chết]` → "dẫn lời nói"
  private func withWholeRelay(_ draft: AttributionDraft) -> AttributionDraft {
    guard !story.language.tokensAreWords, draft.cue.count == 1, let cue = draft.cue.first,
      let content = draft.content.first, content.lowerBound == cue.upperBound,
      story.language.cues.phrases.match(story.tokens, at: cue.lowerBound, end: cue.upperBound)
        .map({ $0.value == .relay || $0.value == .quote }) == true,
      let verb = story.language.cues.phrases.match(
        story.tokens, at: content.lowerBound, end: content.upperBound),
      verb.value == .say || verb.value == .act, verb.length + 1 < content.count
    else { return draft }
    let end = content.lowerBound + verb.length
    var draft = draft
    draft.cue = [cue.lowerBound..<end]
    draft.content[0] = end..<content.upperBound
    draft.source = draft.source.map(withQuoted)
    return draft
  }

  /// `Ông Nam được [Kyodo] dẫn lời nói` → "Ông Nam được Kyodo", of whom the first speaks.
  private func withQuoted(_ source: Range<Int>) -> Range<Int> {
    guard source.lowerBound > 0,
      story.language.titles.words.agents.contains(
        story.tokens[source.lowerBound - 1].key.exact),
      let sentence = story.sentences.first(where: { $0.tokens.contains(source.lowerBound) })?
        .tokens,
      (2...Self.longestMedium).contains(source.lowerBound - sentence.lowerBound),
      !(sentence.lowerBound..<source.lowerBound).contains(where: {
        story.tokens[$0].kind == .punctuation
      })
    else { return source }
    return sentence.lowerBound..<source.upperBound
  }

  /// "chúng tôi nhấn mạnh …" within a quotation is what it says, and reports nothing.
  private func isPerformed(_ draft: AttributionDraft) -> Bool {
    guard let cue = draft.cue.first, let source = draft.source.first,
      story.quotations(overlapping: cue).contains(where: { $0.isClosed })
    else { return false }
    let grammar = story.language.grammar
    return grammar.classes(story.tokens, at: cue.lowerBound, end: cue.upperBound).value
      .contains(.performs)
      && grammar.classes(story.tokens, at: source.lowerBound, end: source.upperBound).value
        .contains(.speaksHere)
  }

  /// "Thiệt hại ước tính khoảng 210 tỷ đồng", "damage was estimated at 3 million": what is reckoned
  /// says nothing; the story does.
  private func isReckoned(_ draft: AttributionDraft) -> Bool {
    guard draft.cue.count == 1, let cue = draft.cue.first, let source = draft.source.first else {
      return false
    }
    let words = ClauseWords.of(story.language.code)
    guard words.length(.reckons, story.tokens, at: cue.lowerBound, end: cue.upperBound) == cue.count
    else { return false }
    let isDetermined = story.language.titles.words.articles
      .contains(story.tokens[source.lowerBound].key.exact)
    let head = isDetermined && source.count > 1 ? source.dropFirst() : source
    return words.has(.sum, story.tokens, at: head.lowerBound, end: head.upperBound)
      || words.has(.sum, story.tokens, at: source.lowerBound, end: source.upperBound)
  }

  /// "trong một tuyên bố rằng" at the head of a content, right behind its cue.
  private func medium(of draft: AttributionDraft) -> Range<Int>? {
    guard let cue = draft.cue.last, let content = draft.content.first, content.count > 3,
      case let start = cue.upperBound, start <= content.lowerBound
    else { return nil }
    // "cảnh báo trong | một tuyên bố rằng": the preposition may stand outside of the content.
    let head = content.prefix(Self.longestMedium)
    guard content.lowerBound - start <= 1, Self.before.contains(story.tokens[start].key.exact),
      let that = head.first(where: { Self.that.contains(story.tokens[$0].key) }),
      that > start + 1, that + 1 < content.upperBound,
      head.prefix(while: { $0 < that }).contains(where: {
        ClauseWords.of(story.language.code).has(.medium, story.tokens, at: $0, end: that)
      })
    else { return nil }
    return content.lowerBound..<(story.language.tokensAreWords ? that : that + 1)
  }

  /// "trong một thông cáo rằng" between a cue and its content.
  private func mediumBefore(_ draft: AttributionDraft) -> Range<Int>? {
    guard let cue = draft.cue.last, let content = draft.content.first,
      case let start = cue.upperBound, start + 2 < content.lowerBound,
      content.lowerBound - start <= Self.longestMedium,
      (content.lowerBound - 1...content.lowerBound).contains(where: {
        Self.that.contains(story.tokens[$0].key)
      }), Self.before.contains(story.tokens[start].key.exact)
    else { return nil }
    let names = ClauseWords.of(story.language.code)
    let between = start..<content.lowerBound
    return between.contains {
      names.has(.medium, story.tokens, at: $0, end: content.lowerBound)
    } ? between : nil
  }

  /// The end of a sentence whose content stops at a quotation's mark before ", nhưng …", where
  /// those words go on with it: they have no cue and no speaker of their own.
  private func endBehindQuotation(
    _ draft: AttributionDraft, among all: [AttributionDraft]
  ) -> Int? {
    guard let cue = draft.cue.first, let content = draft.content.last,
      cue.upperBound <= content.lowerBound,
      let quotation = story.quotations(overlapping: content).last,
      quotation.tokens.upperBound == content.upperBound,
      quotation.tokens.lowerBound > content.lowerBound + 1,
      content.upperBound < story.tokens.count, story.tokens[content.upperBound].scalar == 0x2C,
      let sentence = story.sentences.first(where: { $0.tokens.contains(content.upperBound - 1) })
    else { return nil }
    let end = story.withoutFinalStop(sentence.tokens).upperBound
    let comma = content.upperBound
    guard comma + 3 < end, story.tokens[comma].scalar == 0x2C else { return nil }
    let rest = comma + 1..<end
    let grammar = story.language.grammar
    let turn = grammar.classes(story.tokens, at: rest.lowerBound, end: end)
    guard turn.value.contains(.joins), turn.value.contains(.turns) || turn.value.contains(.joins),
      !all.contains(where: { one in
        one != draft && (one.cue + one.content + one.source).contains { $0.overlaps(rest) }
      }), goesOn(rest.lowerBound + turn.length..<end)
    else { return nil }
    return end
  }

  /// A verb that is none of telling: "quyết định từ chối", not "không nêu chi tiết".
  private func goesOn(_ rest: Range<Int>) -> Bool {
    guard rest.count > 2, !rest.contains(where: { story.tokens[$0].scalar == 0x2C }) else {
      return false
    }
    let first = story.language.grammar.classes(
      story.tokens, at: rest.lowerBound, end: rest.upperBound
    ).value
    return first.isDisjoint(with: [.not, .clause, .opening, .time, .pronoun])
      && story.tokens[rest.lowerBound].shape == .lower
      && story.language.cues.hits(in: story.tokens, rest).isEmpty
  }

  /// Back to the mark that its last one closes, and what "as" and "called" go on from there:
  /// `A man known as “[Lefty”]` → `[A man known as “Lefty”]`.
  private func reopened(_ range: Range<Int>, _ draft: AttributionDraft) -> Range<Int> {
    guard !range.isEmpty, range.count < 6, story.tokens[range.upperBound - 1].scalar == 0x201D,
      !range.contains(where: { story.tokens[$0].scalar == 0x201C }),
      let sentence = story.sentences.first(where: { $0.tokens.contains(range.lowerBound) }),
      let mark = (sentence.tokens.lowerBound..<range.lowerBound).last(where: {
        story.tokens[$0].scalar == 0x201C
      }), range.lowerBound - mark <= 3
    else { return range }
    let head = sentence.tokens.lowerBound..<mark
    let isName = head.last.map { Nicknames.heads.contains(story.tokens[$0].key.exact) } ?? false
    let isPlain = head.count <= 8 && !head.contains { story.tokens[$0].kind == .punctuation }
    let start = isName && isPlain ? head.lowerBound : mark
    let isFree = !(draft.cue + draft.content).contains { $0.overlaps(start..<range.lowerBound) }
    return isFree ? start..<range.upperBound : range
  }

  /// With the closing mark right behind it, where its partner stands inside: "(R-Wis.)" has a
  /// stop before it.
  private func closed(_ range: Range<Int>, _ draft: AttributionDraft) -> Range<Int> {
    let isAbbreviated =
      range.upperBound + 1 < story.tokens.count && !range.isEmpty
      && story.tokens[range.upperBound].scalar == 0x2E
      && story.tokens[range.upperBound].touchesPrevious
      && story.tokens[range.upperBound + 1].scalar == 0x29
    let range = isAbbreviated ? range.lowerBound..<range.upperBound + 1 : range
    let next = range.upperBound
    guard next < story.tokens.count, story.tokens[next].kind == .punctuation,
      !(draft.cue + draft.content).contains(where: { $0.contains(next) })
    else { return range }
    let isBracket =
      story.tokens[next].scalar == 0x29
      && range.count { story.tokens[$0].scalar == 0x28 }
        > range.count { story.tokens[$0].scalar == 0x29 }
    let isMark = story.quotations(overlapping: range).contains {
      $0.isClosed && $0.tokens.upperBound == next + 1 && $0.tokens.lowerBound >= range.lowerBound
    }
    return isBracket || isMark ? range.lowerBound..<next + 1 : range
  }
}
