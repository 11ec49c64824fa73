internal import ClaimModel
internal import Lexicons

/// What a newsroom says to do with a story, where it says so in words at its head: "CORRECTED-",
/// "UPDATE 2-", "Đính chính: …", "(Corrects figure in paragraph 3)".
enum NoticeWords {
  /// Of the headline, the lead and the first paragraphs; each kind once.
  static func notices(of story: ReceivedStory) -> [StoryNotice] {
    var notices = [StoryNotice]()
    func add(_ found: StoryNotice?) {
      guard let found, !notices.contains(where: { $0.kind == found.kind }) else { return }
      notices.append(found)
    }
    for notice in headline(story.title ?? "") { add(notice) }
    let heads = [story.lead].compactMap { $0 } + story.parts.prefix(firstParts).map(\.text)
    for text in heads { add(paragraph(text)) }
    return notices
  }

  /// Of a note by the desk: anywhere in it.
  static func notice(inNote text: String) -> StoryNotice? {
    let head = Head(text)
    if let rule = rules.opening(head.lower).first(where: { head.begins(with: $0) }) {
      return notice(rule, text)
    }
    return rules.within(head.lower) { $0.manner != "capitals" && $0.manner != "mark" }
      .map { notice($0, text) }
  }

  /// Parts in which such words are looked for.
  private static let firstParts = 3

  /// "CORRECTED-UPDATE 1-River rises": all that stand at its head.
  private static func headline(_ title: String) -> [StoryNotice] {
    var found = [StoryNotice]()
    var rest = Head(title)
    while found.count < 4, let (rule, behind) = marked(rest) {
      found.append(notice(rule, title))
      rest = behind
    }
    return found
  }

  private static func paragraph(_ text: String) -> StoryNotice? {
    let head = Head(text)
    if let (rule, _) = marked(head) { return notice(rule, text) }
    if head.isBracketed {
      let inner = head.withoutBracket
      if let rule = rules.opening(inner.lower).first(where: {
        $0.manner == "bracket" && inner.begins(with: $0)
      }) {
        return notice(rule, text)
      }
    }
    return rules.within(head.lower) { $0.manner == "anywhere" }.map { notice($0, text) }
  }

  /// The words at the head, and what stands behind them.
  private static func marked(_ head: Head) -> (Rule, Head)? {
    let inner = head.isBracketed ? head.withoutBracket : head
    for rule in rules.opening(inner.lower) where inner.begins(with: rule) {
      let behind = inner.dropping(rule)
      switch rule.manner {
      case "open": return (rule, behind.withoutMark)
      case "mark" where behind.isMarked || (behind.isDashed && inner.isInCapitals(rule)),
        "capitals" where (behind.isMarked || behind.isDashed) && inner.isInCapitals(rule):
        return (rule, behind.withoutMark)
      default: continue
      }
    }
    return nil
  }

  private static func notice(_ rule: Rule, _ text: String) -> StoryNotice {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let until = rule.kind == .embargo ? FeedDate.first(in: words) : nil
    let short = String(String.UnicodeScalarView(words.unicodeScalars.prefix(200)))
    return StoryNotice(rule.kind, words: short, until: until)
  }

  private static let rules = NoticeRules()
}

/// A line of `notice-words.tsv`.
private struct Rule {
  var words: [UInt8]
  var kind: StoryNotice.Kind
  var manner: String
}

private struct NoticeRules {
  /// By their first byte; longer words first: "embargoed until" before "embargoed".
  private var rules = [[Rule]](repeating: [], count: 256)

  init() {
    for row in WordList(embedded: "notice-words.tsv").rows {
      let words = Array(row[0].utf8)
      guard let first = words.first, let kind = StoryNotice.Kind(rawValue: row[1]) else { continue }
      rules[Int(first)].append(Rule(words: words, kind: kind, manner: row[2]))
    }
    for index in rules.indices { rules[index].sort { $0.words.count > $1.words.count } }
  }

  /// Those that may stand at the beginning.
  func opening(_ text: [UInt8]) -> [Rule] { text.first.map { rules[Int($0)] } ?? [] }

  /// The first that stands anywhere, between other words.
  func within(_ text: [UInt8], _ isWanted: (Rule) -> Bool) -> Rule? {
    for at in text.indices where at == 0 || text[at - 1] <= 0x2F {
      for rule in rules[Int(text[at])] where text[at...].starts(with: rule.words) {
        if isWanted(rule) { return rule }
      }
    }
    return nil
  }
}

/// The beginning of a text, in lower case beside how it is written.
private struct Head {
  let written: Substring
  let lower: [UInt8]

  private static let limit = 300

  /// Of any text: letters are composed first, as those of the table are.
  init(_ text: some StringProtocol) {
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.limit)))
    self.init(clean: Substring(String(decoding: ReceivedText.clean(head), as: UTF8.self)))
  }

  private init(clean text: Substring) {
    written = text.trimmingBlanks()
    lower = Self.lower(written)
  }

  /// In lower case where that has as many bytes, so that places are the same in both.
  private static func lower(_ text: Substring) -> [UInt8] {
    var out = [UInt8]()
    for scalar in text.unicodeScalars {
      let written = UTF8.encode(scalar) ?? .init()
      let lower = scalar.properties.lowercaseMapping.utf8
      if lower.count == written.count { out += lower } else { out += written }
    }
    return out
  }

  func begins(with rule: Rule) -> Bool {
    guard lower.starts(with: rule.words) else { return false }
    guard lower.count > rule.words.count else { return true }
    let next = lower[rule.words.count]
    return next < 0x80 && !(0x61...0x7A).contains(next)
  }

  func dropping(_ rule: Rule) -> Head {
    Head(clean: Substring(written.utf8.dropFirst(rule.words.count)))
  }

  func isInCapitals(_ rule: Rule) -> Bool {
    !String(Substring(written.utf8.prefix(rule.words.count))).contains { $0.isLowercase }
  }

  var isBracketed: Bool { written.first == "(" || written.first == "[" }
  var withoutBracket: Head { Head(clean: written.dropFirst()) }

  /// Nothing, a colon or a closing bracket follows, a number before it or not: "UPDATE 2:".
  var isMarked: Bool {
    guard let first = afterNumber.first else { return true }
    return first == ":" || first == ")" || first == "]"
  }

  var isDashed: Bool { afterNumber.first.map { "-–—".contains($0) } ?? false }

  var withoutMark: Head { Head(clean: afterNumber.drop { ":-–—)] ".contains($0) }) }

  private var afterNumber: Substring {
    written.drop { $0.isWhitespace || ($0.isASCII && $0.isNumber) || $0 == "#" }
  }
}
