internal import ClaimModel
internal import Lexicons

/// Finds the newsrooms and media of a story: those of the registry, others by the nouns beside
/// them ("the weekly Horizon", "kênh 6") and by the form of their names ("Lumbera Post").
struct OutletFinder {
  let story: Story
  let words: ChainWords
  /// The classes that each token of the story opens.
  let opened: [UInt64]
  var tokens: [Token] { story.tokens }

  /// Most words open no phrase of a class, which their bits tell at once.
  @inline(__always)
  private func has(_ kind: ChainWords.Class, _ at: Int, _ end: Int) -> Int {
    guard at < end, opened[at] & ChainWords.bits(kind) != 0 else { return 0 }
    return words.length(kind, tokens, at: at, end: end)
  }

  /// In text order, not overlapping.
  func mentions(in sentence: Range<Int>) -> [OutletMention] {
    var found = [OutletMention]()
    var at = sentence.lowerBound
    let end = sentence.upperBound
    while at < end {
      // Most words open none of this.
      guard tokens[at].kind == .word,
        opened[at] & Self.telling != 0 || tokens[at].isCapitalised
      else {
        at += 1
        continue
      }
      let skip = has(.none, at, end)
      if skip > 0 {
        at += skip
        continue
      }
      if var mention = mention(at: at, from: sentence.lowerBound, end: end) {
        mention.extent = widened(
          mention, within: (found.last?.extent.upperBound ?? sentence.lowerBound)..<end)
        found.append(mention)
        at = mention.extent.upperBound
      } else {
        at += 1
      }
    }
    return joined(found)
  }

  private func mention(at: Int, from: Int, end: Int) -> OutletMention? {
    back(at, end) ?? whole(at, end) ?? collective(at, end) ?? behindNoun(at, from, end)
      ?? registered(at, end)
      ?? formed(at, from, end) ?? medium(at, from, end)
  }

  /// "the agency", "hãng tin này"
  private func back(_ at: Int, _ end: Int) -> OutletMention? {
    let length = has(.back, at, end)
    guard length > 1 || (length == 1 && !words.isVietnamese) else { return nil }
    let next = at + length
    // "the agency TANA", "tờ báo Blik", "the paper's owner"
    if next < end, isCapital(next) || isGenitive(next) { return nil }
    if words.isVietnamese, !endsWithDemonstrative(at..<next) { return nil }
    return OutletMention(name: at..<next, extent: at..<next, kind: .outlet, pointsBack: true)
  }

  private func endsWithDemonstrative(_ range: Range<Int>) -> Bool {
    has(.pronoun, range.upperBound - 1, range.upperBound) > 0
  }

  /// "local media", "state television", "các báo sở tại", "đài truyền hình nhà nước Ikanda"
  private func collective(_ at: Int, _ end: Int) -> OutletMention? {
    let wires = has(.wires, at, end)
    var head = 0
    var next = at
    if words.isVietnamese {
      head = has(.media, at, end)
      guard head > 0 else { return nil }
      next = at + head
      var kinds = 0
      while next < end, case let length = has(.kindof, next, end),
        length > 0
      {
        next += length
        kinds += 1
      }
      guard kinds > 0 || wires == head else { return nil }
      while next < end, kinds > 0, isCapital(next) { next += 1 }
      let kind: Hop.Kind = .outlet
      return OutletMention(name: at..<next, extent: at..<next, kind: kind)
    }
    if wires > 0 {
      return OutletMention(name: at..<at + wires, extent: at..<at + wires, kind: .outlet)
    }
    while next < end, case let length = has(.kindof, next, end),
      length > 0
    {
      next += length
    }
    guard next > at, case let length = has(.media, next, end), length > 0
    else { return nil }
    next += length
    // "the state news agency TANA": the name is what counts.
    if next < end, isCapital(next), !isInitial(at) || next > at + 1 {
      return named(next, end, head: at)
    }
    // "state radio in Zarqesh"
    if next + 1 < end, Self.inWords.contains(tokens[next].key.exact), isPlace(next + 1) {
      next += 2
      while next < end, isCapital(next) { next += 1 }
    }
    return OutletMention(name: at..<next, extent: at..<next, kind: .outlet)
  }

  private func isPlace(_ at: Int) -> Bool {
    tokens[at].shape == .capitalised && has(.time, at - 1, at + 1) == 0
      && has(.time, at, at + 1) == 0
  }

  private func isInitial(_ at: Int) -> Bool { tokens[at].shape == .capitalised }

