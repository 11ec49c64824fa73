import ClaimModel
import FactStore
import Testing

@Suite("Names in claims")
struct NameTests {
  private func names(_ texts: [String]) throws -> [String] {
    var store = FactStore()
    for (place, text) in texts.enumerated() {
      let claims = [(text, source: String?.none, cue: String?.none, ClaimKind.narrated)]
      try store.apply(.load([Stories.story("\(place).txt", text, agencies: [], claims: claims)]))
    }
    return store.names(in: Array(store.claims)).map { "\($0.name) \($0.claims)" }
  }

  @Test(
    "are runs of capitalised words, counted once a claim",
    arguments: [
      (["hôm qua ông Trần Kha gặp Mai Chi và Trần Kha"], ["Mai Chi 1", "Trần Kha 1"]),
      (["tới Bến_Lụa", "tới Bến Lụa , Vân Sa"], ["Bến Lụa 2", "Vân Sa 1"]),
      (["ở Hoà Bình", "ở Hòa Bình"], ["Hoà Bình 2"]),
      (["Hôm qua trời mưa"], []),
      (["Ông Trần Kha nói", "gặp Trần Kha"], ["Trần Kha 2"]),
      (["Vân Sa có bão", "ở đó. Hai người về"], ["Vân Sa 1"]),
      (["Xinhua đưa tin", "theo Xinhua"], ["Xinhua 2"]),
      (["đi Hà Nội. Hà Nội mưa"], ["Hà Nội 1"]),
      (["Tổng thống Trần Kha nói", "gặp Tổng thống nước này"], ["Trần Kha 1"]),
      (["Ông nói vậy", "Bà Mai Chi cười. Anh ấy về"], ["Mai Chi 1"]),
      (["tới Bà Rịa", "Bà Rịa có mưa"], ["Bà Rịa 2"]),
      (["tàu Anh rời Anh", "Anh nói vậy"], ["Anh 1"]),
      (["Sông dâng", "sông cạn, sông đầy", "ở Sông"], ["Sông 1"]),
      (["Theo Vân Sa thì có bão"], ["Vân Sa 1"]),
      (["told President Tran Kha"], ["Tran Kha 1"]),
    ] as [([String], [String])])
  func runs(texts: [String], expected: [String]) throws { #expect(try names(texts) == expected) }
}

@Suite("Found words")
struct FindTests {
  private func find(_ items: [String]) throws -> [String] {
    var store = FactStore()
    try store.apply(.load([Stories.fire, Stories.flood]))
    return try store.find(items).map { hit in
      let article = try #require(store.article(hit.article)).article
      return "\(hit.article) \(article.text(hit.span))" + (hit.claim.map { " \($0)" } ?? "")
    }
  }

  @Test(
    "are told with their claims, in stories that have all of them",
    arguments: [
      (["le thu ha"], ["a1 Lê Thu Hà c3", "a2 Lê_Thu_Hà c5"]), (["Lê Thu Hạ"], []),
      (["vân sa", "chết"], ["a1 Vân Sa c1", "a1 Vân Sa c2", "a1 chết c2"]),
      (["vân sa", "lũ"], []), (["ch*"], ["a1 Cháy c1", "a1 cho c2", "a1 chết c2", "a2 cho c6"]),
      (["chá*"], ["a1 Cháy c1"]),
      (
        ["thu", "thu hà", "cảng"],
        [
          "a1 cảng c1", "a1 Thu Hà c3", "a1 cảng c3",
        ]
      ),
    ] as [([String], [String])])
  func found(items: [String], expected: [String]) throws { #expect(try find(items) == expected) }

  @Test("need a letter or a digit")
  func empty() { #expect(throws: QueryError.self) { try find(["…"]) } }
}

@Suite("The best few")
struct WorthiestTests {
  @Test("are the first of all in order of worth, however many are asked for", arguments: 1...8)
  func best(limit: Int) throws {
    var store = FactStore()
    try store.apply(.load([Stories.fire, Stories.flood, Stories.fire]))
    try store.apply(.dropClaims([ClaimID(3)]))
    try store.apply(
      .editClaim(
        ClaimID(4),
        Claim(kind: .direct, content: [TextSpan(0, 3)], worth: 0.95, context: TextSpan(0, 5))))
    let best = store.worthiest(of: .all, limit: limit)
    #expect(best.total == 8)
    #expect(best.claims == Array(store.worthiestFirst(store.claims).prefix(limit)))
  }
}
