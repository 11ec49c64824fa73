internal import ClaimModel
internal import Lexicons

/// The names of a story, for finding the fullest form of one and who bears a title.
///
/// What is asked of a name is worked out once for each distinct name, so that a long story costs
/// as much a word as a short one.
struct NameIndex {
  /// One name, however often it stands in the story.
  private struct Name {
    let keys: [UInt64]
    /// The mention that shows it best: the first one with a title.
    var mention: Int
    var isPerson: Bool
    var count: Int
    /// Countries and offices that describe it anywhere, at most a few.
    var described: [UInt64]
  }

  private(set) var mentions: [NameMention]
  private let story: Story
  private var distinct: [Name] = []
  /// Distinct names that hold a word, by its key.
  private var byWord = [UInt64: [Int]]()
  /// Mentions by the group of their title, in text order.
  private var byTitle = [String: [Int]]()
  /// Countries and offices in each mention's descriptor.
  private var described: [[UInt64]] = []
  /// The fullest name for each distinct name.
  private var fullestOf: [Int] = []

  /// The most names that are compared for one word, and titles on either side of a source.
  private static let width = 48

  init(story: Story) {
    self.story = story
    mentions = NameTagger(story: story).mentions()
    var places = [[UInt64]: Int]()
    for index in mentions.indices { add(index, to: &places) }
    fullestOf = distinct.indices.map { fullest(of: $0) }
  }

  private mutating func add(_ index: Int, to places: inout [[UInt64]: Int]) {
    let mention = mentions[index]
    let keys = mention.tokens.compactMap {
      story.tokens[$0].kind == .word ? story.tokens[$0].key.exact : nil
    }
    let words = significant(mention.descriptor)
    described.append(words)
    let place = places[keys] ?? distinct.count
    if place == distinct.count {
      places[keys] = place
      distinct.append(
        Name(keys: keys, mention: index, isPerson: mention.isPerson, count: 0, described: []))
      for key in Set(keys) { byWord[key, default: []].append(place) }
    }
    distinct[place].count += 1
    if mention.isPerson, !distinct[place].isPerson {
      distinct[place].isPerson = true
      distinct[place].mention = index
    }
    if mention.isPerson, distinct[place].described.count < 16 { distinct[place].described += words }
    if let group = mention.titleGroup { byTitle[group, default: []].append(index) }
    mentions[index].name = place
  }

  /// The mention that a range of tokens holds: the one it opens with, else the last one, persons
  /// first.
  func mention(within range: Range<Int>) -> NameMention? {
    var low = firstMention(endingAfter: range.lowerBound)
    var found: NameMention?
    while low < mentions.count, mentions[low].tokens.lowerBound < range.upperBound {
      let mention = mentions[low]
      // What opens the source is the source: "Lan Hale, một thuyền viên tàu Sóng Xanh".
      if mention.tokens.lowerBound == range.lowerBound { return mention }
      if mention.isPerson, mention.tokens.count > 1, isSetOff(mention, in: range) { return mention }
      if found.map({ rank($0) <= rank(mention) }) ?? true { found = mention }
      low += 1
    }
    return found
  }

  /// All mentions that start in a range of tokens.
  func mentions(startingIn range: Range<Int>) -> [NameMention] {
    mentions[firstMention(endingAfter: range.lowerBound)...].prefix {
      $0.tokens.lowerBound < range.upperBound
    }.filter { $0.tokens.lowerBound >= range.lowerBound }
  }

  private func firstMention(endingAfter token: Int) -> Int {
    Self.first(in: mentions) { $0.tokens.upperBound > token }
  }

  /// The index of the first element of which `holds` is true, as it is of all behind it; the
  /// count where it is true of none.
  private static func first<Element>(
    in elements: [Element], where holds: (Element) -> Bool
  ) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Persons before others, full names before single words.
  private func rank(_ mention: NameMention) -> Int {
    (mention.isPerson ? 2 : 0) + (mention.tokens.count > 1 ? 1 : 0)
  }

