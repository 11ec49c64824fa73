import ClaimModel
import FactStore
import Testing

@Suite("Conflicts")
struct TensionTests {
  /// A sentence is a claim; its numbers count people, and a day stands as "9/4".
  private static func story(_ name: String, _ sentences: [String]) -> LoadedArticle {
    let text = sentences.joined(separator: "\n")
    var start = 0
    let claims = sentences.map { sentence -> Claim in
      let span = TextSpan(start, start + sentence.utf8.count)
      defer { start = span.end + 1 }
      var quantities = [Quantity]()
      var dates = [DateMention]()
      for word in sentence.split(separator: " ") {
        let place = start + sentence.utf8.distance(from: sentence.startIndex, to: word.startIndex)
        let span = TextSpan(place, place + word.utf8.count)
        let day = word.split(separator: "/").compactMap { Int($0) }
        if day.count == 2 {
          dates.append(DateMention(span: span, iso: "--0\(day[1])-0\(day[0])"))
        } else if let value = Double(word) {
          quantities.append(Quantity(span: span, value: value, unit: "người"))
        }
      }
      return Claim(
        kind: .narrated, content: [span], quantities: quantities, dates: dates, context: span)
    }
    return LoadedArticle(
      article: Article(name: name, text: text, language: .vietnamese), claims: PackedClaims(claims))
  }

  /// The first number of each side, as it stands.
  private func sides(_ stories: [[String]]) throws -> [[Double]] {
    var store = FactStore()
    let loaded = stories.enumerated().map { Self.story("\($0).txt", $1) }
    try store.apply(.load(loaded))
    return store.conflicts().map { conflict in
      conflict.sides.compactMap { side in
        guard let statement = side.statements.first, let story = store.article(statement.article)
        else { return nil }
        return story.article.text(statement.figure).split(separator: " ").lazy.compactMap {
          Double($0)
        }.first
      }
    }
  }

  private static let place = "Ông Trần Kha tới cảng Vân Sa cùng bà Mai Chi."

  @Test(
    "are numbers of one thing on one occasion",
    arguments: [
      ("nổ ở Vân Sa làm 14 người chết", "nổ ở Vân Sa làm 11 người chết", true),
      ("nổ ở Vân Sa làm 14 người chết", "trong đó có 11 người chết ở Vân Sa", false),
      ("nổ ở Vân Sa ngày 9/4 làm 14 người chết", "nổ ở Vân Sa ngày 8/4 làm 11 người chết", false),
      ("nổ ở Vân Sa ngày 9/4 làm 14 người chết", "nổ ở Vân Sa làm 11 người chết", true),
      ("nổ ở Vân Sa làm 14 người chết", "năm ngoái nổ ở Vân Sa làm 11 người chết", false),
      ("nổ ở Vân Sa làm 14 người chết", "nổ ở Bến Lụa làm 11 người chết", false),
      ("nổ ở Vân Sa làm 14 người chết", "cả hai vụ ở Vân Sa làm 25 người chết", false),
    ])
  func occasions(_ first: String, _ second: String, _ isConflict: Bool) throws {
    // Two days of one explosion contradict each other as days.
    let found = try sides([[Self.place, first], [Self.place, second]]).filter { !$0.isEmpty }
    #expect(found.count == (isConflict ? 1 : 0), "\(found)")
  }

  @Test("are none where a third story gives both numbers side by side")
  func told() throws {
    let first = [Self.place, "nổ ở Vân Sa làm 14 người chết"]
    let second = [Self.place, "cháy ở Vân Sa làm 11 người chết"]
    let third = [
      Self.place, "nổ ở Vân Sa làm 14 người chết", "cháy sau đó ở Vân Sa làm 11 người chết",
    ]
    #expect(try sides([first, second]) == [[14, 11]])
    #expect(try sides([first, second, third]).isEmpty)
  }
}
