internal import Lexicons

/// Short texts that are no sentence: times of entries, places before a story, lines of dashes.
enum PageStamp {
  private static let longest = 60
  private static let words = PhraseBook(embedded: "page-dates.tsv")
  private static let agoWords: Set<String> = [
    "ago", "h", "m", "min", "mins", "minute", "minutes", "hour", "hours", "day", "days", "giờ",
    "phút",
    "ngày", "trước", "at", "second", "seconds", "giây", "just", "now", "vừa", "xong", "lúc", "a",
    "p",
  ]

  /// Whether a letter or a digit stands in it: "___" and "* * *" are none.
  static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var holds = false
      WordScanner(bytes: bytes).forEachWord(from: 0, to: bytes.count) { _, _, scalar, _ in
        holds = Scalars.kind(scalar) != .punctuation
        return !holds
      }
      return holds
    }
  }

  /// "21h15", "16/09", "10:20 GMT", "2 giờ trước", "3.45pm", "Cập nhật lúc 14:05"
  static func isMoment(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= longest else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      let all = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      guard let start = all.firstIndex(where: { $0.kind != .punctuation }),
        let head = opening(all, start), start + head < all.count
      else { return false }
      let first = all[start + head]
      guard first.kind == .number,
        head > 0 || isClock(first, bytes)
          || all.contains(where: {
            $0.kind == .punctuation || $0.kind == .word || isClock($0, bytes)
          })
      else { return false }
      return all.indices.dropFirst(start + head).allSatisfy { at in
        switch all[at].kind {
        case .number: return true
        case .punctuation:
          return [0x3A, 0x2F, 0x2E, 0x2D, 0x28, 0x29, 0x2B, 0x7C].contains(all[at].scalar)
        case .word:
          let word = String(decoding: bytes[all[at].start..<all[at].end], as: UTF8.self)
            .lowercased()
          return agoWords.contains(word) || words.match(all, at: at) != nil
        }
      }
    }
  }

  /// The words before a moment's number: none, or "Cập nhật lúc", "Posted at"; nil of others.
  private static func opening(_ all: [Word], _ at: Int) -> Int? {
    if all[at].kind == .number { return 0 }
    guard let (_, count) = words.match(all, at: at, roles: ["updated", "published"]) else {
      return nil
    }
    let next = at + count
    guard next < all.count, all[next].kind == .word || all[next].isMark(":") else { return count }
    let isLink = all[next].isMark(":") || ["at", "lúc"].contains { all[next].key == WordKey($0) }
    return isLink ? count + 1 : nil
  }

  /// "1/5", "Ảnh 2/5", "3 of 12": which picture of how many.
  static func isCounter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 20 else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      let all = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      let numbers = all.filter { $0.kind == .number }.count
      let words = all.filter { $0.kind == .word }
      // "16h30", "14:05": a time.
      if all.contains(where: { isClock($0, bytes) || $0.isMark(":") || $0.isMark(".") }) {
        return false
      }
      let names = counterWords.map { WordKey($0) }
      return (1...2).contains(numbers) && all.count <= 5
        && words.allSatisfy { word in names.contains(word.key) }
        && (numbers == 2 || words.isEmpty)
    }
  }

  private static let counterWords = ["of", "ảnh", "hình", "photo", "image", "slide", "trên"]

  /// "21h15"
  private static func isClock(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    word.kind == .number && bytes[word.start..<word.end].contains { $0 | 0x20 == 0x68 }
  }

  /// "Lisburne Point — Cable News —": a place or a name before the story, in an element of its own.
  static func endsInDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= longest * 2 else { return false }
    return ["-", "–", "—"].contains { mark in
      let mark = Array(mark.utf8)
      return bytes.suffix(mark.count).elementsEqual(mark)
    }
  }

  /// A block's text without the place that is glued to it: `<span class="location">Hà Nội</span>Bão …`
  static func withoutPlace(_ index: Int, in page: Page) -> String {
    let block = page.blocks[index]
    var place: Range<Int>?
    for node in Int(block.first)...Int(block.last) {
      let parents = page.ancestors(of: page.parent(of: node), below: Int(block.element))
      for parent in parents where parent > Int(block.element) {
        guard page.roles[parent].contains(.place), page.end(of: parent) <= Int(block.last) else {
          continue
        }
        place = parent..<page.end(of: parent)
        break
      }
      break
    }
    guard let place else { return page.string(index) }
    var out = [UInt8]()
    for node in Int(block.first)...Int(block.last)
    where page.tree.nodes[node].tag == .text && !place.contains(node) {
      out += page.tree.text(of: node)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
