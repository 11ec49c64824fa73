package import ClaimModel

/// What a key does to the claim that is looked at, or where it goes.
package enum ReviewAction: Sendable, Hashable {
  case verdict(Verdict)
  case note, lastNote, tag, evidence
  case speaker, agency, words, drop
  case skip, back, undo, find, help, leave

  /// Every key with its action: the one place that says which is which.
  static let keys: [(key: Character, action: ReviewAction)] = [
    ("t", .verdict(.true)), ("m", .verdict(.mostlyTrue)), ("h", .verdict(.halfTrue)),
    ("x", .verdict(.misleading)), ("f", .verdict(.false)), ("u", .verdict(.unverifiable)),
    ("n", .note), ("p", .lastNote), ("g", .tag), ("e", .evidence), ("w", .speaker),
    ("a", .agency), ("c", .words), ("d", .drop), ("s", .skip), ("b", .back), ("z", .undo),
    ("/", .find), ("?", .help), ("q", .leave),
  ]

  /// Capitals are their small letters.
  init?(key: Character) {
    let plain = Self.typedWithMark(key) ?? Character(key.lowercased())
    guard let found = Self.keys.first(where: { $0.key == plain }) else { return nil }
    self = found.action
  }

  /// The key's letter, or the action's whole name: "t", "true", "note".
  init?(word: String) {
    if let letter = word.first, word.count == 1 {
      self.init(key: letter)
    } else if let found = Self.keys.first(where: { $0.action.name == word.lowercased() }) {
      self = found.action
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .verdict(let verdict): verdict.rawValue
    case .note: "note"
    case .lastNote: "last-note"
    case .tag: "tag"
    case .evidence: "evidence"
    case .speaker: "who"
    case .agency: "agency"
    case .words: "claim"
    case .drop: "drop"
    case .skip: "skip"
    case .back: "back"
    case .undo: "undo"
    case .find: "find"
    case .help: "help"
    case .leave: "leave"
    }
  }

  /// For `?`.
  var explanation: String {
    switch self {
    case .verdict: "the verdict, and on to the next claim"
    case .note: "your note on the claim shown; emptied, it goes"
    case .lastNote: "your note on the claim judged last, no longer shown"
    case .tag: "a tag, or several with commas between"
    case .evidence: "a URL, or a claim that bears on this one"
    case .speaker: "who said it: names of the story to choose from, or a new one"
    case .agency: "through which agency it came; several with commas between"
    case .words: "the claim's words: cut them, or take in more"
    case .drop: "it is no claim: drops it, and on to the next one"
    case .skip: "on to the next claim without a verdict; right arrow"
    case .back: "to the claim before; left arrow"
    case .undo: "takes back the last change made in this review"
    case .find: "on to the next claim of a selection, as in /speaker:\"Thu Ha\"; again without one"
    case .help: "these keys"
    case .leave: "leaves; every verdict is kept, and undo takes each back. So does ^C"
    }
  }

  /// A Vietnamese input method (Telex) that is left on makes one letter of two keys: after u, the
  /// keys f, x and s arrive as ù, ũ and ú; after e, the key e as ê; after a, the keys w and a as ă
  /// and â; after u, the key w as ư; after d, the key d as đ.
  private static func typedWithMark(_ key: Character) -> Character? {
    switch key {
    case "ù", "è", "à": "f"
    case "ũ", "ẽ", "ã": "x"
    case "ú", "é", "á": "s"
    case "ă", "ư": "w"
    case "â": "a"
    case "đ": "d"
    case "ê": "e"
    default: nil
    }
  }
}
