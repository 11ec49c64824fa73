import ClaimModel
import FactStore
import TestSupport

/// Sessions of random operations on random stories.
extension SplitMix {
  /// A store after `count` operations that could be done, of all kinds.
  mutating func store(operations count: Int) -> FactStore {
    var store = FactStore(catalogue: Sample.catalogue)
    while store.log.count < count {
      let operation = Operation(
        user: text(3), time: Timestamp(seconds: next(below: 4_000_000_000)),
        action: next(below: 12) == 0 ? updateArticles(store) : action(store))
      _ = try? store.apply(operation)
    }
    return store
  }

  /// Goes on with a session by so many operations that can be done, of all kinds.
  mutating func work(on store: inout FactStore, operations count: Int, by user: String) {
    let end = store.log.count + count
    while store.log.count < end { apply(action(store), by: user, on: &store) }
  }

  /// At a time of its own.
  mutating func apply(_ action: Action, by user: String, on store: inout FactStore) {
    let time = Timestamp(seconds: 1_700_000_000 + next(below: 100_000))
    _ = try? store.apply(Operation(user: user, time: time, action: action))
  }

  private mutating func action(_ store: FactStore) -> Action {
    switch next(below: store.lastClaim == nil ? 1 : 24) {
    case 0: .load((0...next(below: 2)).map { _ in story() })
    case 1, 2: .attribute(claims: claims(store), sources: names(), role: pick(AttributionRole.self))
    case 3: .removeAttribution(claims: claims(store), sources: names())
    case 4, 5, 6: .annotateClaims(claims(store), claimMark())
    case 7: .annotateSource(name(), sourceMark())
    case 8: addClaim(store)
    case 9: editClaim(store)
    case 10: .dropClaims(claims(store))
    case 11: .addSource(source())
    case 12: .addAliases(source: name(), aliases: names())
    case 13: .mergeSources(into: name(), from: name())
    case 18: .saveQuery(name: "q\(next(below: 4))", query: text(12))
    case 20, 21: editArticle(store)
    case 23: .recordCorrection(claims(store)[0], correction())
    case 22: .dropArticles(next(below: 2) == 0 ? [someArticle(store)] : [])
    case 19: .dropQuery("q\(next(below: 4))")
    case 16: .ruleMatch(claims(store)[0], claims(store)[0], pick(MatchRuling.self))
    case 14: .undo(steps: 1 + next(below: 3))
    case 15: .redo(steps: 1 + next(below: 3))
    default: .goTo(operation: max(0, store.log.count - next(below: 12)))
    }
  }

  private mutating func addClaim(_ store: FactStore) -> Action {
    let article = ArticleID(1 + next(below: store.lastArticle?.number ?? 1))
    return .addClaim(article, claim(in: text(of: article, store)))
  }

  private mutating func someArticle(_ store: FactStore) -> ArticleID {
    ArticleID(1 + next(below: store.lastArticle?.number ?? 1))
  }

  private mutating func editArticle(_ store: FactStore) -> Action {
    let id = someArticle(store)
    let text = text(of: id, store)
    var revision = ClaimRevision()
    for known in store.knownClaims(in: id) {
      switch next(below: 4) {
      case 0: revision.changed.append(RevisedClaim(id: known.id, claim: claim(in: text)))
      case 1 where !known.isWorkedOn: revision.dropped.append(known.id)
      default: break
      }
    }
    if next(below: 2) == 0 { revision.added = [claim(in: text)] }
    let facts = ArticleFacts(
      date: maybe { CalendarDay(daysSinceEpoch: $0.next(below: 40_000)) },
      language: maybe { $0.pick(ArticleLanguage.self) }, url: maybe { $0.text(8) },
      title: maybe { $0.text(8) }, author: maybe { $0.text(5) },
      removed: next(below: 3) == 0 ? [pick(ArticleField.self)] : [])
    let structure = ArticleStructure(
      title: maybe { $0.span(in: text) }, body: spans(in: text), captions: [], byline: nil,
      dateline: nil)
    return .editArticle(
      id, ArticleEdit(facts, structure: next(below: 3) == 0 ? structure : nil, claims: revision))
  }

