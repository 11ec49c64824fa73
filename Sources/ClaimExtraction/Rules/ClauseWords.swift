package import ClaimModel
internal import Lexicons

/// The words of `clause-words.tsv` in one language. They are no grammar words, which the taggers
/// were trained with.
package final class ClauseWords: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case medium, tells, starts, uttered, owner, said, resumes, within, alias, sum, reckons
    case together, subordinates, against, withholds
    case heads, fronts, collects, dates, reports, `is`
    case toldOf = "told-of"

    /// In the order of `allCases`. An enumeration without payloads is its case's number, a byte.
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  }

  private static let rows = WordList(embedded: "clause-words.tsv").rows
  private static let vietnamese = ClauseWords(rows.filter { $0[0] == "vi" })
  private static let english = ClauseWords(rows.filter { $0[0] == "en" })
  private static let none = ClauseWords([])

  /// By the place of their kind.
  private let phrases: [PhraseTable<Bool>?]

  private init(_ rows: [WordList.Row]) {
    var phrases = [PhraseTable<Bool>?](repeating: nil, count: Kind.allCases.count)
    for row in rows {
      guard let place = Kind(rawValue: row[1])?.place else { continue }
      var table = phrases[place] ?? PhraseTable()
      row.forEachItem(2) { table.add($0, true) }
      phrases[place] = table
    }
    self.phrases = phrases
  }

  package static func of(_ code: ArticleLanguage) -> ClauseWords {
    switch code {
    case .vietnamese: vietnamese
    case .english: english
    default: none
    }
  }

  /// The phrases of a kind, for one who looks at many tokens; nil where the language has none.
  func table(_ kind: Kind) -> PhraseTable<Bool>? { phrases[kind.place] }

  /// Whether the language has phrases of a kind.
  func lists(_ kind: Kind) -> Bool { phrases[kind.place] != nil }

  /// Whether a phrase of a kind starts at a token.
  func has(_ kind: Kind, _ tokens: [Token], at start: Int, end: Int) -> Bool {
    phrases[kind.place]?.match(tokens, at: start, end: end) != nil
  }

  /// Tokens of the longest phrase of a kind at a token; nil where none starts.
  func length(_ kind: Kind, _ tokens: [Token], at start: Int, end: Int) -> Int? {
    phrases[kind.place]?.match(tokens, at: start, end: end)?.length
  }

  /// Tokens of the longest phrase of a kind right before `end`; nil where none ends there.
  func length(_ kind: Kind, _ tokens: [Token], endingAt end: Int, from start: Int) -> Int? {
    phrases[kind.place]?.match(tokens, endingAt: end, from: start)?.length
  }
}
