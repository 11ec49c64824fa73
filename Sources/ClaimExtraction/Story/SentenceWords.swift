internal import Lexicons

/// The words that sentence splitting knows: abbreviations, openers, verbs behind a question.
final class SentenceWords: Sendable {
  enum Abbreviation: String, Sendable {
    /// A name follows: its stop never ends a sentence.
    case title
    /// Its stop ends no sentence before a number: "No. 5".
    case beforeNumber = "before-number"
    /// Its stop may end a sentence: only where a sentence opener follows.
    case open
  }

  static let shared = SentenceWords()

  private let abbreviations: KeyTable<Abbreviation>
  private let openers: KeyTable<Bool>
  private let verbs: KeyTable<Bool>
  private let addresses: KeyTable<Bool>

  init(list: WordList = WordList(embedded: "sentence-words.tsv")) {
    var abbreviations = KeyTable<Abbreviation>()
    var openers = KeyTable<Bool>()
    var verbs = KeyTable<Bool>()
    var addresses = KeyTable<Bool>()
    for row in list.rows {
      for word in row.items(1) {
        let key = WordKey(word).exact
        switch row[0] {
        case "opener": openers[key] = true
        case "verb": verbs[key] = true
        case "address": addresses[key] = true
        default: if let kind = Abbreviation(rawValue: row[0]) { abbreviations[key] = kind }
        }
      }
    }
    self.abbreviations = abbreviations
    self.openers = openers
    self.verbs = verbs
    self.addresses = addresses
  }

  func abbreviation(_ token: Token) -> Abbreviation? {
    token.end - token.start <= 6 ? abbreviations[token.key.exact] : nil
  }

  func opensSentence(_ token: Token) -> Bool { openers[token.key.exact] ?? false }
  func isSpeechVerb(_ token: Token) -> Bool { verbs[token.key.exact] ?? false }
  /// What an address on the web starts with: "www", "https".
  func isAddress(_ token: Token) -> Bool { addresses[token.key.exact] ?? false }
  /// A lone combining mark is no lower-case word.
  func isMark(_ token: Token) -> Bool { token.scalar >= 0x300 && token.scalar <= 0x36F }
}
