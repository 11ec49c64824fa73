import ClaimModel
import Desk
package import FactStore
package import JSONText
import Presentation
import TerminalText

extension Report {
  /// What was found in the stories: a line for each of a few, and one for all.
  init(_ loaded: LoadOutcome, in store: FactStore) {
    let records = loaded.entered.loaded.compactMap { store.article($0.id) }
    var lines = records.count <= 12 ? records.map { $0.summary(in: store) } : []
    let claims = records.reduce(0) { $0 + $1.listedCount }
    lines.append(Report.summary(of: records, claims: claims, in: store))
    self.init(
      lines,
      warnings: records.prefix(12).compactMap(\.warning)
        + Report.notices(of: records) + Report.notices(beside: loaded.entered)
        + loaded.notes.map { StyledText($0, .warning) },
      value: .array(records.map { $0.json(in: store) }))
  }
}

extension ArticleRecord {
  /// `a1  vi  "Cháy cảng Vân Sa" · 14 claims · Minh An (AFP) · 1 caption`
  fileprivate func summary(in store: FactStore) -> StyledText {
    var line = StyledText(id.description, .id)
    line.append("  \(article.language.rawValue)  ", .dim)
    line.append(title, .heading)
    line.append(" · " + counted(listedCount, "claim"))
    if let author = article.author { line.append(" · " + author) }
    if !article.agencies.isEmpty {
      line.append(" · ")
      line.append(joined(article.agencies), .agency)
    }
    if !article.captions.isEmpty {
      let credits = article.captions.compactMap(\.credit)
      line.append(" · " + counted(article.captions.count, "caption"), .dim)
      if !credits.isEmpty { line.append(" (\(joined(credits)))", .dim) }
    }
    return line
  }

  fileprivate var warning: StyledText? {
    if article.language == .unknown {
      return StyledText(
        "\(id): neither Vietnamese nor English; only narrated claims are drawn from it", .warning)
    }
    if article.encoding != "UTF-8" {
      return StyledText("\(id): converted from \(article.encoding)", .warning)
    }
    return nil
  }

  package func json(in store: FactStore) -> JSONValue {
    [
      "id": .string(id.description), "name": .string(article.name),
      "language": .string(article.language.rawValue),
      "title": JSONValue(optional: article.headline),
      "author": JSONValue(optional: article.author),
      "url": JSONValue(optional: article.url),
      "agencies": JSONValue(article.agencies),
      "credits": JSONValue(article.captions.compactMap(\.credit)),
      "date": JSONValue(optional: article.date?.description),
      "encoding": .string(article.encoding), "claims": .integer(listedCount),
    ]
  }
}

extension Report {
  /// Bytes of text beyond which a load does not look for copies: a second of work or less.
  private static let mostText = 16_000_000
  private static let mostLines = 12

  /// Which of the stories just loaded are copies of earlier ones, a line each; nil where none is.
  /// With very much text it only says that nobody looked.
  init?(copiesAmong loaded: LoadOutcome, in store: FactStore) {
    let text = store.articles.reduce(0) { $0 + $1.article.text.utf8.count }
    guard text <= Self.mostText else {
      self.init(
        [
          StyledText(
            "copies were not looked for in \(text / 1_000_000) MB; sources --graph finds them",
            .dim)
        ], value: .null)
      return
    }
    let copies = store.nearestEarlier(loaded.entered.loaded.filter(\.stands).map(\.id))
    guard !copies.isEmpty else { return nil }
    var lines = copies.prefix(Self.mostLines).map(\.sentence)
    if copies.count > lines.count {
      lines.append(StyledText("… and \(copies.count - lines.count) more copies", .dim))
    }
    self.init(lines, value: .null)
  }
}
