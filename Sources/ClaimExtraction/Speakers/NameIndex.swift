internal import ClaimModel
internal import Lexicons

/// The names of a story, for finding the fullest form of one and who bears a title.
///
/// What is asked of a name is worked out once for each distinct name, so that a long story costs
/// as much a word as a short one.
struct NameIndex {
  /// One name, however often it stands in the story.
  struct Name {
    /// A key for each of its words.
    let keys: [UInt64]
    /// The mention that shows it best: the first one with a title.
    var mention: Int
    var isPerson: Bool
    var kind: NameMention.Kind
    var gender: Gender?
    /// Whether the story gives it to a man and to a woman: "Mr Reed", "Mrs Reed".
    var isOfBoth = false
    /// Whether its last word is a firm's, and whether that is its legal form.
    var isFirm = false
    var hasSuffix = false
    /// First letters of its words, where they are capitals.
    var initials: [UInt8] = []
    var count: Int
    /// Countries and offices that describe it anywhere, at most a few.
    var described: [UInt64]
  }

  private(set) var mentions: [NameMention]
  let story: Story
  private let tagger: NameTagger
  private(set) var distinct: [Name] = []
  /// Distinct names that hold a word, by its key.
  private(set) var byWord = [UInt64: [Int]]()
  /// Mentions by the group of their title, in text order.
  private(set) var byTitle = [String: [Int]]()
  /// Countries and offices in each mention's descriptor.
  private(set) var described: [[UInt64]] = []
  /// Mentions of those who lead a country, in text order.
  private(set) var leaders: [(mention: Int, country: UInt64)] = []
  /// The fullest name for each distinct name.
  private var fullestOf: [Int] = []

  /// The most names that are compared for one word, and titles on either side of a source.
  static let width = 48

  init(story: Story) {
    self.story = story
    tagger = NameTagger(story: story)
    mentions = ToldBodies(story: story, tagger: tagger)
      .mentions(Self.withoutPlaces(tagger.mentions(), in: story))
    for index in mentions.indices { add(index) }
    fullestOf = distinct.indices.map { fullest(of: $0) }
  }

  /// What tells one word of a name from another.
  func nameKey(_ token: Int) -> UInt64 { story.tokens[token].key.exact }

  private mutating func add(_ index: Int) {
    let mention = mentions[index]
    let keys = mention.tokens.compactMap {
      story.tokens[$0].kind == .word ? nameKey($0) : nil
    }
    let country = ledCountry(mention)
    if let country { leaders.append((index, country)) }
    let words = significant(mention.descriptor) + [country].compactMap { $0 }
    described.append(words)
    let place = self.place(of: keys) ?? distinct.count
    if place == distinct.count {
      distinct.append(
        Name(
          keys: keys, mention: index, isPerson: mention.isPerson, kind: mention.kind, count: 0,
          described: []))
      describe(place, mention)
      for (at, key) in keys.enumerated() where !keys[..<at].contains(key) {
        byWord[key, default: []].append(place)
      }
    }
    distinct[place].count += 1
    if mention.isPerson, !distinct[place].isPerson {
      distinct[place].isPerson = true
      distinct[place].kind = .person
      distinct[place].mention = index
    }
    if mention.isPerson, let gender = mention.gender {
      if let known = distinct[place].gender, known != gender { distinct[place].isOfBoth = true }
      if distinct[place].gender == nil { distinct[place].gender = gender }
    }
    if mention.isPerson, distinct[place].described.count < 16 { distinct[place].described += words }
    if let group = mention.titleGroup { byTitle[group, default: []].append(index) }
    mentions[index].name = place
  }

  /// "Putin" → Russia.
  private func ledCountry(_ mention: NameMention) -> UInt64? {
    let found = story.language.titles.leaders.match(
      at: mention.tokens.lowerBound, in: story.tokens, limit: mention.tokens.upperBound)
    guard let found, found.end == mention.tokens.upperBound else { return nil }
    return found.value
  }

  /// Which of the distinct names has these words.
  private func place(of keys: [UInt64]) -> Int? {
    guard let first = keys.first else { return distinct.firstIndex { $0.keys.isEmpty } }
    return byWord[first]?.first { distinct[$0].keys == keys }
  }

