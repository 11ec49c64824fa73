internal import ClaimModel

/// What stands at a place of the registry. Places are never reused.
enum SourceState: Sendable, Hashable {
  case absent
  case live(SourceEntry)
  /// It became an alias of the source at another place.
  case merged(into: Int)
}

/// All sources by place, name and alias. No two entries that stand share a name.
struct SourceRegistry: Sendable {
  private(set) var states: [SourceState] = []
  private var places: [String: Int] = [:]
  private var foldedPlaces: [String: [Int]] = [:]
  private var exactNames = NameWords()
  private var foldedNames = NameWords()
  /// Names of sources that were taken back: what undo did is still told by name.
  private var formerNames: [Int: String] = [:]

  /// The entry at a place, or at the one that it was merged into.
  func entry(_ place: Int) -> SourceEntry? {
    guard case .live(let entry) = states[standing(place)] else { return nil }
    return entry
  }

  /// Where the source of a place stands after mergers.
  func standing(_ place: Int) -> Int {
    var place = place
    while case .merged(let next) = states[place] { place = next }
    return place
  }

  /// The canonical name, or the last one that a place had; "" where nothing ever stood.
  func name(_ place: Int) -> String {
    entry(place)?.source.name ?? formerNames[place] ?? ""
  }

  /// Whether a source is the other one, or a part of it, or of a part of it.
  func isPart(_ place: Int, of whole: Int) -> Bool {
    var above: Int? = place
    var seen = Set<Int>()
    while let next = above, seen.insert(next).inserted {
      if next == whole { return true }
      above = entry(next)?.source.parent.flatMap { self.place(exactly: $0) }
    }
    return false
  }

  /// The place of a name or alias with all its marks.
  func place(exactly name: some StringProtocol) -> Int? { places[SourceName.key(name)] }

  /// The place of a name or alias; typed without marks it finds the accented one if there is
  /// just one: "thu ha" → Thu Hà.
  func place(named name: some StringProtocol) -> Int? {
    let key = SourceName.key(name)
    if let place = places[key] { return place }
    let folded = SourceName.foldedKey(name)
    guard folded == key, let found = foldedPlaces[folded], found.count == 1 else { return nil }
    return found[0]
  }

  /// Places of the sources with a name or alias that has the pattern's words.
  func places(matching pattern: TextPattern) -> Set<Int> {
    switch pattern.spelling {
    case .exact: Set(exactNames.names(matching: pattern).compactMap { places[$0] })
    case .folded:
      Set(foldedNames.names(matching: pattern).flatMap { foldedPlaces[$0] ?? [] })
    }
  }

  /// Places of the sources with a name or alias that begins with what is typed, marks and case
  /// apart; in order.
  func places(beginningWith typed: String) -> [Int] {
    let start = Array(SourceName.foldedKey(typed).utf8)
    var found = Set<Int>()
    for (name, places) in foldedPlaces where name.utf8.starts(with: start) {
      found.formUnion(places)
    }
    return found.sorted()
  }

  /// Places of the sources whose words begin with the words typed, in their order, marks and case
  /// apart.
  func places(withWordsBeginning typed: String) -> [Int] {
    let wanted = SourceName.foldedKey(typed).utf8.split(separator: 0x20)
    var found = Set<Int>()
    for (name, places) in foldedPlaces {
      var rest = wanted[...]
      for word in name.utf8.split(separator: 0x20) {
        if let next = rest.first, word.starts(with: next) { rest.removeFirst() }
      }
      if rest.isEmpty, !wanted.isEmpty { found.formUnion(places) }
    }
    return found.sorted()
  }

  /// Canonical names that a name typed without marks may mean; none where it is a name as it
  /// stands: "thu ha" → Thu Hà, Thu Hạ.
  func candidates(unmarked name: some StringProtocol) -> [String] {
    let key = SourceName.key(name)
    guard places[key] == nil, key == SourceName.foldedKey(name) else { return [] }
    return (foldedPlaces[key] ?? []).map(self.name)
  }

  /// The next free place, still absent.
  mutating func newPlace() -> Int {
    states.append(.absent)
    return states.count - 1
  }

  /// Puts `state` at `place`; returns what stood there.
  mutating func set(_ place: Int, _ state: SourceState) -> SourceState {
    let old = states[place]
    if case .live(let entry) = old {
      unlist(entry.source, place)
      formerNames[place] = entry.source.name
    }
    states[place] = state
    if case .live(let entry) = state { list(entry.source, place) }
    return old
  }

  private mutating func list(_ source: Source, _ place: Int) {
    for name in source.names {
      let key = SourceName.key(name)
      if places[key] == nil {
        places[key] = place
        exactNames.add(key)
      }
      let folded = SourceName.foldedKey(name)
      if foldedPlaces[folded] == nil { foldedNames.add(folded) }
      if foldedPlaces[folded]?.contains(place) != true {
        foldedPlaces[folded, default: []].append(place)
      }
    }
  }

  private mutating func unlist(_ source: Source, _ place: Int) {
    for name in source.names {
      let key = SourceName.key(name)
      if places[key] == place {
        places[key] = nil
        exactNames.remove(key)
      }
      let folded = SourceName.foldedKey(name)
      foldedPlaces[folded]?.removeAll { $0 == place }
      if foldedPlaces[folded]?.isEmpty == true {
        foldedPlaces[folded] = nil
        foldedNames.remove(folded)
      }
    }
  }
}

/// Names by the words in them, so that a word finds its names without a look at all others.
struct NameWords: Sendable {
  private var names: [String: Set<String>] = [:]

  /// `name`: words with one blank between them.
  mutating func add(_ name: String) {
    for word in name.split(separator: " ") { names[String(word), default: []].insert(name) }
  }

  mutating func remove(_ name: String) {
    for word in name.split(separator: " ") {
      names[String(word)]?.remove(name)
      if names[String(word)]?.isEmpty == true { names[String(word)] = nil }
    }
  }

  /// The names in which the pattern's words stand one behind the other.
  func names(matching pattern: TextPattern) -> [String] {
    guard let first = pattern.words.first else { return [] }
    if pattern.words.count > 1 || !pattern.isPrefix {
      let candidates = names[String(decoding: first, as: UTF8.self)] ?? []
      return pattern.words.count == 1
        ? Array(candidates) : candidates.filter { pattern.stands(in: $0) }
    }
    var found = Set<String>()
    for (word, candidates) in names where word.utf8.starts(with: first) {
      found.formUnion(
        pattern.prefixTone == 0 ? candidates : candidates.filter { pattern.stands(in: $0) })
    }
    return Array(found)
  }
}
