internal import ClaimModel

/// When a story was published and changed: the date line that readers see first, then what stands
/// in metadata; never running text.
struct PageTimes {
  private(set) var published: StoryTime?
  private(set) var updated: StoryTime?
  /// Whether the page says no time but that of its last change, which stands for the first one.
  private(set) var isOfChange = false
  private var rank = 0

  private static let longest = 200

  /// Takes what a block says; gives whether it is a date line. One behind the headline, or one that
  /// is marked, counts more than one before it.
  mutating func read(_ index: Int, page: Page, roles: PageRoles, isBehind: Bool) -> Bool {
    let inner = Self.timeElement(index, page)
    let machine = Self.machineTime(index, page) ?? inner.flatMap { Self.written($0, page) }
    guard let line = page.dateLine(page.spaced(index)) else {
      guard let machine, roles.contains(.date) else { return false }
      take(machine, isUpdate: roles.contains(.updated), rank: 2)
      return true
    }
    let isMarked = !roles.isDisjoint(with: [.date, .updated]) || inner != nil
    let rank = (isBehind ? 1 : 0) + (isMarked ? 2 : 0) + (line.isLabelled ? 4 : 0) + 2
    if let time = line.published {
      let isUpdate = roles.contains(.updated) && !roles.contains(.date)
      take(Self.better(time, machine), isUpdate: isUpdate, rank: rank)
    }
    if let time = line.updated { take(time, isUpdate: true, rank: rank) }
    return true
  }

  private mutating func take(_ time: StoryTime, isUpdate: Bool, rank: Int) {
    if isUpdate {
      updated = updated ?? time
    } else if rank > self.rank {
      if let earlier = published, earlier.day >= time.day { updated = updated ?? earlier }
      published = time
      self.rank = rank
    }
  }

  /// The first `<time>` of a line: "by <b>ada</b> » <time>Sat Jun 12, 2021</time>".
  private static func timeElement(_ index: Int, _ page: Page) -> Int? {
    let block = page.blocks[index]
    return (Int(block.first)...Int(block.last)).prefix(60).lazy
      .map { page.parent(of: $0) }.first { page.tree.nodes[$0].tag == .time }
  }

  /// `<time datetime>` in or around a block.
  static func machineTime(_ index: Int, _ page: Page) -> StoryTime? {
    let block = page.blocks[index]
    let nodes = Array(page.ancestors(of: Int(block.first)).prefix(4))
    return nodes.lazy.compactMap { written($0, page) }.first
  }

  /// `<time datetime="2024-04-18T06:12">`; `<time title="18/04/2024 06:12">2 giờ trước</time>`
  private static func written(_ node: Int, _ page: Page) -> StoryTime? {
    guard page.tree.nodes[node].tag != .text else { return nil }
    let isDate = page.roles[node].contains(.date)
    let text =
      page.tree.string(.datetime, of: node)
      ?? (isDate ? page.tree.string(.content, of: node) : nil)
    if let text, let time = StoryTime(iso: text) { return time }
    guard isDate, let title = page.tree.string(.title, of: node) else { return nil }
    return StoryTime(iso: title) ?? PageDateLine(title)?.published
  }

  /// A day that is shown alone takes its time of day from the machine's, if it is that day.
  private static func better(_ shown: StoryTime, _ machine: StoryTime?) -> StoryTime {
    guard let machine, machine.day == shown.day else { return shown }
    if shown.second == nil { return machine }
    return shown.zone == nil && machine.second == shown.second ? machine : shown
  }

  /// Where the page shows none, and for what it does not show: zone, time of the change.
  mutating func finish(_ page: Page) {
    let given = page.facts.published.compactMap { StoryTime(iso: $0) }
    let changed = page.facts.modified.compactMap { StoryTime(iso: $0) }
    let zones = page.facts.times.compactMap { StoryTime(iso: $0) }
    // The only time shown is that of the last change.
    if published == nil, let updated, given.isEmpty {
      published = updated
      self.updated = nil
      isOfChange = true
    }
    guard let shown = published else {
      published =
        given.first ?? page.facts.published.lazy.compactMap { PageDateLine($0)?.published }.first
      published = published ?? Self.hidden(page)
      updated = updated ?? changed.first
      return
    }
    published = Self.zoned(shown, given + changed + zones, page)
    updated = updated.map { Self.zoned($0, changed + given + zones, page) } ?? changed.first
    if let zone = published?.zone, let time = updated { updated = time.moved(toZone: zone) }
    if updated == published { updated = nil }
  }

  /// What a page says to those who hear it: "Published On 9 Oct 2023".
  private static func hidden(_ page: Page) -> StoryTime? {
    page.hidden.lazy.prefix(200).filter { !$0.isForm }.compactMap { piece -> StoryTime? in
      let text = page.tree.wholeText(of: Int(piece.node))
      return text.utf8.count < longest ? PageDateLine(text)?.published : nil
    }.first
  }

  /// The zone of metadata that mean the same time, else a zone that metadata name beside UTC.
  private static func zoned(_ shown: StoryTime, _ given: [StoryTime], _ page: Page) -> StoryTime {
    let isDayFirst = page.facts.language?.lowercased().hasPrefix("vi") ?? false
    let shown = isDayFirst ? shown : swapped(shown, given)
    guard let second = shown.second else {
      return given.first { $0.day == shown.day && $0.zone != 0 } ?? shown
    }
    guard shown.zone == nil else { return shown }
    for time in given where time.zone != nil {
      let zone = time.zone ?? 0
      if time.day == shown.day, time.second.map({ $0 / 60 }) == second / 60 {
        return StoryTime(day: shown.day, second: second, zone: zone)
      }
    }
    for time in given where time.zone == 0 {
      for hours in -12...14 {
        let moved = time.moved(toZone: hours * 60)
        if moved.day == shown.day, moved.second.map({ $0 / 60 }) == second / 60 { return moved }
      }
    }
    let zone = given.lazy.compactMap(\.zone).first { $0 != 0 }
    return StoryTime(day: shown.day, second: second, zone: zone)
  }

  /// "3/11/2024" of a page from America, where metadata say 11 March.
  private static func swapped(_ shown: StoryTime, _ given: [StoryTime]) -> StoryTime {
    guard let day = CalendarDay(year: shown.day.year, month: shown.day.day, day: shown.day.month),
      given.contains(where: { $0.day == day }), !given.contains(where: { $0.day == shown.day })
    else { return shown }
    return StoryTime(day: day, second: shown.second, zone: shown.zone)
  }
}