  /// Persons' names without the place before them, where the story names that place by itself:
  /// "Thủ hiến Gibraltar Fabian Picardo … ở Gibraltar".
  private static func withoutPlaces(_ mentions: [NameMention], in story: Story) -> [NameMention] {
    let alone = Set(
      mentions.filter { mention in
        let before = mention.tokens.lowerBound - 1
        return !mention.isPerson && mention.tokens.count == 1 && before >= 0
          && story.language.titles.words.prepositions.contains(story.tokens[before].key.exact)
          && story.tokens[before].shape == .lower
      }
      .map { story.tokens[$0.tokens.lowerBound].key.exact })
    return mentions.map { mention in
      var mention = mention
      let first = mention.tokens.lowerBound
      guard mention.isPerson, mention.titleGroup != nil, mention.tokens.count >= 3,
        alone.contains(story.tokens[first].key.exact),
        story.language.titles.names.family[story.tokens[first].key.exact] == nil,
        story.tokens[first + 1].shape == .capitalised
      else { return mention }
      mention.tokens = first + 1..<mention.tokens.upperBound
      return mention
    }
  }

  private mutating func describe(_ place: Int, _ mention: NameMention) {
    let words = mention.tokens.filter { story.tokens[$0].kind == .word }
    distinct[place].initials = words.compactMap { at in
      let byte = story.bytes[Int(story.tokens[at].start)]
      return byte >= 0x41 && byte <= 0x5A ? byte : nil
    }
    guard let last = words.last,
      let word = story.language.titles.names.bodyWords[story.tokens[last].key.exact]
    else { return }
    distinct[place].isFirm = word == .suffix || word == .firm
    distinct[place].hasSuffix = word == .suffix
  }

  /// Marks names as persons' that the story has speak like one.
  mutating func markPersons(_ found: [NameMention]) {
    guard !found.isEmpty else { return }
    for mention in found {
      distinct[mention.name].isPerson = true
      distinct[mention.name].kind = .person
      if distinct[mention.name].gender == nil { distinct[mention.name].gender = mention.gender }
    }
    // Whom a name stands for hangs on the names that share a word with it alone.
    var touched = Set<Int>()
    for mention in found {
      for key in distinct[mention.name].keys { touched.formUnion(byWord[key] ?? []) }
    }
    for place in touched { fullestOf[place] = fullest(of: place) }
    for place in distinct.indices where !touched.contains(place) && mayBeMisspelt(place) {
      fullestOf[place] = fullest(of: place)
    }
  }

  /// Whether a name is a person's, by all that the story says.
  func isPerson(_ mention: NameMention) -> Bool { distinct[mention.name].isPerson }

  /// Whether a token stands inside a name: the dash of "Kang Kyung - wha".
  func isInName(_ token: Int) -> Bool {
    let at = firstMention(endingAfter: token)
    return at < mentions.count && mentions[at].tokens.contains(token)
  }

  /// Whether a person's name, or one of two words and more that may be one, starts at a token.
  func startsName(_ token: Int) -> Bool {
    let at = firstMention(startingAt: token)
    guard at < mentions.count, mentions[at].tokens.lowerBound == token else { return false }
    return distinct[mentions[at].name].isPerson
      || mentions[at].kind == .unknown && mentions[at].tokens.count > 1 && !isSyllable(token)
  }

  /// Whether a person of the story bears a word as the last of two names and more.
  func isLastName(_ token: Int) -> Bool {
    (byWord[nameKey(token)] ?? []).prefix(Self.width).contains {
      distinct[$0].isPerson && distinct[$0].keys.count > 1
        && distinct[$0].keys.last == nameKey(token)
    }
  }

  /// Whether a name's own form tells a person: "Lê Văn Tám", "Anna Reed".
  func hasPersonalForm(_ name: Range<Int>) -> Bool { tagger.form(of: name).kind == .person }

  /// Whether a token has the form of a Vietnamese syllable.
  func isSyllable(_ token: Int) -> Bool { tagger.isSyllable(token) }

