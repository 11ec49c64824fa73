/// Makes a page small for the parser: what no story is made of is left out, texts and the
/// attributes of a tag stand in it as one character, and elements nest no deeper than in browsers.
///
/// Gumbo takes tens of nanoseconds for each character; most of a page are scripts, styles,
/// attributes and plain text, of which it has to know no more than that they are there. Tokens are
/// told apart as HTML5 does (13.2.5); the tree is gumbo's alone.
///
/// `<p style="…" class="a">Some words</p>` → `<p ①>②</p>`, where ① and ② are a `PageMark` each
struct PageScanner {
  /// Where the text of a number stands in the page.
  private(set) var texts = [Range<Int>]()
  /// The attributes of tags, and where among them those of a number are.
  private(set) var attributes = [PageTree.Attribute]()
  private(set) var sets = [Range<Int>]()
  /// Contents of scripts that hold JSON, and whether it is JSON-LD.
  private(set) var data = [(range: Range<Int>, isLinked: Bool)]()
  /// Comments in front of the document: where a saved page was saved from.
  private(set) var comments = [Range<Int>]()
  private(set) var out = [UInt8]()

  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var open = [Open]()
  /// Formatting elements with the same attributes have one number: gumbo tells by it that they are
  /// alike, and opens no more than three of them again (13.2.4.3).
  private var known = KeyMap<Int32>(capacity: 32)

  /// An `svg` is not closed: no other one is looked through.
  private var isDrawingOpen = false

  private struct Open {
    var name: UInt64
    var isKept: Bool
  }

