import ClaimModel
import Testing

@testable import FactStore

/// The names under which stories that are loaded one behind the other have their speakers.
private func names(_ stories: [LoadedArticle], in store: FactStore = FactStore()) -> [String] {
  var joiner = PersonJoiner(store)
  return stories.flatMap { joiner.joined($0).claims.speakers.map(\.name) }
}

@Test("A surname is whom an earlier story names in full, where both hold one office")
func surnameJoins() {
  #expect(names([Stories.minister, Stories.surname]) == ["Sergei Volkov", "Sergei Volkov"])
}

@Test("A joined speaker says how it was found and what its own story calls it")
func joinedReason() throws {
  var joiner = PersonJoiner(FactStore())
  _ = joiner.joined(Stories.minister)
  let speaker = try #require(joiner.joined(Stories.surname).claims.speakers.first)
  #expect(
    speaker.reason == "one person with Sergei Volkov of minister.txt: "
      + "Ngoại trưởng Nga here, Russia's foreign minister there")
  #expect(speaker.nameInStory == "Volkov")
  #expect(!speaker.isDoubtful)
}

@Test(
  "A doubt that names nobody else than the words around the name keeps nothing from joining",
  arguments: [
    (["Ngoại trưởng Nga Volkov"], "Sergei Volkov"), (["Anna Reed"], "Volkov"),
    (["Anna Reed", "Ngoại trưởng Nga Volkov"], "Volkov"),
  ])
func doubtfulSurname(others: [String], name: String) {
  var story = Stories.surname
  story.claims = story.claims.naming { claim in
    var speaker = claim.speaker
    speaker?.confidence = 0.79
    speaker?.others = others
    return speaker
  }
  #expect(names([Stories.minister, story]).last == name)
}

@Test("Nobody is named by a story that comes later")
func noJoinBackwards() {
  #expect(names([Stories.surname, Stories.minister]) == ["Volkov", "Sergei Volkov"])
}

@Test(
  "A surname stays where its office is another, is not told, or is held by two of the name",
  arguments: [
    ("Ngoại trưởng Đức Volkov nói.", "Volkov", []),
    ("Ông Volkov nói.", "Volkov", []),
    ("Cầu thủ Volkov nói.", "Volkov", []),
    (
      "Ngoại trưởng Nga Volkov nói.", "Volkov",
      [Stories.speech("c.txt", "Ngoại trưởng Nga Ivan Volkov nói.", by: "Ivan Volkov")]
    ),
    (
      "Thủ tướng Lan nói.", "Lan",
      [Stories.speech("d.txt", "Thủ tướng Mai Thị Lan nói.", by: "Mai Thị Lan")]
    ),
  ])
func surnameStays(text: String, name: String, others: [LoadedArticle]) {
  let story = Stories.speech("b.txt", text, by: name)
  #expect(names([Stories.minister] + others + [story]).last == name)
}

@Test("It makes no difference whether stories are loaded together or one by one")
func togetherOrOneByOne() throws {
  let stories = [Stories.minister, Stories.surname]
  var (together, single) = (FactStore(), FactStore())
  var joiner = PersonJoiner(together)
  try together.apply(.load(stories.map { joiner.joined($0) }))
  for story in stories {
    var joiner = PersonJoiner(single)
    try single.apply(.load([joiner.joined(story)]))
  }
  #expect(single.sources == together.sources)
  #expect(single.articles.map(\.extracted) == together.articles.map(\.extracted))
}

@Test("A name that was made somebody's alias stays as it was settled")
func aliasStays() throws {
  var store = FactStore()
  try store.apply(.load([Stories.minister]))
  try store.apply(.addSource(Source(name: "Anna Volkov", kind: .person, aliases: ["Volkov"])))
  #expect(names([Stories.surname], in: store) == ["Volkov"])
  try store.apply(.load([Stories.surname]))
  #expect(store.sourceSummaries.first { $0.source.name == "Anna Volkov" }?.said == 1)
}

@Test("A merged source gives its name as it is called now")
func mergedName() throws {
  var store = FactStore()
  try store.apply(.load([Stories.minister]))
  try store.apply(.addSource(Source(name: "Sergei V. Volkov", kind: .person)))
  try store.apply(.mergeSources(into: "Sergei V. Volkov", from: "Sergei Volkov"))
  #expect(names([Stories.surname], in: store) == ["Sergei V. Volkov"])
}

@Test("Claims found anew in a joined story have the joined name again")
func foundAnew() throws {
  var joiner = PersonJoiner(FactStore())
  _ = joiner.joined(Stories.minister)
  let joined = JoinedNames(in: joiner.joined(Stories.surname).claims)
  let again = Stories.surname.claims.map(joined.named)
  #expect(again.map(\.speaker?.name) == ["Sergei Volkov"])
  #expect(Stories.minister.claims.map(joined.named) == Array(Stories.minister.claims))
}
