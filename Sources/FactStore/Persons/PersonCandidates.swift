internal import ClaimModel

/// Full names of persons, each with the stories to read their offices from.
struct PersonCandidates {
  /// One person: a source of the store, or a name that a story of the load at hand brought.
  struct Person {
    let name: String
    let words: PersonName
    /// Names of the stories and their texts, the first ones.
    var stories: [(name: String, text: String)] = []
    var offices: [Office]?
  }

  private var persons: [Person] = []
  private var places: [String: Int] = [:]
  private var byEnd: [String: [Int]] = [:]
  /// Stories that a person's offices are read from.
  static let stories = 6

  /// Makes a person known; their name in full comes first. `words` is the name, where it is cut
  /// already.
  mutating func add(
    _ name: String, _ words: PersonName? = nil, in story: (name: String, text: String)
  ) {
    let key = SourceName.key(name)
    let place = places[key] ?? enter(name, words ?? PersonName(name), key)
    guard let place, persons[place].stories.count < Self.stories else { return }
    persons[place].stories.append(story)
    persons[place].offices = nil
  }

  private mutating func enter(_ name: String, _ words: PersonName, _ key: String) -> Int? {
    guard words.words.count > 1, words.isProper else { return nil }
    persons.append(Person(name: name, words: words))
    places[key] = persons.count - 1
    for end in words.ends { byEnd[end, default: []].append(persons.count - 1) }
    return persons.count - 1
  }

  /// The persons of whose name this one is a part.
  func fuller(than name: PersonName) -> [Int] {
    guard let last = name.words.last else { return [] }
    return (byEnd[last] ?? []).filter { name.isPart(of: persons[$0].words) }
  }

  subscript(place: Int) -> Person { persons[place] }

  mutating func offices(of place: Int) -> [Office] {
    if let offices = persons[place].offices { return offices }
    let reader = OfficeReader(persons[place].name)
    let offices = persons[place].stories.flatMap { reader?.offices(in: $0.text) ?? [] }
    persons[place].offices = offices
    return offices
  }
}
