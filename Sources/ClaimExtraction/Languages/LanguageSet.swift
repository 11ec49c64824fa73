package import ClaimModel
package import Lexicons
internal import Synchronization

/// The languages that stories are read in; each is made when a story first asks for it.
package struct LanguageSet: Sendable {
  /// The languages of the program with its own tables.
  package static let standard = LanguageSet([
    Entry(.vietnamese) { .vietnamese }, Entry(.english) { .english },
  ])

  private let entries: [Entry]

  private init(_ entries: [Entry]) { self.entries = entries }

  /// The languages of the program with tables that hold a newsroom's own words as well.
  package init(_ tables: WordTables) {
    if tables.own.isEmpty {
      self = .standard
      return
    }
    self.init([
      Entry(.vietnamese) { .vietnamese(tables) }, Entry(.english) { .english(tables) },
    ])
  }

  /// These languages, before one of the same code in the set.
  package func adding(_ language: Language) -> LanguageSet {
    LanguageSet([Entry(language.code) { language }] + entries)
  }

  /// The language with a code; one that nothing is known of for a code that is not in the set.
  package subscript(code: ArticleLanguage) -> Language {
    entries.first { $0.code == code }?.language ?? .unknown
  }

  /// A language by its code, made once.
  private final class Entry: Sendable {
    let code: ArticleLanguage
    private let make: @Sendable () -> Language
    private let made = Mutex<Language?>(nil)

    init(_ code: ArticleLanguage, _ make: @escaping @Sendable () -> Language) {
      self.code = code
      self.make = make
    }

    var language: Language {
      made.withLock { made in
        if let made { return made }
        let language = make()
        made = language
        return language
      }
    }
  }
}

extension Language {
  /// A language that nothing is known of: no attributions; numbers and dates as in English.
  static let unknown = Language(
    code: .unknown, cues: CueLexicon(WordList(name: "cues", text: "")),
    grammar: GrammarWords(list: WordList(name: "grammar", text: "")),
    numbers: .english(.embedded), dates: .english(.embedded), titles: .english(.embedded),
    worth: WorthWeights(tables: .embedded, language: "en"), finder: { _ in [] })
}
