import FactStore
import Presentation

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
