import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension Table {
  /// The columns of a list of claims.
  static var claims: Table {
    Table(
      columns: [
        Column("id"), Column("article", forData: true), Column("worth", right: true),
        Column("kind", spare: true), Column("speaker", flexible: true, least: 12),
        Column("cue", flexible: true, spare: true),
        Column("text", title: "claim", flexible: true, least: 34),
        Column("agencies", title: "via", flexible: true, foldsWhenShared: true),
        Column("verdict", foldsWhenShared: true),
        Column("credibility", forData: true), Column("tags", forData: true),
        Column("quantities", forData: true), Column("dates", forData: true),
        Column("title", forData: true), Column("hops", forData: true),
        Column("roots", forData: true), Column("anonymous", forData: true),
        Column("reason", forData: true), Column("reason_text", forData: true),
        Column("inner", forData: true),
      ],
      emptyMessage: "no claims yet; load a story: load PATH")
  }

  mutating func append(_ facts: ClaimFacts, _ chain: ClaimChain) {
    let record = facts.record
    let claim = record.claim
    rows.append([
      Cell(record.id.description, .id), Cell(record.articleID.description, .id),
      Cell(StyledText(twoPlaces(claim.worth), .number), JSONValue(worth: claim.worth)),
      Cell(claim.kind.rawValue), speaker(facts),
      Cell(
        StyledText(facts.readable(claim.cue), .cue),
        claim.cue.isEmpty ? .null : .string(facts.exact(claim.cue))),
      Cell(facts.words + standing(record), .string(facts.exact(claim.content))),
      names(facts.agencies, .agency),
      Cell(verdictOf: record),
      Cell(
        StyledText(record.credibility?.description ?? ""),
        record.credibility.map { .integer($0.grade) } ?? .null),
      words(record.tags, .plain, ", "),
      words(claim.quantities.map(\.readable), .number, " · "),
      words(claim.dates.map(\.iso), .plain, ", "),
      Cell(StyledText(), JSONValue(optional: facts.article.headline)),
      Cell(StyledText(), chain.hops), Cell(StyledText(), chain.roots),
      Cell(StyledText(), chain.isAnonymous), Cell(StyledText(), chain.reason),
      Cell(StyledText(), chain.reasonText), Cell(StyledText(), chain.inner),
    ])
  }

  /// What a version of the story made of a claim: " (120 → 150)", " (gone)".
  private func standing(_ record: ClaimRecord) -> StyledText {
    if record.goneWith != nil { return StyledText("  (gone)", .failure) }
    guard record.isChanged, let turn = record.turns.last else { return StyledText() }
    return StyledText("  (", .dim) + turn.words.styled + StyledText(")", .dim)
  }

  /// Shows people the column of articles where the claims are of several.
  mutating func showArticles() {
    guard let column = columns.firstIndex(where: { $0.key == "article" }),
      Set(rows.map { $0[column].display }).count > 1
    else { return }
    columns[column].isForData = false
  }

  /// The story's own words for it, where nobody is made out; with a mark of doubt where the name
  /// is a guess.
  private func speaker(_ facts: ClaimFacts) -> Cell {
    if facts.isSpeakerDoubtful {
      let words = StyledText(facts.readable(facts.claim.source), .speaker) + StyledText(" ?", .dim)
      return Cell(words, JSONValue(facts.speakers))
    }
    guard facts.speakers.isEmpty, !facts.claim.source.isEmpty else {
      return names(facts.speakers, .speaker)
    }
    return Cell(StyledText(facts.readable(facts.claim.source)), JSONValue(facts.speakers))
  }

  private func names(_ names: [String], _ style: Style) -> Cell {
    let shown = names.isEmpty ? StyledText("–", .dim) : StyledText(joined(names), style)
    return Cell(shown, JSONValue(names))
  }

  private func words(_ words: [String], _ style: Style, _ separator: String) -> Cell {
    Cell(StyledText(words.joined(separator: separator), style), JSONValue(words))
  }
}
