internal import Lexicons

/// Closed-class words of one language by what they do beside a cue: `vi-grammar.tsv` and
/// `en-grammar.tsv` say what each class means.
final class GrammarWords: Sendable {
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(bit: UInt32) { rawValue = 1 << bit }

    static let adverb = Classes(bit: 0)
    static let time = Classes(bit: 1)
    static let when = Classes(bit: 2)
    static let clause = Classes(bit: 3)
    static let opening = Classes(bit: 4)
    static let tail = Classes(bit: 5)
    static let joins = Classes(bit: 6)
    static let turns = Classes(bit: 7)
    static let noun = Classes(bit: 8)
    static let verb = Classes(bit: 9)
    static let that = Classes(bit: 10)
    static let not = Classes(bit: 11)
    static let noSource = Classes(bit: 12)
    static let person = Classes(bit: 13)
    static let determiner = Classes(bit: 14)
    static let pronoun = Classes(bit: 15)
    static let aspect = Classes(bit: 16)
    static let performs = Classes(bit: 17)
    static let speaksHere = Classes(bit: 18)
    static let links = Classes(bit: 19)
    static let denies = Classes(bit: 20)
    static let ends = Classes(bit: 21)
    static let nominal = Classes(bit: 22)

    static let named: [String: Classes] = [
      "adverb": .adverb, "time": .time, "when": .when, "clause": .clause, "opening": .opening,
      "tail": .tail, "joins": .joins, "turns": .turns, "noun": .noun, "verb": .verb,
      "that": .that, "not": .not, "no-source": .noSource, "person": .person,
      "determiner": .determiner, "pronoun": .pronoun, "aspect": .aspect,
      "performs": .performs, "self": .speaksHere, "links": .links, "denies": .denies, "ends": .ends,
      "nominal": .nominal,
    ]
  }

  let phrases: PhraseTable<Classes>

  init(list: WordList) {
    var phrases = PhraseTable<Classes>()
    for row in list.rows {
      guard let kind = Classes.named[row[0]] else { continue }
      row.forEachItem(1) { phrases.add($0) { ($0 ?? []).union(kind) } }
    }
    self.phrases = phrases
  }

  /// The classes of the longest phrase at a token; empty where there is none.
  func classes(_ tokens: [Token], at start: Int, end: Int) -> (length: Int, value: Classes) {
    phrases.match(tokens, at: start, end: end) ?? (0, [])
  }

  /// The classes of the longest phrase that ends before `end`.
  func classes(_ tokens: [Token], endingAt end: Int, from start: Int) -> (
    length: Int, value: Classes
  ) {
    phrases.match(tokens, endingAt: end, from: start) ?? (0, [])
  }
}
