internal import Lexicons

/// The words of a block that may be names: without accounts and jobs.
extension PageAuthors {
  /// A block's text without accounts and addresses: "Lan Vy" "@lanvy" → Lan Vy
  static func line(_ index: Int, _ page: Page) -> String {
    let block = page.blocks[index]
    let nodes = Int(block.first)...Int(block.last)
    if block.letters < 160, nodes.contains(where: { page.tree.nodes[$0].tag == .br }) {
      return lines(nodes, page).joined(separator: ", ")
    }
    if let named = glued(index, page) { return named }
    if let named = withoutJobs(nodes, page) { return named }
    guard page.bytes(index).contains(0x40) else { return page.string(index) }
    let words = page.spaced(index).split(separator: " ").filter { !$0.contains("@") }
    return words.joined(separator: " ")
  }

  /// "<a href="/author/poe">Holly Poe</a><span>Sound engineer</span>" → Holly Poe: what no blank parts
  /// from a name.
  static func glued(_ index: Int, _ page: Page) -> String? {
    let nodes = Int(page.blocks[index].first)...Int(page.blocks[index].last)
    guard nodes.count < 40 else { return nil }
    let texts = nodes.filter { page.tree.nodes[$0].tag == .text }
    guard (2...6).contains(texts.count),
      let at = texts.indices.dropLast().first(where: { at in
        page.ancestors(of: page.parent(of: texts[at])).prefix(2).contains {
          page.roles[$0].contains(.byline) && page.end(of: $0) <= texts[at + 1]
        }
      })
    else { return nil }
    let (name, next) = (page.tree.text(of: texts[at]), page.tree.text(of: texts[at + 1]))
    guard let last = name.last, let first = next.first, last > 0x2F, first > 0x40 else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// "<a>Holly Poe</a> <span>Northern Correspondent</span>" → Holly Poe; nil where no element says
  /// what an author is.
  private static func withoutJobs(_ nodes: ClosedRange<Int>, _ page: Page) -> String? {
    let texts = nodes.filter { page.tree.nodes[$0].tag == .text }
    let jobs = texts.dropFirst().filter { node in
      page.ancestors(of: node).prefix(2).contains { page.roles[$0].contains(.job) }
        || endsInJob(String(decoding: page.tree.text(of: node), as: UTF8.self))
    }
    if jobs.isEmpty, page.tree.text(of: texts.first ?? 0).suffix(2).elementsEqual("by".utf8) {
      return texts.map { String(decoding: page.tree.text(of: $0), as: UTF8.self) }
        .joined(separator: " ")
    }
    guard !jobs.isEmpty, texts.count < 12 else { return nil }
    return texts.filter { !jobs.contains($0) }
      .map { String(decoding: page.tree.text(of: $0), as: UTF8.self) }.joined()
  }

  /// "Northern Correspondent", in an element of its own.
  private static func endsInJob(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "," }
    guard let last = words.last, (1...4).contains(words.count),
      words[0].first?.isUppercase == true
    else { return false }
    return isJob(String(last))
  }

  /// "By MARTIN ODELL<br>Staff Writer": what `<br>` parts.
  private static func lines(_ nodes: ClosedRange<Int>, _ page: Page) -> [String] {
    var lines = [""]
    for node in nodes {
      if page.tree.nodes[node].tag == .br { lines.append("") }
      if page.tree.nodes[node].tag == .text {
        lines[lines.count - 1] += String(decoding: page.tree.text(of: node), as: UTF8.self)
      }
    }
    let all = lines.map { PageFacts.plain($0) }.filter { !$0.isEmpty }
    return all.prefix(1) + all.dropFirst().filter { !isJob($0) && !endsInJob($0) }
  }

  /// "Staff writer" below a name.
  private static func isJob(_ text: String) -> Bool {
    read(text) { words, _ in
      book.match(words, at: 0, roles: ["job", "team"]).map { $0.count == words.count }
        ?? false
    }
  }
}
