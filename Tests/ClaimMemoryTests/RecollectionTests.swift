import ClaimMemory
import ClaimModel
import TestSupport
import Testing

@Suite("A past claim") struct RecollectionTests {
  private static let past = [
    claim("Vụ cháy nhà kho ở Vân Sa làm 12 người chết.", figures: [(12, "người")]),
    claim("Lũ cuốn trôi 40 ngôi nhà ở Đồng Mây.", figures: [(40, "ngôi nhà")]),
    claim("Vụ cháy nhà kho ở Hải Lâm làm 12 người chết.", figures: [(12, "người")]),
    claim("Mayor Tran Kha took bribes from a contractor.", .english),
    claim("Giá gạo ở chợ Vân Sa tăng gấp đôi."),
  ]

  @Test(
    "is found in other words, without marks, cut into words, and in the other language",
    arguments: [
      ("Vụ cháy nhà_kho ở Vân_Sa làm 12 người chết .", ArticleLanguage.vietnamese, 12, 0),
      ("Vu chay nha kho o Van Sa lam 12 nguoi chet", .vietnamese, 12, 0),
      ("12 người thiệt mạng trong vụ hỏa hoạn tại kho hàng Vân Sa", .vietnamese, 12, 0),
      ("A warehouse blaze in Van Sa killed 12 people", .english, 12, 0),
      ("40 houses were swept away by floods in Dong May", .english, 40, 1),
      ("Chủ tịch thành phố Trần Kha nhận hối lộ của nhà thầu", .vietnamese, 0, 3),
      ("Rice prices at Van Sa market have doubled", .english, 0, 4),
    ])
  func found(text: String, language: ArticleLanguage, figure: Int, place: Int) throws {
    let asked = claim(text, language, figures: figure == 0 ? [] : [(Double(figure), "người")])
    let found = try memory(of: Self.past).recollections(of: asked.asked)
    #expect(found.first?.claim.text == Self.past[place].text)
  }

  @Test(
    "shows which figures are others now",
    arguments: [
      ([(12.0, "người")], ["then 12 người, now 14 người"]),
      ([(14, "người")], []), ([], ["now 14 người"]),
      ([(12, "người"), (3, "ngày")], ["then 12 người, now 14 người", "then 3 ngày"]),
      ([(12, "%")], ["then 12 %", "now 14 người"]),
      ([(12, "people")], ["then 12 people, now 14 người"]),
    ] as [([(Double, String)], [String])])
  func differences(then: [(Double, String)], expected: [String]) throws {
    let words = "Cháy nhà kho lớn ở cảng Vân Sa"
    let memory = try memory(of: [claim(words, figures: then)])
    let found = try memory.recollections(of: claim(words, figures: [(14, "người")]).asked)
    #expect(found.first?.differences == expected)
  }

  @Test("comes back with all that was said of it")
  func whole() throws {
    var past = Self.past[0]
    past.verdict = .misleading
    past.credibility = "2"
    past.speaker = "Sở Cứu hỏa"
    past.time = Timestamp(seconds: 1_700_000_000)
    past.notes = ["hỏi lại", "", "đã gọi"]
    past.evidence = ["https://example.org/a"]
    let found = try memory(of: [past]).recollections(of: Self.past[0].asked)
    #expect(found.map(\.claim) == [past])
    #expect(found.first.map { $0.similarity > 0.99 } == true)
  }

  @Test("that nobody judged is found only where it is asked for")
  func unchecked() throws {
    var past = Self.past[0]
    past.verdict = .unchecked
    var all = ClaimMemory.Reach()
    all.takesUnchecked = true
    let unjudged = try memory(of: [past])
    #expect(try unjudged.recollections(of: past.asked).isEmpty)
    #expect(try unjudged.recollections(of: past.asked, reach: all).map(\.claim) == [past])
    past.notes = ["ai đó đã xem"]
    #expect(try memory(of: [past]).recollections(of: past.asked).count == 1)
  }

  @Test("of the session that asks is not the claim itself")
  func itself() throws {
    #expect(try memory(of: [Self.past[0]]).recollections(of: Self.past[0]).isEmpty)
  }

  @Test("finds itself first, whatever it is", arguments: [3, 4, 5])
  func allFindThemselves(seed: UInt64) throws {
    var made = GeneratedClaims(seed: seed)
    var seen = Set<String>()
    let claims = (1...400).map {
      GeneratedClaims.claim(made.event(), session: "s\($0 % 7)", number: $0)
    }.filter { seen.insert($0.text).inserted }
    let memory = try memory(of: claims)
    for claim in claims {
      #expect(try memory.recollections(of: claim.asked, limit: 1).first?.claim.text == claim.text)
    }
  }

  @Test("is among five of 9,000 however it is told again")
  func recall() throws {
    var builder = MemoryBuilder()
    let asked = GeneratedClaims.fill(sessions: 20, claims: 450, questions: 300, seed: 11) {
      builder.add($0)
    }
    let memory = try memory(builder)
    let found = try asked.count { one in
      try memory.recollections(of: one.question).contains {
        $0.claim.session == one.session && $0.claim.number == one.number
      }
    }
    #expect(Double(found) / Double(asked.count) > 0.95)
  }

  @Test("is counted by its session")
  func counts() throws {
    var other = Self.past[1]
    other.session = "b.json"
    other.verdict = .unchecked
    let memory = try memory(of: [Self.past[0], other, Self.past[2]])
    #expect(memory.sessions == ["a.json", "b.json"])
    #expect(memory.sessionCounts.map(\.claims) == [2, 1])
    #expect(memory.sessionCounts.map(\.checked) == [2, 0])
  }
}

/// A claim of "a.json" that was found true.
func claim(
  _ text: String, _ language: ArticleLanguage = .vietnamese, figures: [(Double, String)] = []
) -> RememberedClaim {
  var claim = RememberedClaim(
    session: "a.json", story: "Chuyện", number: 1, language: language, text: text)
  claim.verdict = .true
  claim.figures = figures.map { value, unit in
    RememberedFigure(value: value, unit: unit, words: "\(Int(value)) \(unit)")
  }
  return claim
}

extension RememberedClaim {
  /// The same as another session asks for it.
  var asked: RememberedClaim {
    var asked = self
    asked.session = "now.json"
    return asked
  }
}

func memory(of claims: [RememberedClaim]) throws -> ClaimMemory {
  var builder = MemoryBuilder()
  for claim in claims { builder.add(claim) }
  return try memory(builder)
}

/// Read from a file, which is gone when this returns: what is mapped stays.
func memory(_ builder: MemoryBuilder) throws -> ClaimMemory {
  let folder = try TestFolder()
  return try ClaimMemory(try folder.write(try builder.bytes(for: "m"), to: "m"))
}
