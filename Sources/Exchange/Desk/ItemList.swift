/// Several items in one cell of a table, so that they can be told apart again.
///
/// ["a", "b"] → "a; b"; where an item has a semicolon, a line each: ["a;b"] → "a;b\n".
package enum ItemList {
  package static func text(_ items: [String]) -> String {
    guard items.contains(where: { $0.contains(";") || $0.contains("\n") }) else {
      return items.joined(separator: "; ")
    }
    return items.map { $0.replacing("\n", with: " ") + "\n" }.joined()
  }

  /// The other way round; what people type is read generously: blanks around items do not count.
  package static func items(_ text: String) -> [String] {
    let isLines = text.contains("\n")
    return text.split { isLines ? $0.isNewline : $0 == ";" }
      .map { Words.trimmed($0) }.filter { !$0.isEmpty }
  }
}

enum Words {
  /// Without blanks at either end.
  static func trimmed(_ text: some StringProtocol) -> String {
    let rest = text.drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
