package import ClaimModel

/// What a key does to the claim that is looked at, or where it goes.
package enum ReviewAction: Sendable, Hashable {
  case verdict(Verdict)
  case note, tag, evidence
  case skip, back, undo, find, help, leave

  /// Every key with its action: the one place that says which is which.
  static let keys: [(key: Character, action: ReviewAction)] = [
    ("t", .verdict(.true)), ("m", .verdict(.mostlyTrue)), ("h", .verdict(.halfTrue)),
    ("x", .verdict(.misleading)), ("f", .verdict(.false)), ("u", .verdict(.unverifiable)),
    ("n", .note), ("g", .tag), ("e", .evidence), ("s", .skip), ("b", .back), ("z", .undo),
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
    case .tag: "tag"
    case .evidence: "evidence"
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
    case .note: "a remark; notes add up"
    case .tag: "a tag, or several with commas between"
    case .evidence: "a URL, or a claim that bears on this one"
    case .skip: "on to the next claim without a verdict; right arrow"
    case .back: "to the claim before; left arrow"
    case .undo: "takes back the last change made in this review"
    case .find: "on to the next claim of a selection, as in /said:\"Thu Ha\"; again without one"
    case .help: "these keys"
    case .leave: "leaves; every verdict is kept, and undo takes each back. So does ^C"
    }
  }

  /// A Vietnamese input method (Telex) that is left on makes one letter of two keys: after u, the
  /// keys f, x and s arrive as ù, ũ and ú; after e, the key e as ê.
  private static func typedWithMark(_ key: Character) -> Character? {
    switch key {
    case "ù", "è": "f"
    case "ũ", "ẽ": "x"
    case "ú", "é": "s"
    case "ê": "e"
    default: nil
    }
  }
}
