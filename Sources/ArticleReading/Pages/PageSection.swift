/// The rubric of the site that a story stands in: of the path above the headline the first step
/// that is not the site's start, else a label beside the headline, else what metadata say.
struct PageSection {
  let page: Page
  let title: PageTitle.Found?
  let scope: PageScope

  private static let starts: Set<String> = ["trang chủ", "home", "trang nhất", "homepage", "index"]
  private static let longest = 50

  var name: String? {
    guard let first = title?.blocks.first else { return page.facts.section }
    let before = max(0, first - 12)..<first
    for index in before.reversed() where page.blocks[index].letters <= Self.longest {
      let node = page.ancestors(of: Int(page.blocks[index].element)).prefix(4).filter {
        page.roles[$0].contains(.section) && page.letters(in: $0) < 200
      }.last
      if let node, let step = firstStep(of: node) { return step }
    }
    return page.facts.section
  }

  private func firstStep(of node: Int) -> String? {
    let links = (node..<page.end(of: node)).filter { page.tree.nodes[$0].tag == .a }
    let texts = (links.isEmpty ? [node] : links).map {
      PageFacts.plain(page.tree.wholeText(of: $0))
    }
    return texts.first { text in
      !text.isEmpty && text.count <= Self.longest && !Self.starts.contains(text.lowercased())
        && text.contains(where: \.isLetter)
    }
  }
}