  /// "Ông Hale, chủ tịch …": a comma, dash or bracket behind the name.
  private func isSetOff(_ mention: NameMention, in range: Range<Int>) -> Bool {
    let end = mention.tokens.upperBound
    return end < range.upperBound && story.tokens[end].kind == .punctuation
  }

  /// The fullest mention of the one that bears this name: "Whitmore" → "Lan Whitmore".
  func fullest(_ mention: NameMention) -> NameMention {
    let full = fullestOf[mention.name]
    return full == mention.name && distinct[full].isPerson == mention.isPerson
      ? mention : mentions[distinct[full].mention]
  }

  private func fullest(of place: Int) -> Int {
    let words = distinct[place].keys
    guard let first = words.first, let last = words.last else { return place }
    var best = place
    var bestScore = score(place)
    let candidates =
      (byWord[last] ?? []).prefix(Self.width)
      + (first == last ? [] : byWord[first] ?? []).prefix(
        Self.width)
    for candidate in candidates {
      let full = distinct[candidate].keys
      guard full.count >= words.count, full.count <= 5, holds(full, words) else { continue }
      let score = score(candidate)
      if score > bestScore {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  /// Whether a fuller name may stand for a shorter one: its first words or its last ones.
  private func holds(_ full: [UInt64], _ words: [UInt64]) -> Bool {
    full.starts(with: words) || full.suffix(words.count).elementsEqual(words)
      || (words.count > 1 && full.first == words.first && full.last == words.last)
  }

  /// Persons before others, longer names before shorter, frequent ones before stray runs.
  private func score(_ place: Int) -> Int {
    let name = distinct[place]
    return (name.isPerson ? 100 : 0) + (name.keys.count >= 2 ? 40 : 0) + name.keys.count * 2
      + min(name.count, 8)
  }

  /// Who bears a title in the story: "Ngoại trưởng Mỹ" → "Lan Whitmore", where one does.
  func bearer(of groups: [String], in range: Range<Int>) -> NameMention? {
    var best: NameMention?
    var bestScore = Int.min
    let wanted = significant(range)
    for group in groups {
      for index in nearest(byTitle[group] ?? [], to: range.lowerBound) {
        let mention = mentions[index]
        guard let common = agreement(index, with: wanted) else { continue }
        let distance = abs(mention.tokens.lowerBound - range.lowerBound)
        let score = common * 1_000_000 - distance
        if score > bestScore {
          best = mention
          bestScore = score
        }
      }
    }
    return best
  }

  /// Mentions, in text order, on either side of a token.
  private func nearest(_ places: [Int], to token: Int) -> ArraySlice<Int> {
    let next = Self.first(in: places) { mentions[$0].tokens.lowerBound >= token }
    return places[max(0, next - Self.width)..<min(places.count, next + Self.width)]
  }

  /// How many words of a title describe a mention, or the same person elsewhere; nil where the
  /// mention is another country's.
  private func agreement(_ index: Int, with wanted: [UInt64]) -> Int? {
    if wanted.isEmpty { return 0 }
    let common = wanted.filter { described[index].contains($0) }.count
    if common > 0 { return common }
    guard described[index].isEmpty, let last = distinct[mentions[index].name].keys.last else {
      return nil
    }
    let elsewhere = (byWord[last] ?? []).prefix(Self.width).flatMap { distinct[$0].described }
    if elsewhere.isEmpty { return 0 }
    let found = wanted.filter { elsewhere.contains($0) }.count
    return found > 0 ? found : nil
  }

  /// Countries, by their names, and other capitalised words that are no titles.
  private func significant(_ range: Range<Int>) -> [UInt64] {
    let lexicon = story.language.titles
    var out = [UInt64]()
    var at = range.lowerBound
    while at < range.upperBound {
      let token = story.tokens[at]
      if let (_, end) = lexicon.titles.match(at: at, in: story.tokens, limit: range.upperBound) {
        at = end
      } else if token.kind == .word, token.shape != .lower {
        if let (place, end) = lexicon.places.match(
          at: at, in: story.tokens, limit: range.upperBound)
        {
          out.append(WordKey(place.name).exact)
          at = end
        } else {
          out.append(token.key.exact)
          at += 1
        }
      } else {
        at += 1
      }
    }
    return out
  }
}
