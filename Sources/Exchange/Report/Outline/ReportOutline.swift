internal import ClaimModel

/// A part of a report that is written in order, in whatever form: Markdown, text, Word.
enum OutlineBlock: Equatable {
  case heading(level: Int, String)
  /// Of a claim: `c3 · False`, with the group that gives it a colour.
  case claim(String, group: String)
  case paragraph(String)
  /// The words of a claim, in their marks.
  case quotation(String)
  case list([String])
  /// Labels with what they say.
  case facts([Fact])
  case table(columns: [String], rows: [[String]])
  /// A paragraph of a story, with its claims marked.
  case story([StoryRun])

  struct Fact: Equatable {
    var label: String
    var lines: [String]
  }
}

/// A stretch of a story's paragraph.
struct StoryRun: Equatable {
  var text: String
  /// Claims that begin with it, that it is in, and that end with it.
  var begins: [ClaimID]
  var group: String?
  var ends: Int
}

/// A report as blocks.
struct ReportOutline {
  let model: ReportModel
  let words: ReportWords
  private(set) var blocks = [OutlineBlock]()

  init(_ model: ReportModel, folder: String) {
    self.model = model
    words = ReportWords(model.language)
    head()
    summary()
    claims()
    findings()
    stories()
    gaps()
    heading(.method)
    words.method(model, folder: folder).forEach { blocks.append(.paragraph($0)) }
    log()
    blocks.append(.paragraph(words[.chainHead] + ": " + model.head))
  }

  private mutating func heading(_ phrase: ReportPhrase) {
    blocks.append(.heading(level: 2, words[phrase]))
  }

  private mutating func head() {
    let only = model.stories.count == 1 ? model.stories.first?.title : nil
    blocks.append(.heading(level: 1, only.map { words[.titleFor, ["name": $0]] } ?? words[.title]))
    let time = model.made.map { words[.asOf, ["time": words.time($0)]] + ". " } ?? ""
    let audience = model.audience == .reader ? words[.audienceReader] : words[.audienceEditor]
    blocks.append(.paragraph(time + audience))
    if let query = model.query {
      blocks.append(.paragraph(words[.selection, ["query": "“\(query)”"]]))
    }
  }

  private mutating func summary() {
    heading(.summary)
    blocks.append(.paragraph(words.summary(model)))
    if !model.checkers.isEmpty {
      blocks.append(.paragraph(words[.checkers] + ":"))
      blocks.append(.list(model.checkers.map(words.checker)))
    }
    for chart in ReportCharts(model, words).bars where !chart.bars.isEmpty {
      blocks.append(.heading(level: 3, chart.title))
      blocks.append(
        .table(
          columns: [words[chart.column], words[.columnClaims]],
          rows: chart.bars.map { [$0.label, words.grouped($0.count)] }))
    }
  }

  private mutating func claims() {
    heading(.claims)
    for claim in model.claims {
      blocks.append(.claim("\(claim.id) · \(words.verdict(of: claim))", group: claim.group))
      blocks.append(.quotation(claim.words))
      blocks.append(.paragraph(place(claim)))
      blocks.append(.facts(ClaimFactLines(claim, words, names: model.audience == .editor).facts))
    }
  }

  private func place(_ claim: ReportClaim) -> String {
    let sentence =
      claim.claim.sentence == 0
      ? words[.headline] : words[.sentence, ["n": String(claim.claim.sentence)]]
    let title = model.stories.first { $0.id == claim.story }?.title ?? ""
    let kind = words.word("kind", claim.claim.kind.rawValue)
    return "\(claim.story) “\(title)”, \(sentence) · \(kind)"
  }

  private mutating func findings() {
    heading(.conflicts)
    if model.conflicts.isEmpty { blocks.append(.paragraph(words[.noConflicts])) }
    for (number, conflict) in model.conflicts.enumerated() {
      let subject = words.subject(of: conflict)
      blocks.append(
        .heading(
          level: 3, words[.conflictNumber, ["n": String(number + 1), "subject": subject]]))
      let rows = conflict.sides.flatMap { side in
        side.statements.map { said in
          [
            side.figure, (said.claim.map { "\($0) " } ?? "") + quoted(said.words),
            said.story.description,
            said.speakers.joined(separator: ", "),
          ]
        }
      }
      let columns = [ReportPhrase.columnFigure, .columnClaim, .columnStory, .columnSpeaker]
      blocks.append(.table(columns: columns.map { words[$0] }, rows: rows))
    }
    heading(.independence)
    if model.independence.isEmpty { blocks.append(.paragraph(words[.noIndependence])) }
    for found in model.independence {
      blocks.append(.heading(level: 3, "\(found.claim) \(quoted(found.words))"))
      let speaker = found.speaker.map { " " + words[.oneSpeaker, ["name": $0]] } ?? ""
      blocks.append(.paragraph(words.roots(of: found) + "." + speaker))
      let more = found.untold > 0 ? [words[.more, ["n": words.grouped(found.untold)]]] : []
      let ways = found.told.flatMap { carrier in
        carrier.paths.map { "\(carrier.claim), \(carrier.story) \(words.path($0))" }
      }
      blocks.append(.list(ways + more))
    }
  }

  private mutating func gaps() {
    heading(.gaps)
    let (gaps, claims) = (model.gaps, Dictionary(model.claims.map { ($0.id, $0) }) { a, _ in a })
    if gaps.unchecked.isEmpty {
      blocks.append(.paragraph(words[.gapsNone]))
    } else {
      let count = words.count(gaps.unchecked.count, .claim)
      blocks.append(.paragraph(words[.gapsUnchecked, ["claims": count]]))
      let rows = gaps.unchecked.compactMap { claims[$0] }.map { claim in
        [claim.id.description, words.decimal(claim.claim.worth), words.whyUnchecked(claim)]
      }
      let columns = [ReportPhrase.columnClaim, .columnWorth, .columnWhy]
      blocks.append(.table(columns: columns.map { words[$0] }, rows: rows))
    }
    let unverifiable = model.claims.filter { $0.group == "unverifiable" }.map(\.id)
    for (phrase, ids) in [
      (.gapsUnverifiable, unverifiable), (.gapsChanged, gaps.changed),
    ] as [(ReportPhrase, [ClaimID])] where !ids.isEmpty {
      let names = ids.map(\.description).joined(separator: ", ")
      blocks.append(.paragraph(words[phrase, ["claims": names]]))
    }
    words.gaps(gaps).forEach { blocks.append(.paragraph($0)) }
  }

  private mutating func log() {
    guard !model.log.isEmpty else { return }
    heading(.log)
    let columns = [
      ReportPhrase.columnNumber, .columnTime, .columnWho, .columnWhat, .columnWhy,
    ]
    let rows = model.log.map { change in
      [
        String(change.number), words.time(change.time), change.user,
        change.words + (change.isUndone ? " (\(words[.undone]))" : ""), change.note ?? "",
      ]
    }
    blocks.append(.table(columns: columns.map { words[$0] }, rows: rows))
  }

  private mutating func stories() {
    heading(.stories)
    if model.stories.isEmpty { blocks.append(.paragraph(words[.empty])) }
    let claims = Dictionary(grouping: model.claims, by: \.story)
    for story in model.stories {
      blocks.append(.heading(level: 3, "\(story.id) · \(story.title)"))
      blocks.append(.facts(words.facts(of: story)))
      blocks += StoryRuns(story, claims[story.id] ?? []).paragraphs.map { .story($0) }
    }
  }
}
