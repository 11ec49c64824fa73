internal import ClaimModel
internal import Lexicons

/// What pages print around a story: "Xem thêm", "Share this article", "Advertisement".
struct PageLabels {
  private static let book = PhraseBook(embedded: "page-labels.tsv")
  private static let longest = 400
  /// Words of a phrase that says what a block is, whatever follows.
  private static let certain = 3

  let role: String
  /// Whether nothing else stands in the block.
  let isAlone: Bool
  /// Words of the phrase.
  let count: Int
  /// Whether a colon follows.
  let isHead: Bool

  /// Of a block's bytes; nil where it begins with no such phrase.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.mayOpen(bytes) else { return nil }
    let words = WordScanner(bytes: bytes).words(
      from: 0, to: min(bytes.count, Self.longest), limit: 14)
    guard var first = words.firstIndex(where: { $0.kind != .punctuation || $0.scalar == 0xA9 })
    else { return nil }
    // "5 bình luận"
    let isCounted = words[first].kind == .number && first + 1 < words.count
    if isCounted { first += 1 }
    guard let (role, count) = Self.book.match(words, at: first) else { return nil }
    let rest = words[(first + count)...]
    self.role = role
    self.count = count
    isHead = rest.first?.isMark(":") == true
    isAlone =
      bytes.count <= Self.longest && Self.isNothingMore(Array(rest)) && rest.count <= Self.mostRest
    if isCounted, !isAlone { return nil }
  }

  private static let mostRest = 9

  /// Whether only marks, numbers and labels follow: "Like", "Reply"; "Advertisement · Scroll to continue"
  private static func isNothingMore(_ words: [Word]) -> Bool {
    var at = 0
    while at < words.count {
      if words[at].kind != .word {
        at += 1
      } else if let (_, count) = book.match(words, at: at) {
        at += count
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a phrase begins with the first word that is no mark.
  private static func mayOpen(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var opens = false
    let scanner = WordScanner(bytes: bytes)
    scanner.forEachWord(from: 0, to: min(bytes.count, longest)) { start, end, scalar, _ in
      let kind = Scalars.kind(scalar)
      if kind == .digit || kind == .punctuation && scalar != 0xA9 { return true }
      opens = book.opens(WordKey(bytes: bytes, from: start, to: end))
      return false
    }
    return opens
  }

  /// Whether a block ends in a phrase that notes end in.
  static func isNote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = WordScanner(bytes: bytes).words(from: startOfTail(bytes), to: bytes.count).filter {
      $0.kind != .punctuation
    }
    return words.indices.suffix(6).contains { at in
      guard let (_, count) = book.match(words, at: at, roles: ["noteEnd"]) else { return false }
      return at + count == words.count
    }
  }

  private static let longestTail = 200

  /// A blank, far enough from the end that the words of a phrase stand behind it.
  private static func startOfTail(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count > longestTail else { return 0 }
    return bytes[..<(bytes.count - longestTail)].lastIndex(of: 0x20) ?? 0
  }

  /// A text without a button's words at its end: "… File Photo Acquire Licensing Rights".
  static func withoutButton(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      let cut = words.indices.suffix(8).first { at in
        guard let (_, count) = book.match(words, at: at, roles: ["legal", "share"]), count > 1
        else {
          return false
        }
        return words[(at + count)...].allSatisfy { $0.kind == .punctuation }
      }
      let end = cut.map { words[$0].start } ?? bytes.count
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }

  var cause: RemovedText.Cause? {
    switch role {
    case "related": .related
    case "tags": .navigation
    case "comments": .comments
    case "share": .share
    case "advertisement": .advertisement
    case "subscription": .subscription
    case "note": .deskNote
    case "legal": .legal
    case "widget": .widget
    case "attachment": .attachment
    case "keyPoints": .keyPoints
    case "authorBox": .authorBox
    default: nil
    }
  }

  /// "A correction was made on March 5, …"
  var isNote: Bool { role == "note" && count >= Self.certain }

  /// Whether the phrase says what the block is although other words follow.
  var isCertain: Bool { isAlone || count >= Self.certain }
}
