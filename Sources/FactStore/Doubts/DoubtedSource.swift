internal import ClaimModel

/// A source as the search for doubts sees it.
struct DoubtedSource {
  let place: Int
  let name: String
  let kind: SourceKind
  let words: PersonName
  let claims: Int
  /// Places of the stories in which it speaks, in order.
  let stories: [Int]

  var isPerson: Bool { kind == .person }

  /// Whether it is a person by their own name: "Ngoại trưởng Nga" and "khán giả" are none.
  var isNamedPerson: Bool { isPerson && words.isProper && !words.isCountry }

  /// Whether it is a body by a name of its own: two capitals, "Bộ Ngoại giao" and not "Cảnh sát".
  var isNamedBody: Bool {
    isBody && name.split { $0 == " " || $0 == "_" }.count { $0.first?.isUppercase ?? false } > 1
  }

  /// Whether it is a body, as far as is known: no person, and nobody through whom claims come.
  var isBody: Bool { kind == .organisation || kind == .government || kind == .unknown }
}

/// The sources that stories or people brought, with what the stories say of them, read once.
struct DoubtedSources {
  let store: FactStore
  let all: [DoubtedSource]
  private var offices: [Int: [(office: Office, story: Int)]] = [:]
  private let byPlace: [Int: Int]
  /// Stories of a source that are read for its offices.
  private static let stories = 4

  init(_ store: FactStore) {
    self.store = store
    let stories = store.storiesBySpeaker
    let summaries = store.sourceSummaries
    let all: [DoubtedSource] = summaries.compactMap { summary in
      let source = summary.source.source
      guard let place = store.registry.place(exactly: source.name), summary.said > 0 else {
        return nil
      }
      return DoubtedSource(
        place: place, name: source.name, kind: source.kind, words: PersonName(source.name),
        claims: summary.said, stories: stories[place] ?? [])
    }
    self.all = all
    byPlace = Dictionary(all.indices.map { (all[$0].place, $0) }) { first, _ in first }
  }

  func number(ofPlace place: Int) -> Int? { byPlace[store.registry.standing(place)] }

  /// What the first stories say that somebody is.
  mutating func offices(of number: Int) -> [(office: Office, story: Int)] {
    if let known = offices[number] { return known }
    let source = all[number]
    let reader = source.isPerson ? OfficeReader(source.name) : nil
    let found = source.stories.prefix(Self.stories).flatMap { story in
      (reader?.offices(in: store.articleSlots[story].record.article.text) ?? [])
        .map { (office: $0, story: story) }
    }
    offices[number] = found
    return found
  }

  /// Whether the text of one of a source's first stories has a name, letter by letter.
  func stories(of number: Int, have name: String) -> Bool {
    let names = [name, name.replacing(" ", with: "_")].map { ByteSearch(Array($0.utf8)) }
    return all[number].stories.prefix(Self.stories).contains { story in
      var text = store.articleSlots[story].record.article.text
      return text.withUTF8 { bytes in names.contains { $0.first(in: bytes, from: 0) != nil } }
    }
  }

  mutating func agreement(_ a: Int, _ b: Int) -> Office.Agreement {
    offices(of: a).map(\.office).agreement(with: offices(of: b).map(\.office))
  }

  /// The source for people.
  mutating func side(_ number: Int) -> SourceDoubt.Side {
    var seen = Set<String>()
    let evidence = offices(of: number).filter { seen.insert($0.office.words.lowercased()).inserted }
    return SourceDoubt.Side(
      name: all[number].name, claims: all[number].claims,
      articles: all[number].stories.map { ArticleID($0 + 1) },
      offices: evidence.prefix(2).map {
        SourceDoubt.Evidence(words: $0.office.words, article: ArticleID($0.story + 1))
      })
  }
}
