internal import ClaimModel
internal import Languages
internal import Lexicons

/// Finds the sign-off of a story: in its last line or lines, or behind its last sentence.
struct BylineReader {
  let story: StoryText
  let layout: WrittenLanguage.Layout

  struct Found {
    var byline: Byline
    /// The lines it stands in; of a story in one line, that line.
    var lines: ClosedRange<Int>
    /// The name behind "Ảnh:" below or behind the author.
    var pictures: String?
    /// All of it, a credit of pictures included.
    var extent: TextSpan
  }

  /// Words of the longest sign-off, and lines below it that may be captions.
  private static let mostWords = 26
  private static let mostLinesBelow = 16

  private var parser: SignOffParser { SignOffParser(story: story) }

  func find(_ credits: [PictureCredit]) -> Found? {
    guard let last = story.lines.indices.last else { return nil }
    let below = layout.listsCaptionsBelow ? Self.mostLinesBelow : 2
    let prose = ProseLine(story: story, credits: credits)
    var sourceOfPicture: Found?
    for line in stride(from: last, through: max(0, last - below), by: -1) {
      // A sign-off stands below the story's last sentence.
      if line < last, prose.isProse(line + 1) { break }
      if line == 1, line < last, isHeadline(0) { break }
      guard let found = find(in: line, last: last, credits).map(withInitials) else { continue }
      if isMidway(found, line: line, last: last, prose) { break }
      guard isSourceOfPicture(line, last: last) else { return found }
      sourceOfPicture = sourceOfPicture ?? found
    }
    return sourceOfPicture
  }

  /// Whether a line has no stop and few words: right below it stands who wrote the story, not who
  /// signs it, and what follows is the story and no list of captions.
  private func isHeadline(_ line: Int) -> Bool {
    let words = story.words(story.lines[line].span, limit: Self.longestHeadline + 1)
    return words.count <= Self.longestHeadline && words.last?.endsSentence == false
  }

  private static let longestHeadline = 24

  /// "Nguồn: Chi cục Kiểm lâm" above a sentence in which somebody tells something: no newsroom's
  /// and no author's line, and the story goes on.
  private func isMidway(_ found: Found, line: Int, last: Int, _ prose: ProseLine) -> Bool {
    guard found.byline.author == nil, line < last else { return false }
    let isKnown = found.byline.agencies.contains { story.agencies.entry(named: $0) != nil }
    return !isKnown && (line + 1...last).contains { prose.isTold($0) }
  }

  /// "Nguồn: Guardian." right below a caption, with an author's line above: it may credit that
  /// picture alone.
  private func isSourceOfPicture(_ line: Int, last: Int) -> Bool {
    guard layout.listsCaptionsBelow, line < last, line > 0,
      story.lines[line].emptyLinesBefore == 0
    else { return false }
    return SourceLine(story: story, line: line).name != nil
  }

  /// "T." in the line above "Tuyền", as a machine cuts "T.Tuyền".
  private func withInitials(_ found: Found) -> Found {
    var found = found
    while story.isSentenceRun, let author = found.byline.author, found.lines.lowerBound > 1 {
      let above = found.lines.lowerBound - 1
      let span = story.lines[above].span
      let words = story.words(span, limit: 3)
      guard words.count == 2, words[0].letters == 1, words[0].isCapital, words[1].isMark(".")
      else { break }
      found.byline.author = story.name(span) + " " + author
      found.byline.span = TextSpan(span.start, found.byline.span.end)
      found.extent = TextSpan(span.start, found.extent.end)
      found.lines = above...found.lines.upperBound
    }
    return found
  }

  private func find(in line: Int, last: Int, _ credits: [PictureCredit]) -> Found? {
    let isLast = line == last
    let stands = isLast || story.lines[line + 1].emptyLinesBefore > 0
    guard let (sign, span) = sign(line, wholeOnly: !isLast),
      !credits.contains(where: { $0.span.overlaps(span) })
    else {
      return isLast ? withCredit(line, credits) : nil
    }
    if sign.isCertain
      || ((isLast || layout.listsCaptionsBelow) && stands && isAuthorLine(line, span))
    {
      return joined(sign, span, line)
    }
    return below(line, last: last, sign, span, credits)
  }

  /// A lone name is the author where a line ends before it, or prose with a full stop.
  private func isAuthorLine(_ line: Int, _ span: TextSpan) -> Bool {
    guard !layout.authorHasOwnLine else { return line > 0 && story.bytes[span.end - 1] != 0x2E }
    return line > 0 || span.start > story.lines[line].span.start
  }

  /// The sign-off in `line`: all of it, or what stands behind its last sentence.
  private func sign(_ line: Int, wholeOnly: Bool) -> (SignOff, TextSpan)? {
    let span = story.lines[line].span
    let (words, isAll) = story.lastWords(span, bytes: 360)
    guard !words.isEmpty else { return nil }
    if isAll, words.count <= Self.mostWords, let sign = parser.parse(words) {
      return line > 0 || sign.isCertain ? (sign, span) : nil
    }
    guard !wholeOnly || words.last?.isClosing == true else { return nil }
    for first in starts(words) {
      let rest = Array(words[first...])
      guard rest.count <= Self.mostWords else { break }
      if let sign = parser.parse(rest), !sign.isRemark || rest[0].isOpening {
        return (sign, TextSpan(rest[0].start, span.end))
      }
    }
    return unstopped(words, lineEnd: span.end)
  }

