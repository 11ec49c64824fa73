import ClaimModel
import FactStore
import Presentation
import TerminalText

/// What stands above and below a claim's text in a review: its place, who said it, figures, what
/// was found so far.
struct ReviewCard {
  private let facts: ClaimFacts
  private let record: ClaimRecord
  private let store: FactStore

  init?(_ id: ClaimID, in store: FactStore) {
    guard let facts = ClaimFacts(id, in: store) else { return nil }
    self.facts = facts
    record = facts.record
    self.store = store
  }

  func context(columns: Int, rows: Int, scroll: inout Int) -> [StyledText] {
    // A row of the widest script takes three bytes a column.
    ReviewContext(facts, reach: columns * rows * 3)
      .lines(columns: columns, rows: rows, scroll: &scroll)
  }

  /// "c22 · indirect · worth 0.86"
  var heading: StyledText {
    StyledText(record.id.description, .id) + " · \(facts.claim.kind.rawValue) · worth "
      + StyledText(twoPlaces(facts.claim.worth), .number)
  }

  /// `a3, sentence 2 · Cháy cảng Vân Sa`
  var place: StyledText {
    let claim = facts.claim
    let title = facts.article.headline ?? facts.article.name
    return StyledText(record.articleID.description, .id)
      + (claim.sentence == 0 ? ", title · " : ", sentence \(claim.sentence) · ")
      + StyledText(ReadableText.text(title), .dim)
  }

  /// "claim        11 người chết": for those who cannot see where the claim stands out.
  func words(columns: Int?) -> [StyledText] {
    field("claim", [StyledText(facts.readable(facts.claim.content), .heading)], columns)
  }

  func fields(columns: Int?) -> [StyledText] {
    let claim = facts.claim
    let quantities = claim.quantities.map(\.readable).joined(separator: " · ")
    return field("said by", sources(.saidBy, .speaker), columns)
      + field("reported by", sources(.reportedBy, .agency), columns)
      + field("chain", chain, columns)
      + field("quantities", [StyledText(quantities, .number)], columns)
      + field("dates", [StyledText(joined(claim.dates.map(\.readable)), .number)], columns)
      + field("verdict", verdict, columns)
      + field("tags", [StyledText(joined(record.tags))], columns)
      + field("evidence", [StyledText(joined(record.evidence))], columns)
      + field("notes", record.notes.map { StyledText($0) }, columns)
  }

  /// Through whom it came, and that its source has no name.
  private var chain: [StyledText] {
    let chain = ClaimChain(facts, nil, in: store)
    return [chain.words, chain.namelessness].compactMap { $0 }
  }

  /// Nothing for an unchecked claim: that is what a review is of.
  private var verdict: [StyledText] {
    let assessment = record.assessment
    guard assessment.group != .verdict(.unchecked) else { return [] }
    let words = StyledText(verdictOf: assessment)
    return [assessment.isDisputed ? words + ": " + assessment.opinions.words : words]
  }

  /// "Lê Thu Hà (person)", "AFP": names with the kind of those that tell it.
  private func sources(_ role: AttributionRole, _ style: Style) -> [StyledText] {
    let names = record.attributions.filter { $0.role == role }.map(\.source)
    var line = StyledText()
    for (index, name) in names.enumerated() {
      if index > 0 { line.append(", ") }
      line.append(name, style)
      guard let source = store.source(named: name) else { continue }
      let kind = source.source.kind
      let words = [
        role == .reportedBy || kind == .unknown ? nil : kind.rawValue,
        source.reliability.map { "reliability \($0.rawValue)" },
      ].compactMap { $0 }
      if !words.isEmpty { line.append(" (\(joined(words)))", .dim) }
    }
    return [line]
  }

  private func field(_ label: String, _ lines: [StyledText], _ columns: Int?) -> [StyledText] {
    let lines = lines.filter { !$0.isEmpty }
    let isNarrow = columns.map { $0 < 40 } ?? false
    let indent = isNarrow ? 2 : Self.indent
    let wrapped = lines.flatMap { $0.wrapped(to: columns.map { $0 - indent }) }
    let body = wrapped.map { StyledText(String(repeating: " ", count: indent)) + $0 }
    guard !isNarrow, let first = wrapped.first else {
      return body.isEmpty ? [] : [StyledText("  " + label, .dim)] + body
    }
    let padding = String(repeating: " ", count: indent - 2 - label.utf8.count)
    return [StyledText("  ") + StyledText(label, .dim) + StyledText(padding) + first]
      + body.dropFirst()
  }

  private static let indent = 15
}
