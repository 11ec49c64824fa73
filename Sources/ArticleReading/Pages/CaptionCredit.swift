internal import Lexicons

/// Parts a picture's credit from the words above it.
enum CaptionCredit {
  private static let labels = PhraseBook(embedded: "credit-words.tsv")
  private static let more = PhraseBook(embedded: "page-people.tsv")
  private static let longestCredit = 110

  /// "A bridge. Ảnh: AFP" → "A bridge.", AFP. "A bridge (AP Photo/Luis Corrigan)" → AP Photo/Luis
  /// Corrigan. "The tender © Cosima Rehn/MP" → Cosima Rehn/MP
  static func split(_ text: String) -> (text: String, credit: String?) {
    let clean = String(decoding: ReceivedText.clean(text), as: UTF8.self)
    var text = PageLabels.withoutButton(clean)
    if text.hasPrefix("Image "), text.dropFirst(6).first?.isUppercase == true {
      text.removeFirst(6)
    }
    text = withoutCounter(text)
    if let found = labelled(text) ?? bracketed(text) ?? signed(text) ?? agency(text)
      ?? barred(text) ?? slashed(text)
    {
      let rest = trimmed(found.rest)
      // "Image: Guards at the station. Pic: PA"
      if rest.isEmpty, found.credit.split(separator: " ").count > 6 { return split(found.credit) }
      if let credit = plain(found.credit) { return (rest, credit) }
    }
    return (text, nil)
  }

  /// A credit without its label, brackets and full stop.
  static func plain(_ credit: String) -> String? {
    var text = trimmed(credit)
    for mark in ["©", "(c)"] where text.hasPrefix(mark) {
      text = trimmed(String(text.dropFirst(mark.count)))
    }
    let lower = text.lowercased()
    for label in openings where lower.hasPrefix(label) {
      text = trimmed(String(text.dropFirst(label.count)))
      break
    }
    while text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    return text.isEmpty ? nil : trimmed(text)
  }

  private static let openings = [
    "image source,", "image credit,", "source:", "photo by ", "photograph by ", "photos by ",
    "photo:", "pic:", "pics:",
    "photograph:", "photographer:", "photography:", "image:", "credit:", "picture:",
    "illustration:", "ảnh:", "ảnh ",
    "nguồn ảnh:", "nguồn:", "hình:", "image by ", "by ", "via ", "courtesy of ",
  ]

  /// Behind the last label with a colon: "Ảnh: X", "Photograph: X", "(Ảnh: X)".
  private static func labelled(_ text: String) -> (rest: String, credit: String)? {
    var copy = text
    return copy.withUTF8 { bytes in
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      for colon in words.indices.reversed() where words[colon].isMark(":") {
        for count in stride(from: min(4, colon), to: 0, by: -1) {
          let first = colon - count
          guard
            let (_, length) = labels.match(
              words, at: first, roles: ["colon", "bracket", "label", "open"])
              ?? more.match(words, at: first, roles: ["credit"]),
            length == count,
            words[first].isCapital || first > 0 && words[first - 1].kind == .punctuation,
            bytes.count - words[colon].end <= longestCredit
          else { continue }
          let before =
            first > 0 && words[first - 1].kind == .punctuation && !words[first - 1].endsSentence
            ? words[first - 1].start : words[first].start
          return (
            String(decoding: bytes[..<before], as: UTF8.self),
            String(decoding: bytes[words[colon].end...], as: UTF8.self)
          )
        }
      }
      return nil
    }
  }

  /// "(AP Photo/Luis Corrigan)", "(Owen Takeda/Marlow Ledger)", "(Photo by X)": at the end, a name.
  private static func bracketed(_ text: String) -> (rest: String, credit: String)? {
    var body = text
    while body.hasSuffix(".") { body.removeLast() }
    guard body.hasSuffix(")") || body.hasSuffix("]"),
      let open = body.lastIndex(where: { $0 == "(" || $0 == "[" })
    else { return nil }
    let inside = String(body[body.index(after: open)...].dropLast())
    guard inside.utf8.count <= longestCredit, isCredit(inside) || isOwner(inside)
    else { return nil }
    return (String(body[..<open]), inside)
  }

  private static func isCredit(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = [
      "photo", "ảnh", "image", "getty", "©", "courtesy", "reuters", "afp", "ttxvn", "handout",
      "nguồn",
    ]
    if words.contains(where: lower.contains) { return true }
    guard text.contains("/") else { return AgencyRegistry.shared.entry(named: text) != nil }
    return isNames(text)
  }

