import FactStore

extension Benchmarks {
  /// Words and the mentions of a source in all stories of a desk with 450,000 claims.
  static let find: @Sendable () async throws -> Void = {
    let store = try RealDesk.make()
    var found = 0
    let first = try seconds { found = try store.find(["nguoi"]).count }
    print(
      "find: the first one, which makes the index of stories, takes \(rounded(first * 1000)) ms",
      "for \(found) places in \(store.articles.count) stories")
    for items in [["biển đông", "ngư"], ["bien dong"], ["tàu", "chin*"], ["người"]] {
      let times = try (0..<5).map { _ in
        try seconds { found = try store.find(items).count }
      }
      print("find: \(items): \(found) places in \(rounded(median(times) * 1000)) ms")
    }
    for name in ["AFP", "Sputnik", "Donald Trump"] {
      guard let source = store.source(named: name) else { continue }
      let times = (0..<5).map { _ in seconds { found = store.mentions(of: source).count } }
      print("find: mentions of \(name): \(found) in \(rounded(median(times) * 1000)) ms")
    }
  }
}