  /// "báo Tuổi Trẻ", "kênh 6", "the weekly Horizon", "Ledger newspaper"
  private func behindNoun(_ at: Int, _ from: Int, _ end: Int) -> OutletMention? {
    let noun = has(.outlet, at, end)
    if noun > 0, at + noun < end {
      if has(.medium, at + noun, end) > 0, !isCapitalX(at + noun) {
        // "trang Facebook", "kênh Telegram": a medium.
      } else if let found = named(at + noun, end, head: at) {
        return found
      }
    }
    guard !words.isVietnamese, isCapital(at), at == from || !isCapital(at - 1) else { return nil }
    let run = capitals(from: at, end: end)
    let behind = has(.behind, run.upperBound, end)
    guard behind > 0, !run.isEmpty, tokens[run.upperBound].shape == .lower else { return nil }
    let name = withoutArticle(run)
    guard !name.isEmpty, !isPerson(name) else { return nil }
    return OutletMention(
      name: name, extent: name.lowerBound..<run.upperBound + behind,
      kind: newsroomKind(name))
  }

  /// "Thông tấn xã Việt Nam", "đài truyền hình Việt Nam": a name of the registry that opens with a
  /// noun, which is part of it; so it is of any other country's.
  private func whole(_ at: Int, _ end: Int) -> OutletMention? {
    guard words.isVietnamese else { return nil }
    let noun = max(has(.outlet, at, end), has(.media, at, end), has(.start, at, end))
    guard noun > 0, at + noun < end else { return nil }
    if let match = words.newsrooms.match(tokens, at: at, end: end), match.length > noun,
      isCapital(at + match.length - 1), !isNewsroom(at + noun, match.length - noun, end)
    {
      let name = at..<at + match.length
      return OutletMention(
        name: name, extent: name, kind: match.value == .agency ? .agency : .outlet)
    }
    guard isCapital(at + noun), words.newsrooms.match(tokens, at: at + noun, end: end) == nil,
      let (_, place) = story.language.titles.places.match(at: at + noun, in: tokens, limit: end),
      place >= end || !isCapital(place)
    else { return nil }
    let isAgency = (at..<at + noun).contains { Self.wires.contains(tokens[$0].key.exact) }
    return OutletMention(
      name: at..<place, extent: at..<place, kind: isAgency ? .agency : .outlet)
  }

  /// "AP" of "hãng tin AP": the noun is no part of such a name.
  private func isNewsroom(_ at: Int, _ length: Int, _ end: Int) -> Bool {
    words.newsrooms.match(tokens, at: at, end: end)?.length == length
  }

  private static let wires = keys(["tấn", "hãng"])

  /// The name behind a noun; nil where none stands there.
  private func named(_ at: Int, _ end: Int, head: Int) -> OutletMention? {
    if let formed = formed(at, at, end), tokens[at].kind == .word {
      return OutletMention(name: formed.name, extent: head..<formed.name.upperBound, kind: .outlet)
    }
    if tokens[at].kind == .number, at + 1 <= end, tokens[at].end - tokens[at].start < 3 {
      return OutletMention(name: head..<at + 1, extent: head..<at + 1, kind: .outlet)
    }
    guard isCapital(at) else { return nil }
    if let known = registered(at, end) {
      return OutletMention(name: known.name, extent: head..<known.name.upperBound, kind: known.kind)
    }
    var name = capitals(from: at, end: end)
    if words.isVietnamese { name = withSmallSyllables(name, end) }
    guard !name.isEmpty else { return nil }
    let isAgency =
      words.isVietnamese
      ? tokens[head..<at].contains { $0.key.exact == Self.hang }
      : tokens[head..<at].contains { $0.key.exact == Self.agency }
    return OutletMention(
      name: name, extent: head..<name.upperBound, kind: isAgency ? .agency : .outlet)
  }

  /// "Bưu điện Lumbera", "Giao thông", "Người đưa tin Nandore": one capital with small syllables
  /// behind it, up to a word that does something.
  private func withSmallSyllables(_ run: Range<Int>, _ end: Int) -> Range<Int> {
    guard run.count == 1, tokens[run.lowerBound].shape == .capitalised else { return run }
    var next = run.upperBound
    let part = has(.part, run.lowerBound, end)
    if part > 1 { next = run.lowerBound + part }
    while next < end, next - run.lowerBound < 6 {
      if isCapital(next) {
        next += 1
        continue
      }
      guard tokens[next].kind == .word, part <= 1, next - run.lowerBound < 3, !isFunction(next, end)
      else { break }
      next += 1
    }
    return run.lowerBound..<next
  }

