internal import ClaimModel

/// The entries of a live blog: which parts of the story each has, and what time it shows.
///
/// An entry is the element around a time and no other one; where times and texts follow each other
/// in one element, all up to the next time.
struct PageEntries {
  let page: Page
  let scope: PageScope
  let parts: [ReceivedStory.Part]
  /// The times that stand in front of a paragraph in its own block, cut off there.
  let leads: [Int: String]
  let published: StoryTime?
  let updated: StoryTime?
  /// The block that each part is made of, never one before that of the part above.
  let blocks: [Int]

  /// `isOfChange`: the story's time is that of its last change.
  init(
    _ page: Page, scope: PageScope, story: ReceivedStory, blocks: [Int], leads: [Int: String],
    isOfChange: Bool
  ) {
    self.page = page
    self.scope = scope
    self.leads = leads
    parts = story.parts
    published = isOfChange ? nil : story.origin.published
    updated = isOfChange ? story.origin.published : story.origin.updated
    var last = 0
    self.blocks = blocks.map { block in
      last = max(last, block)
      return last
    }
    headings = Set(
      zip(blocks, story.parts).filter { block, part in
        page.blocks[block].letters < Self.longestHeading && leads[block] == nil
          && PageMoment(part.text, near: nil)?.isDayAlone == true
      }.map(\.0))
  }

  /// Times that stand together, without a part of the story between them.
  private struct Stamp {
    var first: Int
    var last: Int
    var words: String
    var second: Int?
    var zone: Int?
    var day: CalendarDay?
    var machine: StoryTime?
    var isDayAlone = false
    var parts = 0..<0
  }

  private static let longestWords = 60
  private static let longestHeading = 40
  /// Blocks of the parts that are a day alone, above the entries of that day.
  private let headings: Set<Int>

  /// `moments` are the blocks that say a time and no more, in page order.
  func found(_ moments: [Int]) -> [ReceivedStory.Entry] {
    guard !blocks.isEmpty, page.facts.isLive || moments.count + leads.count > 1 else { return [] }
    var stamps = stamps(moments)
    let updates = PageUpdates(page.facts.updates)
    guard stamps.count > 1 || page.facts.isLive && !stamps.isEmpty else {
      return told(by: updates)
    }
    spread(&stamps)
    stamps = stamps.filter { !$0.parts.isEmpty }
    for at in stamps.indices where stamps[at].machine == nil {
      stamps[at].machine =
        parts[stamps[at].parts].prefix(3).lazy
        .compactMap { updates.time(of: $0.text) }.first
    }
    return timed(stamps)
  }

  // MARK: Times of the page

  private func stamps(_ moments: [Int]) -> [Stamp] {
    let base = updated?.day ?? published?.day
    var read = [(block: Int, text: String, moment: PageMoment)]()
    let firstPart = blocks.first ?? 0
    let names = moments.map(signature)
    // Of those in boxes with other things, the ones that are like the times outside of them.
    let counts = zip(moments, names).reduce(into: [[UInt8]: Int]()) {
      if !isForeign($1.0) { $0[$1.1, default: 0] += 1 }
    }
    for (at, block) in moments.enumerated() {
      let text = page.spaced(block)
      // The story's own date line is like no other time on the page.
      let likes = counts[names[at]] ?? 0
      guard likes > 0, likes > 1 || block > firstPart || moments.count == 1,
        let moment = PageMoment(text, near: base)
      else { continue }
      read.append((block, text, moment))
    }
    for (block, text) in leads {
      if let moment = PageMoment(text, near: base) { read.append((block, text, moment)) }
    }
    for block in headings {
      let text = page.string(block)
      if let moment = PageMoment(text, near: base) { read.append((block, text, moment)) }
    }
    read.sort { $0.block < $1.block }
    if read.contains(where: { !$0.moment.isUpdate && $0.moment.second != nil }) {
      read.removeAll(where: \.moment.isUpdate)
    }
    return joined(read, base)
  }

  private func isForeign(_ block: Int) -> Bool {
    guard let cause = scope.causes[block] else { return false }
    return [.related, .comments, .advertisement, .subscription].contains(cause)
  }

  /// Tag and first class of the element that a time stands in.
  private func signature(_ block: Int) -> [UInt8] {
    let node = page.parent(of: Int(page.blocks[block].first))
    let classes = page.tree.value(.class, of: node) ?? []
    let name = classes.prefix(while: { $0 > 0x20 })
    return [UInt8(truncatingIfNeeded: page.tree.nodes[node].tag.number)] + Array(name)
  }

  private func joined(
    _ read: [(block: Int, text: String, moment: PageMoment)], _ base: CalendarDay?
  ) -> [Stamp] {
    var stamps = [Stamp]()
    var heading: CalendarDay?
    for (block, text, moment) in read {
      let day = moment.day(near: base)
      if headings.contains(block) {
        heading = day
        continue
      }
      let machine = PageTimes.machineTime(block, page) ?? stampTime(block)
      if var last = stamps.last, !parts(in: last.last..<block),
        last.second == nil || moment.second == nil
      {
        last.last = block
        last.words = String((last.words + " " + text).prefix(Self.longestWords))
        last.second = last.second ?? moment.second
        last.zone = last.zone ?? moment.zone
        last.day = day ?? last.day
        last.machine = last.machine ?? machine
        last.isDayAlone = last.isDayAlone && moment.isDayAlone
        stamps[stamps.count - 1] = last
        continue
      }
      stamps.append(
        Stamp(
          first: block, last: block, words: text, second: moment.second, zone: moment.zone,
          day: day ?? (moment.second == nil ? nil : heading), machine: machine,
          isDayAlone: moment.isDayAlone))
    }
    // Pictures of a series are counted like days: "1/5", "2/5".
    let clocks = stamps.filter { $0.second != nil || $0.machine != nil }
    if clocks.count < 2, !page.facts.isLive { return [] }
    return withoutHeadings(stamps)
  }

