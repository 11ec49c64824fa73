package import ClaimModel

/// Makes word-segmented text read as prose: `Bộ_Ngoại_giao Mỹ , nơi ( theo AFP )` →
/// `Bộ Ngoại giao Mỹ, nơi (theo AFP)`. For people alone; data keeps the text as it stands.
package struct ReadableText {
  /// Whether the text around is segmented; other text passes unchanged but for its line breaks.
  private let isSegmented: Bool
  /// Whether a blank is owed before the next character.
  private var owesBlank = false
  private var isAtStart = true
  /// Whether nothing may part the last character from the next: it opened a bracket.
  private var sticks = false
  private var openQuotes = false

  package init(isSegmented: Bool) { self.isSegmented = isSegmented }

  /// Whether a text joins syllables by underscores.
  package static func isSegmented(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "_"))
  }

  /// Whether a text does so within 4 kB of a span: long texts are not read for one claim.
  package static func isSegmented(_ text: String, near span: TextSpan) -> Bool {
    let reach = 4096
    let start = max(0, span.start - reach)
    let end = min(text.utf8.count, span.end + reach)
    return start < end && isSegmented(text.utf8Slice(TextSpan(start, end)))
  }

  /// The whole of a text.
  package static func text(_ text: String, isSegmented: Bool? = nil) -> String {
    var reader = ReadableText(isSegmented: isSegmented ?? self.isSegmented(text))
    return reader.next(text)
  }

  /// The next piece of a text that is read in several.
  package mutating func next(_ piece: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in piece.unicodeScalars { add(scalar, to: &out) }
    return String(out)
  }

  /// The blank that stands before what comes next, taken out of it: a mark goes between.
  package mutating func takeBlank() -> String {
    guard owesBlank else { return "" }
    owesBlank = false
    return " "
  }

  private mutating func add(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
    if scalar.properties.isWhitespace || (isSegmented && scalar == "_") {
      owesBlank = !isAtStart
      return
    }
    if owesBlank, !sticks || !isSegmented, !(isSegmented && closes(scalar)) { out.append(" ") }
    out.append(scalar)
    owesBlank = false
    isAtStart = false
    sticks = opens(scalar)
    if scalar == "\"" { openQuotes.toggle() }
  }

  private func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", ";", ":", "!", "?", ")", "]", "”", "’", "…", "%": true
    case "\"": openQuotes
    default: false
    }
  }

  private func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "“", "‘": true
    case "\"": !openQuotes
    default: false
    }
  }
}
