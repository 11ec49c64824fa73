internal import ClaimModel
internal import Lexicons

/// The other names that a story gives people.
struct OtherNames {
  /// Another name of somebody: "Tèo Lì" of "Lê Văn Thành, biệt danh Tèo Lì".
  struct OtherName {
    /// Exact keys of its words.
    var words: [UInt64]
    var bearer: NameMention
    /// The token behind it where the story gives it.
    var end: Int
  }

  private let story: Story
  private let articles: KeySet
  /// One that two people bear is nobody's.
  private var all: [OtherName] = []

  /// Tokens of the longest one, marks aside.
  private static let longest = 5

  init(_ story: Story, _ names: NameIndex, articles: KeySet) {
    (self.story, self.articles) = (story, articles)
    all = found(names)
  }

  /// The one that these tokens are, where it was given before them.
  func named(by source: Range<Int>) -> OtherName? {
    if all.isEmpty { return nil }
    let own = words(of: source)
    return all.first { $0.words == own && $0.end <= source.lowerBound }
  }

  private func found(_ names: NameIndex) -> [OtherName] {
    let clauses = ClauseWords.of(story.language.code)
    var found = [OtherName]()
    for mention in names.mentions where mention.kind != .body {
      guard let tokens = inner(mention.tokens) ?? behind(mention.tokens, clauses) else { continue }
      let words = words(of: tokens)
      if !words.isEmpty {
        found.append(OtherName(words: words, bearer: mention, end: tokens.upperBound))
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
    return keys.count > 1 && articles.contains(keys[0])
      ? Array(keys.dropFirst()) : keys
  }
}
