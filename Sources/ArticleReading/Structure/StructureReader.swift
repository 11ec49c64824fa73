internal import ClaimModel
internal import Languages
internal import Lexicons

/// Cuts a text into title, prose, captions, sign-off and dateline.
struct StructureReader {
  private let story: StoryText
  private let furniture: [LeftOut]
  private let layout: WrittenLanguage.Layout
  private let givenTitle: String?
  /// The day that lines above the story tell.
  private let toldDate: CalendarDay?

  struct Structure {
    var title: TextSpan?
    var body = [TextSpan]()
    var captions = [Caption]()
    var byline: Byline?
    var dateline: Dateline?
    var date: CalendarDay?
    /// What is in none of these.
    var leftOut = [LeftOut]()
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, language: WrittenLanguage, agencies: AgencyRegistry,
    givenTitle: String?
  ) {
    let whole = StoryText(bytes, agencies: agencies)
    let head = CommentHead(whole)
    toldDate = head.date
    var lines = FurnitureReader(story: whole).lines()
    for number in 0..<head.count { lines[number] = .furniture }
    furniture = lines.map { LeftOut(span: whole.lines[$0.key].span, cause: $0.value) }
    story = whole.without(Set(lines.keys))
    layout = language.layout
    self.givenTitle = givenTitle
  }

  func structure() -> Structure {
    guard !story.lines.isEmpty else { return Structure() }
    var structure = Structure()
    var taken = [TextSpan]()
    let credits = CreditFinder(story: story, layout: layout).credits()
    let found = BylineReader(story: story, layout: layout).find(credits)
    if let found {
      structure.byline = found.byline
      taken.append(found.extent)
    }
    var reader = CaptionReader(story: story)
    reader.readCredited(credits.filter { credit in !taken.contains { $0.overlaps(credit.span) } })
    if let (listed, body) = listedCaptions(below: found) { reader.readListed(listed, body: body) }
    reader.readUnstopped(
      1..<max(1, found?.lines.lowerBound ?? story.lines.count - 1), layout)
    if let pictures = found?.pictures { reader.creditAll(pictures) }
    structure.captions = reader.captions.filter { caption in
      !taken.contains { $0.overlaps(caption.span) }
    }
    taken += structure.captions.map(\.span) + reader.leftovers
    structure.leftOut =
      furniture
      + reader.leftovers.map {
        LeftOut(span: $0, cause: isCredit($0, credits) ? .credit : .printedTwice)
      }
    if let found, found.extent.end > found.byline.span.end {
      structure.leftOut.append(
        LeftOut(span: TextSpan(found.byline.span.end, found.extent.end), cause: .credit))
    }
    readHead(&structure, &taken)
    let times = EntryTimes(story: story).spans(below: structure.title)
    taken += times
    structure.leftOut += times.map { LeftOut(span: $0, cause: .entryTime) }
    structure.body = prose(without: taken)
    return structure
  }

  private func isCredit(_ span: TextSpan, _ credits: [PictureCredit]) -> Bool {
    credits.contains { $0.span.overlaps(span) }
      || story.line(at: span.start).map { SourceLine(story: story, line: $0).name != nil } == true
  }

  /// Title, date line and dateline; what they take is added to `taken`.
  private func readHead(_ structure: inout Structure, _ taken: inout [TextSpan]) {
    if let givenTitle {
      structure.title = GivenTitle(story: story, title: givenTitle).span
    } else {
      let top = TopLines(story)
      if let top {
        (structure.date, taken) = (top.day, taken + [top.date])
        structure.leftOut.append(LeftOut(span: top.date, cause: .dateLine))
      }
      if let section = top?.section {
        taken.append(section)
        structure.leftOut.append(LeftOut(span: section, cause: .furniture))
      }
      structure.title = TitleReader(story: story, layout: layout, below: top?.date)
        .title(taken: taken)
    }
    if let title = structure.title { taken.append(title) }
    let head = HeadReader(story: story, taken: taken.sorted(), layout: layout).read()
    structure.date = structure.date ?? head.date ?? toldDate
    structure.dateline = head.dateline
    taken += head.spans
    structure.leftOut += head.dateLines.map { LeftOut(span: $0, cause: .dateLine) }
    if let byline = head.byline {
      if let below = structure.byline {
        structure.byline?.author = below.author ?? byline.author
        for name in byline.agencies where !below.agencies.contains(name) {
          structure.byline?.agencies.append(name)
        }
      } else {
        structure.byline = byline
      }
    }
  }

  /// Lines that list captions, and those of the story above them.
  private func listedCaptions(below found: BylineReader.Found?) -> (Range<Int>, body: Range<Int>)? {
    guard layout.listsCaptionsBelow else { return nil }
    let count = story.lines.count
    if let found {
      let first = found.lines.upperBound + 1
      return first < count ? (first..<count, 0..<found.lines.lowerBound) : nil
    }
    return lastBlock()
  }

  /// A story in blocks (title, lead, many lines of prose, captions) ends with its captions.
  private func lastBlock() -> (Range<Int>, body: Range<Int>)? {
    var starts = [0]
    for line in story.lines.indices.dropFirst() where story.lines[line].emptyLinesBefore > 0 {
      starts.append(line)
      if starts.count > 6 { return nil }
    }
    guard starts.count >= 3, let last = starts.last, starts[1] == 1 else { return nil }
    let body = last - starts[starts.count - 2]
    let listed = story.lines.count - last
    guard body >= 4, listed <= 8, listed * 2 < body else { return nil }
    return (last..<story.lines.count, 0..<last)
  }

  /// The lines without what is taken, pieces without any letter or digit left out.
  private func prose(without taken: [TextSpan]) -> [TextSpan] {
    let taken = taken.sorted()
    var pieces = [TextSpan]()
    var next = 0
    for line in story.lines {
      var start = line.span.start
      while next < taken.count, taken[next].end <= start { next += 1 }
      var at = next
      while at < taken.count, taken[at].start < line.span.end {
        if taken[at].start > start { add(TextSpan(start, taken[at].start), to: &pieces) }
        start = max(start, taken[at].end)
        at += 1
      }
      if start < line.span.end { add(TextSpan(start, line.span.end), to: &pieces) }
    }
    return pieces
  }

  private func add(_ span: TextSpan, to pieces: inout [TextSpan]) {
    var span = TextLayout.trimmed(story.bytes, span)
    guard !span.isEmpty else { return }
    if story.bytes[span.start] < 0x80, story.isAlphanumeric(span.start) {
      pieces.append(span)
      return
    }
    // The full stop of a caption or title that is cut out.
    while let first = story.words(span, limit: 1).first,
      first.endsSentence || first.isClosing
        || first.isMark(",") || first.isMark(":")
    {
      span = TextLayout.trimmed(story.bytes, TextSpan(first.end, span.end))
    }
    if story.holdsWord(TextSpan(span.start, min(span.end, span.start + 256))) {
      pieces.append(span)
    }
  }
}
