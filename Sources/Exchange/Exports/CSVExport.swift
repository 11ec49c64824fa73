package import ClaimModel
import JSONText
import Presentation

/// CSV as RFC 4180 has it: a line of names, then a line a claim. Lists of plain values are joined
/// by "; ", quantities and dates are JSON.
package enum CSVExport: ClaimExport {
  package static let name = "csv"

  /// The members of a claim record that are columns.
  package static let columns = [
    "article", "id", "kind", "speaker", "text", "agencies", "quantities", "dates", "worth",
  ]

  package static func head() -> [UInt8] {
    DelimitedRenderer.csv.lines([columns.map(JSONValue.string)])
  }

  package static func bytes(of article: Article, claims: [Claim]) -> [UInt8] {
    DelimitedRenderer.csv.lines(
      ExtractRecords.values(article, claims: claims).dropFirst().map { record in
        guard case .object(let record) = record else { return [] }
        return columns.map { record[$0] ?? .null }
      })
  }
}
