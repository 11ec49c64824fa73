internal import ClaimModel
internal import Lexicons

/// Where a name starts and ends among words with capitals.
extension NameTagger {
  private static let longestName = 6

  func isCapital(_ index: Int) -> Bool {
    tokens[index].isCapitalised
  }

  func isNameStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if isCapital(index) {
      if isDate(index, sentence.upperBound) || isCountryInCompound(index, sentence) { return false }
      return index > sentence.lowerBound
        || lexicon.references.match(at: index, in: tokens, limit: sentence.upperBound) == nil
        || opensPersonalName(index, sentence.upperBound)
    }
    // "al-Sudani": a particle in lower case before a hyphen.
    return index + 2 < sentence.upperBound && tokens[index + 1].scalar == 0x2D
      && isCapital(index + 2) && Self.particles.contains(tokens[index].key.plain)
  }

  /// "Triều" of "đàm phán Mỹ - Triều", "liên Triều": a country's short name beside another one's.
  private func isCountryInCompound(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard isShortCountry(index) else { return false }
    if index > sentence.lowerBound, tokens[index - 1].key.exact == Self.inter { return true }
    let isBehind =
      index + 2 < sentence.upperBound && tokens[index + 1].scalar == 0x2D
      && isShortCountry(index + 2)
    let isBefore =
      index - 2 >= sentence.lowerBound && tokens[index - 1].scalar == 0x2D
      && isShortCountry(index - 2)
    return isBehind || isBefore
  }

  func isShortCountry(_ index: Int) -> Bool {
    isCapital(index) && lexicon.words.shortCountries.contains(tokens[index].key.exact)
  }

  private static let inter = WordKey("liên").exact

  static let particles = KeySet(
    [
      "al", "el", "bin", "ibn", "von", "van", "der", "den", "de", "da", "di", "la", "le", "du",
      "dos", "del", "ben", "abu", "ul", "y",
    ].map { WordKey($0).plain })

  /// Where a run of capitalised words ends, with particles, hyphens and initials inside it.
  func nameEnd(from start: Int, after title: OpenTitle?, _ sentence: Range<Int>) -> Int {
    let limit = min(sentence.upperBound, start + Self.longestName + 4)
    let isVietnamese =
      lexicon.customs.familyNameStandsFirst
      && (opensPersonalName(start, limit)
        || title?.end == start && title?.title.isHonorific == true)
    var end = start + 1
    while end < limit, let next = extended(end, from: start, isVietnamese, sentence.upperBound) {
      end = next
    }
    return end
  }

  /// "Tuesday", and "May" unless a name goes on behind it.
  private func isDate(_ index: Int, _ limit: Int) -> Bool {
    guard story.language.dates.customs.hasCapitals else { return false }
    switch story.language.dates.words.match(at: index, in: tokens, limit: limit)?.value {
    case .weekday: return true
    case .month: return index + 1 >= limit || tokens[index + 1].shape != .capitalised
    default: return false
    }
  }

  private func extended(
    _ end: Int, from start: Int, _ isVietnamese: Bool, _ limit: Int
  ) -> Int? {
    if isCapital(end) {
      if isDate(end, limit) { return nil }
      if isVietnamese { return endsVietnamese(end, from: start) ? nil : end + 1 }
      // "TP Đà Nẵng Huỳnh Đức Thơ": a name of its own opens; "Richard Vũ Nguyễn" is one.
      if opensPersonalName(end, limit), lexicon.names.given[tokens[start].key.exact] == nil {
        return nil
      }
      guard let place = place(at: end, limit), tokens[end].shape != .mixed else { return end + 1 }
      return isPartOfName(end..<place, behind: start, limit) ? place : nil
    }
    guard end + 1 < limit else { return nil }
    switch tokens[end].scalar {
    case 0x2D:
      // "Jong-un", "Jae - in": what follows a hyphen belongs to the name; " - Giám đốc" does not.
      guard isCapital(end + 1) || isStray(end + 1, limit), !opensOffice(end + 1, limit) else {
        return nil
      }
      // "Kang Kyung - wha", as segmented stories have it.
      // "Pierre - Jean", but not "Prabowo Subianto - Sandiaga Uno", who are two.
      let isSpaced = !tokens[end].touchesPrevious && isCapital(end + 1)
      let isTwo =
        end + 2 < limit && isCapital(end + 2)
        && (end - start > 1 || lexicon.names.given[tokens[start].key.exact] == nil)
      return isSpaced && (isVietnamese || isTwo) ? nil : end + 2
    case 0x26: return isCapital(end + 1) ? end + 2 : nil
    case 0x2E:
      // "A. Whitmore", "A.Whitmore", "Đ.T.H".
      return isAbbreviated(end - 1) && isCapital(end + 1) ? end + 2 : nil
    case 0x22, 0x201C: return nickname(from: end, limit)
    default: break
    }
    var at = end
    while at < limit, at - end < 3, tokens[at].shape == .lower,
      Self.particles.contains(tokens[at].key.plain), tokens[at].key.exact == tokens[at].key.plain
    {
      at += 1
    }
    if at > end, at < limit, tokens[at].scalar == 0x2D { at += 1 }
    return at > end && at < limit && isCapital(at) ? at + 1 : nil
  }

  /// A name of Vietnamese form has five syllables at most, all of that form or initials.
  private func endsVietnamese(_ index: Int, from start: Int) -> Bool {
    let hasFamilyName = lexicon.names.family[tokens[start].key.exact] != nil
    guard hasFamilyName, isSyllable(start + 1) || isAbbreviated(start + 1) else { return false }
    return index - start >= 5 && tokens[index - 1].scalar != 0x2E
      || !isSyllable(index) && !isAbbreviated(index) && tokens[index - 1].scalar != 0x2E
  }

  /// "Quỳnh Anh", "Hillary Jordan": a country's one word that a personal name ends with.
  private func isPartOfName(_ place: Range<Int>, behind start: Int, _ limit: Int) -> Bool {
    guard place.count == 1, place.upperBound >= limit || !isCapital(place.upperBound) else {
      return false
    }
    if lexicon.names.given[tokens[start].key.exact] != nil { return true }
    return lexicon.customs.familyNameStandsFirst && isSyllable(place.lowerBound)
      && (start..<place.lowerBound).allSatisfy(isSyllable)
      && self.place(at: start, limit) == nil && place.lowerBound - start <= 2
  }

  /// `Tom “Lefty” Reed`: a nickname in quotation marks between two names.
  private func nickname(from quote: Int, _ limit: Int) -> Int? {
    var at = quote + 1
    while at < limit, at - quote <= 3, isCapital(at) { at += 1 }
    guard at > quote + 1, at + 1 < limit, tokens[at].scalar == 0x22 || tokens[at].scalar == 0x201D,
      isCapital(at + 1)
    else { return nil }
    return at + 2
  }

  /// "Giám đốc", "Phó chủ tịch": an office opens here, no part of a name.
  private func opensOffice(_ index: Int, _ limit: Int) -> Bool {
    guard !tokens[index].touchesPrevious else { return false }
    return lexicon.titles.match(at: index, in: tokens, limit: limit) != nil
      || index + 1 < limit && isCapital(index) && tokens[index + 1].shape == .lower
        && lexicon.customs.familyNameStandsFirst
  }

  /// A lower-case syllable without marks that is no word of the language: "un", "hui".
  private func isStray(_ index: Int, _ limit: Int) -> Bool {
    let token = tokens[index]
    // "Philadelphia-based"
    if lexicon.words.compounds.contains(token.key.exact) { return false }
    if lexicon.customs.officeStandsBeforeTitle {
      guard token.touchesPrevious, token.end - token.start <= 5 else { return false }
    }
    return token.kind == .word && token.key.exact == token.key.plain
      && stops.match(at: index, in: tokens, limit: limit) == nil
  }

  /// One or two letters, the first with a capital: "A", "Đ", "Ng", of an initial.
  func isAbbreviated(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    let token = tokens[index]
    var letters = 0
    var at = Int(token.start)
    while at < Int(token.end) {
      let scalar = UTF8Scanning.scalar(story.bytes, at: &at, end: Int(token.end))
      if scalar < 0x300 || scalar > 0x36F { letters += 1 }
    }
    return letters == 1 || letters == 2 && token.shape == .capitalised
  }

  /// Where in a run the name starts: behind the place or office that stands before it.
  ///
  /// "Palm Beach Theresa Barbera" → "Theresa Barbera"; "Vân Sa Nguyễn Văn Tám" → "Nguyễn Văn Tám"
  func nameStart(in run: Range<Int>, after title: OpenTitle?) -> Int {
    guard run.count >= 3, !opensPersonalName(run.lowerBound, run.upperBound) else {
      return run.lowerBound
    }
    if lexicon.customs.familyNameStandsFirst,
      lexicon.names.given[tokens[run.lowerBound].key.exact] == nil,
      let family = run.dropFirst().first(where: { at in
        run.upperBound - at >= 2 && run.upperBound - at <= 4
          && lexicon.names.family[tokens[at].key.exact] == .common
          && (at..<run.upperBound).allSatisfy(isSyllable)
      })
    {
      return family
    }
    if lexicon.names.given[tokens[run.lowerBound].key.exact] == nil,
      title != nil || run.lowerBound > 0 && tokens[run.lowerBound - 1].shape == .lower,
      let behind = placeOrFirm(in: run, after: title)
    {
      return behind
    }
    guard lexicon.names.given[tokens[run.lowerBound].key.exact] == nil,
      title != nil || !run.contains(where: { lexicon.names.bodyWords[tokens[$0].key.exact] != nil })
    else { return run.lowerBound }
    return run.dropFirst().dropLast().first { at in
      isCapital(at) && isCapital(at - 1) && lexicon.names.given[tokens[at].key.exact] != nil
        && (title != nil || isCommonNoun(at - 1, run.upperBound)
          || lexicon.customs.familyNameStandsFirst && run.lowerBound > 0
            && tokens[run.lowerBound - 1].shape == .lower)
    } ?? run.lowerBound
  }
}

extension NameTagger {
  /// "Treasurer" of "Treasurer Greg Maffei".
  private func isCommonNoun(_ at: Int, _ limit: Int) -> Bool {
    lexicon.names.personNouns.match(at: at, in: tokens, limit: limit) != nil
      || lexicon.nouns.match(at: at, in: tokens, limit: limit) != nil
      || lexicon.titles.match(at: at, in: tokens, limit: limit) != nil
  }

  /// Behind a town, a country or a firm that opens a run, where a name of two words is left:
  /// "Ethiopian Airlines Tewolde Gebremariam" → "Tewolde Gebremariam".
  private func placeOrFirm(in run: Range<Int>, after title: OpenTitle?) -> Int? {
    let limit = run.upperBound
    let place =
      lexicon.towns(at: run.lowerBound, in: tokens, limit: limit)
      ?? lexicon.places.match(at: run.lowerBound, in: tokens, limit: limit)?.end
    if let place, limit - place >= 2, isCapital(place) { return place }
    guard title != nil,
      let firm = run.dropFirst().dropLast(2).last(where: { at in
        lexicon.names.bodyWords[tokens[at].key.exact] != nil
      }),
      isCapital(firm + 1), isCapital(firm + 2)
    else { return nil }
    return firm + 1
  }
}
