internal import ClaimModel
internal import Lexicons
package import TerminalText

/// The rules of the audit, in the order in which they are asked.
package struct AuditRules: Sendable, Hashable {
  /// What the table is called, embedded and in a newsroom's own folder.
  package static let fileName = "audit-rules.tsv"

  package private(set) var rules: [AuditRule]

  /// Those of the program.
  package static let standard: AuditRules = {
    var own = AuditRules(rules: [])
    for row in WordList(embedded: fileName).rows {
      // The embedded table is tested to have no fault.
      if let rule = try? AuditRule(row, over: nil, in: fileName) { own.rules.append(rule) }
    }
    return own
  }()

  init(rules: [AuditRule]) { self.rules = rules }

  /// These with the lines of a newsroom's table, which is at `path`, in the place of those of their
  /// names. Throws the first fault of the table.
  package func changed(by text: String, at path: String) throws(AuditRuleError) -> AuditRules {
    var changed = self
    for row in WordList(name: path, text: text).rows {
      let name = row[0]
      guard let place = rules.firstIndex(where: { $0.check.rawValue == name }) else {
        throw AuditRuleError(
          path: path, line: row.line, word: name, column: "rule",
          expected: rules.map(\.check.rawValue))
      }
      changed.rules[place] = try AuditRule(row, over: rules[place], in: path)
    }
    return changed
  }
}

extension AuditRule {
  /// A line of a table; what it leaves empty is as in `old`.
  fileprivate init(
    _ row: WordList.Row, over old: AuditRule?, in path: String
  ) throws(AuditRuleError) {
    func fault(_ word: String, _ column: String, _ expected: [String]) -> AuditRuleError {
      AuditRuleError(path: path, line: row.line, word: word, column: column, expected: expected)
    }
    guard let check = Check(rawValue: row[0]) else {
      throw fault(row[0], "rule", Check.allCases.map(\.rawValue))
    }
    var severity = old?.severity ?? .must
    if !row[1].isEmpty {
      guard let given = Severity(rawValue: row[1]) else {
        throw fault(row[1], "severity", Severity.allCases.map(\.rawValue))
      }
      severity = given
    }
    var verdicts = old?.verdicts
    if row[2] == "*" {
      verdicts = nil
    } else if !row[2].isEmpty {
      var given = Set<Verdict>()
      for word in row.items(2) {
        guard let verdict = Verdict(rawValue: word) else {
          throw fault(word, "verdicts", Verdict.allCases.map(\.rawValue) + ["*"])
        }
        given.insert(verdict)
      }
      verdicts = given
    }
    var least = old?.least ?? 1
    if !row[3].isEmpty {
      guard let number = Int(row[3]), number > 0 else {
        throw fault(row[3], "least", ["a number from 1"])
      }
      least = number
    }
    self.init(
      check: check, severity: severity, verdicts: verdicts, least: least,
      tag: row[4].isEmpty ? old?.tag : row[4], asks: row[5].isEmpty ? old?.asks ?? "" : row[5],
      remedy: row[6].isEmpty ? old?.remedy ?? "" : row[6])
  }
}

/// A word in a table of audit rules that is none of those which may stand there.
package struct AuditRuleError: UserFacing, Hashable {
  package var path: String
  /// From 1.
  package var line: Int
  package var word: String
  package var column: String
  package var expected: [String]

  package var message: ErrorMessage {
    let nearest = NearestName.names(like: word, among: expected).first
    return ErrorMessage(
      "\(path):\(line): '\(word)' is no \(column); expected \(expected.joined(separator: ", "))"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  package var status: ProgramStatus { .badData }
}
