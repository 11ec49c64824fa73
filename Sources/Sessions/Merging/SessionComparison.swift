internal import ClaimModel
package import FactStore

extension SessionDifference {
  /// Stories are matched by their text and claims by where they stood in it when they came, so
  /// that it does not matter in which order the stories were loaded.
  package init(ours: FactStore, theirs: FactStore) {
    var comparison = SessionComparison(ours, theirs)
    comparison.compare()
    self = comparison.found
  }
}

/// Compares two sessions.
struct SessionComparison {
  private let our: FactStore
  private let their: FactStore
  private var ourKeys: SessionKeys
  private var theirKeys: SessionKeys
  private(set) var found = SessionDifference()

  init(_ ours: FactStore, _ theirs: FactStore) {
    (our, their) = (ours, theirs)
    ourKeys = SessionKeys(ours.log)
    theirKeys = SessionKeys(theirs.log)
  }

  mutating func compare() {
    compareStories()
    compareClaims()
    found.sources = SourceComparison(our, their).found
  }

  private mutating func compareStories() {
    for (side, store, keys, other) in [
      (MergeSide.ours, our, ourKeys, theirKeys), (.theirs, their, theirKeys, ourKeys),
    ] {
      for key in keys.storyKeys where other.id(of: key) == nil {
        guard let id = keys.id(of: key), let record = store.article(id) else { continue }
        found.stories.append(
          SessionDifference.Entry(
            side: side, what: .story(id, name: record.article.name), user: record.loadedBy,
            time: record.loadedAt))
      }
    }
    for key in ourKeys.storyKeys { compareStory(key) }
  }

  /// One that both loaded: whether both have it still, and say the same of it.
  private mutating func compareStory(_ key: StoryKey) {
    guard let mine = ourKeys.id(of: key), let other = theirKeys.id(of: key) else { return }
    let articles = (our.article(mine)?.article, their.article(other)?.article)
    for (side, store, id, article) in [
      (MergeSide.ours, our, mine, articles.0), (.theirs, their, other, articles.1),
    ] {
      let twin = side == .ours ? articles.1 : articles.0
      guard let twin else { continue }
      var what: Entry.What?
      if let article {
        let facts = ArticleFacts(of: article, unlike: twin)
        if !facts.isEmpty { what = .storyFacts(id, facts) }
        let record = store.article(id)
        if ourKeys.version(of: key) != theirKeys.version(of: key), let record {
          let operation = store.lastUpdate(of: id)
          found.stories.append(
            Entry(
              side: side, what: .storyVersion(id, name: article.name, version: record.version),
              user: operation?.user ?? record.loadedBy, time: operation?.time ?? record.loadedAt))
        }
      } else {
        what = .storyDropped(id, name: twin.name)
      }
      guard let what else { continue }
      let operation = store.lastChange(of: id)
      found.stories.append(
        Entry(side: side, what: what, user: operation?.user, time: operation?.time))
    }
  }

  /// Claims that people worked on, and all of stories in which different claims were found.
  private mutating func compareClaims() {
    let ours = claimKeys(touchedIn: our, &ourKeys)
    let theirs = claimKeys(touchedIn: their, &theirKeys)
    let apart = ourKeys.storyKeys.filter(isReadDifferently)
    let all = apart.flatMap { ourKeys.claimKeys(in: $0) + theirKeys.claimKeys(in: $0) }
    var seen = Set<ClaimKey>()
    var differences = [(order: (Int, Int), ClaimDifference)]()
    for key in ours + theirs + all where seen.insert(key).inserted {
      // Of a story that one of them dropped, that is all there is to say.
      guard let mine = ourKeys.id(of: key.story), let other = theirKeys.id(of: key.story),
        our.article(mine) != nil, their.article(other) != nil,
        let difference = compare(key)
      else { continue }
      let place = (ourKeys.id(of: key.story)?.number ?? 0, key.content.first?.start ?? 0)
      differences.append((place, difference))
    }
    found.claims = differences.sorted { $0.order < $1.order }.map(\.1)
  }

  private typealias ClaimDifference = SessionDifference.ClaimDifference
  private typealias Entry = SessionDifference.Entry

