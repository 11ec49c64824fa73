/// The names of a site, by which its own newsroom is told from others.
struct PageNames {
  private(set) var all = [String]()
  private var keys = [PageText]()
  private static let kinds = ["báo điện tử", "báo", "tạp chí", "trang tin", "the"]

  init() {}

  init(_ page: Page) {
    for name in page.facts.sites { add(name) }
    guard let title = page.facts.documentTitle else { return }
    for mark in [" | ", " - ", " – ", " — "] {
      if let last = title.split(separator: mark).last, last.utf8.count < title.utf8.count,
        last.utf8.count < 40
      {
        add(String(last))
      }
    }
  }

  private mutating func add(_ name: String) {
    var name = name
    all.append(name)
    for kind in Self.kinds where name.lowercased().hasPrefix(kind + " ") {
      name = String(name.dropFirst(kind.count + 1))
      all.append(name)
    }
    keys += all.map { PageText($0) }
  }

  /// Also a desk of it: "Tiếng Nói Tây Bắc" of "Tiếng Nói".
  func contains(_ name: String) -> Bool {
    let key = PageText(name)
    return keys.contains { $0 == key || $0.letters >= 6 && key.starts(with: $0) }
  }
}
