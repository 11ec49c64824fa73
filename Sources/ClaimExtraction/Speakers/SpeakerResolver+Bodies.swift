internal import ClaimModel
internal import Lexicons

/// Sources that are firms, offices and outlets.
extension SpeakerResolver {
  /// "Conrail" → "Conrail Inc"; "the Tamarra-based carrier Northern Air" → "Northern Air"; "FAA" →
  /// "Federal Aviation Administration".
  func body(_ source: Range<Int>, _ index: Int) -> Resolved? {
    var name = withoutApposition(withoutClass(withoutBase(source)))
    if !lexicon.customs.familyNameStandsFirst { name = closingName(of: name) }
    if let full = shortened(source) { return full }
    guard
      name.contains(where: { story.tokens[$0].shape != .lower && story.tokens[$0].kind == .word })
    else { return nil }
    if let full = inBrackets(name) ?? names.spelledOut(name)?.tokens {
      return Resolved(
        speaker: Speaker(
          name: text(core(full)), kind: kind(of: full), reason: "in full, \(place(full.lowerBound))"
        ),
        tokens: full, way: .acronym)
    }
    if name.count(where: { story.tokens[$0].kind == .word }) <= 4, let full = names.fullBody(name),
      !isIndefinite(source)
    {
      return Resolved(
        speaker: Speaker(
          name: text(full.tokens), kind: kind(of: full.tokens),
          reason: "in full, \(place(full.tokens.lowerBound))"),
        tokens: full.tokens, way: .fullBody)
    }
    guard name != source, story.tokens[name.lowerBound].shape != .lower else { return nil }
    return Resolved(
      speaker: Speaker(name: text(name), kind: kind(of: source), reason: "named beside the cue"),
      tokens: name, way: .body)
  }

  /// "The Bureau" → "Czech Statistical Bureau": an article and the last word of a body's name.
  private func shortened(_ source: Range<Int>) -> Resolved? {
    guard source.count == 2, !lexicon.customs.familyNameStandsFirst,
      lexicon.words.articles.contains(story.tokens[source.lowerBound].key.exact),
      isCapital(source.lowerBound + 1),
      let full = names.body(endingWith: source.lowerBound + 1)
    else { return nil }
    return Resolved(
      speaker: Speaker(
        name: text(full.tokens), kind: kind(of: full.tokens),
        reason: "in full, \(place(full.tokens.lowerBound))"), tokens: full.tokens, way: .fullBody)
  }

  /// "ngân hàng Sao Mai" → "Sao Mai"; "trang web điều tra Mediapart" → "Mediapart"; a name that
  /// goes on in small letters stays whole.
  private func withoutClass(_ source: Range<Int>) -> Range<Int> {
    guard lexicon.customs.familyNameStandsFirst,
      story.tokens[source.lowerBound].shape == .lower || opensWithClass(source),
      let (_, end) = lexicon.names.classWords.match(
        at: source.lowerBound, in: story.tokens, limit: source.upperBound)
    else { return source }
    let rest = end..<source.upperBound
    guard let first = rest.first(where: { isCapital($0) }), first - end <= 5 else { return source }
    var start = first
    // "hãng thông tấn nhà nước Lào KPL": a country describes what is named behind it.
    if let (_, next) = lexicon.places.match(at: start, in: story.tokens, limit: rest.upperBound),
      next < rest.upperBound, isCapital(next)
    {
      start = next
    }
    var last = start + 1
    while last < rest.upperBound, isCapital(last) || isJoint(last, rest.upperBound) { last += 1 }
    let isOver =
      last == rest.upperBound || story.tokens[last].kind == .punctuation
      || lexicon.words.prepositions.contains(story.tokens[last].key.exact)
    // "Đài khí tượng thủy văn Nam Bộ": with words between, only a foreign name stands for itself.
    guard isOver,
      isOutlet(source) && first == end || !(start..<last).allSatisfy(isSyllable)
        || isAcronym(start)
    else { return source }
    // "Báo Lào", "hãng tin Anh": one of a country's, which is not the country.
    if lexicon.places.match(at: start, in: story.tokens, limit: last)?.end == last { return source }
    return start..<last
  }

  private func opensWithClass(_ source: Range<Int>) -> Bool {
    Int(sentenceOf[source.lowerBound]) < story.sentences.count
      && story.sentences[Int(sentenceOf[source.lowerBound])].tokens.lowerBound == source.lowerBound
  }

