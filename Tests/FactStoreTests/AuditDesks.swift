import ClaimModel
import FactStore
import TestSupport

/// A desk whose gaps are known: each claim with a verdict gets all that the audit asks, but for what
/// is left out, taken back or done badly on purpose.
struct AuditDesk {
  var store: FactStore
  /// What is open: "c3 roots".
  var gaps: Set<String>
}

/// Makes desks by operations, in both languages, with gaps and with what only looks like one.
struct AuditDesks {
  private var random: SplitMix
  private var store = FactStore()
  private var gaps = Set<String>()
  private var stories = 0
  private static let agencies = ["AFP", "Reuters", "AP", "Kyodo", "ANSA", "DPA", "Xinhua"]
  private static let users = ["an", "bình", "chi"]

  init(seed: Int) { random = SplitMix(seed: seed) }

  /// A desk of two to five claims under audit, and others that nobody judged.
  mutating func desk() throws -> AuditDesk {
    for _ in 0..<2 + random.next(below: 4) {
      switch random.next(below: 8) {
      case 0: try forReport()
      case 1: try takenBack()
      case 2: try gone()
      case 3, 4: try conflict()
      default: try judged()
      }
    }
    return AuditDesk(store: store, gaps: gaps)
  }

  /// How something that should be there is not.
  private enum Gap: CaseIterable { case never, undone, withdrawn, blank }

  // MARK: Claims

  /// One that somebody judged, with another story that carries it or a reason why one is enough.
  private mutating func judged() throws {
    let verdict = pick(Verdict.allCases.filter { $0 != .unchecked })
    let isUnnamed = random.next(below: 5) == 0
    let agency = random.next(below: Self.agencies.count)
    let claim = try story([agency], isUnnamed: isUnnamed)
    try judge(claim, verdict)
    try close(claim, verdict, agency: agency, isUnnamed: isUnnamed)
    try dispute(claim, verdict)
    if random.next(below: 4) == 0 { try reword(claim, verdict) }
  }

  /// One for the report that nobody judged.
  private mutating func forReport() throws {
    let agency = random.next(below: Self.agencies.count)
    let claim = try story([agency])
    try annotate(claim, ClaimMark(tags: ["report"]))
    gaps.insert("\(claim) verdict")
    if random.next(below: 2) == 0 {
      try judge(claim, .true)
      gaps.remove("\(claim) verdict")
      try close(claim, .true, agency: agency)
    } else {
      try close(claim, .unchecked, agency: agency)
    }
  }

  /// One whose verdict does not stand: no gap, whatever else it lacks.
  private mutating func takenBack() throws {
    let claim = try story([0])
    try judge(claim, .false)
    if random.next(below: 2) == 0 {
      try store.apply(.undo(steps: 1))
    } else {
      try annotate(claim, ClaimMark(verdict: .unchecked), by: lastJudge)
    }
    try annotate(claim, ClaimMark(tags: ["xem lại", "reported"]))
  }

  /// One whose words a version of its story has no more: only that is asked.
  private mutating func gone() throws {
    let claim = try story([1])
    try judge(claim, .misleading)
    try update(claim) { ClaimFates(gone: [$0.id]) }
    if random.next(below: 2) == 0 {
      let correction = Correction(
        form: .pressLaw, language: .vietnamese, place: PublishedPlace(title: "Tin"),
        wrong: "ba sạp", right: "hai sạp")
      try store.apply(.recordCorrection(claim, correction), user: "chi")
    } else {
      gaps.insert("\(claim) stale")
    }
  }

  /// Two that contradict each other.
  private mutating func conflict() throws {
    let place = word()
    let isVietnamese = random.next(below: 2) == 0
    let claim = try story([2], number: 14, place, isVietnamese)
    let other = try story([3], number: 11, place, isVietnamese)
    try judge(claim, .true)
    try store.apply(.ruleMatch(claim, other, .confirmed))
    try close(claim, .true, agency: nil)
    switch random.next(below: 5) {
    case 0: gaps.insert("\(claim) conflict")
    case 1: try annotate(claim, ClaimMark(tags: ["conflict:chờ bộ công bố"]))
    case 2: try annotate(other, ClaimMark(tags: ["conflict:the ministry has not said"]))
    case 3:
      try judge(other, .false)
      try close(other, .false, agency: nil)
    default:
      // Two who do not agree settle nothing.
      try annotate(other, ClaimMark(verdict: .false), by: "an")
      try annotate(other, ClaimMark(verdict: .true, tags: ["dispute:đợi số mới"]), by: "bình")
      try close(other, .false, agency: nil)
      gaps.formUnion(["\(claim) conflict", "\(other) conflict"])
    }
  }

  // MARK: Closing

  /// All that the audit asks of a claim, or a gap. `agency`: nil where its roots are in order.
  private mutating func close(
    _ claim: ClaimID, _ verdict: Verdict, agency: Int?, isUnnamed: Bool = false
  ) throws {
    if verdict != .unverifiable {
      if let agency { try roots(claim, agency) }
      try evidence(claim)
    } else if random.next(below: 2) == 0 {
      try evidence(claim)
      gaps.remove("\(claim) evidence")
    }
    try note(claim)
    if isUnnamed { try unnamed(claim) }
    if !isUnnamed, [.halfTrue, .misleading, .false].contains(verdict) { try asked(claim) }
  }

