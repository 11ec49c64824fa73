internal import ClaimModel
internal import Lexicons

/// Takes the story out of a page: what each block in its scope is, in page order.
struct PageReader {
  let page: Page
  let scope: PageScope
  let title: PageTitle.Found?
  /// The first paragraph and the last block of the container.
  let body: Range<Int>

  private(set) var story: ReceivedStory
  private(set) var removed = [(block: Int, cause: RemovedText.Cause)]()
  var bylines = [(part: Int, block: Int)]()
  var people = PageAuthors()
  var times = PageTimes()
  var lead: Int?
  var pending: PageCaption?
  var pendingBlock = 0
  /// The block of each part of the story.
  private var blocks = [Int]()
  /// Blocks that say a time and no more, and times cut off the front of paragraphs.
  var moments = [Int]()
  private var clocks = [Int: String]()
  var lastPicture: Int?
  /// The picture of the last caption.
  var captioned: Int?
  let lastProse: Int

  /// Nil where no text of a story stands on the page.
  init?(_ page: Page, form: String, encoding: String) {
    let title = PageTitle(page: page).found()
    guard let scope = PageScope(page, title: title) else { return nil }
    self.page = page
    self.scope = scope
    self.title = title
    let all = page.blocks(in: scope.container)
    let behind = max(all.lowerBound, title?.blocks.upperBound ?? all.lowerBound)
    let start = all.contains(behind) ? behind : all.lowerBound
    let first = (start..<all.upperBound).first {
      Page.isProse(page.blocks[$0]) && scope.causes[$0] == nil
    }
    let short = (start..<all.upperBound).first {
      first == nil && PageScope.isSentence($0, page) && scope.causes[$0] == nil
    }
    body = min(first ?? short ?? start, all.upperBound)..<all.upperBound
    lastProse =
      all.last {
        Page.isProse(page.blocks[$0]) && scope.causes[$0] == nil && scope.label($0)?.isNote != true
      } ?? body.lowerBound
    story = ReceivedStory(form: form, encoding: encoding)
    story.partsAreGiven = true
    story.title = title?.text
    read()
  }

  private mutating func read() {
    let names = PageNames(page)
    people.sites = names
    let around = page.blocks(in: scope.story)
    readProvider(around)
    for index in around { take(index) }
    flush()
    if let account = scope.thread?.account(page) { _ = people.readAccount(account) }
    for index in page.blocks.indices where !around.contains(index) { leaveOut(index) }
    lookAround(around)
    finish(names)
  }

  /// A date line right before the story's element, as blogs have it, where there is none in it.
  private mutating func lookAround(_ around: Range<Int>) {
    guard times.published == nil else { return }
    for index in (max(0, around.lowerBound - 6)..<around.lowerBound).reversed() {
      let roles = page.roles(around: index)
      guard roles.contains(.date), roles.isDisjoint(with: [.clock, .related]),
        page.blocks[index].letters < 90
      else { continue }
      if times.read(index, page: page, roles: roles, isBehind: false) { return }
    }
  }

  /// The agency above a headline whose story a portal shows.
  private mutating func readProvider(_ around: Range<Int>) {
    for index in max(0, around.lowerBound - 6)..<around.lowerBound
    where page.roles(around: index).contains(.source) {
      people.readProvider(page.string(index), page)
    }
  }

  // MARK: Block by block

  private mutating func take(_ index: Int) {
    let block = page.blocks[index]
    if let title, title.blocks.contains(index) { return }
    if index >= scope.end { return leaveOut(index, .comments) }
    if block.isPicture {
      // A button around it shows it larger.
      if scope.causes[index].map({ !Self.foreign.contains($0) }) ?? true { lastPicture = index }
      return
    }
    if index < body.lowerBound {
      head(index, block)
    } else if index < body.upperBound {
      inside(index, block)
    } else {
      behind(index, block)
    }
  }

  static let foreign: [RemovedText.Cause] = [
    .related, .comments, .advertisement, .subscription,
  ]

