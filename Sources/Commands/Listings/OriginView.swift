import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import TerminalText

/// Where a story came from: the bytes, the form, what its publisher says of it, and what of the
/// input is no part of it.
struct OriginView {
  private let record: ArticleRecord
  private var article: Article { record.article }

  init(_ record: ArticleRecord) { self.record = record }

  func card() -> Card {
    Card(
      heading: StyledText(record.id.description, .id) + StyledText(" · ")
        + StyledText(record.title, .heading),
      fields: bytes + publication + notices + entries + removed)
  }

  private var bytes: [Card.Field] {
    let capture = article.capture
    return [
      field("name", article.name, label: "file"),
      field("form", article.origin?.form ?? "text"), field("encoding", article.encoding),
      .init(
        "length", label: "bytes", capture.map { [StyledText("\($0.length)", .number)] } ?? [],
        capture.map { .integer($0.length) } ?? .null),
      field("sha256", capture?.sha256, label: "SHA-256"),
      field("manner", capture?.manner.words, label: "read from"),
      field("saved_from", article.origin?.savedFrom, label: "saved from"),
      field("saved_at", article.origin?.savedAt?.description, label: "saved at"),
      .init(
        "loaded", [StyledText("\(record.loadedAt.local) by \(record.loadedBy)")],
        .string(record.loadedAt.description)),
    ]
  }

  private var publication: [Card.Field] {
    let origin = article.origin
    return [
      field("url", article.url), field("identifier", origin?.identifier),
      field("version", origin?.version), field("published", origin?.published?.description),
      field("updated", origin?.updated?.description), field("section", origin?.section),
      field("authors", origin.map { joined($0.authors) }.flatMap { $0.isEmpty ? nil : $0 }),
      .init(
        "agencies", label: "via",
        article.agencies.isEmpty ? [] : [StyledText(joined(article.agencies), .agency)],
        JSONValue(article.agencies)),
    ]
  }

  private var notices: [Card.Field] {
    guard let notices = article.origin?.notices, !notices.isEmpty else { return [] }
    return [
      .init(
        "notices", notices.map { StyledText($0.line, .warning) },
        .array(
          notices.map {
            [
              "kind": .string($0.kind.rawValue), "words": .string($0.words),
              "until": JSONValue(optional: $0.until?.description),
            ]
          }))
    ]
  }

  private var entries: [Card.Field] {
    guard let entries = article.origin?.entries, !entries.isEmpty else { return [] }
    let offsets = ScalarOffsets(article.text)
    let labels = EntryLabels(entries)
    return [
      .init(
        "entries",
        entries.indices.map { index in
          let text = ReadableText.text(article.text(entries[index].span))
          let head = text.prefix { !$0.isNewline }.prefix(Self.longestHead)
          return StyledText(labels[index], .dim) + StyledText("  " + head)
        },
        .array(
          entries.map { entry in
            [
              "span": JSONValue([entry.span], offsets),
              "time": JSONValue(optional: entry.time?.description),
              "words": .string(entry.words),
            ]
          }))
    ]
  }

  private static let longestHead = 60

  private var removed: [Card.Field] {
    guard let removed = article.origin?.removed, !removed.isEmpty else { return [] }
    return [
      .init(
        "left_out", label: "left out",
        removed.map {
          StyledText($0.cause.words, .dim) + StyledText("  " + ReadableText.text($0.words))
        },
        .array(
          removed.map { ["cause": .string($0.cause.rawValue), "words": .string($0.words)] }))
    ]
  }

  private func field(_ key: String, _ text: String?, label: String? = nil) -> Card.Field {
    .init(key, label: label, text.map { [StyledText($0)] } ?? [], JSONValue(optional: text))
  }
}

extension Capture.Manner {
  fileprivate var words: String {
    switch self {
    case .file: "a file"
    case .standardInput: "standard input"
    case .paste: "a paste at the prompt"
    case .clipboard: "the clipboard"
    case .fetched: "the web"
    }
  }
}

extension StoryNotice {
  /// "embargo until 2024-01-05T10:00+07:00: not for use before …"
  var line: String {
    kind.rawValue + (until.map { " until \($0)" } ?? "")
      + (words.isEmpty ? "" : ": " + ReadableText.text(words))
  }
}
