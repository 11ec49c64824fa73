internal import Lexicons

/// The cues of one language with their syntax: `vi-cues.tsv` and the like.
final class CueLexicon: Sendable {
  enum CueClass: String, Sendable, CaseIterable {
    case say, act, that, quote, relay, passive, lead, theo, none
    case according, evidence, noun
  }

  let phrases: PhraseTable<CueClass>
  /// Those of a newsroom's own table; nil without one.
  let own: OwnCueTable?

  /// A cue listed under several classes keeps the first one. `own` are the entries of `list` that
  /// come from a newsroom's table.
  init(_ list: WordList, own: [OwnWords.Entry] = []) {
    self.own = OwnCueTable(own)
    phrases = PhraseTable(items: 1, of: list.rows) { CueClass(rawValue: $0[0]) }
  }
}

/// A cue where it stands in a story.
struct CueHit {
  var range: Range<Int>
  var kind: CueLexicon.CueClass
}

extension CueLexicon {
  /// The cues in a range of tokens, left to right, the longest first, not overlapping.
  func hits(in tokens: [Token], _ range: Range<Int>) -> [CueHit] {
    var found = [CueHit]()
    var at = range.lowerBound
    while at < range.upperBound {
      guard tokens[at].kind == .word,
        let match = phrases.match(tokens, at: at, end: range.upperBound)
      else {
        at += 1
        continue
      }
      if match.value != .none {
        found.append(CueHit(range: at..<(at + match.length), kind: match.value))
      }
      at += match.length
    }
    return found
  }
}

/// The phrases of a newsroom's table of cues.
struct OwnCueTable: Sendable {
  struct Hit {
    var range: Range<Int>
    var kind: CueLexicon.CueClass
    var entry: OwnWords.Entry
  }

  private var phrases = PhraseTable<OwnWords.Entry>()

  /// Nil without entries. A cue of two lines keeps the first.
  init?(_ entries: [OwnWords.Entry]) {
    if entries.isEmpty { return nil }
    for entry in entries.reversed() { phrases.add(entry.words, entry) }
  }

  /// The table's cues in a range of tokens, where no longer phrase of the lexicon stands.
  func hits(in tokens: [Token], _ range: Range<Int>, among cues: CueLexicon) -> [Hit] {
    var found = [Hit]()
    var at = range.lowerBound
    while at < range.upperBound {
      guard tokens[at].kind == .word,
        let match = cues.phrases.match(tokens, at: at, end: range.upperBound)
      else {
        at += 1
        continue
      }
      if let own = phrases.match(tokens, at: at, end: at + match.length), own.length == match.length
      {
        found.append(
          Hit(range: at..<(at + match.length), kind: match.value, entry: own.value))
      }
      at += match.length
    }
    return found
  }
}