  private func isFunction(_ at: Int, _ end: Int) -> Bool {
    for kind in [
      ChainWords.Class.say, .in, .passive, .that, .adjunct, .time, .turn, .told, .carry, .not,
      .according, .none, .stop, .joins, .hidden, .relative,
    ] where words.length(kind, tokens, at: at, end: end) > 0 { return true }
    return false
  }

  /// A name of the registry, written as a name.
  func registered(_ at: Int, _ end: Int) -> OutletMention? {
    guard let match = words.newsrooms.match(tokens, at: at, end: end) else { return nil }
    // "Facebook" has a newsroom's entry, but carries what others say.
    if has(.medium, at, end) >= match.length { return nil }
    let range = at..<at + match.length
    let first = tokens[at]
    let isAcronym = range.count == 1 && first.end - first.start <= 5
    if first.shape == .lower, !(isAcronym && has(.sign, at, end) > 0) {
      return nil
    }
    if isAcronym, first.shape == .capitalised, first.end - first.start <= 4 {
      // "Sun", "Time": too common; "Lusa" and "Bild" need no capitals.
      guard has(.sign, at, end) > 0 else { return nil }
    }
    if range.count > 1, range.contains(where: { tokens[$0].shape == .lower }), words.isVietnamese {
      guard tokens[at].shape == .upper else { return nil }
    }
    if range.count == 1, has(.weak, at, end) > 0 { return nil }
    // "Breitbart News Daily"
    let run = capitals(from: at, end: end)
    let isLonger =
      run.upperBound > range.upperBound
      && has(.end, run.upperBound - 1, run.upperBound) > 0
    let name = isLonger ? run : range
    return OutletMention(
      name: name, extent: name, kind: match.value == .agency ? .agency : .outlet)
  }

  /// "Lumbera Post", "Radio Tamarra", "Channel 6"
  private func formed(_ at: Int, _ from: Int, _ end: Int) -> OutletMention? {
    guard isCapital(at), at == from || !isCapital(at - 1) || tokens[at - 1].end == tokens[at].start
    else { return nil }
    let run = withoutArticle(capitals(from: at, end: end))
    guard let last = run.last else { return nil }
    let start = has(.start, run.lowerBound, end)
    let isNumbered = last + 1 < end && run.count == 1 && tokens[last + 1].kind == .number
    if start > 0, run.count > start || isNumbered {
      let name = isNumbered ? run.lowerBound..<last + 2 : run
      return OutletMention(name: name, extent: name, kind: .outlet)
    }
    guard run.count >= 2 else { return nil }
    var ends = run.upperBound
    while ends > run.lowerBound + 1 {
      if has(.end, ends - 1, ends) > 0 { break }
      ends -= 1
    }
    guard ends > run.lowerBound + 1, ends == run.upperBound || tokens[ends].shape == .upper
    else { return nil }
    let name = run.lowerBound..<ends
    return OutletMention(name: name, extent: name, kind: .outlet)
  }

  /// "on Facebook", "trên mạng xã hội X", "its website"
  private func medium(_ at: Int, _ from: Int, _ end: Int) -> OutletMention? {
    if isCapitalX(at), at > from, Self.onWords.contains(tokens[at - 1].key.exact) {
      return OutletMention(name: at..<at + 1, extent: at..<at + 1, kind: .medium)
    }
    let length = has(.medium, at, end)
    guard length > 0 else { return nil }
    let next = at + length
    if length == 1, tokens[at].shape == .lower, !words.isVietnamese, at == from { return nil }
    // "trang web Politico", "trang web của Reuters": not a medium.
    if next < end, words.isVietnamese, isCapital(next), tokens[at].shape == .lower { return nil }
    return OutletMention(name: at..<next, extent: at..<next, kind: .medium)
  }

  private func isCapitalX(_ at: Int) -> Bool {
    tokens[at].shape == .capitalised && tokens[at].scalar == 0x58
      && tokens[at].end - tokens[at].start == 1
      || tokens[at].shape == .upper && tokens[at].scalar == 0x58
        && tokens[at].end - tokens[at].start == 1
  }

  private static let telling =
    ChainWords.newsroom
    | ChainWords.bits(.none, .back, .media, .wires, .kindof, .outlet, .medium, .start)
  private static let inWords = keys(["in"])
  private static let onWords = keys([
    "on", "trên", "via", "qua", "platform", "network", "hội", "mạng", "to",
  ])
  private static let hang = WordKey("hãng").exact
  private static let agency = WordKey("agency").exact
}
