import ClaimModel
import FactStore
import Figures
import JSONText
import Presentation
import TerminalText

extension Table {
  /// A row for each figure; number, subject and what is said stand once.
  init(_ conflicts: [Conflict], all: Bool, isWithin: Bool, in store: FactStore) {
    self.init(
      columns: [
        Column("conflict", title: "", right: true), Column("subject", title: "on", flexible: true),
        Column("relation", forData: !all), Column("kind", forData: true), Column("says"),
        Column("figure", forData: true), Column("id"),
        Column("speaker", flexible: true, spare: true), Column("article"),
        Column("via", flexible: true, spare: true),
        Column("text", title: "claim", flexible: true, least: 24), Column("why", forData: true),
      ])
    let differences = conflicts.count { $0.relation == .differ }
    for (place, conflict) in conflicts.enumerated() where all || conflict.relation == .contradict {
      append(conflict, number: place + 1, in: store)
    }
    say(differences, all: all, isWithin: isWithin)
  }

  /// How many differences are not listed; that there is nothing, only where there is nothing.
  private mutating func say(_ differences: Int, all: Bool, isWithin: Bool) {
    let command = isWithin ? "conflicts --within --all" : "conflicts --all"
    guard differences > 0, !all else {
      emptyMessage = StyledText(
        isWithin
          ? "no story contradicts itself in a figure or a date"
          : "no two articles contradict each other in a figure or a date")
      return
    }
    let words = StyledText(
      "\(counted(differences, "difference")) that may both be true; \(command) lists "
        + (differences == 1 ? "it" : "them"), .dim)
    footer = words
    emptyMessage = words
  }

  private mutating func append(_ conflict: Conflict, number: Int, in store: FactStore) {
    var isFirst = true
    for side in conflict.sides {
      var said: String?
      for statement in side.statements {
        guard let record = store.article(statement.article) else { continue }
        let row = ConflictRow(statement, in: record.article, store)
        rows.append([
          Cell(StyledText(isFirst ? "\(number)" : "", .dim), .integer(number)),
          Cell(StyledText(isFirst ? conflict.subject : "", .heading), .string(conflict.subject)),
          Cell(
            StyledText(isFirst ? conflict.relation.rawValue : "", .dim),
            .string(conflict.relation.rawValue)),
          Cell(conflict.kind),
          Cell(StyledText(said == row.says ? "" : row.says, .warning), .string(row.says)),
          Cell(StyledText(""), row.figure),
          Cell(
            StyledText(statement.claim?.description ?? "–", statement.claim == nil ? .dim : .id),
            JSONValue(optional: statement.claim?.description)),
          Cell(row.who, JSONValue(row.facts?.speakers ?? [])),
          Cell(statement.article.description, .id),
          Cell(StyledText(joined(row.via), .agency), JSONValue(row.via)),
          Cell(row.words, .string(row.text)),
          Cell(StyledText(""), JSONValue(conflict.reasons)),
        ])
        said = row.says
        isFirst = false
      }
    }
  }
}

/// One figure of a conflict with what listings say of it.
private struct ConflictRow {
  let facts: ClaimFacts?
  let says: String
  let figure: JSONValue
  /// The claim's words, else those of the sentence.
  let words: StyledText
  let text: String
  let via: [String]

  init(_ statement: Conflict.Statement, in article: Article, _ store: FactStore) {
    facts = statement.claim.flatMap { ClaimFacts($0, in: store) }
    let isSegmented = ReadableText.isSegmented(article.text, near: statement.figure)
    says = ReadableText.text(article.text(statement.figure), isSegmented: isSegmented)
    figure = JSONValue(statement.figure, ScalarOffsets(article.text))
    via = facts?.agencies ?? article.agencies
    if let facts {
      words = facts.words
      text = facts.exact(facts.claim.content)
    } else {
      words = StyledText(
        ReadableText.text(article.text(statement.sentence), isSegmented: isSegmented))
      text = article.text(statement.sentence)
    }
  }

  var who: StyledText {
    guard let facts else { return StyledText("–", .dim) }
    if !facts.speakers.isEmpty { return StyledText(joined(facts.speakers), .speaker) }
    let source = facts.readable(facts.claim.source)
    return source.isEmpty ? StyledText("–", .dim) : StyledText(source)
  }
}
