import ClaimModel
import Exchange
import FactStore
import Figures
import Presentation

/// What the store finds between claims, as a report tells it: contradictions and independence.
struct ReportFindings {
  let conflicts: [ReportConflict]
  let independence: [ReportIndependence]

  /// Of some claims, or of all.
  init(_ store: FactStore, claims: [ClaimID]?) {
    conflicts = store.conflicts(among: claims).map { Self.conflict($0, in: store) }
    independence = store.independence(of: claims ?? Array(store.claims))
      .filter { $0.carriers.count > 1 }
      .sorted { ($1.carriers.count, $0.first) < ($0.carriers.count, $1.first) }
      .map { Self.independence($0, in: store) }
  }

  private static func conflict(_ conflict: Conflict, in store: FactStore) -> ReportConflict {
    let sides = conflict.sides.flatMap { side in
      side.statements.reduce(into: [ReportConflict.Side]()) { sides, statement in
        guard let record = store.article(statement.article) else { return }
        let text = record.article.text
        let isSegmented = ReadableText.isSegmented(text, near: statement.figure)
        let figure = ReadableText.text(
          record.article.text(statement.figure), isSegmented: isSegmented)
        let said = said(statement, in: record.article, isSegmented, store)
        if sides.last?.figure == figure {
          sides[sides.count - 1].statements.append(said)
        } else {
          sides.append(.init(figure: figure, statements: [said]))
        }
      }
    }
    return ReportConflict(
      relation: conflict.relation.rawValue, kind: conflict.kind, subject: conflict.subject,
      sides: sides)
  }

  /// The claim's words, else those of the sentence that holds the figure.
  private static func said(
    _ statement: Conflict.Statement, in article: Article, _ isSegmented: Bool, _ store: FactStore
  ) -> ReportConflict.Statement {
    let facts = statement.claim.flatMap { ClaimFacts($0, in: store) }
    let words =
      facts.map { $0.readable($0.claim.content) }
      ?? ReadableText.text(article.text(statement.sentence), isSegmented: isSegmented)
    return .init(
      claim: statement.claim, story: statement.article, speakers: facts?.speakers ?? [],
      words: words)
  }

  private static func independence(
    _ found: Independence, in store: FactStore
  ) -> ReportIndependence {
    let words = ClaimFacts(found.first, in: store).map { $0.readable($0.claim.content) }
    return ReportIndependence(
      claim: found.first, words: words ?? "",
      carriers: found.carriers.map { carrier in
        .init(
          claim: carrier.claim, story: carrier.article,
          paths: carrier.paths.map { path in
            .init(steps: path.steps.map { step($0.reason) }, root: path.root.name)
          })
      },
      roots: found.count.roots.map(\.name), fewest: found.count.fewest.map(\.name),
      speaker: found.speaker)
  }

  private static func step(_ reason: ProvenanceReason) -> ReportIndependence.Step {
    switch reason {
    case .byline: .byline
    case .dateline: .dateline
    case .cited(let claim): .cited(claim)
    case .said(let claim): .said(claim)
    case .attributed(let claim, _): .attributed(claim)
    case .copy(let copy): .copy(of: copy.original, alike: copy.alike)
    case .signedCopy(let copy): .signedCopy(of: copy.original)
    case .own: .own
    }
  }
}

extension Independence {
  fileprivate var first: ClaimID { carriers.first?.claim ?? ClaimID(0) }
}
