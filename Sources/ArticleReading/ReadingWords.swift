import ClaimModel
package import Languages
package import Lexicons

/// The words that stories are read with: the languages they may be in, and the agencies that
/// bylines and datelines name.
package struct ReadingWords: Sendable {
  /// The languages and agencies of the program's own tables.
  package static let standard = ReadingWords()

  package let agencies: AgencyRegistry
  private let languages: [WrittenLanguage]
  private let guess: LanguageGuess

  /// Of languages that both fit a text as well, the one that stands first is taken.
  package init(
    languages: [WrittenLanguage] = WrittenLanguage.all, agencies: AgencyRegistry = .shared
  ) {
    self.languages = languages
    self.agencies = agencies
    guess = LanguageGuess(languages)
  }

  /// The languages of the program, and the agencies of tables with a newsroom's own.
  package init(_ tables: WordTables) { self.init(agencies: tables.agencies) }

  /// The language that a text is in; `unknown` where it is in none of them.
  func language(of bytes: UnsafeBufferPointer<UInt8>) -> ArticleLanguage {
    guess.language(of: bytes)
  }

  /// The language with a code; `WrittenLanguage.unknown` for one that is not among them.
  func language(_ code: ArticleLanguage) -> WrittenLanguage {
    languages.first { $0.code == code } ?? .unknown
  }
}
