internal import ClaimModel

extension PageReader {
  /// Whether the page says that it is a live blog: in its data, or by a label at its headline:
  /// "Trực tiếp: …", "… – as it happened".
  static func isLive(_ page: Page) -> Bool {
    if page.facts.isLive { return true }
    let titles = page.facts.titles.prefix(4) + [page.facts.documentTitle].compactMap { $0 }
    return titles.contains { PageTitle.isLive($0) }
  }
}
