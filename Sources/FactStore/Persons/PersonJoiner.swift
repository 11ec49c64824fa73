package import ClaimModel

/// Finds who of a new story is somebody whose full name a story before it has: "Ngoại trưởng
/// Lavrov" is Sergei Lavrov where both are foreign ministers and nobody else may be meant.
///
/// What it finds stands in the claims that are loaded, so that doing the load again finds nothing
/// anew. It makes no difference whether stories are loaded together or one by one.
package struct PersonJoiner {
  private let store: FactStore
  private var candidates = PersonCandidates()
  /// Words of names for which the store was asked.
  private var recalled = Set<String>()
  /// Places of the store's stories by registry place; made when first needed.
  private var stories: [Int: [Int]]?

  /// The share of names that are right when office and country agree: of 40 in 3,500 stories, read
  /// by hand.
  private static let confidence = 0.95

  package init(_ store: FactStore) { self.store = store }

  /// The story with the names of persons as stories before it have them in full.
  package mutating func joined(_ story: LoadedArticle) -> LoadedArticle {
    let speakers = story.claims.speakers
    let persons = speakers.indices.filter { speakers[$0].kind == .person }
    guard !persons.isEmpty else { return story }
    // Cut once: names are compared with each other.
    let names = speakers.map { PersonName($0.name) }
    var full: [Speaker: Speaker] = [:]
    for index in persons {
      full[speakers[index]] = fullName(of: speakers[index], names[index], in: story, names)
    }
    for index in persons where full[speakers[index]] == nil {
      candidates.add(
        speakers[index].name, names[index], in: (story.article.name, story.article.text))
    }
    guard !full.isEmpty else { return story }
    for name in Set(full.values.map(\.name)).sorted() { add(name, story) }
    return LoadedArticle(
      article: story.article,
      claims: story.claims.naming { claim in claim.speaker.flatMap { full[$0] } })
  }

  private mutating func add(_ name: String, _ story: LoadedArticle) {
    candidates.add(name, in: (story.article.name, story.article.text))
  }

  /// `names` are those of all who speak in the story.
  private mutating func fullName(
    of speaker: Speaker, _ name: PersonName, in story: LoadedArticle, _ names: [PersonName]
  ) -> Speaker? {
    guard !speaker.mayBeAnother, (1...2).contains(name.words.count),
      name.isProper, !name.isCountry, !isAlias(speaker.name),
      // The story itself has a fuller name, which its reader took for somebody else's.
      !names.contains(where: { name.isPart(of: $0) })
    else { return nil }
    recall(name)
    let fuller = candidates.fuller(than: name)
    guard !fuller.isEmpty, let reader = OfficeReader(speaker.name) else { return nil }
    let offices = reader.offices(in: story.article.text).filter(\.isSingle)
    let found = longest(fuller.filter { isSame(name, offices, $0) })
    guard let first = found.first, Set(found.map { standingName(candidates[$0].name) }).count == 1
    else { return nil }
    return joined(speaker, to: first, offices)
  }

  /// Of names that are parts of each other the longest, and one that others only have a middle
  /// name more than: "Javad Zarif" is Mohammad Javad Zarif, "Donald J. Trump" is Donald Trump.
  private func longest(_ places: [Int]) -> [Int] {
    var ends = Set<[String?]>()
    return places.filter { place in
      let words = candidates[place].words
      return !places.contains { words.isPart(of: candidates[$0].words) }
        && ends.insert([words.words.first, words.words.last]).inserted
    }
  }

  private func joined(_ speaker: Speaker, to place: Int, _ offices: [Office]) -> Speaker {
    let person = candidates[place]
    let office = person.offices?.first { [$0].agreement(with: offices) == .same }
    var joined = speaker
    joined.name = standingName(person.name)
    joined.reason =
      "\(Speaker.joinedReason) \(joined.name) of \(person.stories.first?.name ?? ""): "
      + "\(offices.first?.words ?? "") here, \(office?.words ?? "") there"
    // What is said of a name that stands alone is said no more.
    if !speaker.hasOthers { joined.confidence = Self.confidence }
    joined.others = [speaker.name]
    return joined
  }

  /// Whether the name was made one of another source: then that is settled.
  private func isAlias(_ name: String) -> Bool {
    store.registry.place(exactly: name).map {
      SourceName.key(store.registry.name($0)) != SourceName.key(name)
    } ?? false
  }

  private func standingName(_ name: String) -> String {
    store.registry.place(exactly: name).map(store.registry.name) ?? name
  }

  /// Whether a person holds one of the offices. Of a name that is many people's, the country must
  /// be told as well.
  private mutating func isSame(_ name: PersonName, _ offices: [Office], _ place: Int) -> Bool {
    let known = candidates.offices(of: place)
    return offices.contains { office in
      known.contains {
        office.agreement(with: $0) == .same
          && (!name.isShared || office.country != nil && office.country == $0.country)
      }
    }
  }

  /// Takes over what the store has of persons with a word of the name.
  private mutating func recall(_ name: PersonName) {
    for word in name.words where recalled.insert(word).inserted {
      guard let pattern = TextPattern(word) else { continue }
      for place in Set(store.registry.places(matching: pattern).map(store.registry.standing))
        .sorted()
      {
        recall(place)
      }
    }
  }

  private mutating func recall(_ place: Int) {
    guard let source = store.registry.entry(place)?.source, source.kind == .person else { return }
    let stories = self.stories ?? store.storiesBySpeaker
    self.stories = stories
    let records = (stories[place] ?? []).prefix(PersonCandidates.stories)
      .map { store.articleSlots[$0].record.article }
    for name in source.names {
      for article in records { candidates.add(name, in: (article.name, article.text)) }
    }
  }
}

extension Speaker {
  /// Whether its doubt names somebody else than the words that the name stands in: "Ngoại trưởng
  /// Nga Lavrov" is no other than Lavrov.
  fileprivate var mayBeAnother: Bool { isDoubtful && hasOthers }

  fileprivate var hasOthers: Bool {
    others.contains { !" \($0) ".contains(" \(name) ") }
  }

  /// How the reason of a name begins that another story has in full.
  static let joinedReason = "one person with"

  /// What the story itself calls somebody whose full name is another story's; nil for others.
  package var nameInStory: String? {
    reason.hasPrefix(Self.joinedReason) ? others.last : nil
  }
}

extension FactStore {
  /// Places of the stories that stand, by the registry place of those who speak in them.
  var storiesBySpeaker: [Int: [Int]] {
    var stories: [Int: [Int]] = [:]
    for (place, slot) in articleSlots.enumerated() where standing[place] {
      for speaker in Set(slot.speakers.map(registry.standing)) {
        stories[speaker, default: []].append(place)
      }
    }
    return stories
  }
}
