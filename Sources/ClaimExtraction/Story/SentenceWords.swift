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
  private let kinds: KeyTable<Bool>
  private let alsoWords: KeyTable<Bool>
  private let digraphs: KeyTable<Bool>
  private let offices: PhraseTable<Bool>

  init(list: WordList = WordList(embedded: "sentence-words.tsv")) {
    var abbreviations = KeyTable<Abbreviation>()
    var openers = KeyTable<Bool>()
    var verbs = KeyTable<Bool>()
    var addresses = KeyTable<Bool>()
    var kinds = KeyTable<Bool>()
    var alsoWords = KeyTable<Bool>()
    var digraphs = KeyTable<Bool>()
    var offices = PhraseTable<Bool>()
    for row in list.rows {
      let name = row[0]
      row.forEachItem(1) { word in
        let key = WordKey(bytes: word, from: 0, to: word.count).exact
        switch name {
        case "opener": openers[key] = true
        case "verb": verbs[key] = true
        case "address": addresses[key] = true
        case "kind": kinds[key] = true
        case "also-word": alsoWords[key] = true
        case "digraph": digraphs[key] = true
        case "office": offices.add(word, true)
        default: if let kind = Abbreviation(rawValue: name) { abbreviations[key] = kind }
        }
      }
    }
    self.abbreviations = abbreviations
    self.openers = openers
    self.verbs = verbs
    self.addresses = addresses
    self.kinds = kinds
    self.alsoWords = alsoWords
    self.digraphs = digraphs
    self.offices = offices
  }

  func abbreviation(_ token: Token) -> Abbreviation? {
    token.end - token.start <= 6 ? abbreviations[token.key.exact] : nil
  }

  /// Whether an abbreviation in small letters is a word: "ill", "miss", "wash".
  func isAlsoWord(_ token: Token) -> Bool { alsoWords[token.key.exact] ?? false }
  func opensSentence(_ token: Token) -> Bool { openers[token.key.exact] ?? false }
  func isSpeechVerb(_ token: Token) -> Bool { verbs[token.key.exact] ?? false }
  /// A noun before a letter that tells one of a kind: "bảng A", "grade C".
  func namesKind(_ token: Token) -> Bool { kinds[token.key.exact] ?? false }
  /// An initial of two letters: "Ng", "Th".
  func isDigraph(_ token: Token) -> Bool { digraphs[token.key.exact] ?? false }
  /// The words of an office that stands before a name in full: "HLV", "Giám đốc", "Mayor".
  func office(_ tokens: [Token], at start: Int, end: Int) -> Int? {
    offices.match(tokens, at: start, end: end)?.length
  }
  /// What an address on the web starts with: "www", "https".
  func isAddress(_ token: Token) -> Bool { addresses[token.key.exact] ?? false }
  /// A lone combining mark is no lower-case word.
  func isMark(_ token: Token) -> Bool { token.scalar >= 0x300 && token.scalar <= 0x36F }
}