  /// "(Harlow Parish Council)": three names in English; in Vietnamese a place may be so long.
  private static func isOwner(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (3...6).contains(words.count) && isNames(text)
      && text.utf8.allSatisfy { $0 == 0x20 || ($0 | 0x20) &- 0x61 < 26 }
  }

  /// "Lan Akers/The Siskin Courier via AP": capitalised, but for small words.
  private static func isNames(_ text: String) -> Bool {
    text.split(whereSeparator: { $0 == " " || $0 == "/" }).allSatisfy {
      $0.unicodeScalars.first?.properties.isUppercase == true
        || ["via", "of", "for", "and", "the", "de", "của"].contains($0)
    }
  }

  /// Behind "©", "Photo by", "Photograph by", "/" of an agency's own form: "REUTERS/Anton Belisk".
  private static func signed(_ text: String) -> (rest: String, credit: String)? {
    for mark in [
      "©", "Credit...", " Photographer: ", " Photographers: ", " Videographer: ", " Illustrator: ",
      " Photograph by ", " Photo by ", " Image by ", " Picture by ", " Credit: ",
      " Image source, ", " Photo courtesy of ", " Courtesy of ",
    ] {
      guard text.utf8.count > mark.utf8.count, let range = text.ranges(of: mark).last,
        text[range.upperBound...].utf8.count <= longestCredit,
        range.lowerBound > text.startIndex
      else { continue }
      let credit = String(text[range.upperBound...])
      guard credit.contains(where: { $0 != " " }) else { continue }
      return (String(text[..<range.lowerBound]), credit)
    }
    return nil
  }

  /// "… December 12, 2023. REUTERS/Anton Belisk/File Photo", "… at the gate. AFP", "… - AFP"
  private static func agency(_ text: String) -> (rest: String, credit: String)? {
    for cut in lastCuts(of: text) {
      let tail = trimmed(String(text[cut...]))
      let name = tail.split(separator: "/").first.map { trimmed(String($0)) } ?? ""
      guard tail.utf8.count <= 80,
        AgencyRegistry.shared.entry(named: name) != nil
          || tail.hasSuffix("/Getty Images") || tail == "Getty Images"
      else { continue }
      return (trimmed(String(text[..<cut])), tail)
    }
    return nil
  }

  /// "Residents collect water on Thursday. Ann Poe / NBC News"
  private static func slashed(_ text: String) -> (rest: String, credit: String)? {
    guard let cut = lastCuts(of: text).first else { return nil }
    let tail = trimmed(String(text[cut...]))
    guard tail.utf8.count <= 60, tail.contains("/"), isNames(tail) else { return nil }
    return (trimmed(String(text[..<cut])), tail)
  }

  /// "2/5 Two men at a well" → Two men at a well
  private static func withoutCounter(_ text: String) -> String {
    guard let slash = text.prefix(4).firstIndex(of: "/"),
      let blank = text.prefix(8).firstIndex(of: " "),
      slash < blank
    else { return text }
    let numbers = [text[..<slash], text[text.index(after: slash)..<blank]].compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] > 0, numbers[0] <= numbers[1] else { return text }
    return String(text[text.index(after: blank)...])
  }

  /// The last three blanks behind a mark, the last one first.
  private static func lastCuts(of text: String) -> [String.Index] {
    var copy = text
    let offsets = copy.withUTF8 { bytes in
      bytes.indices.dropFirst().reversed().lazy.filter { at in
        guard bytes[at] == 0x20 else { return false }
        switch bytes[at - 1] {
        case 0x2E, 0x3F, 0x21, 0x2D, 0x7C: return true
        case 0x93, 0x94, 0x9D: return at > 2 && bytes[at - 2] == 0x80 && bytes[at - 3] == 0xE2
        default: return false
        }
      }.prefix(3).map { $0 }
    }
    return offsets.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// "Norvane station at dusk. | Lou Petrie/Capitol Paper"
  private static func barred(_ text: String) -> (rest: String, credit: String)? {
    guard let bar = text.ranges(of: " | ").first else { return nil }
    let tail = text[bar.upperBound...]
    guard tail.utf8.count <= 80, tail.split(separator: " ").count <= 8,
      tail.first?.isUppercase == true
    else { return nil }
    return (String(text[..<bar.lowerBound]), String(tail))
  }

  /// What may stand between a text and its credit.
  private static func isParting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "–", "—", "|", ",", ";", ":": true
    default: false
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first == "(" || isParting(first) { scalars.removeFirst() }
    while let last = scalars.last, isParting(last) { scalars.removeLast() }
    var text = Substring(scalars)
    if text.hasSuffix(")"), !text.contains("(") { text.removeLast() }
    if text.hasSuffix("(") { text.removeLast() }
    return String(text).trimmingSpaces()
  }
}
