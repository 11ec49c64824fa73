/// What people call verdicts, in English and Vietnamese: the verdicts of `sheet-words.tsv`.
package enum VerdictNames {
  /// "Mostly true" → "mostly-true", "đúng một nửa" → "half-true"; nil for other words.
  package static func name(of words: String) -> String? { names[key(words)] }

  /// "Half-True", "Kết luận:" → "halftrue", "ketluan": as the words of `sheet-words.tsv` stand.
  package static func key(_ text: String) -> String {
    Folding.folded(text).filter { !" -.:".contains($0) }
  }

  private static let names: [String: String] = {
    var names = [String: String]()
    for row in WordList(embedded: "sheet-words.tsv").rows where row[0] == "verdict" {
      for word in row.items(2) { names[word] = row[1] }
    }
    return names
  }()
}
