internal import ClaimModel

/// What of a page is no part of its story, in page order: a stretch of blocks of one cause is one
/// piece.
struct PageRemoved {
  let page: Page
  let blocks: [(block: Int, cause: RemovedText.Cause)]

  private static let most = 100
  private static let longest = 240

  func list() -> [RemovedText] {
    var pieces = [(node: Int32, text: RemovedText)]()
    var last: (block: Int, cause: RemovedText.Cause)?
    for item in blocks.sorted(by: { $0.block < $1.block }) {
      defer { last = item }
      if let last, last.cause == item.cause, item.block <= last.block + 2 { continue }
      let words = String(decoding: page.bytes(item.block).prefix(Self.longest), as: UTF8.self)
      pieces.append((page.blocks[item.block].first, RemovedText(item.cause, words: plain(words))))
    }
    for piece in page.hidden {
      let words = page.tree.wholeText(of: Int(piece.node))
      let text = plain(String(decoding: words.utf8.prefix(Self.longest), as: UTF8.self))
      guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { continue }
      pieces.append((piece.node, RemovedText(piece.isForm ? .widget : .hidden, words: text)))
    }
    pieces.sort { $0.node < $1.node }
    var list = pieces.prefix(Self.most - 1).map(\.text)
    if page.scripts > 0 {
      list.append(
        RemovedText(
          .script, words: page.scripts == 1 ? "1 block of data" : "\(page.scripts) blocks of data"))
    }
    return list
  }

  private func plain(_ text: String) -> String {
    var clean = String(decoding: ReceivedText.clean(text), as: UTF8.self)
    if clean.unicodeScalars.last == "\u{FFFD}" { clean.unicodeScalars.removeLast() }
    return clean
  }
}
