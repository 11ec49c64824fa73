/// A pattern of file names as glob(7) has it, matched character by character: "Hà*" takes a
/// decomposed "Hà Nội.txt" as well. `*`, `?`, `[a-z]`, `[!a]`, and `\` before a character.
struct NamePattern {
  private enum Part {
    case any
    case one
    case set([ClosedRange<Character>], isNegated: Bool)
    case character(Character)
  }

  private let parts: [Part]
  /// Whether it has anything but characters that stand for themselves.
  let isPattern: Bool

  init(_ text: some StringProtocol) {
    var parts = [Part]()
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      switch character {
      case "*": parts.append(.any)
      case "?": parts.append(.one)
      case "[": parts.append(Self.set(&rest) ?? .character("["))
      case "\\": parts.append(.character(rest.popFirst() ?? "\\"))
      default: parts.append(.character(character))
      }
    }
    self.parts = parts
    isPattern = parts.contains { if case .character = $0 { false } else { true } }
  }

  /// Behind `[`; nil where no `]` ends it.
  private static func set(_ rest: inout ArraySlice<Character>) -> Part? {
    var inside = rest
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside.removeFirst() }
    var ranges = [ClosedRange<Character>]()
    while let first = inside.popFirst() {
      if first == "]", !ranges.isEmpty {
        rest = inside
        return .set(ranges, isNegated: isNegated)
      }
      if inside.first == "-", let last = inside.dropFirst().first, last != "]", first <= last {
        ranges.append(first...last)
        inside = inside.dropFirst(2)
      } else {
        ranges.append(first...first)
      }
    }
    return nil
  }

  /// Whether it is the whole of a name; a dot at the head is matched by a dot alone.
  func matches(_ name: String) -> Bool {
    if name.hasPrefix("."), case .character(".")? = parts.first {
    } else if name.hasPrefix(".") {
      return false
    }
    let name = Array(name)
    var (at, part) = (0, 0)
    var retry: (at: Int, part: Int)?
    while at < name.count || part < parts.count {
      if part < parts.count {
        if case .any = parts[part] {
          retry = (at + 1, part)
          part += 1
          continue
        }
        if at < name.count, takes(parts[part], name[at]) {
          at += 1
          part += 1
          continue
        }
      }
      guard let again = retry, again.at <= name.count else { return false }
      (at, part) = (again.at, again.part + 1)
      retry = (again.at + 1, again.part)
    }
    return true
  }

  private func takes(_ part: Part, _ character: Character) -> Bool {
    switch part {
    case .any, .one: true
    case .set(let ranges, let isNegated):
      ranges.contains { $0.contains(character) } != isNegated
    case .character(let own): own == character
    }
  }
}