  private func claimKeys(touchedIn store: FactStore, _ keys: inout SessionKeys) -> [ClaimKey] {
    var places = ClaimPlaces()
    var ids = [ClaimID]()
    for logged in store.log {
      let added = places.take(logged.operation.action)
      guard logged.status == .stands else { continue }
      ids += logged.operation.action.claims
      if let added { ids.append(added) }
    }
    return ids.compactMap { keys.key(of: $0) }
  }

  private func isReadDifferently(_ story: StoryKey) -> Bool {
    guard let mine = ourKeys.id(of: story).flatMap(our.article),
      let other = theirKeys.id(of: story).flatMap(their.article)
    else { return false }
    // What was found is said of the text that was loaded.
    let (first, second) = (mine.firstArticle.text, other.firstArticle.text)
    if first.utf8.elementsEqual(second.utf8) { return mine.extracted != other.extracted }
    let (ourText, theirText) = (KeyText(first), KeyText(second))
    return !mine.extracted.lazy.map { ourText.key($0).asFound }
      .elementsEqual(other.extracted.lazy.map { theirText.key($0).asFound })
  }
}

extension SessionComparison {
  private mutating func compare(_ key: ClaimKey) -> SessionDifference.ClaimDifference? {
    let ids = (ourKeys.id(of: key), theirKeys.id(of: key))
    let mine = ids.0.flatMap(our.claim)
    let other = ids.1.flatMap(their.claim)
    var entries = [Entry]()
    switch (mine, other) {
    case (nil, nil): return nil
    case (let record?, nil): entries = alone(record, .ours, other: ids.1)
    case (nil, let record?): entries = alone(record, .theirs, other: ids.0)
    case (let mine?, let other?): entries = differences(mine, other, in: key.story)
    }
    guard !entries.isEmpty, let record = mine ?? other else { return nil }
    let store = mine == nil ? their : our
    return SessionDifference.ClaimDifference(
      ids: present([.ours: mine?.id, .theirs: other?.id]), text: store.text(of: record),
      verdicts: present([.ours: mine?.verdict, .theirs: other?.verdict]), entries: entries)
  }

  private func present<Value>(_ values: [MergeSide: Value?]) -> [MergeSide: Value] {
    values.compactMapValues { $0 }
  }

  /// A claim that stands on one side alone; `other` is its id on the other, where it was dropped.
  private func alone(
    _ record: ClaimRecord, _ side: MergeSide, other: ClaimID?
  ) -> [SessionDifference.Entry] {
    let own =
      record.marks.map { Entry(side: side, $0) }
      + record.corrections.map { Entry(side: side, $0) }
      + record.attributions.filter { $0.givenBy != nil }.map { Entry(side: side, $0) }
    if let other {
      let store = side == .ours ? their : our
      return [Entry(side: side.other, droppedIn: store, other)] + own
    }
    return [Entry(side: side, what: .claim(record.origin), by: record.origin)] + own
  }

  private mutating func differences(
    _ mine: ClaimRecord, _ other: ClaimRecord, in story: StoryKey
  ) -> [SessionDifference.Entry] {
    var entries = [Entry]()
    let places = (
      ourKeys.keyed(mine.claim, in: story), theirKeys.keyed(other.claim, in: story)
    )
    // Of two texts it is no difference where in them it stands.
    let isOneText = ourKeys.version(of: story) == theirKeys.version(of: story)
    if isOneText, places.0.asFound != places.1.asFound {
      entries += [(MergeSide.ours, mine), (.theirs, other)].map { side, record in
        Entry(side: side, what: .place(record.claim, record.origin), by: record.origin)
      }
    }
    // Who gave it and when makes no difference to what the claim is attributed to.
    let roles = (mine.attributions.map(\.named), other.attributions.map(\.named))
    entries += apart(places: roles.0, roles.1).map { side, index in
      Entry(side: side, side == .ours ? mine.attributions[index] : other.attributions[index])
    }
    let corrections = (mine.corrections.map(\.mark), other.corrections.map(\.mark))
    entries += apart(places: corrections.0, corrections.1).map { side, index in
      Entry(side: side, side == .ours ? mine.corrections[index] : other.corrections[index])
    }
    let marks = (portable(mine.marks, &ourKeys), portable(other.marks, &theirKeys))
    let words = (LastWords(marks.0), LastWords(marks.1))
    for (side, index) in apart(places: marks.0, marks.1) {
      var (marked, portable) =
        side == .ours ? (mine.marks[index], marks.0[index]) : (other.marks[index], marks.1[index])
      let own = side == .ours ? words.0 : words.1
      portable.mark = own.difference(of: portable, from: side == .ours ? words.1 : words.0)
      marked.mark = side == .ours ? portable.mark.mark(&ourKeys) : portable.mark.mark(&theirKeys)
      if !marked.mark.isEmpty { entries.append(Entry(side: side, marked)) }
    }
    return entries
  }

