import Foundation

/// Cases that others wrote for sentences and quotations, where they lie beside the project.
enum CaseFolder {
  /// The folder beside the project that tests on others' texts look into.
  static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared").standardizedFileURL

  static let gold = shared.appending(path: "gold")

  static func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: gold.appending(path: name).path())
  }

  /// The records of a JSON Lines file.
  static func records<Record: Decodable>(_ name: String, as: Record.Type) throws -> [Record] {
    try String(contentsOf: gold.appending(path: name), encoding: .utf8)
      .split(separator: "\n")
      .map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }

  static func withoutBlanks(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

/// How many cases pass, and the others in words.
struct Tally {
  var passed = 0
  var failures = [String]()

  var total: Int { passed + failures.count }
  var share: Double { Double(passed) / Double(max(1, total)) }

  mutating func add(_ found: [String], _ expected: [String], in text: String) {
    if found == expected {
      passed += 1
    } else {
      failures.append("\(text)\n  expected \(expected)\n  found \(found)")
    }
  }

  /// For the message of a test, and for its output where it passes.
  func summary(_ name: String) -> String {
    "\(name): \(passed) of \(total) pass"
  }
}
