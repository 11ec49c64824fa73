package import ClaimModel

/// JSON Lines: the article record of each story, then its claim records.
package enum JSONLinesExport: ClaimExport {
  package static let name = "jsonl"

  package static func bytes(of article: Article, claims: [Claim]) -> [UInt8] {
    var out = [UInt8]()
    ExtractRecords.append(article, claims: claims, to: &out)
    return out
  }

  package static func bytes(of error: ErrorRecord) -> [UInt8]? {
    var out = [UInt8]()
    ExtractRecords.append(error, to: &out)
    return out
  }
}
