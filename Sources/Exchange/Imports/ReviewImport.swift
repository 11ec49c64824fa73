internal import ClaimModel
internal import JSONText

/// Reads schema.org ClaimReview in JSON-LD: one review, a list, or a graph.
package struct ReviewImport {
  private var file = ImportedFile()

  package static func read(_ bytes: [UInt8], file: String) throws(ImportFault) -> ImportedFile {
    let items = try LinkedItems.read(
      bytes, "ClaimReview", file: file, problem: "no review",
      remedy: "expected an object of type ClaimReview, a list of such, or a '@graph' of them",
      reviews)
    var reader = ReviewImport()
    for (number, item) in items.enumerated() { reader.read(item, "item \(number + 1)") }
    return reader.file
  }

  /// Whether JSON holds a review, for telling forms apart.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    guard let value = try? JSONReader.read(bytes) else { return false }
    return !reviews(in: value).isEmpty
  }

  private static func reviews(in value: JSONValue) -> [JSONValue] {
    if value.types.contains("ClaimReview") { return [value] }
    if case .array(let items) = value { return items.flatMap(reviews) }
    return value["@graph"].map { $0.all.flatMap(reviews) } ?? []
  }

  private mutating func read(_ item: JSONValue, _ place: String) {
    var claim = ImportedClaim(place: place)
    let reviewed = item["itemReviewed"]
    guard let text = item["claimReviewed"]?.text ?? reviewed?["name"]?.text else {
      file.remark(place, "no claim: 'claimReviewed' is missing")
      return
    }
    claim.text = text
    claim.id = item["identifier"]?.text.flatMap { ClaimID(parsing: $0) }?.description
    claim.annotator = item["author"].flatMap { $0.all.first?["name"]?.text }
    claim.speakers = (reviewed?["author"]?.all ?? []).compactMap { $0["name"]?.text ?? $0.text }
    claim.notes = item["reviewBody"]?.text.map { [$0] } ?? []
    claim.evidence = (item["citation"]?.all ?? []).compactMap(\.name)
    claim.tags = (item["keywords"]?.all ?? []).compactMap(\.text)
    let works = (reviewed?["appearance"]?.all ?? []) + (reviewed?["firstAppearance"]?.all ?? [])
    claim.story.names = works.compactMap { $0["url"]?.text ?? $0.text }
    readRating(item["reviewRating"], place, &claim)
    file.claims.append(claim)
  }

  /// By its words, else by where its number stands between worst and best.
  private mutating func readRating(
    _ rating: JSONValue?, _ place: String, _ claim: inout ImportedClaim
  ) {
    let words = ["name", "alternateName", "ratingExplanation"].compactMap { rating?[$0]?.text }
    if let verdict = words.lazy.compactMap(SheetWords.verdict).first {
      claim.verdict = verdict
      return
    }
    if let value = rating?["ratingValue"]?.whole, rating?["bestRating"]?.whole == 5,
      rating?["worstRating"]?.whole == 1, words.isEmpty,
      let verdict = Verdict.allCases.first(where: { $0.rank == value })
    {
      claim.verdict = verdict
      return
    }
    file.remark(place, words.first.map(SheetWords.unknown) ?? "no rating that theo knows")
  }
}