  /// Between the start of the story's element and its first paragraph.
  private mutating func head(_ index: Int, _ block: PageBlock) {
    let roles = page.roles(around: index)
    let cause = scope.causes[index]
    if let cause, Self.foreign.contains(cause),
      roles.isDisjoint(with: [.byline, .date]), !isAtTitle(index, block)
    {
      return leaveOut(index)
    }
    if cause == nil, takeCaption(index, block, roles) { return }
    if cause == nil, index >= title?.blocks.upperBound ?? 0, isMoment(index, block, roles) {
      moments.append(index)
    }
    if takeTime(index, block, roles) { return }
    if moments.last == index { return leaveOut(index, .widget) }
    let isBehindTitle = index >= title?.blocks.upperBound ?? 0
    if isBehindTitle || scope.isThread, takeByline(index, block, roles) { return }
    let isFree = cause == nil || isAtTitle(index, block)
    if isBehindTitle, isFree, isBesideDate(index, block), takeUnmarked(index) { return }
    if roles.contains(.section), !isBehindTitle { return }
    guard isBehindTitle, cause == nil, title != nil else { return leaveOut(index) }
    if takeLine(index, block) || takeLead(index, block, roles) { return }
    guard isInContainer(index), isWorthKeeping(index, block, roles) else { return leaveOut(index) }
    addParagraph(index)
  }

  private mutating func inside(_ index: Int, _ block: PageBlock) {
    let roles = page.roles(around: index)
    if scope.causes[index] == .deskNote, isSignOff(index), takeByline(index, block, roles) {
      return
    }
    if let cause = scope.causes[index] {
      if cause == .related, times.published == nil, isLabelledTime(index) {
        _ = times.read(index, page: page, roles: .date, isBehind: true)
      }
      if cause != .keyPoints, isMoment(index, block, roles) { moments.append(index) }
      return leaveOut(index, cause)
    }
    if takeCaption(index, block, roles) { return }
    if isBehindLead(index, block, roles) { return head(index, block) }
    if index == body.lowerBound, takeLine(index, block) { return }
    if isBiography(index, block) || isPosition(index, block) { return leaveOut(index, .authorBox) }
    if index == body.lowerBound, takeLead(index, block, roles) { return }
    if isMoment(index, block, roles) {
      moments.append(index)
      if times.published == nil, page.dateLine(page.string(index)) != nil {
        _ = times.read(index, page: page, roles: roles, isBehind: true)
      }
      return leaveOut(index, .widget)
    }
    if times.published == nil, isAtTitle(index, block), isDateLine(index, block) {
      _ = times.read(index, page: page, roles: roles, isBehind: true)
      return leaveOut(index, .widget)
    }
    if isIssuer(index), block.letters < 160 { return leaveOut(index, .deskNote) }
    if isNoteAtEnd(index, block) { return leaveOut(index, .deskNote) }
    if isBylinePlace(index, block, roles), takeByline(index, block, roles) { return }
    if index > lastProse, isAddress(index, block) { return leaveOut(index) }
    if let label = scope.label(index), let cause = cause(of: label, index, block) {
      return leaveOut(index, cause)
    }
    if isRepeated(index, block, roles) || isBelowRepeated(index, block) {
      return leaveOut(index, .repeated)
    }
    if PageStamp.isText(page.bytes(index)) { addParagraph(index) }
  }

  /// Of a live blog without the time in front of it.
  private mutating func addParagraph(_ index: Int) {
    flush()
    var text = page.string(index)
    if page.bytes(index).first.map({ $0 &- 0x30 < 10 }) == true, Self.isLive(page),
      let (time, rest) = EntryTimes.leading(text, page.agencies)
    {
      clocks[index] = time
      text = rest
    }
    add(.paragraph(text), index)
  }

  mutating func add(_ part: ReceivedStory.Part, _ index: Int) {
    story.parts.append(part)
    blocks.append(index)
  }

  /// Behind the element with the paragraphs: bylines and sources alone.
  private mutating func behind(_ index: Int, _ block: PageBlock) {
    let roles = page.roles(around: index)
    let cause = scope.causes[index]
    let isNear = index < body.upperBound + 12
    if isNear, cause == nil || cause == .navigation || cause == .deskNote || cause == .share,
      block.letters < 200, !block.isLink || roles.contains(.byline)
    {
      let isCaption = block.caption >= 0 || block.figure >= 0
      if cause == nil, isCaption, !isLinkedFigure(block), takeCaption(index, block, roles) {
        return
      }
      let isMarked = !roles.isDisjoint(with: [.byline, .source]) || block.isRight
      if isMarked, takeByline(index, block, roles) { return }
      let isNamed = cause == nil && (isSignOff(index) || PageAuthors.source(index, page) != nil)
      if isNamed, takeByline(index, block, roles) { return }
    }
    leaveOut(index)
  }

