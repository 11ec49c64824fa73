import ClaimModel
import FactStore
import Figures
import JSONText
import Presentation
import TerminalText

extension Table {
  /// A row for each match: which claim, who says it, through whom, its figure and how that stands
  /// to the own one, and why it is taken for the same.
  init(_ matches: [ClaimMatch], of id: ClaimID, in store: FactStore) {
    self.init(
      columns: [
        Column("id"), Column("article", forData: true),
        Column("score", title: "alike", right: true),
        Column("same", forData: true), Column("ruling", forData: true),
        Column("speakers", title: "who", flexible: true),
        Column("agencies", title: "through", flexible: true),
        Column("figure", flexible: true), Column("relation"),
        Column("text", title: "claim", flexible: true, least: 20),
        Column("reasons", title: "why", flexible: true, least: 20, wraps: true),
      ],
      emptyMessage: StyledText("no other article has a claim like \(id)", .dim))
    let figures = store.figureMatches(of: id, with: matches.map(\.claim))
    for (match, figure) in zip(matches, figures) { append(match, figure, in: store) }
  }

  private mutating func append(_ match: ClaimMatch, _ figure: FigureMatch?, in store: FactStore) {
    guard let facts = ClaimFacts(match.claim, in: store) else { return }
    let says = figure.map {
      ReadableText.text(facts.article.text($0.other), isSegmented: facts.isSegmented)
    }
    let why = match.words(figure)
    rows.append([
      Cell(match.claim.description, .id), Cell(match.article.description, .id),
      Cell(StyledText(match.likeness, match.style), JSONValue(worth: match.score)),
      Cell(StyledText(""), .bool(match.isSame)),
      Cell(StyledText(""), JSONValue(optional: match.ruling?.rawValue)),
      Cell(
        facts.speakers.isEmpty
          ? StyledText("–", .dim) : StyledText(joined(facts.speakers), .speaker),
        JSONValue(facts.speakers)),
      Cell(StyledText(joined(facts.agencies), .agency), JSONValue(facts.agencies)),
      Cell(StyledText(says ?? "", .number), JSONValue(optional: says)),
      Cell(
        StyledText(figure?.relation.words ?? "", figure?.relation.style ?? .plain),
        JSONValue(optional: figure?.relation.rawValue)),
      Cell(facts.words, .string(facts.exact(facts.claim.content))),
      Cell(StyledText(why.joined(separator: " · "), .dim), JSONValue(why)),
    ])
  }
}

extension FigureRelation {
  fileprivate var words: String {
    switch self {
    case .agree: "agrees"
    case .contradict: "contradicts"
    case .differ: "differs"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .agree: .good
    case .contradict: .failure
    case .differ: .warning
    }
  }
}

extension ClaimMatch {
  fileprivate var likeness: String { ruling?.rawValue ?? twoPlaces(score) }

  fileprivate var style: Style {
    switch ruling {
    case .confirmed: .good
    case .rejected: .failure
    case nil: isSame ? .good : .number
    }
  }

  /// "62 % of the words", "both count people dead", "one event"
  fileprivate func words(_ figure: FigureMatch?) -> [String] {
    var words = reasons.compactMap(\.words)
    if let figure, !figure.subject.isEmpty {
      words.insert("both tell of \(figure.subject)", at: min(1, words.count))
    }
    return words.isEmpty ? ["no likeness found"] : words
  }
}

extension MatchReason {
  /// Figures stand in a column of their own.
  fileprivate var words: String? {
    switch self {
    case .words(let part): "\(percent(part)) of the words"
    case .sameFigure, .otherFigure: nil
    case .speaker(let name): "both said by \(name)"
    case .names(let names): "names: \(joined(names.map { ReadableText.text($0) }))"
    case .date(let day): "date: \(day)"
    case .event: "one event"
    }
  }
}
