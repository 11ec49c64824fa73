package import ClaimModel

/// A correction as it is published: a heading, what was published where and when, the wrong and the
/// right words, an apology.
package struct CorrectionNote: Sendable {
  package enum Part: Sendable, Hashable, CaseIterable {
    case title, outlet, section, issue, published, url, wrong, right, reason, corrected
  }

  package struct Row: Sendable, Hashable {
    package var part: Part
    package var label: String
    package var words: String
    /// Whether nobody knows what the form asks for here.
    package var isMissing = false
  }

  package let language: ArticleLanguage
  package let heading: String
  package let rows: [Row]
  package let closing: String

  /// `day`: that of the correction.
  package init(_ correction: Correction, on day: CalendarDay) {
    let words = CorrectionWords.of(correction.form, correction.language)
    let place = correction.place
    language = correction.language
    heading = words.heading
    closing = words.closing
    let dates = NoteDates(correction.language)
    let values: [(Part, String, String?)] = [
      (.title, words.title, place.title.map { "“\(Self.plain($0))”" }),
      (.outlet, words.outlet, place.outlet),
      (.section, words.section, place.section), (.issue, words.issue, place.issue),
      (.published, words.published, place.published.map { dates.words($0.day) }),
      (.url, words.url, place.url),
      (.wrong, words.wrong, "“\(Self.plain(correction.wrong))”"),
      (.right, words.right, "“\(Self.plain(correction.right))”"),
      (.reason, words.reason, correction.reason), (.corrected, words.corrected, dates.words(day)),
    ]
    let asked = Self.asked(by: correction.form, of: place)
    rows = values.compactMap { part, label, value in
      let text = value.map(Self.plain) ?? ""
      if !text.isEmpty { return Row(part: part, label: label, words: text) }
      guard asked.contains(part) else { return nil }
      return Row(part: part, label: label, words: words.unknown, isMissing: true)
    }
  }

  /// What the form asks for. The press law wants the name of the work, its section, the issue with
  /// day, month and year; a page of the web, which has an address, has no issue.
  private static func asked(by form: Correction.Form, of place: PublishedPlace) -> Set<Part> {
    switch form {
    case .ifcn: [.title, .published, .wrong, .right]
    case .pressLaw:
      place.url == nil
        ? [.title, .section, .issue, .published, .wrong, .right]
        : [.title, .section, .published, .wrong, .right]
    }
  }

  /// What the form asks for and nobody knows.
  package var missing: [Part] { rows.filter(\.isMissing).map(\.part) }

  /// On one line, without what steers a terminal or turns the direction of text round.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: out.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: out.append(scalar)
      }
    }
    return String(out).split(separator: " ").joined(separator: " ")
  }
}

/// Days as notes of a language have them.
private struct NoteDates {
  private let isVietnamese: Bool
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  init(_ language: ArticleLanguage) { isVietnamese = language == .vietnamese }

  /// "12/3/2024", "12 March 2024"
  func words(_ day: CalendarDay) -> String {
    if isVietnamese { return "\(day.day)/\(day.month)/\(day.year)" }
    return "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
  }
}
