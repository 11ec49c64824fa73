internal import Lexicons

/// The names that HTML 4.01 gives to characters: `&eacute;` is é.
enum NamedCharacters {
  /// What a name stands for, without "&" and ";"; nil where it is no such name.
  static func characters(of name: some StringProtocol) -> String? { table[String(name)] }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for row in WordList(embedded: "named-characters.tsv").rows {
      guard let scalar = UInt32(row[1], radix: 16).flatMap(Unicode.Scalar.init) else { continue }
      table[row[0]] = String(scalar)
    }
    return table
  }()
}
