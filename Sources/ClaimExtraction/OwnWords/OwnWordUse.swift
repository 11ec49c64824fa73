package import ClaimModel
package import Lexicons

/// Tells which of a newsroom's own words an article and its claims rest on, for keeping them with
/// the session: what is kept needs the tables no more.
package struct OwnWordUse: Sendable {
  private let own: OwnWords
  /// Places in `own.entries` by their forms, a table for each language and one for any.
  private let phrases: [(language: String, phrases: PhraseTable<[Int]>)]
  /// The same of agencies, by canonical name.
  private let agencies: [String: [Int]]

  package init(_ own: OwnWords) {
    self.own = own
    var forms = [String: [String: [Int]]]()
    var agencies = [String: [Int]]()
    for (place, entry) in own.entries.enumerated() {
      if entry.subject == .agency {
        agencies[entry.words, default: []].append(place)
        continue
      }
      for form in entry.forms {
        forms[entry.language, default: [:]][form, default: []].append(place)
      }
    }
    self.agencies = agencies
    phrases = forms.sorted { $0.key < $1.key }.map { language, forms in
      (language, PhraseTable(forms.map { ($0.key, $0.value) }))
    }
  }

  /// The agencies of one's own that byline and dateline name.
  package func entries(in article: Article) -> [OwnWords.Entry] {
    own.entries(at: article.agencies.flatMap { agencies[$0] ?? [] })
  }

  /// The entries that a claim rests on, in the order of the tables: the cue in its cue; units in
  /// its quantities; titles and places in its sentence; an agency that speaks.
  package func entries(in claim: Claim, of article: Article) -> [OwnWords.Entry] {
    var places = claim.speaker.flatMap { agencies[$0.name] } ?? []
    let language = article.language.rawValue
    var text = article.text
    text.withUTF8 { bytes in
      func add(_ spans: [TextSpan], _ subjects: Set<OwnWords.Entry.Subject>) {
        for span in spans {
          let tokens = Tokenizer.tokens(of: bytes, in: span)
          for (_, table) in phrases.filter({ $0.language == language || $0.language == "*" }) {
            for at in tokens.indices {
              let found = table.match(tokens, at: at, end: tokens.count)?.value ?? []
              places += found.filter { subjects.contains(own.entries[$0].subject) }
            }
          }
        }
      }
      add(claim.cue, [.cue])
      add(claim.quantities.map(\.span), [.unit])
      add([claim.context], [.title, .place])
    }
    return own.entries(at: places)
  }
}

extension OwnWords {
  /// The entries at some places, each once, in their order.
  fileprivate func entries(at places: [Int]) -> [Entry] {
    Set(places).sorted().map { entries[$0] }
  }
}
