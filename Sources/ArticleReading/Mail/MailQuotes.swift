/// What a mail quotes of an earlier one: lines behind ">" (RFC 3676, section 4.5).
///
/// `Cầu dài 4 km. | Bà Nga viết: | > cầu dài 9 km` → the first line is the story, the others are
/// apart; of a mail that has nothing else the quoted lines are the story, without their marks.
struct MailQuotes {
  /// The lines of the sender, or all of them where nothing is the sender's own.
  private(set) var lines: [Substring]
  /// The lines quoted, and the one before them that says whose they are.
  private(set) var quoted: [Substring] = []

  init(_ all: [Substring]) {
    lines = all
    guard all.contains(where: Self.isQuoted) else { return }
    var own = [Substring]()
    for line in all {
      guard Self.isQuoted(line) else {
        own.append(line)
        continue
      }
      if quoted.last.map(Self.isQuoted) != true, let lead = Self.takeLead(&own) {
        quoted.append(lead)
      }
      quoted.append(line)
    }
    if own.contains(where: { !TextTrim.isBlank($0) }) {
      lines = own
    } else {
      quoted = []
      lines = all.filter { !$0.hasSuffix(":") || Self.isQuoted($0) }.map(Self.unmarked)
    }
  }

  /// "Bà Nga viết:", the last line above what is quoted; blank ones between them go with it.
  private static func takeLead(_ own: inout [Substring]) -> Substring? {
    guard let last = own.lastIndex(where: { !TextTrim.isBlank($0) }),
      own[last].last(where: { $0 != " " }) == ":"
    else { return nil }
    let lead = own[last]
    own.removeSubrange(last...)
    return lead
  }

  private static func isQuoted(_ line: Substring) -> Bool { line.first == ">" }

  /// "> > Cầu dài 4 km" → "Cầu dài 4 km"
  private static func unmarked(_ line: Substring) -> Substring {
    guard isQuoted(line) else { return line }
    var rest = line
    while rest.first == ">" { rest = rest.dropFirst().drop { $0 == " " } }
    return rest
  }
}
