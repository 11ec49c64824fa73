/// What before the body is the lead of a story.
extension PageReader {
  func isLead(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    if roles.contains(.lead), !roles.contains(.body) { return true }
    // "story-body__introduction"
    let element = Int(block.element)
    if page.tree.nodes[element].tag == .p, page.roles[element].contains(.lead) { return true }
    if block.heading >= 2, block.letters >= 50 { return true }
    let outside = !isInContainer(index) && Page.isProse(block)
    if outside || block.isBold && block.letters >= 50 || isBesideBody(index) { return true }
    guard index < body.lowerBound || index == body.lowerBound else { return false }
    let text = page.words(index)
    return index < body.lowerBound
      && page.facts.descriptions.contains { PageText($0) == text }
  }

  /// Whether a block stands beside the element that says that it is the body, not in it.
  private func isBesideBody(_ index: Int) -> Bool {
    let all = page.prose(in: scope.container)
    let inside = scope.container..<page.end(of: scope.container)
    return inside.contains { node in
      page.roles[node].contains(.body) && page.prose(in: node) * 10 >= all * 5
        && page.tree.nodes[node].tag.kind == .block
        && Int(page.blocks[index].first) < node && node > scope.container
    }
  }
}
