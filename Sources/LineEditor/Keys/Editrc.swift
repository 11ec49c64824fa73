/// A user's editrc, made to work with a reader that hands libedit whole keys.
///
/// libedit would bind `"^[[15~"` to a sequence of characters that it never gets here; F5 arrives as
/// one private character, so the line is rewritten to that. Lines that change the editing mode
/// would undo every binding, and have been followed before: they are left out.
struct Editrc {
  /// The lines to run, once the editor's own keys are bound.
  let commands: [String]

  init(_ text: String) {
    commands = text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("#") else { return nil }
      let changesMode = words.dropFirst().contains { ["-v", "-e", "-r"].contains($0) }
      if first.hasSuffix("bind"), changesMode { return nil }
      return Self.translated(String(line))
    }
  }

  private static let escapes = ["^[", "\\e", "\\E", "\\033", "\\33"]

  /// `bind "^[[15~" ed-clear-screen` → `bind "\u{98}" ed-clear-screen`
  private static func translated(_ line: String) -> String {
    for escape in escapes {
      for lead in ["[", "O"] {
        guard let start = line.firstRange(of: escape + lead) else { continue }
        let rest = line[start.upperBound...].prefix { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        var decoder = KeyDecoder()
        let keys = decoder.keys(from: ("\u{1B}" + lead + rest).utf8)
        guard keys.count == 1, let code = KeyCode(keys[0]),
          let scalar = Unicode.Scalar(UInt32(code.rawValue))
        else { continue }
        return line[..<start.lowerBound] + String(scalar) + line[rest.endIndex...]
      }
    }
    return line
  }
}

extension StringProtocol {
  /// Where `part` first stands, character by character.
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }
}
