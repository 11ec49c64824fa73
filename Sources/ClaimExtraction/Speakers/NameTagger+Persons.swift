internal import ClaimModel
internal import Lexicons

/// What tells that a name is a person's.
extension NameTagger {
  func mention(
    _ name: Range<Int>, after title: OpenTitle?, _ sentence: Range<Int>
  ) -> NameMention {
    if stands(name, behindPlaceHead: sentence, hasTitle: title != nil) {
      return NameMention(
        tokens: name, descriptor: name.lowerBound..<name.lowerBound, isPerson: false, kind: .body)
    }
    let form = form(of: name)
    if let title, form.kind != .body || title.title.isHonorific {
      return NameMention(
        tokens: name, descriptor: title.start..<name.lowerBound,
        titleGroup: title.title.isHonorific
          ? apposition(after: name, sentence)?.group : title.title.group,
        isPerson: true, gender: title.title.gender ?? form.gender, kind: .person)
    }
    let mayHaveOffice = name.count > 1 || lexicon.customs.familyNameStandsFirst
    if form.kind != .body, mayHaveOffice, let behind = apposition(after: name, sentence),
      !isPlace(name, sentence)
    {
      return NameMention(
        tokens: name, descriptor: behind.tokens, titleGroup: behind.group, isPerson: true,
        gender: form.gender, kind: .person)
    }
    let isPerson = form.kind == .person || form.kind != .body && isAged(name.upperBound, sentence)
    return NameMention(
      tokens: name, descriptor: name.lowerBound..<name.lowerBound, titleGroup: nil,
      isPerson: isPerson, gender: isPerson ? form.gender : nil,
      kind: isPerson ? .person : form.kind)
  }

  /// "ở Tampa, Florida, tân tổng thống …": a town, or a name behind one, has no office.
  private func isPlace(_ name: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let start = name.lowerBound
    return lexicon.towns(at: start, in: tokens, limit: name.upperBound) == name.upperBound
      || start - 2 >= sentence.lowerBound && tokens[start - 1].scalar == 0x2C
        && lexicon.towns(before: start - 1, in: tokens, from: sentence.lowerBound) != nil
  }

  /// "đường Bạch Đằng", "trường Lê Hồng Phong": named after somebody.
  ///
  /// "chủ tịch xã Lê Văn Tám" is a person all the same.
  private func stands(
    _ name: Range<Int>, behindPlaceHead sentence: Range<Int>, hasTitle: Bool
  ) -> Bool {
    guard name.lowerBound > sentence.lowerBound else { return false }
    let before = tokens[name.lowerBound - 1].key.exact
    if lexicon.words.namedAfter.contains(before) { return true }
    return !hasTitle && lexicon.words.placeHeads.contains(before)
      && !lexicon.words.prepositions.contains(before)
  }

  /// What a name's own words tell: "Conrail Inc" is a body's, "Nguyễn Thị Lan" a woman's.
  func form(of name: Range<Int>) -> (kind: NameMention.Kind, gender: Gender?) {
    if hasPersonalForm(name) { return (.person, vietnameseGender(name)) }
    if name.contains(where: { tokens[$0].scalar == 0x26 }) { return (.body, nil) }
    let first = tokens[name.lowerBound].key.exact
    if name.count == 1, lexicon.names.bodyWords[first] == .outlet { return (.body, nil) }
    if name.count > 1 {
      for at in name where at > name.lowerBound || lexicon.names.given[first] == nil {
        if lexicon.names.bodyWords[tokens[at].key.exact] != nil { return (.body, nil) }
      }
    }
    if name.count > 1, name.count <= 6, let given = lexicon.names.given[first],
      name.dropFirst().contains(where: isCapital)
    {
      return (.person, given.gender)
    }
    return (.unknown, lexicon.names.given[first].flatMap(\.gender))
  }