  /// "báo Tuổi Trẻ", whose name is without its noun; "Công ty Hải Vân" keeps it.
  private func isOutlet(_ source: Range<Int>) -> Bool {
    switch lexicon.nouns.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound)?.value
    {
    case .outlet, .agency: true
    default: false
    }
  }

  private func isSyllable(_ at: Int) -> Bool { names.isSyllable(at) }

  private func isAcronym(_ at: Int) -> Bool { story.tokens[at].shape == .upper }

  func isCapital(_ at: Int) -> Bool {
    story.tokens[at].isCapitalised
  }

  private func isJoint(_ at: Int, _ limit: Int) -> Bool {
    let token = story.tokens[at]
    guard at + 1 < limit else { return false }
    return [0x26, 0x2D, 0x2E, 0x27, 0x2019].contains(token.scalar) && token.kind == .punctuation
      && (isCapital(at + 1) || story.tokens[at + 1].touchesPrevious)
      || token.touchesPrevious && token.shape == .lower
  }

  /// "People ’ s Daily , cơ quan ngôn luận …" → what stands before the comma; but a place behind
  /// it belongs to the name: "Công an huyện Sóng Xanh , tỉnh Quảng Hà".
  private func withoutApposition(_ source: Range<Int>) -> Range<Int> {
    guard let edge = setOff(in: source), edge + 1 < source.upperBound, !isList(source),
      !locates(edge + 1..<source.upperBound),
      isProper(source.lowerBound..<edge) || isCapital(source.lowerBound)
    else { return source }
    return source.lowerBound..<edge
  }

  /// ", tỉnh Quảng Hà", ", Lào": where a body is; ", Canada's largest chain" is more.
  private func locates(_ tail: Range<Int>) -> Bool {
    guard opensWithPlace(tail) else { return false }
    return lexicon.customs.familyNameStandsFirst || tail.count <= 2
  }

  /// "A, B và C", "A, B and C": more than one.
  private func isList(_ source: Range<Int>) -> Bool { conjunction(in: source) != nil }

  /// "Dutch publisher VNU" → "VNU"; "Busang partner Freeport Copper" → "Freeport Copper": the run
  /// of capitals that a phrase closes with, behind a noun in small letters. An article before a
  /// name goes as well.
  private func closingName(of source: Range<Int>) -> Range<Int> {
    guard let last = source.last, isCapital(last), !isIndefinite(source) else { return source }
    var start = last
    while start > source.lowerBound, isCapital(start - 1) || isInside(start - 1, source) {
      start -= 1
    }
    while start < last, !isCapital(start) { start += 1 }
    guard start > source.lowerBound else { return withoutArticle(source) }
    let before = start - 1
    guard story.tokens[before].shape == .lower,
      !lexicon.words.prepositions.contains(story.tokens[before].key.exact)
    else { return withoutArticle(source) }
    // "the head of the Bank": not the name of the one who speaks.
    guard
      !(source.lowerBound..<before).contains(where: {
        Self.ofWords.contains(story.tokens[$0].key.exact)
      })
    else { return source }
    return start..<source.upperBound
  }

  private func isInside(_ at: Int, _ source: Range<Int>) -> Bool {
    isJoint(at, source.upperBound)
      || Self.ofWords.contains(story.tokens[at].key.exact) && at > source.lowerBound
        && isCapital(at - 1)
  }

  private func withoutArticle(_ source: Range<Int>) -> Range<Int> {
    source.count > 1 && lexicon.words.articles.contains(story.tokens[source.lowerBound].key.exact)
      && isCapital(source.lowerBound + 1)
      ? source.lowerBound + 1..<source.upperBound : source
  }

  /// "the Redmond, Wash.-based Sao Mai" → "Sao Mai".
  private func withoutBase(_ source: Range<Int>) -> Range<Int> {
    guard
      let base = source.dropFirst().last(where: { at in
        story.tokens[at].touchesPrevious && story.tokens[at - 1].scalar == 0x2D
          && lexicon.words.compounds.contains(story.tokens[at].key.exact)
      }), base + 1 < source.upperBound, isCapital(base + 1)
    else { return source }
    return base + 1..<source.upperBound
  }

  /// "FAA" → "Cục Hàng không Liên bang ( FAA )" elsewhere: the body before the bracket.
  private func inBrackets(_ acronym: Range<Int>) -> Range<Int>? {
    guard acronym.count == 1, story.tokens[acronym.lowerBound].shape != .lower else { return nil }
    let key = story.tokens[acronym.lowerBound].key
    guard let open = brackets[key.exact], open > 0 else { return nil }
    return bodyName(before: open)
  }

  /// The name of a body that ends before a bracket: from the farthest head of a body with a
  /// capital, else from the first capital of the run.
  private func bodyName(before open: Int) -> Range<Int>? {
    let sentence = story.sentences[Int(sentenceOf[open])].tokens
    var head: Int?
    var start: Int?
    var at = open - 1
    while at >= sentence.lowerBound, open - at <= 14 {
      let token = story.tokens[at]
      if token.kind == .punctuation, token.scalar != 0x2D, token.scalar != 0x26 { break }
      if isCapital(at) {
        if head == nil || lexicon.customs.familyNameStandsFirst == false { start = at }
        if isBodyHead(at, open) { head = at }
      } else if lexicon.customs.familyNameStandsFirst {
        if head == nil, isBodyHead(at, open), start != nil { head = at }
      } else if !Self.innerWords.contains(token.key.exact) {
        break
      }
      at -= 1
    }
    guard let start = lexicon.customs.familyNameStandsFirst ? head ?? start : start,
      open - start >= 2
    else { return nil }
    // "Chúng tôi đã bắn rơi máy bay (UAV)": a capital alone opens no name of a body.
    if lexicon.customs.familyNameStandsFirst, head == nil,
      (start..<open).count(where: isCapital) * 2 < open - start
    {
      return nil
    }
    return start..<open
  }

  private func isBodyHead(_ at: Int, _ limit: Int) -> Bool {
    switch lexicon.nouns.match(at: at, in: story.tokens, limit: limit)?.value {
    case .government, .organisation, .agency, .outlet: true
    default: false
    }
  }

  private static let innerWords = keys(["of", "for", "and", "the", "on", "in", "de", "du"])
}
