internal import ClaimModel
internal import Lexicons

/// Who bears a title.
extension NameIndex {
  /// Who bears a title in the story: "Ngoại trưởng Mỹ" → "Lan Whitmore", where one does.
  ///
  /// Only those named before the range, unless `mayLookAhead`.
  func bearer(
    of groups: [String], in range: Range<Int>, mayLookAhead: Bool
  ) -> NameMention? {
    var best: NameMention?
    var bestScore = Int.min
    let wanted = significant(range)
    for group in groups {
      for index in nearest(byTitle[group] ?? [], to: range.lowerBound) {
        let mention = mentions[index]
        guard mayLookAhead || mention.tokens.lowerBound < range.lowerBound,
          let common = agreement(index, with: wanted)
        else { continue }
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

  /// The last mention of the leader of a country, where the story names one alone.
  func onlyLeader(of country: UInt64) -> NameMention? {
    let found = leaders.suffix(Self.width * 4).filter { $0.country == country }
      .map { mentions[$0.mention] }
    guard let last = found.last else { return nil }
    let whole = fullest(last).tokens
    let isOne = found.allSatisfy { fullest($0).tokens == whole }
    return isOne ? last : nil
  }

  /// The whole names of persons that one word may stand for: "Kim" → Kim Jong-nam, Kim In Ryong.
  func namesakes(_ mention: NameMention) -> [Int] {
    let keys = distinct[mention.name].keys
    guard let own = keys.first else { return [] }
    let told = mention.gender ?? (isOfBoth(mention) ? nil : distinct[mention.name].gender)
    let all = (byWord[own] ?? []).prefix(Self.width).filter { other in
      let name = distinct[other]
      guard name.keys.count > keys.count, name.isPerson,
        name.keys.starts(with: keys) || name.keys.suffix(keys.count).elementsEqual(keys)
      else { return false }
      guard let one = told, let two = name.gender else { return true }
      return one == two
    }
    // "Phương Thảo" is "Phạm Thị Phương Thảo".
    return all.filter { short in
      !all.contains { long in
        long != short && distinct[long].keys.count > distinct[short].keys.count
          && holds(distinct[long].keys, distinct[short].keys)
      }
    }
  }

  /// The mention that shows the first of some names best.
  func mention(of names: [Int]) -> NameMention? {
    names.first.map { mentions[distinct[$0].mention] }
  }

  /// Whether a word is a person's of the other gender by all that the story says: "Mrs Hale" beside
  /// "Mr John Hale".
  func isOthers(_ mention: NameMention) -> Bool {
    guard let gender = mention.gender, mention.tokens.count == 1, !mention.descriptor.isEmpty
    else { return false }
    let own = nameKey(mention.tokens.lowerBound)
    return (byWord[own] ?? []).prefix(Self.width).contains { other in
      let name = distinct[other]
      return name.isPerson && name.keys.count > 1 && name.keys.last == own
        && name.gender.map { $0 != gender } ?? false
    }
  }

  func isOfBoth(_ mention: NameMention) -> Bool { distinct[mention.name].isOfBoth }

  /// A person's gender as the whole story tells it; nil of a name that a man and a woman bear.
  func gender(of mention: NameMention) -> Gender? {
    mention.gender ?? (isOfBoth(mention) ? nil : distinct[mention.name].gender)
  }

  /// The last mention before a token that is one of some names.
  func lastMention(of names: [Int], before token: Int) -> NameMention? {
    mentions[..<firstMention(startingAt: token)].suffix(200).last { names.contains($0.name) }
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
  func significant(_ range: Range<Int>) -> [UInt64] {
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
