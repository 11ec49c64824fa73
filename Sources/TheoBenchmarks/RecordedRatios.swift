internal import FoundationEssentials

/// What commands cost in instructions beside programs that everybody has, as it was when somebody
/// last said that it is right: `recorded-ratios.tsv`, a name and a ratio a line.
struct RecordedRatios {
  private static let path = "Sources/TheoBenchmarks/recorded-ratios.tsv"
  /// How much worse a ratio may get before the benchmarks end with an error.
  private static let slack = 1.2

  private let ratios: [(name: String, ratio: Double)]

  static func read() throws -> RecordedRatios {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return RecordedRatios(
      ratios: try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let cells = line.split(separator: "\t")
        guard cells.count == 2, let ratio = Double(cells[1]) else {
          throw BenchmarkFailure(words: "\(path): expected a name, a tab and a ratio in '\(line)'")
        }
        return (String(cells[0]), ratio)
      })
  }

  static func write(_ found: [(name: String, ratio: Double)]) throws {
    let head = "# instructions beside those of the program named, Debian 12; made with --record\n"
    let lines = found.map { "\($0.name)\t\(rounded($0.ratio))\n" }
    try Data((head + lines.joined()).utf8).write(to: URL(filePath: path))
  }

  /// What to say of a ratio, and whether it is worse than it may be.
  func judge(_ name: String, _ ratio: Double) -> (words: String, isFallen: Bool) {
    guard let known = ratios.first(where: { $0.name == name })?.ratio else {
      return ("not recorded yet: --record", true)
    }
    let isFallen = ratio > known * Self.slack
    return (
      "recorded \(rounded(known)), \(isFallen ? "worse by more than a fifth" : "kept")", isFallen
    )
  }
}

/// Ratios that got worse by more than they may: the benchmarks end with status 1.
struct FallenRatios: Error, CustomStringConvertible {
  var names: [String]
  var description: String { "worse than recorded: " + names.joined(separator: ", ") }
}
