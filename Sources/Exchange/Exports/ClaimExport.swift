package import ClaimModel

/// A form in which the claims of stories leave theo. A file an export: its name ends in `Export`,
/// and the build lists it in `claimExports`.
///
/// The bytes of an export are its head, those of each story in order, and its tail. Stories are
/// written by several threads at once.
package protocol ClaimExport: Sendable {
  /// What `extract --as` calls it, in lower case.
  static var name: String { get }

  static func head() -> [UInt8]
  /// One story with its claims, in the order of the text.
  static func bytes(of article: Article, claims: [Claim]) -> [UInt8]
  static func tail() -> [UInt8]
  /// What is no story; nil for a form that has stories alone.
  static func bytes(of error: ErrorRecord) -> [UInt8]?
}

extension ClaimExport {
  package static func head() -> [UInt8] { [] }
  package static func tail() -> [UInt8] { [] }
  package static func bytes(of error: ErrorRecord) -> [UInt8]? { nil }
}

/// The exports that there are.
package enum ClaimExports {
  /// In order of their names.
  package static let all = claimExports.sorted { $0.name < $1.name }

  package static func named(_ name: String) -> (any ClaimExport.Type)? {
    all.first { $0.name == name }
  }
}