  /// A day alone above entries is theirs: it is no entry.
  private func withoutHeadings(_ stamps: [Stamp]) -> [Stamp] {
    guard stamps.contains(where: { $0.second != nil }) else { return stamps }
    var out = [Stamp]()
    var heading: CalendarDay?
    for var stamp in stamps {
      if stamp.isDayAlone, stamp.machine?.second == nil {
        heading = stamp.day
        continue
      }
      stamp.day = stamp.day ?? heading
      out.append(stamp)
    }
    return out
  }

  /// Whether a part is made of one of these blocks.
  private func parts(in held: Range<Int>) -> Bool {
    let at = place(of: held.lowerBound)
    return at < blocks.count && held.contains(blocks[at])
  }

  /// The first part at or behind a block.
  private func place(of block: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] < block { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `data-time="1726496100"` of the element around a time: seconds or milliseconds since 1970.
  private func stampTime(_ block: Int) -> StoryTime? {
    for node in page.ancestors(of: Int(page.blocks[block].first)).prefix(6) {
      for name in [PageAttributeName.dataTime, .dataTimestamp] {
        guard let text = page.tree.string(name, of: node) else { continue }
        if let time = StoryTime(iso: text), time.second != nil { return time }
        guard let number = Int(text), text.count == 10 || text.count == 13 else { continue }
        let seconds = text.count == 13 ? number / 1000 : number
        return StoryTime(
          day: CalendarDay(daysSinceEpoch: seconds / 86_400), second: seconds % 86_400, zone: 0)
      }
    }
    return nil
  }

  // MARK: What belongs to a time

  private func spread(_ stamps: inout [Stamp]) {
    for at in stamps.indices {
      let before = at > 0 ? stamps[at - 1].last : -1
      let next = at + 1 < stamps.count ? stamps[at + 1].first : page.blocks.count
      let isLead = leads[stamps[at].first] != nil
      let around = element(stamps[at].first, between: before, next)
      let inside = isLead ? 0..<0 : range(page.blocks(in: around))
      let end = page.blocks(in: scope.container).upperBound
      stamps[at].parts = inside.isEmpty ? range(stamps[at].first..<min(next, end)) : inside
      if at > 0, stamps[at].parts.lowerBound < stamps[at - 1].parts.upperBound {
        stamps[at].parts =
          stamps[at - 1].parts
          .upperBound..<max(stamps[at].parts.upperBound, stamps[at - 1].parts.upperBound)
      }
    }
  }

  /// The outermost element around a time that holds no other one.
  private func element(_ block: Int, between before: Int, _ next: Int) -> Int {
    var node = page.parent(of: Int(page.blocks[block].first))
    while true {
      let parent = page.parent(of: node)
      guard parent > scope.container else { return node }
      let held = page.blocks(in: parent)
      if held.contains(before) || held.contains(next) { return node }
      node = parent
    }
  }

  /// The parts that are made of blocks of a range.
  private func range(_ held: Range<Int>) -> Range<Int> {
    var (first, end) = (place(of: held.lowerBound), place(of: held.upperBound))
    while first < end, isByline(first) || headings.contains(blocks[first]) { first += 1 }
    while first < end, isByline(end - 1) { end -= 1 }
    let inside = (first..<end).dropFirst()
    end = inside.first { headings.contains(blocks[$0]) } ?? end
    return first..<max(first, end)
  }

  private func isByline(_ part: Int) -> Bool {
    if case .byline = parts[part] { true } else { false }
  }

  /// Of a page on which no time is shown: an entry from each part that its data have a time of.
  private func told(by updates: PageUpdates) -> [ReceivedStory.Entry] {
    guard !updates.isEmpty else { return [] }
    let found = parts.indices.compactMap { part -> (part: Int, time: StoryTime)? in
      guard !isByline(part), let time = updates.time(of: parts[part].text) else { return nil }
      return (part, time.moved(toZone: published?.zone ?? time.zone ?? 0))
    }
    var starts = [(part: Int, time: StoryTime)]()
    // The headline of an update and its text are one entry.
    for entry in found where starts.last?.time != entry.time { starts.append(entry) }
    return starts.indices.map { at in
      let next = at + 1 < starts.count ? blocks[starts[at + 1].part] : page.blocks.count
      let held = range(blocks[starts[at].part]..<next)
      return ReceivedStory.Entry(parts: held, time: starts[at].time, words: "")
    }.filter { !$0.parts.isEmpty }
  }

  // MARK: Days

  private func timed(_ stamps: [Stamp]) -> [ReceivedStory.Entry] {
    let zone = published?.zone ?? updated?.zone
    var times = stamps.map { EntryClock($0.second, $0.zone, $0.day, $0.machine, zone) }
    let clocks = times.indices.filter { times[$0].second != nil }
    let days = EntryDays(
      entries: clocks.map { (times[$0].second ?? 0, times[$0].day?.daysSinceEpoch) },
      published: published.flatMap(Self.moment), updated: updated.flatMap(Self.moment)
    ).days()
    for (at, day) in zip(clocks, days) {
      times[at].day = day.map { CalendarDay(daysSinceEpoch: $0) }
    }
    return zip(stamps, times).map { stamp, time in
      ReceivedStory.Entry(
        parts: stamp.parts, time: time.time,
        words: String(decoding: ReceivedText.clean(stamp.words), as: UTF8.self))
    }
  }

  private static func moment(_ time: StoryTime) -> Int? {
    time.day.daysSinceEpoch * 86_400 + (time.second ?? 43_200)
  }
}
