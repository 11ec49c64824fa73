import ClaimModel
import Desk
import FactStore
import JSONText
import Lexicons
import Presentation
import TerminalText

/// What is known of one story.
struct ArticleCard {
  private let record: ArticleRecord
  private let store: FactStore

  init(_ record: ArticleRecord, in store: FactStore) {
    self.record = record
    self.store = store
  }

  private var article: Article { record.article }

  func card() -> Card {
    let ids = store.listedClaims(in: record.id)
    let unchecked = ids.count { store.claim($0)?.verdict == .unchecked }
    return Card(
      heading: StyledText(record.id.description, .id) + StyledText(" · ")
        + StyledText(record.title, .heading),
      fields: [
        .init("id", [], .string(record.id.description)),
        field("name", article.name, label: "file"), field("title", article.headline, shown: false),
        field("date", article.date?.description), field("language", article.language.rawValue),
        field("author", article.author), field("url", article.url),
        list("agencies", article.agencies, label: "via", .agency),
        list("credits", article.captions.compactMap(\.credit), label: "pictures by", .plain),
        field("encoding", article.encoding),
        .init(
          "claims", [StyledText("\(ids.count), \(unchecked) unchecked")], .integer(ids.count)),
        .init("unchecked", [], .integer(unchecked)),
        .init(
          "loaded_by", label: "loaded by", [StyledText(record.loadedBy)],
          .string(record.loadedBy)),
        .init("loaded_at", [], .string(record.loadedAt.description)),
      ] + versions + ownWords)
  }

  /// Where there are several: "3, the last by an" and what became of the claims.
  private var versions: [Card.Field] {
    guard let last = record.versions.last else { return [] }
    let line = StyledText("\(record.version), by \(last.user): \(last.counts)")
    return [.init("version", [line], .integer(record.version))]
  }

  /// Where the session tells any: "agency 'Sóng Biếc', cue 'hé lộ'".
  private var ownWords: [Card.Field] {
    let entries = store.ownWords(of: record)
    guard !entries.isEmpty else { return [] }
    return [
      .init(
        "own_words", label: "own words",
        [StyledText(joined(entries.map { "\($0.subject.rawValue) '\($0.words)'" }))],
        .array(
          entries.map {
            [
              "subject": .string($0.subject.rawValue), "words": .string($0.words),
              "table": .string($0.file), "line": .integer($0.line),
            ]
          }))
    ]
  }

  private func field(
    _ key: String, _ text: String?, label: String? = nil, shown: Bool = true
  ) -> Card.Field {
    .init(
      key, label: label, shown ? text.map { [StyledText($0)] } ?? [StyledText("–", .dim)] : [],
      JSONValue(optional: text))
  }

  private func list(_ key: String, _ texts: [String], label: String, _ style: Style) -> Card.Field {
    .init(
      key, label: label, texts.isEmpty ? [] : [StyledText(joined(texts), style)],
      JSONValue(texts))
  }
}
