package import ClaimModel
internal import Lexicons

/// What people call columns and verdicts, in English and Vietnamese: `sheet-words.tsv`.
package enum SheetWords {
  /// "Kết luận" → verdict; nil for a column that says nothing of claims.
  static func column(_ name: String) -> String? { columns[key(name)] }

  /// "Mostly true", "đúng một nửa" → the verdict; nil for other words.
  package static func verdict(_ words: String) -> Verdict? {
    verdicts[key(words)].flatMap(Verdict.init)
  }

  /// A word that is none, with what may be meant: "'flase' is no verdict; did you mean 'false'?"
  static func unknown(_ words: String) -> String {
    let near = NearestName.names(like: words, among: Verdict.allCases.map(\.rawValue), limit: 1)
    let hint =
      near.first.map { "did you mean '\($0)'?" }
      ?? "expected " + Verdict.allCases.map(\.rawValue).joined(separator: ", ")
    return "'\(words)' is no verdict; \(hint)"
  }

  /// "Half-True" → "halftrue"
  private static func key(_ text: String) -> String {
    Folding.folded(text).filter { $0 != " " && $0 != "-" && $0 != "." && $0 != ":" }
  }

  private static let columns = table("column")
  private static let verdicts = table("verdict")

  private static func table(_ kind: String) -> [String: String] {
    var words = [String: String]()
    for row in WordList(embedded: "sheet-words.tsv").rows where row[0] == kind {
      for word in row.items(2) { words[word] = row[1] }
    }
    return words
  }
}
