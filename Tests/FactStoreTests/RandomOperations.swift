import ClaimModel
import FactStore
import TestSupport

/// Makes operations of every kind, most of which apply and some of which do not.
struct RandomOperations {
  var generator: SplitMix
  private var stories = 0
  private static let names = [
    "AFP", "Reuters", "Tân Hoa Xã", "Bà Lê Thu Hà", "Ông Vũ An", "vu an", "Hội Tàu biển", "Mai Chi",
    "Sở Cứu hỏa Vân Sa", "ANSA", "",
  ]

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  mutating func next(in store: FactStore) -> Operation {
    let user = ["an", "bình", "chi"][number(3)]
    return Operation(
      user: user, time: Timestamp(seconds: 1_700_000_000 + number(1000)), action: action(store))
  }

  private mutating func action(_ store: FactStore) -> Action {
    switch number(30) {
    case 0: .load((0...number(2)).map { _ in story() })
    case 1...3: .attribute(claims: claims(store), sources: names(), role: role())
    case 4, 5: .removeAttribution(claims: claims(store), sources: names())
    case 6...9: .annotateClaims(claims(store), mark())
    case 10:
      .annotateSource(
        name(),
        SourceMark(
          reliability: Reliability.allCases[number(6)], parent: number(3) == 0 ? name() : nil))
    case 11: .addClaim(ArticleID(1 + number(8)), claim())
    case 12: .editClaim(ClaimID(1 + number(20)), claim())
    case 13: .dropClaims(claims(store))
    case 14: .addSource(Source(name: name() + String(number(4)), kind: .person))
    case 15: .addAliases(source: name(), aliases: [name(), name() + " cũ"])
    case 16: .mergeSources(into: name(), from: name())
    case 22: .saveQuery(name: ["a", "b", "c d"][number(3)], query: ["c1", "mưa", ""][number(3)])
    case 24: .dropArticles(number(3) == 0 ? [ArticleID(1 + number(8))] : [])
    case 25, 26: editArticle(store)
    case 27, 28: updateArticle(store)
    case 29:
      .recordCorrection(
        claims(store)[0],
        Correction(
          form: .ifcn, language: .english, place: PublishedPlace(title: "Bão"), wrong: "mưa",
          right: ["nắng", "mưa", ""][number(3)]))
    case 23: .dropQuery(["a", "b", "x"][number(3)])
    case 20:
      .ruleMatch(
        claims(store)[0], claims(store)[0], number(2) == 0 ? .confirmed : .rejected)
    case 17, 18: .undo(steps: 1 + number(3))
    case 19: .redo(steps: 1 + number(3))
    default: .goTo(operation: max(0, store.log.count - number(12)))
    }
  }

  /// As an extractor that finds other claims would have it.
  private mutating func editArticle(_ store: FactStore) -> Action {
    let id = ArticleID(1 + number(8))
    let known = store.knownClaims(in: id)
    var revision = ClaimRevision()
    if number(2) == 0, let first = known.first {
      revision.changed = [RevisedClaim(id: first.id, claim: claim())]
    }
    if number(3) == 0, let last = known.last { revision.dropped = [last.id] }
    if number(3) == 0 { revision.added = (0...number(2)).map { _ in claim() } }
    return .editArticle(
      id,
      ArticleEdit(
        ArticleFacts(
          date: number(2) == 0 ? CalendarDay(daysSinceEpoch: number(20_000)) : nil,
          language: number(3) == 0 ? ArticleLanguage.allCases[number(3)] : nil,
          url: number(3) == 0 ? "https://a.example/\(number(3))" : nil,
          title: number(3) == 0 ? "Tên \(number(3))" : nil, author: number(4) == 0 ? "An" : nil,
          removed: number(3) == 0 ? [ArticleField.allCases[number(4)]] : []),
        claims: revision))
  }

  /// Another text, in which some claims stand, some changed, and some are gone.
  private mutating func updateArticle(_ store: FactStore) -> Action {
    let id = ArticleID(1 + number(8))
    var fates = ClaimFates()
    for known in store.knownClaims(in: id) {
      switch number(5) {
      case 0: fates.gone.append(known.id)
      case 1:
        fates.changed.append(
          ChangedClaim(
            id: known.id, claim: claim(), words: [WordChange(.figure, old: "1", new: "2")]))
      case 2: fates.moved.append(RevisedClaim(id: known.id, claim: claim()))
      default: break
      }
    }
    if number(3) == 0 { fates.added = (0...number(2)).map { _ in claim() } }
    var article = story().article
    article.text += " Bản số \(number(3))."
    return .updateArticles([StoryUpdate(id, article, claims: fates)])
  }

  mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func name() -> String { Self.names[number(Self.names.count)] }

  private mutating func names() -> [String] { (0...number(2)).map { _ in name() } }

  private mutating func role() -> AttributionRole { number(2) == 0 ? .saidBy : .reportedBy }

  private mutating func claims(_ store: FactStore) -> [ClaimID] {
    let standing = Array(store.claims)
    guard !standing.isEmpty, number(10) > 0 else { return [ClaimID(1 + number(20))] }
    return (0...number(4)).map { _ in standing[number(standing.count)] }
  }

  private mutating func story() -> LoadedArticle {
    stories += 1
    return Stories.story(
      "\(stories).txt", "Bão số \(stories). Ông Vũ An nói mưa to. Mai Chi cho biết đê vững.",
      agencies: number(2) == 0 ? ["AFP"] : [name()].filter { !$0.isEmpty },
      claims: [
        ("mưa to", source: "Ông Vũ An", cue: "nói", .indirect),
        ("đê vững", source: "Mai Chi", cue: "cho biết", .direct),
        ("Bão số \(stories)", source: nil, cue: nil, .narrated),
      ])
  }

  private mutating func claim() -> Claim {
    let speaker = number(3) == 0 ? nil : Speaker(name: name() + "x", kind: .unknown)
    return Claim(
      kind: ClaimKind.allCases[number(4)], content: [TextSpan(0, number(6))], speaker: speaker,
      context: TextSpan(0, 10))
  }

  private mutating func capture() -> EvidenceCapture {
    EvidenceCapture(
      evidence: "tin \(number(2)).html", sha256: "\(number(3))", length: number(3),
      name: "tin.html",
      stamp: number(3) == 0
        ? TimeStampReply(sha256: "9", name: "tin.tsr", time: Timestamp(seconds: 1), serial: "0x01")
        : nil)
  }

  private mutating func mark() -> ClaimMark {
    ClaimMark(
      verdict: number(3) == 0 ? nil : Verdict.allCases[number(7)],
      credibility: Credibility(number(8)), note: number(3) == 0 ? "ghi \(number(5))" : nil,
      tags: number(3) == 0 ? ["t\(number(3))"] : [],
      removedTags: number(4) == 0 ? ["t\(number(3))"] : [],
      removedNotes: number(4) == 0 ? NoteScope.allCases[number(2)] : nil,
      captures: number(3) == 0 ? [capture()] : [])
  }
}
