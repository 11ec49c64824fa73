/// What is wrong with a newsroom's own tables, each fault with its place; never empty.
package struct OwnWordsError: Error, Sendable, Hashable {
  /// In the order of the files, and of the lines in them.
  package let faults: [OwnWordsFault]
}

/// One fault in a table.
package struct OwnWordsFault: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// No table is called so.
    case unknownTable(expected: [String], nearest: String?)
    /// A byte that is no UTF-8.
    case notUTF8
    /// A line with fewer columns than `needed`, or more than `allowed`; these are their names.
    case columns(found: Int, needed: [String], allowed: [String])
    /// Nothing in a column that needs something.
    case empty(column: String)
    /// A word that is none of those a column may hold.
    case unknownValue(String, column: String, expected: [String], nearest: String?)
    /// Something that is no country code of two capital letters.
    case badCountry(String)
    /// No letter or digit in a name or phrase, so that nothing in a text could be found by it.
    case noWord(String)
    /// The same words as in an earlier line, to another end.
    case repeated(String, line: Int)
  }

  /// The table as it was named: "cues.tsv".
  package let file: String
  /// From 1; 0 where the whole file is meant.
  package let line: Int
  /// Where in the line the fault begins, in Unicode code points from 1, a tab counting as one;
  /// of ill-formed UTF-8 in bytes from 1. 0 where the whole file is meant.
  package let column: Int
  package let kind: Kind
}

extension OwnWordsError: CustomStringConvertible {
  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}

extension OwnWordsFault: CustomStringConvertible {
  /// `'cues.tsv', line 3, column 4: 'sya' is no class; expected one of say, act; did you mean
  /// 'say'?`
  package var description: String {
    let place = line == 0 ? "" : ", line \(line), column \(column)"
    return "'\(file)'\(place): \(problem)"
  }

  package var problem: String {
    switch kind {
    case .unknownTable(let expected, let nearest):
      "no table is called so; expected one of \(Self.list(expected))" + Self.meant(nearest)
    case .notUTF8: "not UTF-8; save the table as UTF-8"
    case .columns(let found, let needed, let allowed):
      "\(found) \(found == 1 ? "column" : "columns"), expected "
        + (needed.count == allowed.count ? "" : "\(needed.count) to ")
        + "\(allowed.count) with a tab between them: \(Self.list(allowed))"
    case .empty(let column): "nothing in the column '\(column)'"
    case .unknownValue(let found, let column, let expected, let nearest):
      "'\(found)' is no \(column); expected one of \(Self.list(expected))" + Self.meant(nearest)
    case .badCountry(let found):
      "'\(found)' is no country; expected two capital letters such as VN, or nothing"
    case .noWord(let found): "'\(found)' has no letter or digit; expected words of a story"
    case .repeated(let words, let line):
      "'\(words)' stands in line \(line) already, with something else; expected one line for it"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func meant(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}
