@_spi(_Unicode) import Swift
internal import ClaimModel

/// The text of a received story, a part a line, and where in it each part stands.
struct ReceivedText {
  private(set) var bytes = [UInt8]()
  private(set) var title: TextSpan?
  private(set) var lead: TextSpan?
  private(set) var paragraphs = [TextSpan]()
  private(set) var captions = [Caption]()
  private(set) var bylines = [TextSpan]()
  /// Of paragraphs, captions and bylines, in their order.
  private(set) var parts = [TextSpan]()
  private(set) var entries = [StoryEntry]()

  init(_ story: ReceivedStory) {
    title = story.title.flatMap { add($0) }
    lead = story.lead.flatMap { add($0) }
    var spans = [TextSpan?]()
    for part in story.parts {
      let span = add(part.text)
      spans.append(span)
      guard let span else { continue }
      switch part {
      case .paragraph: paragraphs.append(span)
      case .byline: bylines.append(span)
      case .caption(_, let credit):
        let credit = credit.map { String(decoding: Self.clean($0), as: UTF8.self) }
        captions.append(Caption(span: span, credit: credit.flatMap { $0.isEmpty ? nil : $0 }))
      }
    }
    parts = spans.compactMap { $0 }
    entries = story.entries.compactMap { entry in
      let inside = spans[entry.parts].compactMap { $0 }
      guard let first = inside.first, let last = inside.last else { return nil }
      return StoryEntry(
        span: TextSpan(first.start, last.end), time: entry.time, words: entry.words)
    }
  }

  private mutating func add(_ text: String) -> TextSpan? {
    let line = Self.clean(text)
    guard !line.isEmpty else { return nil }
    if !bytes.isEmpty { bytes.append(0x0A) }
    let start = bytes.count
    bytes += line
    return TextSpan(start, bytes.count)
  }

  /// The same for a text whose letters are composed as they stand: those of European languages and
  /// Vietnamese, with the marks that go with them; nil of any other.
  private static func composed(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes -> [UInt8]? in
      if isClean(bytes) { return Array(bytes) }
      var isPlain = true
      let out = [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
        isPlain = compose(bytes, into: out, &count)
      }
      return isPlain ? out : nil
    }
  }

  /// Whether a text is made of composed letters with one blank between words: most are.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBlank = true
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte &- 0x21 < 0x5E {
        at += 1
      } else if byte == 0x20 {
        if isBlank { return false }
        isBlank = true
        at += 1
        continue
      } else if byte &- 0xC3 < 9 {
        at += 2
      } else if byte >= 0x80, let (length, kind) = plainLetter(bytes, at), kind == .letter {
        at += length
      } else {
        return false
      }
      isBlank = false
    }
    return !isBlank || bytes.isEmpty
  }

  /// Gives whether all of it is composed.
  private static func compose(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Bool {
    var isBlank = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte &- 0x21 < 0x5E {
        if isBlank, count > 0 {
          out[count] = 0x20
          count += 1
        }
        isBlank = false
        out[count] = byte
        count += 1
        at += 1
        continue
      }
      let (length, kind): (Int, Plain)
      if byte < 0x80 {
        (length, kind) = (1, byte <= 0x20 || byte == 0x7F ? .blank : .letter)
      } else if let found = plainLetter(bytes, at) {
        (length, kind) = found
      } else {
        return false
      }
      switch kind {
      case .blank: isBlank = true
      case .nothing: break
      case .letter:
        if isBlank, count > 0 {
          out[count] = 0x20
          count += 1
        }
        isBlank = false
        for offset in 0..<length { out[count + offset] = bytes[at + offset] }
        count += length
      }
      at += length
    }
    return true
  }

  private enum Plain { case letter, blank, nothing }

  /// U+0080 to U+02FF, U+1E00 to U+1EFF and U+2000 to U+206F; nil beyond them.
  private static func plainLetter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (length: Int, Plain)? {
    switch bytes[at] {
    case 0xC2:
      let next = bytes[at + 1]
      return (2, next <= 0xA0 ? .blank : next == 0xAD ? .nothing : .letter)
    case 0xC3...0xCB: return (2, .letter)
    case 0xE1 where bytes[at + 1] &- 0xB8 < 4: return (3, .letter)
    case 0xE2 where bytes[at + 1] == 0x80:
      switch bytes[at + 2] {
      case 0x8B...0x8D: return (3, .nothing)
      case 0x82...0x8A, 0xA8, 0xA9, 0xAF: return (3, .blank)
      case 0x90...0xA7, 0xB0...0xBF: return (3, .letter)
      default: return nil
      }
    default: return nil
    }
  }

  /// Runs of white space as one blank, none at the ends; zero-width characters and soft hyphens
  /// go; letters composed. "Việt\u{A0} Nam" → "Việt Nam"
  static func clean(_ text: String) -> [UInt8] {
    var out = [UInt8]()
    var isBlank = false
    if let plain = composed(text) { return plain }
    for scalar in text._nfc {
      if Self.isBlank(scalar) {
        isBlank = true
        continue
      }
      switch scalar.value {
      case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      default: break
      }
      if isBlank, !out.isEmpty { out.append(0x20) }
      isBlank = false
      out += UTF8.encode(scalar) ?? .init()
    }
    return out
  }

  /// White space and control characters (Unicode 15.0: White_Space, category Cc).
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }
}
