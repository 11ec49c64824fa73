package import ClaimModel
package import FactStore
package struct QueryError: Error, Sendable, Hashable {
  package var offset: Int
  package var length: Int
  package var message: String { "" }
  package var expected: String { "" }
  package var candidates: [String] { [] }
}
package struct Selection {
  package static func parse(_ text: String) throws(QueryError) -> Selection { Selection() }
}
extension FactStore {
  package func select(_ selection: Selection) -> [ClaimID] { Array(claims) }
}
package struct QueryField: Sendable {
  package let name: String
  package let summary: String
  package let example: String
  package let values: [String]
  package static let all: [QueryField] = []
}
