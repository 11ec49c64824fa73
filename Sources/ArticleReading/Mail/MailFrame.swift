internal import Lexicons

/// What stands around the text of a mail: a mail inside it with its header, and how it ends.
///
/// `Gửi bạn. | --- Forwarded message --- | From: … | Date: … | Subject: … | Cầu dài 4 km.` → the last
/// line; `Cầu dài 4 km. | From: … | Sent: … | Subject: … | Cầu dài 9 km.` → the first one;
/// `Cầu dài 4 km. | Trân trọng, | An` → the first one
struct MailFrame {
  /// Numbers of the lines that are the text.
  private(set) var kept: [Int]

  private let lines: [String]
  private static let words: [String: String] = {
    var words = [String: String]()
    for row in WordList(embedded: "mail-words.tsv").rows { words[row[0]] = row[1] }
    return words
  }()
  /// Lines below a closing: a name, what the sender does, addresses.
  private static let mostBelowClosing = 8
  private static let longestName = 60

  init(_ lines: [String]) {
    self.lines = lines.map { TextTrim.trimmed($0) }
    kept = Array(lines.indices)
    if let (mark, text, isForward) = innerHeader() { kept = part(mark, text, isForward) }
    dropClosing()
  }

  /// The mail inside, where it is what was sent on or all that there is; else what was written
  /// above it.
  private func part(_ mark: Int, _ text: Int, _ isForward: Bool) -> [Int] {
    let above = Array(0..<mark)
    let below = Array(text..<lines.count)
    let (short, long) = (size(above), size(below))
    if long == 0 { return above }
    return isForward || short == 0 ? (short > long ? above + below : below) : above
  }

  private func size(_ numbers: [Int]) -> Int { numbers.reduce(0) { $0 + lines[$1].utf8.count } }

  /// The line where the header of a mail inside begins, the first one of its text, and whether it
  /// was sent on.
  private func innerHeader() -> (mark: Int, text: Int, isForward: Bool)? {
    for number in lines.indices {
      let mark = Self.mark(lines[number])
      guard mark != nil || Self.role(lines[number]) == "from" else { continue }
      var (at, labels) = (mark != nil ? number + 1 : number, 0)
      while at < lines.count {
        if lines[at].isEmpty, labels == 0 || labels < 2 { at += 1; continue }
        guard let role = Self.role(lines[at]), role == "from" || role == "label" else { break }
        (at, labels) = (at + 1, labels + 1)
      }
      if labels > 2 || mark != nil && labels > 0 {
        return (number, at, mark == "forward")
      }
    }
    return nil
  }

  /// "---------- Forwarded message ---------", "Begin forwarded message:", "-----Original Message-----"
  private static func mark(_ line: String) -> String? {
    let isMark = line.hasPrefix("--") || line.hasSuffix(":") || line.hasPrefix("__")
    guard isMark, line.utf8.count < 120 else { return nil }
    let text = line.lowercased().drop { $0 == "-" || $0 == "_" || $0 == " " }
    let role = words.first {
      $0.value != "closing" && $0.value != "label" && $0.value != "from"
        && text.hasPrefix($0.key)
    }
    return role?.value
  }

  /// What the word before the colon of a line says.
  private static func role(_ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), line.utf8.count < 300 else { return nil }
    let label = line[..<colon].lowercased().filter { $0 != "*" }
    return words[TextTrim.trimmed(label)]
  }

  /// "Trân trọng," and the name below it, in the last lines.
  private mutating func dropClosing() {
    let closing = kept.lastIndex { number in
      let line = lines[number].lowercased().filter { $0 != "," && $0 != "." && $0 != "!" }
      return Self.words[line] == "closing"
    }
    guard let closing, closing > 0, kept.count - closing - 1 <= Self.mostBelowClosing,
      kept[(closing + 1)...].allSatisfy({ lines[$0].utf8.count <= Self.longestName })
    else { return }
    kept.removeSubrange(closing...)
  }
}