  /// Whether a name of Vietnamese form opens here: a family name, and a syllable with a capital.
  func opensPersonalName(_ index: Int, _ limit: Int) -> Bool {
    guard lexicon.customs.familyNameStandsFirst, index + 1 < limit,
      let family = lexicon.names.family[tokens[index].key.exact], isCapital(index),
      tokens[index].shape == .capitalised || tokens[index].shape == .upper,
      isCapital(index + 1), isSyllable(index + 1) || isAbbreviated(index + 1)
    else { return false }
    var end = index + 1
    while end < limit, isCapital(end), isSyllable(end) || isAbbreviated(end) { end += 1 }
    // "Hà Nội", "Thái Bình": a place's name, where no more of a name stands behind it.
    let place =
      lexicon.places.match(at: index, in: tokens, limit: limit)?.end
      ?? lexicon.names.towns.match(at: index, in: tokens, limit: limit)?.end ?? index
    if place > index + 1 { return family == .common && end - place >= 1 && place - index < 2 }
    if place == index + 1 { return end - index >= 3 && family == .common }
    return family == .common || end - index >= 3 && end - index <= 4
  }

  /// "Lê Văn Tám", "Đ.T.H": a whole name of Vietnamese form.
  func hasPersonalForm(_ name: Range<Int>) -> Bool {
    opensPersonalName(name.lowerBound, name.upperBound)
  }

  func isSyllable(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    let token = tokens[index]
    guard token.end - token.start <= 14 else { return false }
    var plain = [UInt8]()
    plain.reserveCapacity(8)
    var at = Int(token.start)
    while at < Int(token.end) {
      let scalar = UTF8Scanning.scalar(story.bytes, at: &at, end: Int(token.end))
      if LetterTable.mark(scalar) != nil { continue }
      let bytes = LetterTable.shared[LetterTable.shared[scalar].letter].plain
      guard bytes.0 != 0, bytes.1 == 0 else { return false }
      plain.append(bytes.0)
    }
    return VietnameseSyllable.isOne(plain)
  }

  /// "Thị" is a woman's, "Văn" a man's middle name.
  private func vietnameseGender(_ name: Range<Int>) -> Gender? {
    for at in name.dropFirst().dropLast() {
      if tokens[at].key.exact == Self.thi { return .female }
      if tokens[at].key.exact == Self.van { return .male }
    }
    return nil
  }

  private static let thi = WordKey("thị").exact
  private static let van = WordKey("văn").exact

  /// "Nikki Hale, Đại sứ Mỹ tại LHQ": a title behind a comma, dash or bracket, up to the next one.
  private func apposition(
    after name: Range<Int>, _ sentence: Range<Int>
  ) -> (group: String, tokens: Range<Int>)? {
    let start = name.upperBound + 1
    guard start < sentence.upperBound, isSetOff(start - 1) else { return nil }
    // An article or an office may stand before the title: "the party's spokesman".
    let tries = start...start + lexicon.customs.wordsBeforeTitle
    for at in tries where at < sentence.upperBound && tokens[at].scalar != 0x2C {
      let group: String
      if let (title, _) = titlePhrase(at: at, sentence) {
        if title.isHonorific { return nil }
        group = title.group
      } else if lexicon.names.personNouns.match(at: at, in: tokens, limit: sentence.upperBound)
        != nil
      {
        group = "person"
      } else {
        continue
      }
      var end = at + 1
      while end < sentence.upperBound, end - start < Self.reach, tokens[end].scalar != 0x2C {
        end += 1
      }
      return (group, start..<end)
    }
    return nil
  }

  /// A comma, an opening bracket, or a dash with a blank before it.
  private func isSetOff(_ index: Int) -> Bool {
    switch tokens[index].scalar {
    case 0x2C, 0x28: true
    case 0x2D, 0x2013, 0x2014: !tokens[index].touchesPrevious
    default: false
    }
  }

  /// ", 55 tuổi" and ", 55," tell a person.
  private func isAged(_ end: Int, _ sentence: Range<Int>) -> Bool {
    guard end + 2 < sentence.upperBound, tokens[end].scalar == 0x2C || tokens[end].scalar == 0x28,
      tokens[end + 1].kind == .number, tokens[end + 1].end - tokens[end + 1].start <= 3
    else { return false }
    return tokens[end + 2].key == Self.age || tokens[end + 2].scalar == 0x2C
  }

  private static let age = WordKey("tuổi")
}
