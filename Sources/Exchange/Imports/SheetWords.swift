package import ClaimModel
internal import Lexicons

/// What people call columns and verdicts, in English and Vietnamese: `sheet-words.tsv`.
package enum SheetWords {
  /// "Kết luận" → verdict; nil for a column that says nothing of claims.
  static func column(_ name: String) -> String? { columns[VerdictNames.key(name)] }

  /// "Mostly true", "đúng một nửa" → the verdict; nil for other words.
  package static func verdict(_ words: String) -> Verdict? {
    VerdictNames.name(of: words).flatMap(Verdict.init)
  }

  /// A word that is none, with what may be meant: "'flase' is no verdict; did you mean 'false'?"
  static func unknown(_ words: String) -> String {
    let near = NearestName.names(like: words, among: Verdict.allCases.map(\.rawValue), limit: 1)
    let hint =
      near.first.map { "did you mean '\($0)'?" }
      ?? "expected " + Verdict.allCases.map(\.rawValue).joined(separator: ", ")
    return "'\(words)' is no verdict; \(hint)"
  }

  private static let columns: [String: String] = {
    var words = [String: String]()
    for row in WordList(embedded: "sheet-words.tsv").rows where row[0] == "column" {
      for word in row.items(2) { words[word] = row[1] }
    }
    return words
  }()
}
