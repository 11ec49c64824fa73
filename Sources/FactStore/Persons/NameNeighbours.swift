internal import ClaimModel

/// The words around a name, and the office that they give to whom it names.
struct NameNeighbours {
  let bytes: UnsafeBufferPointer<UInt8>
  let words: [ScannedWord]
  private static let titles = OfficeTitles.shared
  private static let countries = Countries.shared
  /// No offices: they say how somebody is spoken to, or in what a story has them take part.
  private static let noOffices: Set = ["honorific", "person"]
  /// Words before a title that make another office of it.
  private static let deputies: Set = ["phó", "thứ", "deputy", "vice", "trợ", "assistant"]

  init(bytes: UnsafeBufferPointer<UInt8>, words: [ScannedWord]) {
    self.bytes = bytes
    self.words = words
  }

  /// "Ngoại trưởng Nga" before "Lavrov".
  func office(before name: Int) -> Office? {
    guard name > 0, !words[name].followsPunctuation else { return nil }
    let start = phraseStart(before: name)
    for end in (start + 1..<name + 1).reversed() {
      guard let title = Self.titles.title(endingAt: end, notBefore: start, in: words) else {
        continue
      }
      return office(title, upTo: name, from: start)
    }
    return nil
  }

  /// The first word of those that stand before a name with nothing but blanks between them.
  private func phraseStart(before name: Int) -> Int {
    var start = name
    while start > max(0, name - 8), !words[start].followsPunctuation { start -= 1 }
    return start
  }

  private func office(_ title: Range<Int>, upTo name: Int, from start: Int) -> Office? {
    guard let group = self.group(title) else { return nil }
    let between = words[title.upperBound..<name]
    let country = Self.countries.country(between)
    let isNamed = !isSingle(group) && between.last?.isCapitalised ?? false
    guard between.isEmpty || country != nil || isNamed else { return nil }
    let adjective =
      title.lowerBound > start
      ? Self.countries.country(adjective: text(title.lowerBound - 1..<title.lowerBound)) : nil
    let first = adjective == nil ? title.lowerBound : title.lowerBound - 1
    return Office(
      words: text(first..<name), title: text(title).lowercased(), group: group,
      country: country ?? adjective ?? Self.countries.country(among: between))
  }

  /// "the foreign minister of Russia" behind "Sergei Lavrov,".
  func office(behind name: Int) -> Office? {
    let next = name + 1
    guard next < words.count, isSetOff(words[name].end..<words[next].start) else { return nil }
    let end = phraseEnd(from: next)
    for start in next..<min(end, next + 4) where opensTitle(next..<start) {
      guard let title = Self.titles.title(from: start, in: words), title.upperBound <= end else {
        continue
      }
      return office(title, behind: next..<end)
    }
    return nil
  }

  private func office(_ title: Range<Int>, behind phrase: Range<Int>) -> Office? {
    guard let group = self.group(title) else { return nil }
    let rest = words[title.upperBound..<phrase.upperBound]
    let adjective = (phrase.lowerBound..<title.lowerBound).lazy.compactMap {
      Self.countries.country(adjective: text($0..<$0 + 1))
    }.first
    let country = Self.countries.country(among: words[phrase]) ?? adjective
    // "Lavrov, Tổng thống Putin": somebody else.
    if isSingle(group), let next = rest.first, next.isCapitalised, country == nil { return nil }
    let first = isArticle(phrase.lowerBound) ? phrase.lowerBound + 1 : phrase.lowerBound
    let shown = first..<min(phrase.upperBound, max(title.upperBound, first + 8))
    return Office(
      words: text(shown), title: text(title).lowercased(), group: group, country: country)
  }

  /// Whether a title may follow these words: none, one, or an owner: "Russia's former".
  private func opensTitle(_ places: Range<Int>) -> Bool {
    places.count < 2 || isArticle(places.lowerBound) || words[places.lowerBound].isCapitalised
  }

  private func isArticle(_ place: Int) -> Bool {
    ["the", "a", "an"].contains(text(place..<place + 1).lowercased())
  }

  /// The end of the words that stand behind each other with nothing but blanks between them.
  private func phraseEnd(from start: Int) -> Int {
    var end = start + 1
    while end < min(words.count, start + 12),
      !words[end].followsPunctuation || isApostrophe(before: end)
    { end += 1 }
    return end
  }

  /// "Russia's" is one word to a reader.
  private func isApostrophe(before place: Int) -> Bool {
    let gap = bytes[words[place - 1].end..<words[place].start]
    return gap.elementsEqual([0x27]) || gap.elementsEqual([0xE2, 0x80, 0x99])
  }

  /// Whether a comma, a dash or a bracket stands between words, and no end of a sentence.
  private func isSetOff(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 5 else { return false }
    let marks = String(decoding: bytes[gap], as: UTF8.self).filter { $0 != " " && $0 != "_" }
    return [",", "(", "–", "—"].contains(marks) || marks == "-" && gap.count > 1
  }

  /// The group of a title, or nil where it is no office.
  private func group(_ title: Range<Int>) -> String? {
    guard let group = Self.titles.group(words[title]), !Self.noOffices.contains(group) else {
      return nil
    }
    let before = title.lowerBound - 1
    guard before >= 0, !words[title.lowerBound].followsPunctuation else { return group }
    return Self.deputies.contains(text(before..<before + 1).lowercased()) ? "deputy" : group
  }

  private func isSingle(_ group: String) -> Bool { Office.single.contains(group) }

  /// The words at places of `words`, as people read them.
  private func text(_ places: Range<Int>) -> String {
    guard let first = places.first, let last = places.last else { return "" }
    let range = words[first].start..<words[last].end
    return SourceName.tidy(String(decoding: bytes[range], as: UTF8.self))
  }
}
