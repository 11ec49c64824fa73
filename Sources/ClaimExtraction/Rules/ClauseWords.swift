package import ClaimModel
internal import Lexicons

/// The words of `clause-words.tsv` in one language. They are no grammar words, which the taggers
/// were trained with.
package final class ClauseWords: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case medium, tells, starts, uttered, owner, said, resumes, within, alias, sum, reckons
    case together, subordinates, against, withholds
    case heads, fronts, collects, dates
  }

  private static let all: [ArticleLanguage: ClauseWords] = {
    let rows = WordList(embedded: "clause-words.tsv").rows
    let languages: [ArticleLanguage] = [.vietnamese, .english]
    return Dictionary(
      uniqueKeysWithValues: languages.map { code in
        (code, ClauseWords(rows.filter { $0[0] == code.rawValue }))
      })
  }()
  private static let none = ClauseWords([])

  private let phrases: [Kind: PhraseTable<Bool>]

  private init(_ rows: [WordList.Row]) {
    var phrases = [Kind: PhraseTable<Bool>]()
    for row in rows {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      row.forEachItem(2) { phrases[kind, default: PhraseTable()].add($0, true) }
    }
    self.phrases = phrases
  }

  package static func of(_ code: ArticleLanguage) -> ClauseWords { all[code] ?? none }

  /// The phrases of a kind, for one who looks at many tokens; nil where the language has none.
  func table(_ kind: Kind) -> PhraseTable<Bool>? { phrases[kind] }

  /// Whether the language has phrases of a kind.
  func lists(_ kind: Kind) -> Bool { phrases[kind] != nil }

  /// Whether a phrase of a kind starts at a token.
  func has(_ kind: Kind, _ tokens: [Token], at start: Int, end: Int) -> Bool {
    phrases[kind]?.match(tokens, at: start, end: end) != nil
  }

  /// Tokens of the longest phrase of a kind at a token; nil where none starts.
  func length(_ kind: Kind, _ tokens: [Token], at start: Int, end: Int) -> Int? {
    phrases[kind]?.match(tokens, at: start, end: end)?.length
  }

  /// Tokens of the longest phrase of a kind right before `end`; nil where none ends there.
  func length(_ kind: Kind, _ tokens: [Token], endingAt end: Int, from start: Int) -> Int? {
    phrases[kind]?.match(tokens, endingAt: end, from: start)?.length
  }
}
