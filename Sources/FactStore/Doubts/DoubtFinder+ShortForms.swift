internal import ClaimModel
internal import Lexicons

// "WHO" and "World Health Organization", where a story shows both.
extension DoubtFinder {
  mutating func findShortForms() {
    for (story, slot) in sources.store.articleSlots.enumerated() where sources.store.standing[story]
    {
      var text = slot.record.article.text
      for form in text.withUTF8(BracketedForm.all) { propose(form, in: story) }
    }
  }

  private mutating func propose(_ form: BracketedForm, in story: Int) {
    guard let short = body(form.short) else { return }
    let letters = form.lettersOfName
    for length in stride(from: letters ?? form.before.count, to: 1, by: -1) {
      let name = form.before.suffix(length).joined(separator: " ")
      guard let full = body(name) else { continue }
      guard isSameCountry(short, full), letters == length || isNameOfBody(full) else { return }
      return propose(
        .shortForm, keeping: full, for: short, weight: all[short].kind == .agency ? 0.65 : 0.95,
        shown: SourceDoubt.Evidence(
          words: "\(name) (\(form.short))", article: ArticleID(story + 1)))
    }
  }

  /// Whether it is a body's own name, not a group's or that of what a body owns.
  private func isNameOfBody(_ number: Int) -> Bool {
    let words = all[number].name.split(separator: " ")
    let first = words.first?.lowercased() ?? ""
    return all[number].isNamedBody && !["các", "những", "một", "nhiều", "nhóm"].contains(first)
      && !words.contains("và") && !words.contains("của")
  }

  /// Whether both are one country or union, or neither is one: "Liên minh châu Âu (EU)", and not
  /// "Lãnh sự quán Các Tiểu vương quốc Arab Thống nhất (UAE)".
  private func isSameCountry(_ short: Int, _ full: Int) -> Bool {
    let countries = [short, full].map { number in
      Countries.shared.country(named: all[number].name.split(separator: " ")[...])
    }
    return countries[0] == countries[1]
  }

  private func body(_ name: String) -> Int? {
    sources.store.registry.place(exactly: name).flatMap(sources.number).flatMap {
      all[$0].isPerson ? nil : $0
    }
  }
}

/// Capitals in brackets, with the words before: "Tổ chức Y tế Thế giới (WHO)".
struct BracketedForm {
  let short: String
  let before: [Substring]
  private static let reach = 120
  private static let words = 12

  /// How many of the words before begin with its letters: 3 of "Liên Hợp Quốc (LHQ)"; nil where
  /// they do not.
  var lettersOfName: Int? {
    let words = before.suffix(short.count)
    let initials = words.compactMap { Folding.folded($0).first?.uppercased() }.joined()
    return initials == short ? words.count : nil
  }

  static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [BracketedForm] {
    var forms = [BracketedForm]()
    var at = 0
    while let open = bytes[at...].firstIndex(of: 0x28) {
      at = open + 1
      guard let short = short(bytes[at...].prefix(16)) else { continue }
      let start = max(0, open - reach)
      let before =
        String(decoding: bytes[start..<open], as: UTF8.self)
        .split { ".,;:!?()\"“”".contains($0) }.last?
        .split { $0 == " " || $0 == "_" || $0.isNewline } ?? []
      forms.append(BracketedForm(short: short, before: before.suffix(words)))
    }
    return forms
  }

  /// Two to eight capitals and digits up to the closing bracket.
  private static func short(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let close = bytes.firstIndex(of: 0x29) else { return nil }
    let inner = bytes[..<close].filter { $0 != 0x20 }
    let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) || byte == 0x2D }
    guard (2...8).contains(inner.count), inner.allSatisfy(isCapital) else { return nil }
    return String(decoding: inner, as: UTF8.self)
  }
}
