/// Tells a JSON text with a list of stories from all other JSON, by its beginning.
struct JSONListHead {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var isOfStories = false

  private init(start bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// `bytes` are UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    switch next() {
    case 0x5B: isOfStories = next() == 0x7B && recordHasText()
    case 0x7B: isOfStories = objectHasList()
    default: break
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The next byte that is no blank.
  private mutating func next() -> UInt8? {
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    at += 1
    return bytes[at - 1]
  }

  /// The string whose opening mark was read; nil where it has no end here.
  private mutating func string() -> String? {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case 0x22:
        at += 1
        return String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)]), as: UTF8.self)
      case 0x5C: at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// Passes over a value whose first byte was read; false where the head ends in it.
  private mutating func skip(from first: UInt8) -> Bool {
    if first == 0x22 { return string() != nil }
    guard first == 0x7B || first == 0x5B else {
      while at < bytes.count, ![0x2C, 0x7D, 0x5D].contains(bytes[at]) { at += 1 }
      return at < bytes.count
    }
    var depth = 1
    while depth > 0 {
      guard let byte = next() else { return false }
      switch byte {
      case 0x22: if string() == nil { return false }
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
    }
    return true
  }

  /// The keys of an object whose brace was read, each with the first byte of its value; `body`
  /// ends it by false. Gives back whether the object ended.
  private mutating func forEachKey(
    _ body: (inout JSONListHead, String, UInt8) -> Bool
  ) -> Bool {
    while let mark = next(), mark == 0x22 {
      guard let key = string(), next() == 0x3A, let first = next() else { return false }
      let before = at
      guard body(&self, key, first) else { return false }
      at = before
      guard skip(from: first) else { return false }
      guard let end = next(), end == 0x2C else { return true }
    }
    return true
  }

  /// Whether a record has text or, as far as it is seen, a title and something else of a story;
  /// the articles of a session have claims or a digest too, and are none.
  private mutating func recordHasText() -> Bool {
    var fields = Set<StoryField>()
    _ = forEachKey { head, key, first in
      if key == "sha256" || key == "claims" && first == 0x5B {
        fields = []
        return false
      }
      if first == 0x7B, Self.holders.contains(key) {
        _ = head.forEachKey { _, key, first in
          if first != 0x7B, let field = StoryField.known(key)?.field { fields.insert(field) }
          return true
        }
        return true
      }
      let isTold = first != 0x7B || head.isRendered()
      if isTold, let field = StoryField.known(key)?.field { fields.insert(field) }
      return true
    }
    return fields.contains(.text) || (fields.contains(.title) && fields.count > 1)
  }

  /// Whether an object whose brace was read holds text as WordPress gives it:
  /// `{"rendered": "<p>…"}`
  private mutating func isRendered() -> Bool {
    next() == 0x22 && string() == "rendered"
  }

  /// Whether an object is one story, as crawlers save it: text and something else of a story, no
  /// number of its own, and nothing behind it. `{"title": "…", "text": "…"}`
  var isOneStory: Bool {
    var head = JSONListHead(start: bytes)
    guard head.next() == 0x7B else { return false }
    var (fields, isOther) = (Set<StoryField>(), false)
    let isWhole = head.forEachKey { head, key, first in
      if first == 0x22, let field = StoryField.known(key)?.field { fields.insert(field) }
      isOther = isOther || Self.strange.contains(key) || first == 0x7B && Self.strange.contains(key)
      return !isOther
    }
    guard isWhole, !isOther, fields.isSuperset(of: [.text, .title]), !fields.contains(.id) else {
      return false
    }
    return head.next() == nil
  }

  /// Members of other forms: sessions, lines of claims, wires, feeds.
  private static let strange: Set = [
    "id", "sha256", "claims", "record", "format", "version", "uri", "type", "items",
  ]

  /// Members of a record that hold its fields: of search engines and of interfaces for programs.
  static let holders: Set = ["_source", "fields", "attributes"]
  /// Members that hold the list: `{"response": {"results": […]}}`, `{"hits": {"hits": […]}}`
  static let wrappers: Set = ["response", "hits", "data", "result", "results"]

  /// Whether an object has a list of records with text, and is itself no story, session or feed.
  private mutating func objectHasList(isInner: Bool = false) -> Bool {
    var (hasList, isOther) = (false, false)
    _ = forEachKey { head, key, first in
      if first == 0x5B, head.next() == 0x7B, head.recordHasText() { hasList = true }
      if first == 0x7B, !isInner, Self.wrappers.contains(key) {
        hasList = head.objectHasList(isInner: true) || hasList
      }
      if first == 0x22, StoryField.known(key)?.field == .text { isOther = true }
      if first == 0x22, let value = head.string(),
        key == "format" && value.hasPrefix("theo") || value.hasPrefix("https://jsonfeed.org/")
      {
        isOther = true
      }
      return !isOther
    }
    return hasList && !isOther
  }
}
