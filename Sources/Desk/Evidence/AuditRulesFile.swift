import Disk
package import FactStore
package import TerminalText

extension Desk {
  /// The rules of the audit: the program's, changed by a table of the newsroom's. `path`: that
  /// table; nil for audit-rules.tsv in the newsroom's folder, where there is one.
  package func auditRules(at path: String? = nil) throws(UserError) -> AuditRules {
    let own = surroundings.lexicons.map { "\($0)/\(AuditRules.fileName)" }
    guard let path = path.map(UserPath.located) ?? own.flatMap({ Self.existing($0) }) else {
      return .standard
    }
    let file = try MappedFile(path)
    let text = file.withBytes { bytes in
      String(validating: bytes.drop(while: { [0xEF, 0xBB, 0xBF].contains($0) }), as: UTF8.self)
    }
    guard let text else {
      throw UserError(FileError.unreadable(path, reason: "not UTF-8; save the table as UTF-8"))
    }
    do throws(AuditRuleError) {
      return try AuditRules.standard.changed(by: text, at: path)
    } catch {
      throw UserError(error)
    }
  }

  private static func existing(_ path: String) -> String? {
    FileFinder.kind(path) == .file ? path : nil
  }
}
