internal import ClaimModel
internal import Lexicons

/// A row of `notice-words.tsv`.
struct NoticeRule {
  enum Manner: String {
    case mark, capitals, open, bracket, anywhere, line
  }

  /// In lower case.
  var words: [UInt8]
  var kind: StoryNotice.Kind
  var manner: Manner
}

/// The words of notices by their first byte, longer ones first: "embargoed until" before
/// "embargoed".
struct NoticeRules {
  private var all = [[NoticeRule]](repeating: [], count: 256)
  /// First bytes, of either case, of what may open a text, and whether they open a bracket.
  private var openings = [Bool](repeating: false, count: 256)
  /// Those that are read between other words, in paragraphs and in notes.
  private(set) var anywhere = [[NoticeRule]](repeating: [], count: 256)
  private(set) var inNotes = [[NoticeRule]](repeating: [], count: 256)

  init() {
    for row in WordList(embedded: "notice-words.tsv").rows {
      let words = Array(row[0].utf8)
      guard let first = words.first, let kind = StoryNotice.Kind(rawValue: row[1]),
        let manner = NoticeRule.Manner(rawValue: row[2])
      else { continue }
      let rule = NoticeRule(words: words, kind: kind, manner: manner)
      all[Int(first)].append(rule)
      openings[Int(first)] = true
      if first < 0x80 { openings[Int(first & 0xDF)] = true }
      if manner == .anywhere { anywhere[Int(first)].append(rule) }
      if ![.mark, .capitals, .line].contains(manner) { inNotes[Int(first)].append(rule) }
    }
    for index in all.indices {
      all[index].sort { $0.words.count > $1.words.count }
      anywhere[index].sort { $0.words.count > $1.words.count }
      inNotes[index].sort { $0.words.count > $1.words.count }
    }
  }

  /// Whether words may begin with a byte of either case.
  func opens(_ byte: UInt8) -> Bool { openings[Int(byte)] }

  /// Whether a text may begin with words of a notice, in brackets or not.
  func mayOpen(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.first.map { $0 == 0x28 || $0 == 0x5B || opens($0) } ?? false
  }

  /// Those that may stand at the beginning.
  func opening(_ head: NoticeHead) -> [NoticeRule] { head.first.map { all[Int($0)] } ?? [] }

  /// The first of `rules` that stands anywhere, between other words.
  func within(_ head: NoticeHead, _ rules: [[NoticeRule]]) -> NoticeRule? {
    let text = head.lower
    for at in text.indices where at == text.startIndex || text[at - 1] <= 0x2F {
      for rule in rules[Int(text[at])] where text[at...].starts(with: rule.words) { return rule }
    }
    return nil
  }
}

/// The beginning of a text whose letters are composed and whose blanks are single, in lower case
/// beside how it is written: both have the same places.
struct NoticeHead {
  private let written: ArraySlice<UInt8>
  let lower: ArraySlice<UInt8>

  /// In bytes of letters that take three each.
  static let limit = 300

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var end = min(bytes.count, Self.limit * 3)
    while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let written = Array(bytes[..<end])
    self.written = written[...]
    lower = Self.lowered(written)[...]
  }

  private init(_ head: NoticeHead, from start: Int) {
    var start = min(start, head.written.endIndex)
    while start < head.written.endIndex, head.written[start] == 0x20 { start += 1 }
    written = head.written[start...]
    lower = head.lower[start...]
  }

  /// Letters of English and Vietnamese; others stay as they are, of which no rule is made.
  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    var out = bytes
    for at in out.indices {
      let byte = out[at]
      if byte &- 0x41 < 26 {
        out[at] = byte | 0x20
      } else if byte >= 0x80, byte & 0xC0 == 0x80, at > 0 {
        switch bytes[at - 1] {
        case 0xC3 where byte <= 0x9E && byte != 0x97: out[at] = byte + 0x20
        case 0xC4 where byte & 1 == 0 && byte <= 0xB6 && byte != 0xB0: out[at] = byte + 1
        case 0xC5 where byte >= 0xA8 && byte & 1 == 0 && byte <= 0xB6: out[at] = byte + 1
        case 0xC6 where byte == 0xA0 || byte == 0xAF: out[at] = byte + 1
        case 0xBA...0xBB where at > 1 && bytes[at - 2] == 0xE1 && byte & 1 == 0: out[at] = byte + 1
        default: break
        }
      }
    }
    return out
  }

  var first: UInt8? { lower.first }

  /// And no letter behind.
  func begins(with words: [UInt8]) -> Bool {
    guard lower.starts(with: words) else { return false }
    guard lower.count > words.count else { return true }
    let next = lower[lower.startIndex + words.count]
    return next == 0xE2 || next < 0x80 && !(0x61...0x7A).contains(next)
  }

  func dropping(_ count: Int) -> NoticeHead { NoticeHead(self, from: written.startIndex + count) }

  /// Whether no letter of the first bytes is a small one.
  func isInCapitals(_ count: Int) -> Bool {
    let end = min(written.startIndex + count, written.endIndex)
    var at = written.startIndex
    while at < end {
      let isLetter = (written[at] | 0x20) &- 0x61 < 26
      if isLetter, written[at] & 0x20 != 0 { return false }
      var next = at + 1
      while next < end, written[next] & 0xC0 == 0x80 { next += 1 }
      if written[at] >= 0x80, written[at..<next] == lower[at..<next] { return false }
      at = next
    }
    return true
  }

  var isBracketed: Bool { first == 0x28 || first == 0x5B }
  var withoutBracket: NoticeHead { dropping(1) }

  /// Nothing, a colon or a closing bracket follows, a number before it or not: "UPDATE 2:".
  var isMarked: Bool {
    guard let first = afterNumber.first else { return true }
    return first == 0x3A || first == 0x29 || first == 0x5D
  }

  var isDashed: Bool { afterNumber.dash > 0 }

  var withoutMark: NoticeHead {
    var rest = afterNumber
    while let first = rest.first {
      if [0x3A, 0x29, 0x5D, 0x20].contains(first) {
        rest = rest.dropping(1)
      } else if rest.dash > 0 {
        rest = rest.dropping(rest.dash)
      } else {
        break
      }
    }
    return rest
  }

  private var afterNumber: NoticeHead {
    let at = written.firstIndex { $0 != 0x20 && $0 != 0x23 && !(0x30...0x39).contains($0) }
    return NoticeHead(self, from: at ?? written.endIndex)
  }

  /// Bytes of the dash that it begins with: "-", "–", "—"; 0 of none.
  private var dash: Int {
    if first == 0x2D { return 1 }
    return written.starts(with: [0xE2, 0x80, 0x93]) || written.starts(with: [0xE2, 0x80, 0x94])
      ? 3 : 0
  }

  /// Whether it is a line of its own that says so: nothing, a colon, a dash or a bracket follows, or
  /// of words in capitals a number or a capital.
  func isLine(of rule: NoticeRule) -> Bool {
    guard begins(with: rule.words) else { return false }
    let isLoud = isInCapitals(rule.words.count)
    if rule.manner == .capitals, !isLoud { return false }
    let place = written.startIndex + rule.words.count
    if place < written.endIndex, (0x30...0x39).contains(written[place]) { return false }
    let tail = dropping(rule.words.count)
    guard let next = tail.first else { return true }
    if next == 0x3A || next == 0x28 || tail.dash > 0 { return true }
    let isCapital =
      tail.written.first != tail.first || next >= 0xC3 && tail.isInCapitals(next < 0xE0 ? 2 : 3)
    return isLoud && ((0x30...0x39).contains(next) || isCapital)
  }
}
