import ClaimModel
import FactStore
import Testing

/// What is proposed for stories that were loaded as they are.
private func doubts(_ stories: [LoadedArticle]) throws -> [SourceDoubt] {
  var store = FactStore()
  try store.apply(.load(stories))
  let digest = store.digest
  let doubts = store.sourceDoubts
  #expect(store.digest == digest)
  return doubts
}

private func person(_ text: String, _ name: String) -> LoadedArticle {
  Stories.speech("\(name).txt", text, by: name)
}

private func body(_ text: String, _ name: String) -> LoadedArticle {
  Stories.speech("\(name).txt", text, by: name, .organisation)
}

@Test(
  "Two sources that may be one are proposed, with the one that stays",
  arguments: [
    ("part of the name", [Stories.minister, Stories.surname], "Sergei Volkov", "Volkov"),
    (
      "part of the name",
      [
        person("Bác sĩ Nguyễn Văn Hùng nói.", "Nguyễn Văn Hùng"),
        person("Bác sĩ Hùng nói.", "Hùng"),
      ], "Nguyễn Văn Hùng", "Hùng"
    ),
    (
      "with a title",
      [
        person("Tổng thống Anna Quill said.", "Tổng thống Anna Quill"),
        person("Anna Quill said.", "Anna Quill"),
      ], "Anna Quill", "Tổng thống Anna Quill"
    ),
    (
      "without marks",
      [person("Ngọc Lan nói.", "Ngọc Lan"), person("Ngoc Lan said.", "Ngoc Lan")], "Ngọc Lan",
      "Ngoc Lan"
    ),
    (
      "one letter",
      [
        Stories.minister,
        person("Ngoại trưởng Nga Sergey Volkov nói.", "Sergey Volkov"),
      ], "Sergei Volkov", "Sergey Volkov"
    ),
    (
      "short form",
      [
        body("Tổ chức Y tế Thế giới (WHO) nói.", "Tổ chức Y tế Thế giới"), body("WHO nói.", "WHO"),
      ], "Tổ chức Y tế Thế giới", "WHO"
    ),
    (
      "with a country",
      [
        body("Bộ Ngoại giao Nga nói.", "Bộ Ngoại giao Nga"),
        body("Bộ Ngoại giao nói Nga sẽ đáp trả.", "Bộ Ngoại giao"),
      ], "Bộ Ngoại giao Nga", "Bộ Ngoại giao"
    ),
  ])
func oneSource(kind: String, stories: [LoadedArticle], kept: String, other: String) throws {
  for stories in [stories, stories.reversed()] {
    let doubts = try doubts(stories)
    #expect(doubts.map(\.kind.rawValue) == [kind])
    #expect(doubts.first?.source.name == kept)
    #expect(doubts.first?.other?.name == other)
  }
}

@Test(
  "Sources that nothing speaks for are not proposed",
  arguments: [
    [person("Thu Hà nói.", "Thu Hà"), person("Thu Hạ nói.", "Thu Hạ")],
    [Stories.minister, person("Ngoại trưởng Đức Volkov nói.", "Volkov")],
    [Stories.minister, person("Cô Volkov nói.", "Volkov")],
    [person("Lê Văn Hưng nói.", "Lê Văn Hưng"), person("Lê Văn Hùng nói.", "Lê Văn Hùng")],
    [person("Nghi phạm này nói.", "Nghi phạm này"), person("Cha này nói.", "Cha này")],
    [
      body("Bộ Ngoại giao Nga nói.", "Bộ Ngoại giao Nga"),
      body("Bộ Ngoại giao nói.", "Bộ Ngoại giao"),
    ],
    [body("Lãnh sự quán Hoa Kỳ (US) nói.", "Lãnh sự quán Hoa Kỳ"), body("US nói.", "US")],
    [body("Quân đội và Tổ chức Y tế (WHO) nói.", "Quân đội"), body("WHO nói.", "WHO")],
  ])
func otherSources(stories: [LoadedArticle]) throws {
  #expect(try doubts(stories).map(\.kind.rawValue) == [])
}

@Test("One full name with offices that no one person has may be two")
func twoPersons() throws {
  let stories = ["Bác sĩ Nguyễn Văn Hùng nói.", "Đại tá Nguyễn Văn Hùng nói."]
    .map { person($0, "Nguyễn Văn Hùng") }
  let doubt = try #require(try doubts(stories).first)
  #expect(doubt.kind == .twoPersons)
  #expect(doubt.other == nil)
  #expect(doubt.source.offices.map(\.words) == ["Bác sĩ", "Đại tá"])
}

@Test("A pair that was merged is proposed no more")
func mergedPair() throws {
  var store = FactStore()
  try store.apply(.load([Stories.minister, Stories.surname]))
  #expect(store.sourceDoubts.count == 1)
  try store.apply(.mergeSources(into: "Sergei Volkov", from: "Volkov"))
  #expect(store.sourceDoubts.isEmpty)
}