  private mutating func roots(_ claim: ClaimID, _ agency: Int) throws {
    let second = (agency + 1 + random.next(below: 5)) % Self.agencies.count
    switch random.next(below: 8) {
    case 0: gaps.insert("\(claim) roots")
    case 1: try tag(claim, "one-source", rule: "roots")
    case 2:
      // The same agency twice is one root.
      try store.apply(.ruleMatch(claim, try story([agency]), .confirmed))
      gaps.insert("\(claim) roots")
    case 3:
      // So is one that both may have it from.
      try store.apply(.ruleMatch(claim, try story([second, agency]), .confirmed))
      gaps.insert("\(claim) roots")
    case 4:
      // What somebody found to be another claim is no root.
      try store.apply(.ruleMatch(claim, try story([second]), .rejected))
      gaps.insert("\(claim) roots")
    case 5:
      let other = try story([second])
      try annotate(claim, ClaimMark(evidence: [other.description]))
    default: try store.apply(.ruleMatch(claim, try story([second]), .confirmed))
    }
  }

  private mutating func evidence(_ claim: ClaimID) throws {
    let item = "https://nguon.example/\(random.next(below: 1000))"
    let given = ClaimMark(evidence: [item])
    let hasOther = store.claim(claim)?.evidence.isEmpty == false
    switch random.next(below: 7) {
    case 0 where !hasOther: gaps.insert("\(claim) evidence")
    case 1 where !hasOther:
      try annotate(claim, given)
      try store.apply(.undo(steps: 1))
      gaps.insert("\(claim) evidence")
    case 2 where !hasOther:
      try annotate(claim, given)
      try annotate(claim, ClaimMark(removedEvidence: [item]), by: "chi")
      gaps.insert("\(claim) evidence")
    case 3 where !hasOther:
      // A claim that was dropped since is none.
      let other = try story([random.next(below: 7)])
      try annotate(claim, ClaimMark(evidence: [other.description]))
      try store.apply(.dropClaims([other]))
      gaps.insert("\(claim) evidence")
    case 4:
      try annotate(claim, given)
      try annotate(claim, ClaimMark(removedEvidence: [item]), by: "bình")
      try annotate(claim, given)
    case 5:
      try annotate(
        claim,
        ClaimMark(captures: [
          EvidenceCapture(
            evidence: "trang.html", sha256: String(repeating: "a", count: 64), length: 3,
            name: "trang.html")
        ]))
    default: try annotate(claim, given)
    }
  }

  private mutating func note(_ claim: ClaimID) throws {
    let note = ClaimMark(note: pick(["AFP nói 14", "The register says so.", "Xem báo cáo"]))
    switch random.next(below: 6) {
    case 0:
      switch pick(Gap.allCases) {
      case .never: break
      case .undone:
        try annotate(claim, note)
        try store.apply(.undo(steps: 1))
      case .withdrawn:
        try annotate(claim, note, by: "an")
        try annotate(claim, ClaimMark(removedNotes: .own), by: "an")
      case .blank: try annotate(claim, ClaimMark(note: "  "))
      }
      gaps.insert("\(claim) reason")
    case 1:
      // Taking one's own away leaves another's.
      try annotate(claim, note, by: "bình")
      try annotate(claim, ClaimMark(note: "nháp"), by: "an")
      try annotate(claim, ClaimMark(removedNotes: .own), by: "an")
    case 2:
      try annotate(claim, note)
      try store.apply(.undo(steps: 1))
      try store.apply(.redo(steps: 1))
    default: try annotate(claim, note, by: pick(Self.users))
    }
  }

  private mutating func unnamed(_ claim: ClaimID) throws {
    guard random.next(below: 3) == 0 else { return try tag(claim, "unnamed", rule: "unnamed") }
    try store.apply(.attribute(claims: [claim], sources: ["Ông Vũ An"], role: .saidBy))
  }

  private mutating func asked(_ claim: ClaimID) throws { try tag(claim, "asked", rule: "asked") }

  /// A tag that closes a rule, or a gap.
  private mutating func tag(_ claim: ClaimID, _ name: String, rule: String) throws {
    let right = "\(name):" + pick(["refused", "sổ đăng ký", "bà ấy sợ", "no-answer"])
    guard random.next(below: 4) == 0 else { return try annotate(claim, ClaimMark(tags: [right])) }
    switch pick(Gap.allCases) {
    case .never: break
    case .undone:
      try annotate(claim, ClaimMark(tags: [right]))
      try store.apply(.undo(steps: 1))
    case .withdrawn:
      try annotate(claim, ClaimMark(tags: [right]))
      try annotate(claim, ClaimMark(removedTags: [right]), by: "chi")
    case .blank: try annotate(claim, ClaimMark(tags: [pick([name, "\(name):", "\(name): "])]))
    }
    gaps.insert("\(claim) \(rule)")
  }

