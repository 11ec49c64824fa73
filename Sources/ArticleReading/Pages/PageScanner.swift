/// Makes a page small for the parser: what no story is made of is left out, long texts stand in it
/// as numbers, and elements nest no deeper than in browsers.
///
/// Gumbo takes tens of nanoseconds for each byte; most bytes of a page are scripts, styles,
/// attributes and plain text, of which it has to know no more than that they are there. Tokens are
/// told apart as HTML5 does (13.2.5); the tree is gumbo's alone.
///
/// `<p style="…" class="a">Twenty-four letters or more</p>` → `<p class="a">␀0␀</p>`, where ␀ is
/// U+E000
struct PageScanner {
  /// Where the text of a number stands in the page.
  private(set) var texts = [Range<Int>]()
  /// Contents of scripts that hold JSON, and whether it is JSON-LD.
  private(set) var data = [(range: Range<Int>, isLinked: Bool)]()
  /// Comments in front of the document: where a saved page was saved from.
  private(set) var comments = [Range<Int>]()
  private(set) var out = [UInt8]()

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var open = [Open]()
  private var isPlain: Bool

  /// An `svg` is not closed: no other one is looked through.
  private var isDrawingOpen = false

  private struct Open {
    var name: UInt64
    var isKept: Bool
  }

  static let depthLimit = 512
  static let longComment = 4096
  private static let shortText = 24

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isPlain = !Self.holdsMark(bytes)
    out.reserveCapacity(bytes.count / 2 + 64)
    while at < bytes.count {
      if bytes[at] == 0x3C, let end = markup() { at = end } else { text() }
    }
  }

  /// Whether U+E000 stands in the page: then no text is a number.
  private static func holdsMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let found = ByteSearch.first(0xEE, in: bytes, from: at) {
      if found + 2 < bytes.count, bytes[found + 1] == 0x80, bytes[found + 2] == 0x80 {
        return true
      }
      at = found + 1
    }
    return false
  }

  // MARK: Texts

  /// To the next `<`; a `<` that opens nothing is text.
  private mutating func text() {
    let end = ByteSearch.first(0x3C, in: bytes, from: at + 1) ?? bytes.count
    var start = at
    var next = at
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    while let mark = ByteSearch.first(0x26, in: text, from: next) {
      next = mark
      put(start..<next)
      start = next
      next += 1
      while next < end, next - start < 40, Self.isWordByte(bytes[next]) || bytes[next] == 0x23 {
        next += 1
      }
      out.append(contentsOf: bytes[start..<next])
      start = next
    }
    put(start..<end)
    at = end
  }

  private mutating func put(_ range: Range<Int>) {
    guard isPlain, range.count >= Self.shortText,
      let first = range.first(where: { bytes[$0] > 0x20 })
    else {
      out.append(contentsOf: bytes[range])
      return
    }
    if first > range.lowerBound { out.append(0x20) }
    out += [0xEE, 0x80, 0x80]
    out.append(contentsOf: String(texts.count).utf8)
    out += [0xEE, 0x80, 0x80]
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
    if !PageTags.hasNoEnd(name), let place = open.lastIndex(where: { $0.name == name }) {
      isKept = open[place].isKept
      open.removeSubrange(place...)
    }
    if isKept {
      out.append(contentsOf: bytes[at..<end])
      out.append(0x3E)
    }
    return close
  }

  private mutating func startTag() -> Int {
    var end = at + 1
    let name = name(&end)
    if name == PageTags.svg, !isDrawingOpen {
      if let rest = endOfDrawing() { return rest }
      isDrawingOpen = true
    }
    let mark = out.count
    out.append(contentsOf: bytes[at..<end])
    var tag = PageAttributes(bytes: bytes, at: end)
    tag.copy(to: &out)
    end = tag.at
    out.append(0x3E)
    if PageTags.isRaw(name) { return raw(name, from: end, tag) }
    guard !PageTags.hasNoEnd(name) else { return end }
    let isKept = open.count < Self.depthLimit
    if !isKept { out.removeSubrange(mark...) }
    if open.count < Self.depthLimit * 2 { open.append(Open(name: name, isKept: isKept)) }
    return end
  }

  /// A script or style: only its tags are kept; what data it holds is told.
  private mutating func raw(_ name: UInt64, from start: Int, _ tag: PageAttributes) -> Int {
    let end = PageTags.isScript(name) ? endOfScript(from: start) : endOfRaw(name, from: start)
    if PageTags.isScript(name), tag.isData, data.count < 256 {
      data.append((start..<end, tag.isLinked))
    }
    if name == PageTags.title { out.append(contentsOf: bytes[start..<end]) }
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
    return isInner ? endOfRaw(PageTags.script, from: start) : bytes.count
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

/// Names of tags as the scanner compares them: eight letters in a number.
enum PageTags {
  static let script = key("script")
  static let svg = key("svg")
  static let title = key("title")

  static func isScript(_ name: UInt64) -> Bool { name == script }

  /// Elements whose content is no markup.
  static func isRaw(_ name: UInt64) -> Bool { raw[name] == true }
  private static let raw: KeyMap<Bool> = {
    let names = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]
    var found = KeyMap<Bool>(capacity: 32)
    for name in names { found[key(name)] = true }
    return found
  }()

  /// Elements without an end tag, and those whose end may be left out: they do not nest.
  static func hasNoEnd(_ name: UInt64) -> Bool { endless[name] == true }
  private static let endless: KeyMap<Bool> = {
    let names = """
      area base br col embed hr img input link meta param source track wbr keygen frame p li dt dd \
      tr td th thead tbody tfoot colgroup option optgroup rp rt html head body
      """
    var found = KeyMap<Bool>(capacity: 128)
    for name in names.split(separator: " ") { found[key(String(name))] = true }
    return found
  }()

  static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) | ($0 >> 56) &* 31 }
  }
}
