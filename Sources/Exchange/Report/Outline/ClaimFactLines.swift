internal import ClaimModel

/// What was found about a claim, label by label, for forms that are written in order.
struct ClaimFactLines {
  private(set) var facts = [OutlineBlock.Fact]()
  private let words: ReportWords

  /// `names`: whether people of the newsroom are named.
  init(_ claim: ReportClaim, _ words: ReportWords, names: Bool) {
    self.words = words
    sources(claim, names)
    if claim.isDisputed || names, !claim.opinions.isEmpty {
      add(.opinions, words.opinions(of: claim, names: names))
    }
    if let credibility = claim.credibility {
      add(.credibility, "\(credibility), \(words.word("credibility", credibility.description))")
    }
    add(.figures, claim.figures.joined(separator: " · "))
    add(.dates, claim.dates.joined(separator: " · "))
    add(.evidence, claim.evidence)
    add(.notes, claim.notes.map { "\($0.text) – \($0.user), \(words.time($0.time))" })
    add(.tags, claim.tags.joined(separator: ", "))
    if let name = claim.handmadeBy { add(.origin, words[.handmade, ["name": name]]) }
    if claim.history.count > 1 { add(.history, words.history(of: claim, names: names)) }
    let reasons = claim.reasons.isEmpty ? "" : " = " + words.reasons(of: claim)
    add(.worth, words.decimal(claim.claim.worth) + reasons)
  }

  private mutating func sources(_ claim: ReportClaim, _ names: Bool) {
    for role in AttributionRole.allCases {
      let found = claim.attributions.filter { $0.role == role }.map { one in
        let parts = words.about(one, credibility: claim.credibility, names: names)
        return one.name + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
      }
      add(role == .saidBy ? .saidBy : .reportedBy, found.joined(separator: "; "))
    }
    add(.chain, claim.chain.map { $0.name + words.link($0) }.joined(separator: " → "))
    guard claim.claim.anonymity != nil else { return }
    add(
      .columnSource,
      claim.namelessness.map { words[.unnamedReason, ["reason": quoted($0)]] } ?? words[.unnamed])
  }

  private mutating func add(_ label: ReportPhrase, _ text: String) {
    if !text.isEmpty { add(label, [text]) }
  }

  private mutating func add(_ label: ReportPhrase, _ lines: [String]) {
    if !lines.isEmpty { facts.append(.init(label: words[label], lines: lines)) }
  }
}

extension ReportWords {
  /// What is known of a story beside its text.
  func facts(of story: ReportStory) -> [OutlineBlock.Fact] {
    let article = story.article
    let known: [(ReportPhrase, String?)] = [
      (.author, article.author), (.agencies, article.agencies.joined(separator: ", ")),
      (.published, article.origin?.published?.description ?? article.date?.description),
      (.address, article.url), (.version, story.version > 1 ? String(story.version) : nil),
      (.origin, article.name), (.loaded, time(story.loaded)),
    ]
    return known.compactMap { phrase, text in
      guard let text, !text.isEmpty else { return nil }
      return OutlineBlock.Fact(label: self[phrase], lines: [text])
    }
  }
}