  // MARK: Lead

  private mutating func takeLead(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard lead == nil, story.parts.allSatisfy({ if case .paragraph = $0 { false } else { true } })
    else { return false }
    if block.isItem || block.isRow {
      guard index < body.lowerBound || roles.contains(.lead) || roles.contains(.keyPoints) else {
        return false
      }
      leaveOut(index, .keyPoints)
      return true
    }
    guard block.letters >= (roles.contains(.lead) ? 12 : 30), isLead(index, block, roles) else {
      return false
    }
    lead = index
    story.lead = PageStamp.withoutPlace(index, in: page)
    return true
  }

  // MARK: Bylines

  mutating func takeByline(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard block.letters > 1, block.letters < 240 else { return false }
    // "Topics" in an element whose words say "source tags".
    if block.letters < 40, scope.label(index)?.isAlone == true { return false }
    if index >= body.lowerBound, people.isKnown(page.string(index), page) {
      leaveOut(index, .repeated)
      return true
    }
    let isMarked =
      !roles.isDisjoint(with: [.byline, .source]) || PageAuthors.glued(index, page) != nil
    let isPlace =
      index < body.lowerBound
      ? PageAuthors.Place.head : isLastToTheRight(index, block) ? .end : .body
    let isKnown =
      people.read(index, page: page, isMarked: isMarked, place: isPlace)
      || scope.isThread && isMarked && people.readAccount(page.string(index))
    guard isKnown else {
      return false
    }
    flush()
    bylines.append((story.parts.count, index))
    add(.byline(page.string(index)), index)
    return true
  }

  mutating func leaveOut(_ index: Int, _ cause: RemovedText.Cause? = nil) {
    guard page.blocks[index].letters > 0 else { return }
    removed.append((index, cause ?? scope.causes[index] ?? .navigation))
  }

  // MARK: The end

  private mutating func finish(_ names: PageNames) {
    keepOneByline()
    dropLastHeadings()
    for case .paragraph(let text) in story.parts.prefix(4) { people.readWire(text, page) }
    times.finish(page)
    story.origin.published = times.published
    story.origin.updated = times.updated
    story.origin.authors = people.finished(page)
    story.origin.agencies = people.agencies
    story.publishers = names.all
    story.origin.section = PageSection(page: page, title: title, scope: scope).name
    story.url = page.facts.canonical ?? page.facts.url
    if !scope.isThread, !moments.isEmpty || !clocks.isEmpty || page.facts.isLive {
      story.entries = PageEntries(
        page, scope: scope, story: story, blocks: blocks, leads: clocks,
        isOfChange: times.isOfChange
      ).found(moments)
    }
    story.origin.removed = PageRemoved(page: page, blocks: removed).list()
  }

  /// A heading that nothing follows heads what was left out.
  private mutating func dropLastHeadings() {
    while let index = blocks.last, page.blocks[index].heading > 0, index > lastProse,
      case .paragraph? = story.parts.last
    {
      story.parts.removeLast()
      blocks.removeLast()
      removed.append((index, .navigation))
    }
  }

  /// One line stands for all that name somebody: the last one with an agency, else the first, with
  /// those that follow right behind it.
  private mutating func keepOneByline() {
    guard bylines.count > 1 else { return }
    let named = bylines.indices.last {
      page.signOff(page.string(bylines[$0].block))?.agencies.isEmpty == false
    }
    let kept = named ?? 0
    var text = page.string(bylines[kept].block)
    var drop = [Int]()
    for index in bylines.indices where index != kept {
      if named == nil, bylines[index].part == bylines[kept].part + index {
        text += ", " + page.string(bylines[index].block)
      } else {
        removed.append((bylines[index].block, .repeated))
      }
      drop.append(bylines[index].part)
    }
    story.parts[bylines[kept].part] = .byline(text)
    for part in drop.sorted(by: >) {
      story.parts.remove(at: part)
      blocks.remove(at: part)
    }
  }

  /// Bytes of its paragraphs.
  var length: Int { PageData.length(story) }

  /// Whether there is text beside headline and captions.
  var hasText: Bool {
    story.lead != nil || story.parts.contains { if case .paragraph = $0 { true } else { false } }
  }
}