  static let depthLimit = 512
  static let longComment = 4096
  private static let shortText = 2

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count / 4 + 64)
    while at < bytes.count {
      if bytes[at] == 0x3C, let end = markup() { at = end } else { text() }
    }
  }

  // MARK: Texts

  /// To the next `<`; a `<` that opens nothing is text.
  private mutating func text() {
    let end = ByteSearch.first(0x3C, in: bytes, from: at + 1) ?? bytes.count
    text(at..<end)
    at = end
  }

  /// References are left to the parser.
  private mutating func text(_ range: Range<Int>) {
    let end = range.upperBound
    var start = range.lowerBound
    var next = start
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    while let mark = ByteSearch.first(0x26, in: text, from: next) {
      next = mark
      put(start..<next)
      start = next
      next += 1
      while next < end, next - start < 40, Self.isWordByte(bytes[next]) || bytes[next] == 0x23 {
        next += 1
      }
      if let end = endOfMark(start..<next) {
        next = end
      } else {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<next]))
      }
      start = next
    }
    put(start..<end)
  }

  /// Where a reference ends that would be taken for a mark, as fonts of icons have them; it is left
  /// out. "&#xF0349;"
  private func endOfMark(_ range: Range<Int>) -> Int? {
    guard range.count > 3, bytes[range.lowerBound + 1] == 0x23 else { return nil }
    var at = range.lowerBound + 2
    let isHex = bytes[at] | 0x20 == 0x78
    if isHex { at += 1 }
    var number = 0
    while at < range.upperBound, number <= 0x10FFFF, let digit = Self.digit(bytes[at], isHex) {
      number = number * (isHex ? 16 : 10) + digit
      at += 1
    }
    guard number >= PageMark.firstScalar else { return nil }
    return at < range.upperBound && bytes[at] == 0x3B ? at + 1 : at
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> Int? {
    if byte &- 0x30 < 10 { return Int(byte &- 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return isHex && letter < 6 ? Int(letter) + 10 : nil
  }

  /// A text as a mark, blanks as one blank.
  private mutating func put(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard let first = range.first(where: { bytes[$0] > 0x20 }) else {
      out.append(0x20)
      return
    }
    // A mark that is written in the page itself stands for nothing.
    let isShort = range.count < Self.shortText && bytes[first] < 0x80
    guard !isShort, texts.count < PageMark.most else {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
      return
    }
    if first > range.lowerBound { out.append(0x20) }
    PageMark.append(texts.count, to: &out)
    texts.append(range)
  }

  // MARK: Markup

  /// The end of the markup that begins at `at`; nil where it is none.
  private mutating func markup() -> Int? {
    guard at + 1 < bytes.count else { return nil }
    let next = bytes[at + 1]
    if Self.isLetter(next) { return startTag() }
    if next == 0x2F {
      guard at + 2 < bytes.count else { return nil }
      return Self.isLetter(bytes[at + 2]) ? endTag() : bogus()
    }
    if next == 0x21 { return declaration() }
    return next == 0x3F ? bogus() : nil
  }

  private func bogus() -> Int {
    (ByteSearch.first(0x3E, in: bytes, from: at) ?? bytes.count - 1) + 1
  }

  private mutating func declaration() -> Int {
    guard matches("<!--", at) else {
      let end = bogus()
      if matches("<!doctype", at) { out.append(contentsOf: bytes[at..<end]) }
      return end
    }
    var end = at + 4
    if end < bytes.count, bytes[end] == 0x3E { return end + 1 }
    if matches("->", end) { return end + 2 }
    while end < bytes.count {
      if bytes[end] == 0x2D, matches("-->", end) || matches("--!>", end) { break }
      end += 1
    }
    if comments.count < 8 { comments.append((at + 4)..<min(end, at + 4 + Self.longComment)) }
    guard end < bytes.count else { return bytes.count }
    return end + (bytes[end + 2] == 0x3E ? 3 : 4)
  }

  private mutating func endTag() -> Int {
    var end = at + 2
    let name = name(&end)
    let close = bogus()
    var isKept = true
    if open.last?.name == name {
      isKept = open[open.count - 1].isKept
      open.removeLast()
    } else if !PageTagKind(name).contains(.endless),
      let place = open.lastIndex(where: { $0.name == name })
    {
      isKept = open[place].isKept
      open.removeSubrange(place...)
    }
    if isKept {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
      out.append(0x3E)
    }
    return close
  }

  /// A picture by the name that AMP gives it.
  private static let ampImage = PageTagKind.key("amp-img")
  private static let image = Array("<img".utf8)

  private mutating func startTag() -> Int {
    var end = at + 1
    let name = name(&end)
    let kind = PageTagKind(name)
    if kind.contains(.drawing), !isDrawingOpen {
      if let rest = endOfDrawing() { return rest }
      isDrawingOpen = true
    }
    let mark = out.count
    if name == Self.ampImage {
      out += Self.image
    } else {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
    }
    var tag = PageAttributes(bytes: bytes, at: end)
    put(&tag, of: kind)
    end = tag.at
    out.append(0x3E)
    if kind.contains(.raw) { return raw(name, kind, from: end, tag) }
    guard !kind.contains(.endless) else { return end }
    let isKept = open.count < Self.depthLimit
    if !isKept { out.removeSubrange(mark...) }
    if open.count < Self.depthLimit * 2 { open.append(Open(name: name, isKept: isKept)) }
    return end
  }

  /// The attributes of a tag as a mark, but for those that the parser has to read.
  private mutating func put(_ tag: inout PageAttributes, of kind: PageTagKind) {
    let first = attributes.count
    let isMarked = sets.count < PageMark.most
    tag.read(
      into: &attributes, as: &out,
      isWritten: { !isMarked || $0 == .type && kind.contains(.input) })
    guard attributes.count > first else { return }
    out.append(0x20)
    guard kind.contains(.formatting) else {
      PageMark.append(sets.count, to: &out)
      sets.append(first..<attributes.count)
      return
    }
    PageMark.append(number(ofSetFrom: first), to: &out)
  }

  /// The number of the attributes from `first` on, or that of the same ones before them.
  private mutating func number(ofSetFrom first: Int) -> Int {
    var key = PageHash.seed
    for attribute in attributes[first...] {
      key = PageHash.adding(key, attribute.name.rawValue)
      for byte in bytes[attribute.range] { key = PageHash.adding(key, byte) }
    }
    if let number = known[key].map(Int.init), areSame(sets[number], first..<attributes.count) {
      attributes.removeSubrange(first...)
      return number
    }
    known[key] = Int32(sets.count)
    sets.append(first..<attributes.count)
    return sets.count - 1
  }

  private func areSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && zip(attributes[a], attributes[b]).allSatisfy {
        $0.name == $1.name && bytes[$0.range].elementsEqual(bytes[$1.range])
      }
  }

  /// A script or style: only its tags are kept; what data it holds is told.
  private mutating func raw(
    _ name: UInt64, _ kind: PageTagKind, from start: Int, _ tag: PageAttributes
  ) -> Int {
    let isScript = kind.contains(.script)
    let end = isScript ? endOfScript(from: start) : endOfRaw(name, from: start)
    if isScript, tag.isData, data.count < 256 {
      data.append((start..<end, tag.isLinked))
    }
    if kind.contains(.title) { text(start..<end) }
    return end
  }

  private func endOfRaw(_ name: UInt64, from start: Int) -> Int {
    var at = start
    while let found = ByteSearch.first(0x3C, in: bytes, from: at) {
      if found + 2 < bytes.count, bytes[found + 1] == 0x2F {
        var end = found + 2
        if self.name(&end) == name { return found }
      }
      at = found + 1
    }
    return bytes.count
  }

  /// `</script` ends it, unless a comment in it has opened another one (13.2.5.17 and following).
  private func endOfScript(from start: Int) -> Int {
    var at = start
    var isComment = false
    var isInner = false
    while at < bytes.count {
      if !isComment {
        guard let found = ByteSearch.first(0x3C, in: bytes, from: at) else { break }
        at = found
      }
      if bytes[at] == 0x3C {
        if matches("</script", at) {
          if !isInner { return at }
          isInner = false
        } else if !isComment, matches("<!--", at) {
          isComment = true
        } else if isComment, matches("<script", at) {
          isInner = true
        }
      } else if isComment, bytes[at] == 0x2D, matches("-->", at) {
        isComment = false
        isInner = false
      }
      at += 1
    }
    return isInner ? endOfRaw(PageTagKind.key("script"), from: start) : bytes.count
  }

  /// Behind a drawing that is closed: there is no text of a story in it.
  private func endOfDrawing() -> Int? {
    var depth = 0
    var at = at
    while at < bytes.count {
      if bytes[at] == 0x3C {
        if matches("<svg", at) {
          var tag = PageAttributes(bytes: bytes, at: at + 4)
          tag.skip()
          if !tag.isSelfClosing { depth += 1 }
          if depth == 0 { return tag.at }
          at = tag.at
          continue
        } else if matches("</svg", at) {
          depth -= 1
          if depth == 0 { return bytes[at...].firstIndex(of: 0x3E).map { $0 + 1 } }
        }
      }
      at += 1
    }
    return nil
  }

  /// The name at `end` as a number: its first eight letters, lower case.
  private func name(_ end: inout Int) -> UInt64 {
    var name: UInt64 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 || byte == 0x2F || byte == 0x3E { break }
      name = name << 8 | UInt64(Self.lower(byte)) | (name >> 56) &* 31
      end += 1
    }
    return name
  }

  private func matches(_ word: StaticString, _ at: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for index in 0..<count where Self.lower(bytes[at + index]) != word.utf8Start[index] {
      return false
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte == 0x3B
  }
}
