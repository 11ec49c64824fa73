/// How a text is written so that the shell reads it as one word.
package enum Quoting {
  /// As few marks as do: `AFP` → `AFP`, `Lê Thu Hà` → `"Lê Thu Hà"`, `K"a"` → `'K"a"'`.
  package static func word(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: isSpecial), isRead(text, as: text) { return text }
    let double = doubled(text)
    let forms = text.utf8.contains { $0 == 0x22 || $0 == 0x5C } ? ["'\(text)'", double] : [double]
    return forms.first { isRead($0, as: text) } ?? escaped(text)
  }

  package static func doubled(_ text: String) -> String {
    var out: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 || byte == 0x5C { out.append(0x5C) }
      out.append(byte)
    }
    return String(decoding: out + [0x22], as: UTF8.self)
  }

  /// A backslash before everything that is no letter or digit.
  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  /// Whether the shell makes of `form`, behind a command, one word that says `text`.
  package static func isRead(_ form: String, as text: String) -> Bool {
    guard let statements = try? LineLexer.statements(in: "x " + form), statements.count == 1,
      let word = statements[0].words.last
    else { return false }
    return statements[0].words.count == 2 && statements[0].destination == .screen
      && word.text.utf8.elementsEqual(text.utf8)
  }

  /// What a reader takes for more than a letter of a name, where it could be left bare as well.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value <= 0x20 || "'\"\\;|#><\u{7F}".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .initialPunctuation, .finalPunctuation:
      return true
    default: return false
    }
  }
}