  private func portable(
    _ marks: [SignedMark<ClaimMark>], _ keys: inout SessionKeys
  ) -> [SignedMark<PortableMark>] {
    marks.map { SignedMark(mark: PortableMark($0.mark, &keys), user: $0.user, time: $0.time) }
  }
}

/// What each of two lists has that the other has not, counting repeats; ours first.
func apart<Item: Hashable>(_ ours: [Item], _ theirs: [Item]) -> [(MergeSide, Item)] {
  apart(places: ours, theirs).map { side, place in
    (side, side == .ours ? ours[place] : theirs[place])
  }
}

/// The same, as places in each list.
func apart<Item: Hashable>(places ours: [Item], _ theirs: [Item]) -> [(MergeSide, Int)] {
  func missing(_ items: [Item], in others: [Item]) -> [Int] {
    var counts = [Item: Int]()
    for item in others { counts[item, default: 0] += 1 }
    return items.indices.filter { index in
      guard let count = counts[items[index]], count > 0 else { return true }
      counts[items[index]] = count - 1
      return false
    }
  }
  return missing(ours, in: theirs).map { (.ours, $0) }
    + missing(theirs, in: ours).map { (.theirs, $0) }
}

extension SessionDifference.Entry {
  fileprivate init(side: MergeSide, _ marked: SignedMark<ClaimMark>) {
    self.init(side: side, what: .annotation(marked.mark), user: marked.user, time: marked.time)
  }

  fileprivate init(side: MergeSide, _ signed: SignedMark<Correction>) {
    self.init(
      side: side, what: .correction(signed.mark), user: signed.user, time: signed.time)
  }

  fileprivate init(side: MergeSide, _ attribution: ClaimAttribution) {
    self.init(
      side: side, what: .attribution(attribution), user: attribution.givenBy,
      time: attribution.time)
  }

  fileprivate init(side: MergeSide, what: What, by origin: ClaimOrigin) {
    self.init(side: side, what: what)
    switch origin {
    case .extracted: break
    case .added(let user, let time), .edited(let user, let time):
      (self.user, self.time) = (user, time)
    }
  }

  fileprivate init(side: MergeSide, droppedIn store: FactStore, _ id: ClaimID) {
    self.init(side: side, what: .dropped)
    let drop = store.log.last { logged in
      guard logged.status == .stands, case .dropClaims(let ids) = logged.operation.action else {
        return false
      }
      return ids.contains(id)
    }
    user = drop?.operation.user
    time = drop?.operation.time
  }
}

extension ArticleFacts {
  /// What is said of a story, as far as another session says something else.
  fileprivate init(of article: Article, unlike other: Article) {
    self.init()
    if article.date != other.date { date = article.date }
    if article.language != other.language { language = article.language }
    if article.url != other.url { url = article.url }
    // How they are spaced makes no difference.
    func key(_ text: String?) -> [UInt8] { KeyText.bytes(of: text ?? "") }
    if key(article.headline) != key(other.headline) { title = article.headline }
    if key(article.author) != key(other.author) { author = article.author }
  }
}

extension FactStore {
  /// The last operation that stands and made a story another version.
  fileprivate func lastUpdate(of id: ArticleID) -> Operation? {
    log.last { logged in
      logged.status == .stands && logged.operation.updates.contains { $0.id == id }
    }?.operation
  }

  /// The last change that stands of what is known of a story.
  fileprivate func lastChange(of id: ArticleID) -> Operation? {
    log.last { logged in
      guard logged.status == .stands else { return false }
      switch logged.operation.action {
      case .editArticle(let edited, _): return edited == id
      case .dropArticles(let dropped): return dropped.contains(id)
      default: return false
      }
    }?.operation
  }
}