  /// Often nothing; else another one says something else.
  private mutating func dispute(_ claim: ClaimID, _ verdict: Verdict) throws {
    // Another verdict would have the rules ask more.
    guard verdict != .unverifiable else { return }
    let other = pick(Self.users.filter { $0 != lastJudge })
    let opposite: Verdict = verdict == .true ? .mostlyTrue : .true
    switch random.next(below: 6) {
    case 0:
      try annotate(claim, ClaimMark(verdict: opposite), by: other)
      gaps.insert("\(claim) dispute")
    case 1:
      try annotate(claim, ClaimMark(verdict: opposite), by: other)
      try annotate(claim, ClaimMark(verdict: verdict), by: other)
    case 2:
      try annotate(claim, ClaimMark(verdict: opposite), by: other)
      try annotate(claim, ClaimMark(tags: ["dispute:số liệu khác ngày"]))
    case 3:
      try annotate(claim, ClaimMark(verdict: opposite), by: other)
      try store.apply(.undo(steps: 1))
    case 4: try annotate(claim, ClaimMark(verdict: verdict), by: other)
    default: break
    }
  }

  /// A version of the story changes the claim's words.
  private mutating func reword(_ claim: ClaimID, _ verdict: Verdict) throws {
    try update(claim) { known in
      let words = [WordChange(.figure, old: "3", new: "5")]
      return ClaimFates(changed: [ChangedClaim(id: known.id, claim: known.claim, words: words)])
    }
    switch random.next(below: 3) {
    case 0: gaps.insert("\(claim) stale")
    case 1: try annotate(claim, ClaimMark(verdict: verdict), by: lastJudge)
    default: try annotate(claim, ClaimMark(tags: ["stale:chỉ sửa chính tả"]))
    }
  }

  // MARK: Steps

  private var lastJudge = "an"

  private mutating func judge(_ claim: ClaimID, _ verdict: Verdict) throws {
    lastJudge = pick(Self.users)
    try annotate(claim, ClaimMark(verdict: verdict), by: lastJudge)
  }

  private mutating func annotate(
    _ claim: ClaimID, _ mark: ClaimMark, by user: String? = nil
  ) throws {
    try store.apply(.annotateClaims([claim], mark), user: user ?? pick(Self.users))
  }

  private mutating func update(
    _ claim: ClaimID, _ fates: (ClaimRecord) -> ClaimFates
  ) throws {
    guard let record = store.claim(claim), var article = store.article(record.articleID)?.article
    else { return }
    article.text += " Bản sau."
    try store.apply(
      .updateArticles([StoryUpdate(record.articleID, article, claims: fates(record))]))
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[random.next(below: items.count)]
  }

  /// A made-up name that no other story has.
  private mutating func word() -> String {
    let heads = ["b", "ch", "d", "g", "kh", "l", "m", "ng", "ph", "s", "th", "tr", "v", "x"]
    let rests = ["ao", "ênh", "ia", "ong", "uyn", "ư", "ấp", "oằn", "êt", "ôm"]
    let number = String(stories).compactMap(\.wholeNumberValue).map { "h" + rests[$0] }.joined()
    let name = (0..<3).map { _ in pick(heads) + pick(rests) }.joined() + number
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Loads a story; gives back the claim that it is about. Another one of it is nobody's concern.
  private mutating func story(
    _ agencies: [Int], number: Int? = nil, _ place: String = "", _ isVietnamese: Bool? = nil,
    isUnnamed: Bool = false
  ) throws -> ClaimID {
    stories += 1
    let isVietnamese = isVietnamese ?? (random.next(below: 2) == 0)
    let (who, what) = (isUnnamed ? (isVietnamese ? "một nguồn tin" : "a source") : word(), word())
    let said = isVietnamese ? "\(who) nói" : "\(who) said"
    let deaths = number.map { number in
      isVietnamese
        ? "vụ nổ ở \(place) làm \(number) người chết"
        : "the blast in \(place) killed \(number) people"
    }
    let words = deaths ?? "\(what) \(word())"
    let text = "\(said) \(words). \(word()) \(word())."
    let all = TextSpan(0, text.utf8.count)
    var claim = Claim(
      kind: .indirect, content: [Stories.span(words, text)], source: [Stories.span(who, text)],
      speaker: isUnnamed ? nil : Speaker(name: who, kind: .person), context: all)
    if isUnnamed { claim.anonymity = Anonymity() }
    if let number {
      claim.quantities = [
        Quantity(
          span: Stories.span("\(number) \(isVietnamese ? "người" : "people")", text),
          value: Double(number), unit: isVietnamese ? "người" : "people")
      ]
    }
    let article = Article(
      name: "\(stories).txt", text: text, language: isVietnamese ? .vietnamese : .english,
      body: [all],
      byline: Byline(
        span: TextSpan(all.end, all.end), agencies: agencies.map { Self.agencies[$0] }))
    let side = Claim(kind: .narrated, content: [TextSpan(0, 3)], context: all)
    try store.apply(
      .load([LoadedArticle(article: article, claims: PackedClaims([claim, side]))]),
      user: pick(Self.users))
    return ClaimID((store.lastClaim?.number ?? 1) - 1)
  }
}
