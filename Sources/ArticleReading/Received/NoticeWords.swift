package import ClaimModel
internal import Lexicons

/// What a newsroom says to do with a story, where it says so in words: "CORRECTED-", "UPDATE 2-",
/// "Đính chính: …", "(Corrects figure in paragraph 3)".
package enum NoticeWords {
  /// Parts below the lead in which such words are looked for.
  private static let firstParts = 3
  private static let mostMarks = 4
  private static let rules = NoticeRules()

  /// Of the headline, the lead and the first parts of a story; each kind once.
  static func notices(of text: ReceivedText) -> [StoryNotice] {
    var notices = [StoryNotice]()
    func add(_ found: StoryNotice?) {
      guard let found, !notices.contains(where: { $0.kind == found.kind }) else { return }
      notices.append(found)
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      func part(_ span: TextSpan) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[span.range])
      }
      if let title = text.title.map(part) { for notice in headline(title) { add(notice) } }
      let heads = [text.lead].compactMap { $0 } + text.parts.prefix(firstParts)
      for span in heads { add(paragraph(part(span))) }
    }
    return notices
  }

  /// Of a note by the desk: anywhere in it.
  static func notice(inNote text: String) -> StoryNotice? {
    ReceivedText.clean(text).withUnsafeBufferPointer { bytes in
      let head = NoticeHead(bytes)
      if let rule = rules.opening(head).first(where: {
        $0.manner != .line && head.begins(with: $0.words)
      }) {
        return notice(rule, bytes)
      }
      return rules.within(head, rules.inNotes).map { notice($0, bytes) }
    }
  }

  /// Of a line at either end of a story that has no form: "CORRECTED: …", "Đính chính – …",
  /// "UPDATE 2-…"; not "Corrected figures show …".
  package static func notice(inLine line: some StringProtocol) -> StoryNotice? {
    guard let first = line.utf8.first(where: { $0 > 0x20 && $0 != 0x5F }), rules.opens(first) else {
      return nil
    }
    let spaced = line.utf8.prefix(NoticeHead.limit * 4).map { $0 == 0x5F ? 0x20 : $0 }
    return ReceivedText.clean(String(decoding: spaced, as: UTF8.self))
      .withUnsafeBufferPointer { bytes in
        let head = NoticeHead(bytes)
        let rule = rules.opening(head).first { $0.manner != .bracket && head.isLine(of: $0) }
        return rule.map { StoryNotice($0.kind, words: words(bytes, most: linesWords)) }
      }
  }

  private static let linesWords = 200

  /// "CORRECTED-UPDATE 1-River rises": all that stand at its head.
  private static func headline(_ bytes: UnsafeBufferPointer<UInt8>) -> [StoryNotice] {
    guard rules.mayOpen(bytes) else { return [] }
    var found = [StoryNotice]()
    var rest = NoticeHead(bytes)
    while found.count < mostMarks, let (rule, behind) = marked(rest) {
      found.append(notice(rule, bytes))
      rest = behind
    }
    return found
  }

  private static func paragraph(_ bytes: UnsafeBufferPointer<UInt8>) -> StoryNotice? {
    let head = NoticeHead(bytes)
    if rules.mayOpen(bytes) {
      if let (rule, _) = marked(head) { return notice(rule, bytes) }
      if head.isBracketed {
        let inner = head.withoutBracket
        let rule = rules.opening(inner).first {
          $0.manner == .bracket && inner.begins(with: $0.words)
        }
        if let rule { return notice(rule, bytes) }
      }
    }
    return rules.within(head, rules.anywhere).map { notice($0, bytes) }
  }

  /// The words at the head, and what stands behind them.
  private static func marked(_ head: NoticeHead) -> (NoticeRule, NoticeHead)? {
    let inner = head.isBracketed ? head.withoutBracket : head
    for rule in rules.opening(inner) where inner.begins(with: rule.words) {
      let behind = inner.dropping(rule.words.count)
      switch rule.manner {
      case .open: return (rule, behind.withoutMark)
      case .mark where behind.isMarked || behind.isDashed && inner.isInCapitals(rule.words.count),
        .capitals
      where (behind.isMarked || behind.isDashed) && inner.isInCapitals(rule.words.count):
        return (rule, behind.withoutMark)
      default: continue
      }
    }
    return nil
  }

  private static func notice(
    _ rule: NoticeRule, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> StoryNotice {
    let until =
      rule.kind == .embargo ? FeedDate.first(in: String(decoding: bytes, as: UTF8.self)) : nil
    return StoryNotice(rule.kind, words: words(bytes, most: 200), until: until)
  }

  /// The first code points of a text.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> String {
    String(String(decoding: bytes.prefix(most * 4), as: UTF8.self).unicodeScalars.prefix(most))
  }
}
