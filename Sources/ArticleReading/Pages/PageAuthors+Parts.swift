internal import Lexicons

/// What stands in a byline beside the names: jobs, places, remarks, offices, agencies.
extension PageAuthors {
  /// What the first words of a part of a byline are, with the bytes that they stand in.
  static func read<Result>(
    _ text: String, _ body: ([Word], UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var copy = text
    return copy.withUTF8 { bytes in
      body(WordScanner(bytes: bytes).words(from: 0, to: bytes.count, limit: 12), bytes)
    }
  }

  /// "Cục Lâm sinh" behind a name.
  static func isOffice(_ text: String) -> Bool {
    read(text) { words, _ in
      guard let (_, count) = book.match(words, at: 0, roles: ["office", "firm"]) else {
        return false
      }
      return count < words.count
    }
  }

  private static let marks = [
    " and ", " và ", " & ", " - ", " – ", " — ", ";", "|", "•", "·", " with ", " cùng ",
  ]

  /// Whether one of the marks may stand in a text: all but the words have such a byte, and words
  /// stand between blanks.
  private static func isMarked(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == 0x26 || $0 == 0x2D || $0 == 0x3B || $0 == 0x7C || $0 == 0xE2 || $0 == 0xC2
    }
      || [" and ", " và ", " with ", " cùng "].contains { text.contains($0) }
  }

  /// The names of a list; what stands behind "/" is an outlet.
  static func parts(of text: String) -> [(text: String, isOutlet: Bool)] {
    var parts = [(text: String, isOutlet: Bool)]()
    var open = text + " "
    if isMarked(open) {
      for mark in marks where open.contains(mark) { open = open.replacing(mark, with: ",") }
    }
    for piece in open.utf8.split(separator: 0x2C) {
      for (at, name) in piece.split(separator: 0x2F).enumerated() {
        var trimmed = Substring(name).unicodeScalars
        while let first = trimmed.first, isEdge(first) { trimmed.removeFirst() }
        while let last = trimmed.last, isEdge(last) || last == ")" || last == ":" {
          trimmed.removeLast()
        }
        if !trimmed.isEmpty { parts.append((String(trimmed), at > 0)) }
      }
    }
    return parts
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", "(", "-", "–": true
    default: false
    }
  }

  /// "Lê Ba (từ Osterhavn, Norvane)" → Lê Ba
  static func withoutRemarks(_ text: String) -> String {
    guard text.utf8.contains(0x28), let open = text.firstIndex(of: "("), open > text.startIndex,
      let last = text.lastIndex(of: ")"),
      last > open, text[open...last].contains(",")
    else { return text }
    return String(text[..<open]) + text[text.index(after: last)...]
  }

  /// "PV Lê Ba", "Phóng viên Lê Ba" → Lê Ba
  static func withoutRole(_ text: String) -> String {
    read(text) { words, bytes in
      guard !words.isEmpty, let (_, count) = book.match(words, at: 0, roles: ["job", "team"]),
        words.count >= count + 2, words[count...].allSatisfy({ $0.kind == .word && $0.isName })
      else { return text }
      return String(decoding: bytes[words[count].start...], as: UTF8.self)
    }
  }

  static func isTeam(_ text: String) -> Bool {
    read(text) { words, _ in
      guard !words.isEmpty else { return false }
      return book.match(words, at: 0, roles: ["team"]).map { $0.count == words.count } ?? false
    }
  }

  /// "CARL FOX Associated Press" → CARL FOX; Associated Press
  static func withAgency(_ text: String, _ page: Page) -> (name: String, agency: String)? {
    let words = text.split(separator: " ")
    guard words.count > 2, page.agencies.entry(named: text) == nil else { return nil }
    for at in words.indices.dropFirst(2) {
      let agency = words[at...].joined(separator: " ")
      let isOne = words.index(after: at) == words.endIndex && agency != agency.uppercased()
      if !isOne, words[0] != "By", page.agencies.entry(named: agency) != nil {
        return (words[..<at].joined(separator: " "), agency)
      }
    }
    return nil
  }

  /// "Odile Marsh (now" → Odile Marsh
  static func withoutBracket(_ text: String) -> String {
    guard text.utf8.contains(0x28), let open = text.firstIndex(of: "("), open > text.startIndex
    else { return text }
    return String(text[..<open]).trimmingSpaces()
  }

  /// "Judith Arkwell Staff writer" → Judith Arkwell
  static func withoutJob(_ text: String) -> String {
    read(text) { words, bytes in
      guard
        let at = words.indices.dropFirst(2).first(where: {
          book.match(words, at: $0, roles: ["job"]) != nil
        })
      else { return text }
      return String(decoding: bytes[..<words[at - 1].end], as: UTF8.self)
    }
  }

  private static let places = [" in ", " at ", " tại ", " từ ", " ở "]

  /// "Isla Pemberwick in Karsun" → Isla Pemberwick
  static func withoutPlace(_ text: String) -> String {
    let open = text + " "
    guard places.contains(where: { open.contains($0) }) else { return text }
    let words = text.split(separator: " ")
    guard let at = words.indices.dropFirst().first(where: { places.contains(" \(words[$0]) ") })
    else { return text }
    return words[..<at].joined(separator: " ")
  }
}
