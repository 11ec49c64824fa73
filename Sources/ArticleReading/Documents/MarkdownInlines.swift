/// The marks within a paragraph of Markdown (CommonMark 0.31.2, section 6) made plain.
/// `Ông **Lê An** nói [tại đây](https://a.example)` → `Ông Lê An nói tại đây`
struct MarkdownInlines {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var out = String.UnicodeScalarView()

  static func plain(_ text: some StringProtocol) -> String {
    var inlines = MarkdownInlines(text)
    inlines.read()
    return String(inlines.out)
  }

  private init(_ text: some StringProtocol) { scalars = Array(text.unicodeScalars) }

  private mutating func read() {
    while at < scalars.count {
      let scalar = scalars[at]
      switch scalar {
      case "\\" where at + 1 < scalars.count && Self.isMark(scalars[at + 1]):
        out.append(scalars[at + 1])
        at += 2
      case "`": readCode()
      case "!" where at + 1 < scalars.count && scalars[at + 1] == "[":
        if let link = link(from: at + 1) { at = link.end } else { take() }
      case "[":
        if let footnote = footnote() { at = footnote } else { readLink() }
      case "<": readAngle()
      case "*", "_", "~": readEmphasis(scalar)
      case "&": readCharacter()
      default: take()
      }
    }
  }

  private mutating func take() {
    out.append(scalars[at])
    at += 1
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !scalar.properties.isAlphabetic
      && !("0"..."9").contains(scalar)
  }

  private mutating func readCode() {
    let length = scalars[at...].prefix { $0 == "`" }.count
    var end = at + length
    while end < scalars.count {
      let run = scalars[end...].prefix { $0 == "`" }.count
      if run == length {
        out.append(contentsOf: scalars[(at + length)..<end])
        at = end + length
        return
      }
      end += max(1, run)
      // A mark far away is no partner.
      if end - at > 4000 { break }
    }
    out.append(contentsOf: scalars[at..<(at + length)])
    at += length
  }

  private mutating func readLink() {
    guard let link = link(from: at) else {
      take()
      return
    }
    out.append(contentsOf: Self.plain(String(link.text)).unicodeScalars)
    at = link.end
  }

  /// `[text](address "title")` or `[text][label]`; the end is behind it.
  private func link(from start: Int) -> (text: String.UnicodeScalarView, end: Int)? {
    guard let close = closing("[", "]", from: start) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[(start + 1)..<close])
    let next = close + 1
    guard next < scalars.count else { return nil }
    switch scalars[next] {
    case "(": return closing("(", ")", from: next).map { (text, $0 + 1) }
    case "[": return closing("[", "]", from: next).map { (text, $0 + 1) }
    default: return nil
    }
  }

  private func closing(_ open: Unicode.Scalar, _ close: Unicode.Scalar, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < scalars.count, index - start < 2000 {
      switch scalars[index] {
      case "\\": index += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// `[^1]`
  private func footnote() -> Int? {
    guard at + 2 < scalars.count, scalars[at + 1] == "^",
      let close = scalars[at...].prefix(40).firstIndex(of: "]")
    else { return nil }
    return close + 1
  }

  /// `<https://a.example>` keeps its address, a tag goes.
  private mutating func readAngle() {
    guard at + 1 < scalars.count, let close = scalars[at...].prefix(2000).firstIndex(of: ">") else {
      take()
      return
    }
    let inner = scalars[(at + 1)..<close]
    let first = scalars[at + 1]
    if inner.contains(":") && !inner.contains(" ") && !inner.contains("=")
      || inner.contains("@") && !inner.contains(" ")
    {
      out.append(contentsOf: inner)
    } else if !(first.isASCII && (first.properties.isAlphabetic || first == "/" || first == "!")) {
      take()
      return
    } else if inner.starts(with: "br".unicodeScalars) {
      out.append("\n")
    }
    at = close + 1
  }

  /// Marks round words go; "2 * 3", "cho_biết" and "~5" stay.
  private mutating func readEmphasis(_ mark: Unicode.Scalar) {
    let run = scalars[at...].prefix { $0 == mark }.count
    let before = at > 0 ? scalars[at - 1] : " "
    let after = at + run < scalars.count ? scalars[at + run] : " "
    let isWord = { (scalar: Unicode.Scalar) in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let isLoose = before.properties.isWhitespace && after.properties.isWhitespace
    let isInWord = mark == "_" && isWord(before) && isWord(after)
    let isMark = mark == "~" ? run == 2 : run <= 3
    if isLoose || isInWord || !isMark || !hasPartner(mark, run) {
      out.append(contentsOf: scalars[at..<(at + run)])
    }
    at += run
  }

  /// Whether the same mark stands an even number of times.
  private func hasPartner(_ mark: Unicode.Scalar, _ run: Int) -> Bool {
    let low = max(0, at - 1000)
    return scalars[low..<at].contains(mark) || scalars[(at + run)...].prefix(1000).contains(mark)
  }

  /// `&nbsp;`, `&#233;`
  private mutating func readCharacter() {
    guard let end = scalars[at...].prefix(12).firstIndex(of: ";"),
      let found = Self.character(String(String.UnicodeScalarView(scalars[(at + 1)..<end])))
    else {
      take()
      return
    }
    out.append(contentsOf: found.unicodeScalars)
    at = end + 1
  }

  private static func character(_ name: String) -> String? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { String($0) }
    }
    return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name]
      ?? NamedCharacters.characters(of: name)
  }
}