  /// As a matcher of another kind would have it.
  private mutating func updateArticles(_ store: FactStore) -> Action {
    .updateArticles(
      (0...next(below: 2)).map { _ in
        let id = someArticle(store)
        var article = story().article
        article.text += "."
        var fates = ClaimFates()
        for known in store.knownClaims(in: id) {
          switch next(below: 4) {
          case 0: fates.gone.append(known.id)
          case 1:
            fates.changed.append(
              ChangedClaim(
                id: known.id, claim: claim(in: article.text),
                words: (0..<next(below: 3)).map { _ in
                  WordChange(pick(WordChange.Kind.self), old: text(5), new: text(5))
                }))
          default:
            fates.moved.append(RevisedClaim(id: known.id, claim: claim(in: article.text)))
          }
        }
        fates.added = (0..<next(below: 3)).map { _ in claim(in: article.text) }
        return StoryUpdate(id, article, claims: fates)
      })
  }

  private mutating func editClaim(_ store: FactStore) -> Action {
    let id = claims(store)[0]
    guard let record = store.claim(id) else { return .dropClaims([id]) }
    return .editClaim(id, claim(in: text(of: record.articleID, store)))
  }

  private mutating func claims(_ store: FactStore) -> [ClaimID] {
    let last = store.lastClaim?.number ?? 1
    return (0...next(below: 3)).map { _ in ClaimID(1 + next(below: last)) }
  }

  private func text(of article: ArticleID, _ store: FactStore) -> String {
    store.article(article)?.article.text ?? ""
  }

  private mutating func story() -> LoadedArticle {
    let text = text(200)
    let dateline = Dateline(span: span(in: text), place: name(), agencies: names())
    var article = Article(
      name: self.text(8), text: text, language: pick(ArticleLanguage.self),
      title: maybe { $0.span(in: text) }, body: spans(in: text),
      captions: (0..<next(below: 3)).map { _ in
        Caption(span: span(in: text), credit: maybe { $0.name() })
      },
      byline: maybe { random in
        Byline(
          span: random.span(in: text), author: random.maybe { $0.name() },
          agencies: random.names())
      },
      dateline: next(below: 2) == 0 ? dateline : nil,
      date: maybe { CalendarDay(daysSinceEpoch: $0.next(below: 40_000)) },
      encoding: "UTF-8", url: maybe { $0.text(8) }, givenTitle: maybe { $0.text(8) },
      givenAuthor: maybe { $0.text(5) })
    var own = SplitMix(seed: text.utf8.reduce(7) { $0 &* 31 &+ Int($1) })
    article.origin = own.maybe { $0.origin(of: text) }
    return LoadedArticle(
      article: article,
      claims: PackedClaims((0..<next(below: 5)).map { _ in claim(in: text) }))
  }

  /// Drawn by a generator of its own, as a chain is.
  private mutating func origin(of text: String) -> StoryOrigin {
    StoryOrigin(
      form: "html", lead: maybe { $0.span(in: text) }, authors: names(), agencies: names(),
      published: maybe { $0.time() }, updated: maybe { $0.time() }, section: maybe { $0.text(6) },
      entries: (0..<next(below: 4)).map { _ in
        StoryEntry(
          span: span(in: text), time: maybe { $0.time() },
          words: maybe { $0.text(5) } ?? "")
      })
  }

  private mutating func time() -> StoryTime {
    StoryTime(
      day: CalendarDay(daysSinceEpoch: next(below: 40_000)),
      second: maybe { $0.next(below: 86_400) }, zone: maybe { $0.next(below: 57) * 15 })
  }

  private mutating func claim(in text: String) -> Claim {
    var claim = Claim(
      kind: pick(ClaimKind.self), content: [span(in: text)] + spans(in: text),
      cue: spans(in: text), source: spans(in: text),
      speaker: maybe {
        Speaker(name: $0.name(), kind: $0.pick(SourceKind.self), reason: $0.text(5))
      },
      quantities: (0..<next(below: 3)).map { _ in
        Quantity(
          span: span(in: text), value: number(), high: maybe { $0.number() },
          comparator: pick(Comparator.self), unit: self.text(4))
      },
      dates: (0..<next(below: 2)).map { _ in DateMention(span: span(in: text), iso: self.text(5)) },
      worth: Double(next(below: 1001)) / 1000, sentence: next(below: 100),
      context: span(in: text),
      reasons: (0..<next(below: 2)).map { _ in
        Reason(
          pick(Reason.Subject.self), self.text(5), span: maybe { $0.span(in: text) },
          weight: maybe { $0.number() })
      })
    var own = SplitMix(seed: claim.content.reduce(text.utf8.count) { $0 &* 31 &+ $1.start })
    own.addChain(to: &claim, in: text)
    return claim
  }

  /// Hops, doubt and a hidden source, drawn by a generator of their own: what else is drawn stays.
  private mutating func addChain(to claim: inout Claim, in text: String) {
    claim.hops = (0..<next(below: 4)).map { _ in hop(in: text) }
    claim.anonymity = maybe { random in
      Anonymity(reason: random.maybe { $0.span(in: text) })
    }
    claim.speaker?.confidence = Double(next(below: 101)) / 100
    claim.speaker?.others = names()
  }

