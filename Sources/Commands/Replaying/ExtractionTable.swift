import ArticleReading
import ClaimExtraction
import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import Sessions
import TerminalText

extension Table {
  /// What today's extractor finds otherwise in the stories of a session, claim by claim.
  init(
    extractingAgain store: FactStore, by newsroom: Newsroom, progress: (Int) throws -> Void
  ) rethrows {
    self.init(
      columns: [
        Column("id"), Column("article"), Column("change", title: "now"),
        Column("what", flexible: true), Column("text", title: "claim", flexible: true),
      ],
      emptyMessage: StyledText("every claim is found as it was", .good))
    var same = 0
    // What came with its claims was never extracted.
    let articles = store.articles.filter { !$0.article.bringsClaims }
    let given = store.articles.count - articles.count
    for (index, record) in articles.enumerated() {
      try progress(index)
      var claims = PackedClaims()
      let known = store.foundClaims(in: record.id)
      let names = JoinedNames(in: known.map(\.claim))
      newsroom.extractor.extract(record.article) { claims.append(names.named($0)) }
      let difference = ExtractionDifference(from: PackedClaims(known.map(\.claim)), to: claims)
      same += difference.sameCount
      for (place, change) in difference.changes {
        append(change, place.map { known[$0].id }, record)
      }
    }
    footer =
      rows.isEmpty
      ? nil
      : StyledText("\(counted(same, "claim")) found as then, \(rows.count) otherwise", .dim)
    guard given > 0 else { return }
    let note = "\(counted(given, "story")) with claims as they were given, not extracted again"
    if articles.isEmpty {
      emptyMessage = StyledText(note, .dim)
    } else if let footer {
      self.footer = footer + StyledText("; " + note, .dim)
    } else {
      emptyMessage = emptyMessage + StyledText("; " + note, .dim)
    }
  }

  private mutating func append(
    _ change: ExtractionDifference.Change, _ id: ClaimID?, _ record: ArticleRecord
  ) {
    let text = record.article.text
    let (word, style, what, claim): (String, Style, String, Claim)
    switch change {
    case .lost(let old): (word, style, what, claim) = ("lost", .failure, "", old)
    case .found(let new): (word, style, what, claim) = ("found", .good, "", new)
    case .changed(let old, let new, let fields):
      let words = fields.map { $0.words(old, new, in: text) }
      (word, style, what, claim) = ("changed", .warning, joined(words), new)
    }
    let content = claim.content.map { text.utf8Slice($0) }.joined(separator: " … ")
    rows.append([
      Cell(
        StyledText(id?.description ?? "–", .id), JSONValue(optional: id?.description)),
      Cell(record.id.description, .id), Cell(word, style), Cell(what),
      Cell(StyledText(ReadableText.text(content)), .string(content)),
    ])
  }
}

extension ExtractionDifference.Field {
  /// "speaker Trần Kha → Lê Thu Hà", "cue", "kind mixed → indirect"
  fileprivate func words(_ old: Claim, _ new: Claim, in text: String) -> String {
    func spans(_ spans: [TextSpan]) -> String {
      spans.isEmpty
        ? "–" : ReadableText.text(spans.map { text.utf8Slice($0) }.joined(separator: " … "))
    }
    func moved(_ name: String, _ old: [TextSpan], _ new: [TextSpan]) -> String {
      let (old, new) = (spans(old), spans(new))
      return old == new ? "\(name) \(new), elsewhere" : "\(name) \(old) → \(new)"
    }
    switch self {
    case .kind: return "kind \(old.kind.rawValue) → \(new.kind.rawValue)"
    case .cue: return moved("cue", old.cue, new.cue)
    case .source: return moved("source", old.source, new.source)
    case .speaker: return "speaker \(old.speaker?.name ?? "–") → \(new.speaker?.name ?? "–")"
    case .worth: return "worth \(twoPlaces(old.worth)) → \(twoPlaces(new.worth))"
    case .quantities, .dates: return rawValue
    }
  }
}