  /// Whether a story uses a person's last name by itself as well.
  func isUsedShort(_ mention: NameMention) -> Bool {
    guard let last = distinct[mention.name].keys.last else { return false }
    return (byWord[last] ?? []).contains { distinct[$0].keys.count == 1 }
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

  /// The index of the first mention that starts at a token or behind it.
  func firstMention(startingAt token: Int) -> Int {
    Self.first(in: mentions) { $0.tokens.lowerBound >= token }
  }

  private func firstMention(endingAfter token: Int) -> Int {
    Self.first(in: mentions) { $0.tokens.upperBound > token }
  }

  /// The index of the first element of which `holds` is true, as it is of all behind it; the
  /// count where it is true of none.
  static func first<Element>(
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
    return full == mention.name
      ? mention : mentions[distinct[full].mention]
  }

  private func fullest(of place: Int) -> Int {
    if let own = secondOf(place) { return fullest(of: own) }
    let words = distinct[place].keys
    guard let first = words.first, let last = words.last else { return place }
    var best = place
    var bestScore = score(place)
    let candidates =
      (byWord[last] ?? []).prefix(Self.width)
      + (first == last ? [] : byWord[first] ?? []).prefix(
        Self.width)
    for candidate in candidates where isAlike(candidate, place) {
      let full = distinct[candidate].keys
      guard full.count >= words.count, full.count <= 6, holds(full, words),
        full.count < 4 || secondOf(candidate) == nil
      else { continue }
      // "Mayor Pavon" is a person, hence "Rosemberg Pavon" is.
      let lent = distinct[place].isPerson && !distinct[candidate].isPerson ? 100 : 0
      let score = score(candidate) + lent
      if score > bestScore {
        best = candidate
        bestScore = score
      }
    }
    return best == place ? misspelt(place) ?? place : best
  }

  /// Of two names without a mark between them the second: "Tổng thống Mỹ Donald Trump Robert Hale"
  /// where the story has "Robert Hale" and "ông Trump" as well.
  private func secondOf(_ place: Int) -> Int? {
    let words = distinct[place].keys
    guard words.count >= 4 else { return nil }
    return (2...(words.count - 2)).lazy.compactMap { first -> Int? in
      let (head, tail) = (words[..<first], words[first...])
      guard let own = (byWord[words[first]] ?? []).first(where: { distinct[$0].keys[...] == tail }),
        (byWord[words[first - 1]] ?? []).contains(where: { other in
          other != place && distinct[other].isPerson
            && head.suffix(distinct[other].keys.count) == distinct[other].keys[...]
        })
      else { return nil }
      return own
    }.first
  }

  private func mayBeMisspelt(_ place: Int) -> Bool {
    distinct[place].keys.count == 1 && distinct[place].isPerson
  }

  /// "Borell" for "Josep Borrell": a person's last name with a letter more, less or other.
  private func misspelt(_ place: Int) -> Int? {
    guard distinct[place].keys.count == 1, distinct[place].isPerson else { return nil }
    let word = letters(of: mentions[distinct[place].mention].tokens)
    guard word.count >= 5 else { return nil }
    return distinct.indices.first { other in
      guard other != place, distinct[other].isPerson, distinct[other].keys.count >= 2,
        let last = mentions[distinct[other].mention].tokens.last
      else { return false }
      let name = letters(of: last..<last + 1)
      return name.first == word.first
        && NearestName.distance(name, word, limit: word.count >= 8 ? 2 : 1) != nil
    }
  }

  private func letters(of tokens: Range<Int>) -> [UInt8] {
    guard let first = tokens.first else { return [] }
    let span = story.tokens[first]
    let text = String(decoding: story.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    return Array(Folding.folded(text).utf8)
  }

  /// A person's name stands for no body, and a woman's for no man.
  private func isAlike(_ candidate: Int, _ place: Int) -> Bool {
    let (one, other) = (distinct[candidate], distinct[place])
    if one.kind == .body { return other.kind == .body && !other.isPerson }
    if other.kind == .body { return false }
    guard let a = one.gender, let b = other.gender else { return true }
    return a == b
  }

  /// Whether a fuller name may stand for a shorter one: its first words or its last ones.
  func holds(_ full: [UInt64], _ words: [UInt64]) -> Bool {
    full.starts(with: words) || full.suffix(words.count).elementsEqual(words)
      || (words.count > 1 && full.first == words.first && full.last == words.last
        && stand(words, in: full))
      || words.count == 1 && full.contains(words[0])
  }

  /// Whether words stand in a name one behind another: "Lê Hoa" in "Lê Thị Hoa", but "Nguyễn Ngọc
  /// Anh" not in "Nguyễn Thị Kim Anh".
  private func stand(_ words: [UInt64], in full: [UInt64]) -> Bool {
    var next = full[...]
    for word in words {
      guard let at = next.firstIndex(of: word) else { return false }
      next = next[(at + 1)...]
    }
    return true
  }

  /// Persons before others, longer names before shorter, frequent ones before stray runs.
  private func score(_ place: Int) -> Int {
    let name = distinct[place]
    return (name.isPerson ? 100 : 0) + (name.keys.count >= 2 ? 40 : 0) + name.keys.count * 2
  }
}
