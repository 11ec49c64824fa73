import ClaimModel
import Desk
import FactStore
import Lexicons
import Presentation

/// Completion from what the store holds.
enum StoreCompletion {
  /// No menu holds more.
  private static let limit = 200

  static func articles(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    articles(beginningWith: place.prefix, in: store)
      .map { place.candidate($0.id.description, detail: $0.title) }
  }

  private static func articles(
    beginningWith typed: String, in store: FactStore
  ) -> [ArticleRecord] {
    let ranges = IDPrefix(typed, letter: "a")?.numbers(upTo: store.lastArticle?.number ?? 0) ?? []
    return Array(
      ranges.lazy.joined().compactMap { store.article(ArticleID($0)) }.prefix(limit))
  }

  /// Ids with a line of their text.
  static func claims(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    let ranges =
      IDPrefix(place.prefix, letter: "c")?.numbers(upTo: store.lastClaim?.number ?? 0) ?? []
    let ids = ranges.lazy.flatMap { store.claims(numbered: $0) }.prefix(limit)
    return ids.map { id in
      let text = store.claim(id).map { store.text(of: $0) } ?? ""
      return place.candidate(
        id.description, detail: String(ReadableText.text(String(text.prefix(80))).prefix(60)))
    }
  }

  /// Fields, values of a field that is typed, ids.
  static func selection(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    if place.prefix.hasPrefix("@") { return queries(place, store) }
    if let colon = place.prefix.firstIndex(of: ":") {
      return values(of: String(place.prefix[..<colon]), place, store)
    }
    let fields = QueryField.all.filter { place.matches($0.name + ":") }.map {
      place.candidate($0.name + ":", detail: $0.summary, appendsBlank: false)
    }
    let isID = place.prefix.hasPrefix("c") || place.prefix.hasPrefix("a")
    guard isID, place.prefix.count > 1 || fields.isEmpty else { return fields }
    return fields + claims(place, store) + articles(place, store)
  }

  private static func queries(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    store.savedQueries.filter { place.matches("@" + $0.name) }
      .map { place.candidate("@" + $0.name, detail: $0.text) }
  }

  private static func values(
    of field: String, _ place: CompletionPlace, _ store: FactStore
  ) -> [CandidateWord] {
    let typed = String(place.prefix.dropFirst(field.count + 1))
    func candidates(_ values: [String]) -> [CandidateWord] {
      values.map { CandidateWord(Quoting.value($0, of: field), range: place.range) }
    }
    switch QueryField.named(field)?.name {
    case "speaker", "via", "source":
      return candidates(sources(named: typed, place, store).map(\.name))
    case "in":
      return candidates(articles(beginningWith: typed, in: store).map(\.id.description))
    default:
      let folded = Folding.folded(typed)
      return candidates(
        (QueryField.named(field)?.values ?? []).filter { Folding.folded($0).hasPrefix(folded) })
    }
  }

  /// By canonical name; a name typed by an alias is found as well.
  static func sources(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    sources(named: place.prefix, place, store)
      .map { place.candidate($0.name, detail: $0.source.kind.rawValue) }
  }

  private static func sources(
    named typed: String, _ place: CompletionPlace, _ store: FactStore
  ) -> [SourceRecord] {
    place.isLoose
      ? store.sources(withWordsBeginning: typed, limit: limit)
      : store.sources(beginningWith: typed, limit: limit)
  }
}

/// The beginning of an id, as typed: which numbers it may become.
struct IDPrefix {
  private let digits: String

  /// ("C4", "c") → the numbers that begin with a 4; "" and "c" → all; nil for no beginning of an id.
  init?(_ typed: String, letter: Character) {
    guard let first = typed.first else {
      digits = ""
      return
    }
    digits = String(typed.dropFirst())
    guard first.lowercased() == String(letter), digits.first != "0",
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
  }

  /// In order: ("4", up to 450) → 4...4, 40...49, 400...450.
  func numbers(upTo last: Int) -> [ClosedRange<Int>] {
    guard last > 0 else { return [] }
    guard !digits.isEmpty else { return [1...last] }
    guard let start = Int(digits), start <= last else { return [] }
    var found = [ClosedRange<Int>]()
    var (low, width) = (start, 1)
    while low <= last {
      found.append(low...min(last, low + width - 1))
      (low, width) = (low * 10, width * 10)
    }
    return found
  }
}

extension Quoting {
  /// `field:value` of a query, which reads `"…"` as words that follow each other.
  static func value(_ value: String, of field: String) -> String {
    let isBare = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars.contains($0)
    }
    // A dash negates and `..` is a range, where nothing quotes them.
    if isBare, !value.hasPrefix("-"), !value.hasPrefix("."), !value.contains("..") {
      return "\(field):\(value)"
    }
    let form = "\(field):\(doubled(value))"
    if isRead(form, as: "\(field):\(value)"), isOneValue(form) { return form }
    // The query has no way to write the mark; it looks for words alone.
    let words = value.map { $0.isLetter || $0.isNumber ? $0 : " " }
    return "\(field):\"\(String(words))\""
  }

  private static func isOneValue(_ form: String) -> Bool {
    guard !form.contains(where: { "“”".contains($0) }),
      let word = try? LineLexer.statements(in: "x " + form).first?.words.last
    else { return false }
    return (try? Selection.parse(word.query)) != nil
  }
}
