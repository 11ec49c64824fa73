internal import ClaimModel
internal import Lexicons

/// The names of a story, for finding the fullest form of one and who bears a title.
struct NameIndex {
  let mentions: [NameMention]
  private let story: Story
  /// Mentions that hold a word, by its key.
  private var byWord = [UInt64: [Int]]()
  /// Mentions of persons by the group of their title.
  private var byTitle = [String: [Int]]()
  /// How often a name stands in the story, by the hash of its words.
  private var counts = [Int: Int]()

  init(story: Story) {
    self.story = story
    mentions = NameTagger(story: story).mentions()
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens where story.tokens[token].kind == .word {
        byWord[story.tokens[token].key.exact, default: []].append(index)
      }
      if let group = mention.titleGroup { byTitle[group, default: []].append(index) }
      counts[nameHash(mention), default: 0] += 1
    }
  }

  /// The mention that a range of tokens holds: the one it opens with, else the last one, persons
  /// first.
  func mention(within range: Range<Int>) -> NameMention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
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
  func fullest(_ name: NameMention) -> NameMention {
    let words = keys(name)
    guard let first = words.first, let last = words.last else { return name }
    var best = name
    var bestScore = score(name, against: name)
    let candidates = (byWord[last] ?? []) + (first == last ? [] : byWord[first] ?? [])
    for index in candidates.prefix(256) {
      let candidate = mentions[index]
      let full = keys(candidate)
      guard full.count >= words.count, full.count <= 5, holds(full, words) else { continue }
      let score = score(candidate, against: name)
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
  private func score(_ candidate: NameMention, against name: NameMention) -> Int {
    let words = keys(candidate).count
    let count = min(counts[nameHash(candidate)] ?? 0, 8)
    return (candidate.isPerson ? 100 : 0) + (words >= 2 ? 40 : 0) + words * 2 + count
  }

  /// Who bears a title in the story: "Ngoại trưởng Mỹ" → "Lan Whitmore", where one does.
  func bearer(of groups: [String], in range: Range<Int>) -> NameMention? {
    var best: NameMention?
    var bestScore = Int.min
    let wanted = significant(range)
    for group in groups {
      for index in (byTitle[group] ?? []).prefix(256) {
        let mention = mentions[index]
        let described = Set(significant(mention.descriptor))
        var common = wanted.filter { described.contains($0) }.count
        // Another country's minister is another one.
        if !wanted.isEmpty, common == 0 {
          guard described.isEmpty, let elsewhere = commonElsewhere(mention, wanted) else {
            continue
          }
          common = elsewhere
        }
        let distance = abs(mention.tokens.lowerBound - range.lowerBound)
        let score = common * 10_000 - distance
        if score > bestScore {
          best = mention
          bestScore = score
        }
      }
    }
    return best
  }

  /// How many words of a title describe the same person elsewhere; nil where only others do.
  private func commonElsewhere(_ mention: NameMention, _ wanted: [UInt64]) -> Int? {
    guard let last = keys(mention).last else { return nil }
    var best: Int?
    var isDescribed = false
    for index in (byWord[last] ?? []).prefix(64) where mentions[index].isPerson {
      let described = significant(mentions[index].descriptor)
      if described.isEmpty { continue }
      isDescribed = true
      let common = wanted.filter { described.contains($0) }.count
      if common > 0 { best = max(best ?? 0, common) }
    }
    return isDescribed ? best : 0
  }

  /// Countries, by their names, and other capitalised words that are no titles.
  private func significant(_ range: Range<Int>) -> [UInt64] {
    let lexicon = SpeakerLexicon.of(story.language)
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

  private func keys(_ mention: NameMention) -> [UInt64] {
    mention.tokens.compactMap {
      story.tokens[$0].kind == .word ? story.tokens[$0].key.exact : nil
    }
  }

  private func nameHash(_ mention: NameMention) -> Int {
    var hasher = Hasher()
    for key in keys(mention) { hasher.combine(key) }
    return hasher.finalize()
  }
}
