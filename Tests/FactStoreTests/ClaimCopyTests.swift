import ClaimModel
import FactStore
import Testing

@Suite("In the order of worth, copies of a claim") struct ClaimCopyTests {
  private static let text =
    "Cháy cảng Vân Sa, 14 người chết. Đập Đồng Mây sẽ được sửa. "
    + "Vụ cháy cảng Vân Sa làm 14 người chết hôm qua. Cháy cảng Vân Sa, 12 người chết."

  /// Claims of one story by their words and worth.
  private func store(
    _ claims: [(String, Double, figure: Double?)]
  ) throws -> FactStore {
    let all = TextSpan(0, Self.text.utf8.count)
    let article = Article(name: "a", text: Self.text, language: .vietnamese, body: [all])
    let packed = claims.map { words, worth, figure in
      let span = Stories.span(words, Self.text)
      var claim = Claim(kind: .narrated, content: [span], worth: worth, context: all)
      claim.quantities = figure.map { [Quantity(span: span, value: $0)] } ?? []
      return claim
    }
    var store = FactStore()
    try store.apply(.load([LoadedArticle(article: article, claims: PackedClaims(packed))]))
    return store
  }

  @Test("come right behind the first of them, however few are asked for", arguments: 1...4)
  func behind(limit: Int) throws {
    let store = try store([
      ("Cháy cảng Vân Sa, 14 người chết", 0.9, 14), ("Đập Đồng Mây sẽ được sửa", 0.8, nil),
      ("Vụ cháy cảng Vân Sa làm 14 người chết hôm qua", 0.5, 14),
      ("14 người chết hôm qua", 0.4, 14),
    ])
    let expected = [1, 3, 2, 4].map { ClaimID($0) }
    #expect(store.worthiestFirst(store.claims).first == expected[0])
    #expect(store.worthiestFirst(store.claims).dropFirst().first == expected[1])
    let best = store.worthiest(of: .all, limit: limit)
    #expect(best.claims == Array(store.worthiestFirst(store.claims).prefix(limit)))
    #expect(best.total == 4)
  }

  @Test("are those without another figure")
  func figures() throws {
    let store = try store([
      ("Cháy cảng Vân Sa, 14 người chết", 0.9, 14), ("Đập Đồng Mây sẽ được sửa", 0.8, nil),
      ("Cháy cảng Vân Sa, 12 người chết", 0.7, 12),
    ])
    #expect(store.worthiestFirst(store.claims).map(\.number) == [1, 2, 3])
  }
}