  private mutating func hop(in text: String) -> Hop {
    Hop(
      name: name(), span: span(in: text), kind: pick(Hop.Kind.self), ties: spans(in: text))
  }

  private mutating func claimMark() -> ClaimMark {
    ClaimMark(
      verdict: maybe { $0.pick(Verdict.self) },
      credibility: maybe { Credibility(1 + $0.next(below: 6)) } ?? nil,
      note: maybe { $0.text(20) }, tags: names(), removedTags: names(), evidence: names(),
      removedEvidence: names(), removedNotes: maybe { $0.pick(NoteScope.self) },
      captures: next(below: 3) == 0 ? [capture()] : [])
  }

  private mutating func capture() -> EvidenceCapture {
    EvidenceCapture(
      evidence: name(), sha256: digest(), length: next(below: 1 << 40), name: text(8),
      form: maybe { $0.text(4) }, savedFrom: maybe { $0.text(8) },
      savedAt: maybe { StoryTime(day: CalendarDay(daysSinceEpoch: $0.next(below: 40_000))) },
      stamp: maybe {
        TimeStampReply(
          sha256: $0.digest(), name: $0.text(5),
          time: Timestamp(seconds: $0.next(below: 4_000_000_000)), serial: $0.text(4))
      })
  }

  /// One of four.
  private mutating func digest() -> String { String(repeating: "\(next(below: 4))", count: 64) }

  private mutating func correction() -> Correction {
    Correction(
      form: pick(Correction.Form.self), language: pick(ArticleLanguage.self),
      place: PublishedPlace(
        title: maybe { $0.text(8) }, outlet: maybe { $0.text(8) }, section: maybe { $0.text(5) },
        issue: maybe { $0.text(3) }, url: maybe { $0.text(8) },
        published: maybe { StoryTime(day: CalendarDay(daysSinceEpoch: $0.next(below: 40_000))) }),
      wrong: text(8), right: text(8), reason: maybe { $0.text(8) })
  }

  private mutating func sourceMark() -> SourceMark {
    SourceMark(
      reliability: maybe { $0.pick(Reliability.self) }, note: maybe { $0.text(20) },
      tags: names(), parent: maybe { $0.name() })
  }

  private mutating func source() -> Source {
    Source(
      name: name(), kind: pick(SourceKind.self), aliases: names(), country: maybe { $0.text(2) },
      parent: next(below: 4) == 0 ? name() : nil)
  }

  private mutating func names() -> [String] { (0..<next(below: 3)).map { _ in name() } }

  /// Often one that is there already.
  private mutating func name() -> String {
    let known = ["AFP", "afp", "Agence France-Presse", "Reuters", "Lê Thu Hà", "le thu ha"]
    return next(below: 3) > 0 ? known[next(below: known.count)] : text(6)
  }

  private mutating func number() -> Double {
    let special = [0, -0.0, 2.4, 125_000_000, 1e300, 5e-324, .infinity, -.infinity]
    return next(below: 2) == 0 ? special[next(below: 8)] : Double(next(below: 100_000)) / 7
  }

  private mutating func spans(in text: String) -> [TextSpan] {
    (0..<next(below: 3)).map { _ in span(in: text) }
  }

  /// From one scalar to another.
  private mutating func span(in text: String) -> TextSpan {
    let scalars = Array(text.unicodeScalars)
    let ends = [next(below: scalars.count + 1), next(below: scalars.count + 1)].sorted()
    let bytes = ends.map { scalars[..<$0].reduce(0) { $0 + UTF8.width($1) } }
    return TextSpan(bytes[0], bytes[1])
  }

  private mutating func text(_ longest: Int) -> String {
    var text = String.UnicodeScalarView()
    let ranges: [UInt32] = [0x80, 0x250, 0x370, 0x2100, 0x1F700]
    for _ in 0..<next(below: longest + 1) {
      let range = ranges[next(below: ranges.count)]
      text.append(Unicode.Scalar(UInt32(next(below: Int(range)))) ?? "ệ")
    }
    return String(text)
  }

  private mutating func pick<T: CaseIterable>(_ type: T.Type) -> T {
    let cases = Array(T.allCases)
    return cases[next(below: cases.count)]
  }

  private mutating func maybe<T>(_ make: (inout SplitMix) -> T) -> T? {
    next(below: 2) == 0 ? make(&self) : nil
  }
}
