import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

/// A claim with what listings say of it, each in words for people and as data.
struct ClaimFacts {
  let record: ClaimRecord
  let article: Article
  let isSegmented: Bool

  init?(_ id: ClaimID, in store: FactStore) {
    guard let record = store.claimOrOrphan(id), let article = store.story(of: record)
    else { return nil }
    self.init(record, in: article)
  }

  init(_ record: ClaimRecord, in article: Article) {
    self.record = record
    self.article = article
    isSegmented = ReadableText.isSegmented(article.text, near: record.claim.context)
  }

  var claim: Claim { record.claim }

  /// Spans as they stand, with " … " where the text between them was left out.
  func exact(_ spans: [TextSpan]) -> String {
    spans.map(article.text).joined(separator: " … ")
  }

  func readable(_ spans: [TextSpan]) -> String {
    spans.map { ReadableText.text(article.text($0), isSegmented: isSegmented) }
      .joined(separator: " … ")
  }

  /// Who said it, by those attributions that stand.
  var speakers: [String] {
    record.attributions.filter { $0.role == .saidBy }.map(\.source)
  }
  /// Through whom it came.
  var agencies: [String] { record.via }

  /// Whether the name of who said it is a guess that nobody has confirmed.
  var isSpeakerDoubtful: Bool {
    guard let speaker = claim.speaker, speaker.isDoubtful, !claim.source.isEmpty else {
      return false
    }
    return record.attributions.allSatisfy { $0.role != .saidBy || $0.givenBy == nil }
  }

  /// The claim's words, quotations in their colour.
  var words: StyledText {
    StyledText(readable(claim.content), claim.kind == .direct ? .quotation : .plain)
  }
}

extension Quantity {
  /// "≥ 14 người chết", "40 người bị thương", "2–3 triệu": as people write it.
  var readable: String {
    let number = high.map { "\(value.readable)–\($0.readable)" } ?? value.readable
    let sign =
      switch comparator {
      case .equal, .range: ""
      case .about: "~ "
      case .more: "> "
      case .atLeast: "≥ "
      case .less: "< "
      case .atMost: "≤ "
      }
    return sign + number + (unit.isEmpty ? "" : " " + unit)
  }

  /// The contract of `extract`: a range's value is its two ends.
  func json(_ offsets: ScalarOffsets) -> JSONValue {
    [
      "span": JSONValue(span, offsets),
      "value": high.map { .array([.number(value), .number($0)]) } ?? .number(value),
      "comparator": .string(comparator.rawValue), "unit": .string(unit),
    ]
  }
}

extension DateMention {
  /// As a query finds it: "2024-01-05", and "5/1" for a day of no known year.
  var readable: String { readableDate(iso) }

  func json(_ offsets: ScalarOffsets) -> JSONValue {
    ["span": JSONValue(span, offsets), "iso": .string(iso)]
  }
}

extension JSONValue {
  /// A span in code points: [3, 11].
  init(_ span: TextSpan, _ offsets: ScalarOffsets) {
    let ends = offsets.scalars(span)
    self = .array([.integer(ends.start), .integer(ends.end)])
  }

  init(_ spans: [TextSpan], _ offsets: ScalarOffsets) {
    self = .array(spans.map { JSONValue($0, offsets) })
  }

  /// In hundredths: 0.71.
  init(worth: Double) { self = .number((worth * 100).rounded() / 100) }
}

/// "--01-05" → "5/1", which is how a query finds a day of no known year; other dates as they are.
func readableDate(_ iso: String) -> String {
  let parts = iso.dropFirst(2).split(separator: "-")
  guard iso.hasPrefix("--"), let month = parts.first.flatMap({ Int($0) }) else { return iso }
  guard parts.count > 1, let day = Int(parts[1]) else { return "month \(month)" }
  return "\(day)/\(month)"
}
