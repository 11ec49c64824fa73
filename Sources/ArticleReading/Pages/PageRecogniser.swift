/// Tells pages from other inputs by their beginning.
enum PageRecogniser {
  private static let seen = 2048
  /// What a document begins with, and what a piece of one does.
  private static let openings = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<!-- saved from url",
    "<!-- page saved with singlefile", "<!--[if", "<link ", "<script", "<article", "<main",
  ].map { Array($0.utf8) }
  /// What else a piece of one begins with, as long as one of its elements is closed.
  private static let pieces = [
    "<p>", "<p ", "<div>", "<div ", "<h1>", "<h1 ", "<section>", "<section ", "<figure>",
    "<figure ",
  ].map { Array($0.utf8) }
  private static let most = 16

  /// A document type, or a tag that no prose begins with, behind white space, comments and an XML
  /// declaration.
  static func isPage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(seen))
    if head.count > 1, head[0] == 0xFF || head[0] == 0xFE || head.prefix(64).contains(0) {
      guard let decoded = try? TextDecoder(bytes: head).decoded() else { return false }
      return isPage(lowered(Array(decoded.text.utf8)[...]))
    }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard head.dropFirst(start).first(where: { $0 > 0x20 }) == 0x3C else { return false }
    return isPage(lowered(head.dropFirst(start)))
  }

  private static func lowered(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func isPage(_ head: [UInt8]) -> Bool {
    var rest = head.drop { $0 <= 0x20 }
    for _ in 0..<most {
      if openings.contains(where: { rest.starts(with: $0) && isEnd(rest, $0) }) { return true }
      if pieces.contains(where: { rest.starts(with: $0) }) { return holds(rest, "</") }
      let isComment = rest.starts(with: "<!--".utf8)
      guard isComment || rest.starts(with: "<?xml".utf8) else { return false }
      guard let end = end(of: rest, isComment ? "-->" : ">") else {
        return isComment && holds(rest, "<html")
      }
      rest = rest[end...].drop { $0 <= 0x20 }
    }
    return false
  }

  /// "<heading" is no "<head".
  private static func isEnd(_ text: ArraySlice<UInt8>, _ opening: [UInt8]) -> Bool {
    guard let last = opening.last, last &- 0x61 < 26,
      let next = text.dropFirst(opening.count).first
    else { return true }
    return !(next &- 0x61 < 26) && next != 0x2D
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    end(of: text, word) != nil
  }

  /// Behind a word; nil where it does not stand in the text.
  private static func end(of text: ArraySlice<UInt8>, _ word: String) -> Int? {
    let word = Array(word.utf8)
    return text.indices.first { text[$0...].starts(with: word) }.map { $0 + word.count }
  }
}
