internal import ClaimModel
internal import Lexicons

/// People told by another name than their own.
extension SpeakerResolver {
  /// Another name of somebody: "Tèo Lì" of "Lê Văn Thành, biệt danh Tèo Lì".
  struct Alias {
    /// Exact keys of its words.
    var words: [UInt64]
    var bearer: NameMention
    /// The token behind it where the story gives it.
    var end: Int
  }

  /// Tokens of the longest one, marks aside.
  private static let longest = 5

  /// The other names that the story gives; one that two people bear is nobody's.
  func foundAliases() -> [Alias] {
    let clauses = ClauseWords.of(story.language.code)
    var found = [Alias]()
    for mention in names.mentions where mention.kind != .body {
      guard let tokens = inner(mention.tokens) ?? behind(mention.tokens, clauses) else { continue }
      let words = words(of: tokens)
      if !words.isEmpty {
        found.append(Alias(words: words, bearer: mention, end: tokens.upperBound))
      }
    }
    return found.filter { one in
      found.allSatisfy {
        $0.words != one.words || names.fullest($0.bearer).tokens == names.fullest(one.bearer).tokens
      }
    }
  }

  /// `William "Big Bill" Turner` → `Big Bill`
  private func inner(_ name: Range<Int>) -> Range<Int>? {
    guard let open = name.first(where: isMark),
      let close = name.last(where: isMark), close > open + 1, open > name.lowerBound,
      close < name.upperBound - 1
    else { return nil }
    return open + 1..<close
  }

  /// `Lê Văn Thành, biệt danh "Tèo Lì"` → `Tèo Lì`; `Trần Hùng (tức Hùng "Sẹo")` → `Hùng "Sẹo"`
  private func behind(_ name: Range<Int>, _ clauses: ClauseWords) -> Range<Int>? {
    let tokens = story.tokens
    var at = name.upperBound
    if at < tokens.count, tokens[at].scalar == 0x2C || tokens[at].scalar == 0x28 { at += 1 }
    guard let length = clauses.length(.alias, tokens, at: at, end: tokens.count) else { return nil }
    let start = at + length
    var end = start
    var isOpen = false
    while end < tokens.count, end - start < Self.longest + 4 {
      if isMark(end) {
        isOpen.toggle()
      } else if !isOpen, !tokens[end].isCapitalised {
        break
      }
      end += 1
    }
    return isOpen || end == start ? nil : start..<end
  }

  private func isMark(_ at: Int) -> Bool {
    [0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019].contains(story.tokens[at].scalar)
  }

  /// Exact keys of a range's words, quotation marks and an article aside.
  private func words(of range: Range<Int>) -> [UInt64] {
    let keys = range.filter { story.tokens[$0].kind != .punctuation }
      .map { story.tokens[$0].key.exact }
    return keys.count > 1 && lexicon.words.articles.contains(keys[0])
      ? Array(keys.dropFirst()) : keys
  }

  /// A source that is another name, told before it: "Tèo Lì" → "Lê Văn Thành".
  func aliased(_ source: Range<Int>) -> Resolved? {
    if aliases.isEmpty { return nil }
    let own = words(of: source)
    guard let alias = aliases.first(where: { $0.words == own && $0.end <= source.lowerBound })
    else {
      return nil
    }
    var found = named(alias.bearer, source)
    found.speaker.reason = "also called so, \(place(alias.end - 1))"
    found.way = .fuller
    return found
  }
}
