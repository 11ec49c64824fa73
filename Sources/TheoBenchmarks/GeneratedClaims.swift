import ClaimMemory
import ClaimModel
import Lexicons

/// Claims of invented past sessions, and later claims that say the same in other words: the same
/// for the same seed.
///
/// Many claims have the name and the kind of event of another one, and another figure.
struct GeneratedClaims {
  /// How a later claim differs from the one that it should find.
  enum Change: CaseIterable {
    case same, segmented, reworded, unmarked, translated, newFigure
  }

  /// What one claim says, in any of its forms.
  struct Event {
    var kind: Int
    var place: String
    var figure: Int
    var detail: Int
    /// Which words it is told in.
    var isEnglish: Bool
    var wording: Int
    var isSegmented: Bool
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  mutating func event() -> Event {
    let names = Self.syllables
    return Event(
      kind: next(Self.kinds.count),
      place: names[next(names.count)] + " " + names[next(names.count)],
      figure: 2 + next(next(3) == 0 ? 5000 : 120), detail: next(Self.details.count),
      isEnglish: next(3) == 0, wording: next(2), isSegmented: next(3) == 0)
  }

  /// What somebody says later of the same event.
  mutating func changed(_ event: Event, _ change: Change) -> Event {
    var event = event
    switch change {
    case .same, .unmarked: break
    case .segmented: event.isSegmented.toggle()
    case .reworded: event.wording = 1 - event.wording
    case .translated: event.isEnglish.toggle()
    case .newFigure:
      event.wording = 1 - event.wording
      event.figure += 1 + next(9)
    }
    return event
  }

  static func claim(
    _ event: Event, session: String, number: Int, without marks: Bool = false
  ) -> RememberedClaim {
    let kind = kinds[event.kind]
    let language: ArticleLanguage = event.isEnglish ? .english : .vietnamese
    let columns = event.isEnglish ? kind[2...] : kind[..<2]
    var text = columns[columns.startIndex + event.wording]
    text = replaced(text, "{p}", event.place)
    text = replaced(text, "{n}", "\(event.figure)")
    text = replaced(text, "{d}", details[event.detail][event.isEnglish ? 1 : 0])
    if !event.isSegmented { text = replaced(text, "_", " ") }
    if marks { text = unmarked(text) }
    var claim = RememberedClaim(
      session: session, story: "", number: number, language: language, text: text)
    claim.verdict = Verdict.allCases[1 + number % (Verdict.allCases.count - 1)]
    claim.figures = [
      RememberedFigure(value: Double(event.figure), words: "\(event.figure)")
    ]
    return claim
  }

  private static func replaced(_ text: String, _ place: String, _ words: String) -> String {
    var out = ""
    var rest = text[...]
    while let found = rest.firstRange(of: place) {
      out += rest[..<found.lowerBound] + words
      rest = rest[found.upperBound...]
    }
    return out + rest
  }

  /// "Vân Sa" → "Van Sa"
  private static func unmarked(_ text: String) -> String {
    text.map { letter in
      guard !letter.isASCII else { return String(letter) }
      let plain = Folding.folded(String(letter))
      return letter.isUppercase ? plain.uppercased() : plain
    }.joined()
  }
}

extension GeneratedClaims {
  /// A verdict on so many claims for each session; hands over each and returns those that are asked
  /// for later, each with what it should find.
  static func fill(
    sessions: Int, claims: Int, questions: Int, seed: UInt64, add: (RememberedClaim) -> Void
  ) -> [(change: Change, question: RememberedClaim, session: String, number: Int)] {
    var made = GeneratedClaims(seed: seed)
    var asked = [(change: Change, question: RememberedClaim, session: String, number: Int)]()
    let step = max(1, sessions * claims / questions)
    for session in 1...sessions {
      for number in 1...claims {
        let event = made.event()
        let path = "session-\(session).json"
        add(claim(event, session: path, number: number))
        guard ((session - 1) * claims + number) % step == 0 else { continue }
        let change = Change.allCases[asked.count % Change.allCases.count]
        let later = made.changed(event, change)
        asked.append(
          (
            change, claim(later, session: "", number: 0, without: change == .unmarked), path, number
          ))
      }
    }
    return asked
  }
}
