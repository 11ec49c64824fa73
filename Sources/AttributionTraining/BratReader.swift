/// Reads attributions of brat standoff.
///
/// `T1⇥Source 89 106⇥The Post` and `E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1`.
enum BratReader {
  static func attributions(_ standoff: String) -> [MarkedAttribution] {
    var spans = [Substring: [[Int]]]()
    var found = [MarkedAttribution]()
    for line in standoff.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count > 1 else { continue }
      if line.hasPrefix("T") {
        spans[columns[0]] = columns[1].drop { $0 != " " }.split(separator: ";").map { piece in
          piece.split(separator: " ").compactMap { Int($0) }
        }
      } else if line.hasPrefix("E") {
        let parts = columns[1].split(separator: " ").map { $0.split(separator: ":") }
        func get(_ role: String) -> [[Int]] {
          parts.filter { $0.count == 2 && $0[0].hasPrefix(role) }
            .flatMap { spans[$0[1]] ?? [] }
        }
        let content = get("Content")
        if content.isEmpty { continue }
        found.append(
          MarkedAttribution(
            content: content, cue: get("Cue"), source: get("Source"), optional: nil))
      }
    }
    return found
  }
}
