/// The language a story is written in, by its code: two letters of ISO 639-1, or "und".
///
/// A language that is read has a value of its own (`WrittenLanguage`, `Language`); the code is
/// what articles, sessions and queries name it by.
package struct ArticleLanguage: Sendable, Hashable, RawRepresentable, CaseIterable {
  /// Up to four ASCII letters, the first in the highest byte that is used: compared as a number.
  private let letters: UInt32

  package static let vietnamese = ArticleLanguage(code: "vi")
  package static let english = ArticleLanguage(code: "en")
  /// None of them: only narrated claims are drawn from such a story, and that is said.
  package static let unknown = ArticleLanguage(code: "und")

  /// The languages that a session, a query or a command may name, `unknown` the last one.
  package static let allCases = [vietnamese, english, unknown]

  /// A language by its code, also one that is not in `allCases`: "fr". Letters behind the fourth
  /// are dropped.
  package init(code: StaticString) {
    letters = code.withUTF8Buffer { Self.letters($0) }
  }

  /// One of `allCases`; nil for any other code.
  package init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  /// By the number: the standard library would compare and hash raw values, made anew each time.
  package static func == (a: Self, b: Self) -> Bool { a.letters == b.letters }

  package func hash(into hasher: inout Hasher) { hasher.combine(letters) }

  package var rawValue: String {
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }

  private static func letters(_ code: UnsafeBufferPointer<UInt8>) -> UInt32 {
    code.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
