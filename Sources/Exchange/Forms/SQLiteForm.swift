internal import ClaimModel
internal import Lexicons
@_spi(_Unicode) internal import Swift

/// A database of SQLite, for sqlite3, DuckDB, Datasette and programs.
package struct SQLiteForm: DeskForm {
  package static let name = "sqlite"
  package static let summary = "a database with tables and full-text search"
  package static let endings = [".sqlite", ".sqlite3", ".db"]
  package static let kind = DeskFormKind.binary

  private let tables: SQLiteTables

  package init(_ head: DeskHead) { tables = SQLiteTables(head) }

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) { tables.add(story) }

  package mutating func finish(_ out: inout DeskOutput) throws(DeskFormError) {
    do throws(Database.Refusal) { out.bytes += try tables.finish() } catch {
      throw DeskFormError(
        form: "a database", problem: error.problem,
        remedy: "give a query for fewer claims, or write csv or jsonl")
    }
  }
}

/// The tables while they are filled. Nobody else has them: the form that does is handed on as a
/// whole.
private final class SQLiteTables: @unchecked Sendable {
  private let database = Database()
  private let stories: Inserter
  private let claims: Inserter
  private let hops: Inserter
  private let attributions: Inserter
  private let annotations: Inserter
  private let evidence: Inserter
  private let quantities: Inserter
  private let dates: Inserter

  init(_ head: DeskHead) {
    let database = database
    database.run(SQLiteSchema.tables)
    func inserter(_ table: String, _ count: Int) -> Inserter {
      database.prepared(SQLiteSchema.insert(into: table, count))
    }
    stories = inserter("stories", 14)
    claims = inserter("claims", 23)
    hops = inserter("hops", 6)
    attributions = inserter("attributions", 5)
    annotations = inserter("annotations", 7)
    evidence = inserter("evidence", 3)
    quantities = inserter("quantities", 8)
    dates = inserter("dates", 8)
    add(head, about: inserter("about", 2), sources: inserter("sources", 9))
  }

  private func add(_ head: DeskHead, about: Inserter, sources: Inserter) {
    let facts = [
      ("program", head.program), ("user", head.user), ("time", head.time.description),
      ("session", head.session ?? ""), ("offsets", "Unicode code points, ends exclusive"),
    ]
    for (name, value) in facts {
      about.text(name)
      about.text(value)
      about.insert()
    }
    for (place, source) in head.sources.enumerated() {
      sources.integer(place + 1)
      sources.text(source.source.name)
      sources.text(source.source.kind.rawValue)
      sources.text(ItemList.text(source.source.aliases))
      sources.text(source.source.country)
      sources.text(source.source.parent)
      sources.text(source.reliability?.rawValue)
      sources.text(source.notes.joined(separator: "\n"))
      sources.text(ItemList.text(source.tags))
      sources.insert()
    }
  }

  func add(_ story: DeskStory) {
    let article = story.article
    stories.integer(story.number)
    stories.text(story.id)
    stories.text(article.name)
    stories.text(NormalText.composed(article.headline ?? ""))
    stories.text(article.author ?? "")
    stories.text(ItemList.text(article.agencies))
    stories.text(article.language.rawValue)
    stories.text(story.published)
    stories.text(article.url)
    stories.text(article.capture?.sha256)
    stories.integer(story.version)
    stories.text(story.loadedBy)
    stories.text(story.loadedAt.description)
    stories.text(article.text)
    stories.insert()
    for claim in story.claims {
      add(claim, of: story)
      addChain(of: claim, in: story)
      addFigures(of: claim, in: story)
      addMarks(of: claim)
    }
  }

  private func add(_ claim: DeskClaim, of story: DeskStory) {
    let text = NormalText.composed(story.exact(claim.claim.content))
    let speaker = ItemList.text(claim.speakers)
    let note = NormalText.composed(claim.notes.joined(separator: "\n"))
    claims.integer(claim.number)
    claims.text(claim.id)
    claims.integer(story.number)
    claims.text(claim.claim.kind.rawValue)
    claims.text(text)
    claims.text(NormalText.composed(story.article.text(claim.claim.context)))
    claims.text(speaker)
    claims.text(NormalText.composed(story.exact(claim.claim.cue)))
    claims.text(ItemList.text(claim.via))
    claims.text(claim.chain)
    claims.integer(claim.claim.anonymity == nil ? 0 : 1)
    claims.number((claim.claim.worth * 100).rounded() / 100)
    claims.text(claim.verdict.rawValue)
    claims.integer(claim.verdict.rank)
    claims.integer(claim.dispute.isEmpty ? 0 : 1)
    claims.integer(claim.credibility?.grade)
    claims.text(note)
    claims.text(ItemList.text(claim.tags))
    claims.text(claim.annotator)
    claims.text(claim.annotated?.description)
    claims.integer(claim.claim.content.first.map { story.place($0).start } ?? 0)
    claims.integer(claim.claim.content.last.map { story.place($0).end } ?? 0)
    claims.text(Folding.folded(text + " " + speaker + " " + note))
    claims.insert()
  }

  private func addChain(of claim: DeskClaim, in story: DeskStory) {
    for (place, hop) in claim.claim.hops.enumerated() {
      hops.integer(claim.number)
      hops.integer(place + 1)
      hops.text(hop.name)
      hops.text(hop.kind.rawValue)
      add(hop.span, in: story, to: hops)
      hops.insert()
    }
    for attribution in claim.attributions {
      attributions.integer(claim.number)
      attributions.text(attribution.source)
      attributions.text(attribution.role.rawValue)
      attributions.text(attribution.givenBy)
      attributions.text(attribution.time?.description)
      attributions.insert()
    }
  }

  private func addFigures(of claim: DeskClaim, in story: DeskStory) {
    for (place, quantity) in claim.claim.quantities.enumerated() {
      quantities.integer(claim.number)
      quantities.integer(place + 1)
      quantities.number(quantity.value)
      quantities.number(quantity.high)
      quantities.text(quantity.comparator.rawValue)
      quantities.text(quantity.unit)
      add(quantity.span, in: story, to: quantities)
      quantities.insert()
    }
    for (place, date) in claim.claim.dates.enumerated() {
      let days = DeskDays(iso: date.iso)
      dates.integer(claim.number)
      dates.integer(place + 1)
      dates.text(date.iso)
      dates.text(days.first?.description)
      dates.text(days.last?.description)
      dates.text(days.precision.rawValue)
      add(date.span, in: story, to: dates)
      dates.insert()
    }
  }

  private func addMarks(of claim: DeskClaim) {
    for (place, mark) in claim.marks.enumerated() {
      annotations.integer(claim.number)
      annotations.integer(place + 1)
      annotations.text(mark.user)
      annotations.text(mark.time.description)
      annotations.text(mark.verdict?.rawValue)
      annotations.integer(mark.credibility?.grade)
      annotations.text(mark.note)
      annotations.insert()
    }
    for (place, item) in claim.evidence.enumerated() {
      evidence.integer(claim.number)
      evidence.integer(place + 1)
      evidence.text(item)
      evidence.insert()
    }
  }

  private func add(_ span: TextSpan, in story: DeskStory, to inserter: Inserter) {
    let place = story.place(span)
    inserter.integer(place.start)
    inserter.integer(place.end)
  }

  func finish() throws(Database.Refusal) -> [UInt8] {
    database.run(SQLiteSchema.finish)
    return try database.finish()
  }
}

/// Letters in the form that search engines expect.
enum NormalText {
  /// Composed (NFC); text without combining marks (U+0300 to U+036F, whose bytes begin with CC or
  /// CD) is left as it is.
  static func composed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