  /// "… vì Covid-19 Minh An (Theo AFP)": prose without a full stop before the sign-off.
  private func unstopped(_ words: [Word], lineEnd: Int) -> (SignOff, TextSpan)? {
    let last = words.indices.suffix(Self.mostWords).last { index in
      words[index].isCapital && words[index].key == Self.from
    }
    guard var first = last else { return nil }
    if first > 0, words[first - 1].isOpening { first -= 1 }
    guard first > 0, var sign = parser.parse(Array(words[first...])), sign.isCertain,
      !sign.agencies.isEmpty
    else { return nil }
    let run = words[..<first].reversed().prefix { $0.isName }.count
    if (2...4).contains(run), sign.author == nil, run < first {
      sign.author = TextSpan(words[first - run].start, words[first - 1].end)
      first -= run
    }
    return (sign, TextSpan(words[first].start, lineEnd))
  }

  private static let from = WordKey("theo")

  /// Where a sign-off may start behind a sentence: the last sentence ends, the last one first.
  private func starts(_ words: [Word]) -> [Int] {
    var starts = [Int]()
    for index in words.indices.dropFirst().reversed() where !words[index].touchesPrevious {
      var last = index - 1
      while last > 0, words[last].isClosingQuote || words[last].isClosing { last -= 1 }
      let word = words[last]
      let closes = last < index - 1 || word.isClosing || word.isClosingQuote
      guard word.endsSentence || closes, !words[index].isOpening || words.endsSentence(at: last)
      else { continue }
      if word.isMark("."), !words.endsSentence(at: last) { continue }
      if !words[index].isOpeningQuote { starts.append(index) }
      if starts.count == 3 { break }
    }
    return starts
  }

  /// A certain sign-off without an author takes the name in the line above or below.
  private func joined(_ sign: SignOff, _ span: TextSpan, _ line: Int) -> Found {
    var (sign, span, first) = (sign, span, line)
    let startsLine = span.start == story.lines[line].span.start
    if sign.author == nil, startsLine, line > 1,
      let (above, aboveSpan) = self.sign(line - 1, wholeOnly: true),
      !above.isCertain, above.author != nil || sign.isRemark
    {
      sign.author = above.author
      sign.agencies += above.agencies.filter { !sign.agencies.contains($0) }
      span = TextSpan(aboveSpan.start, span.end)
      first = line - 1
    } else if sign.author == nil, startsLine, line > 1, !sign.isRemark,
      let above = tail(of: line - 1)
    {
      sign.author = above
      span = TextSpan(above.start, span.end)
      first = line - 1
    }
    if sign.author == nil, startsLine, line > 1, let swapped = swapped(line, sign) {
      sign = swapped
      first = line - 1
      span = TextSpan(story.lines[first].span.start, span.end)
    }
    return Found(
      byline: byline(sign, span), lines: first...line, pictures: nil, extent: span)
  }

  /// "… kết thúc. Minh An" above "Theo AFP".
  private func tail(of line: Int) -> TextSpan? {
    let (words, _) = story.lastWords(story.lines[line].span, bytes: 120)
    for first in starts(words) {
      if let sign = parser.parse(Array(words[first...])), !sign.isCertain { return sign.author }
    }
    return nil
  }

  /// "Theo Minh An" above "Dân Việt": the first is the author.
  private func swapped(_ line: Int, _ sign: SignOff) -> SignOff? {
    guard !sign.isCertain, !sign.agencies.isEmpty,
      let (above, _) = self.sign(line - 1, wholeOnly: true), above.author == nil,
      above.agencies.count == 1, story.agencies.entry(named: above.agencies[0]) == nil
    else { return nil }
    let words = story.words(story.lines[line - 1].span).dropFirst()
    guard let first = words.first, let last = words.last else { return nil }
    return SignOff(
      author: TextSpan(first.start, last.end), agencies: sign.agencies, isCertain: true)
  }

  /// A lone name with one line below it that belongs to it: "Dân Việt", "Ảnh: Đỗ Linh".
  private func below(
    _ line: Int, last: Int, _ sign: SignOff, _ span: TextSpan, _ credits: [PictureCredit]
  ) -> Found? {
    guard line > 0, line + 1 == last,
      let credit = credits.first(where: { $0.span.start == story.lines[last].span.start }),
      span.start == story.lines[line].span.start || sign.author != nil
    else { return nil }
    let end = story.lines[last].span.end
    return Found(
      byline: byline(sign, span), lines: line...last, pictures: credit.name,
      extent: TextSpan(span.start, end))
  }

  /// "… kết thúc. Minh Nguyễn Ảnh: BHD"
  private func withCredit(_ line: Int, _ credits: [PictureCredit]) -> Found? {
    let lineSpan = story.lines[line].span
    guard let credit = credits.last, credit.line == line, credit.span.end >= lineSpan.end - 2,
      credit.span.start > lineSpan.start
    else { return nil }
    let head = TextLayout.trimmed(story.bytes, TextSpan(lineSpan.start, credit.span.start))
    let (words, isAll) = story.lastWords(head, bytes: 160)
    for first in starts(words) + (isAll && line > 0 && words.count < 8 ? [0] : []) {
      guard let sign = parser.parse(Array(words[first...])), sign.author != nil else { continue }
      let span = TextSpan(words[first].start, head.end)
      return Found(
        byline: byline(sign, span), lines: line...line, pictures: credit.name,
        extent: TextSpan(span.start, lineSpan.end))
    }
    return nil
  }

  private func byline(_ sign: SignOff, _ span: TextSpan) -> Byline {
    Byline(span: span, author: sign.author.map(story.name), agencies: sign.agencies)
  }
}
