internal import ClaimModel
internal import JSONText

/// Reads W3C Web Annotation: one annotation, a list, a page or a collection.
package struct AnnotationImport {
  private var file = ImportedFile()

  package static func read(_ bytes: [UInt8], file: String) throws(ImportFault) -> ImportedFile {
    let items = try LinkedItems.read(
      bytes, "Web Annotation", file: file, problem: "no annotation",
      remedy: "expected an object of type Annotation, a list of such, or a page with 'items'",
      annotations)
    var reader = AnnotationImport()
    for (number, item) in items.enumerated() { reader.read(item, "item \(number + 1)") }
    return reader.file
  }

  private static func annotations(in value: JSONValue) -> [JSONValue] {
    if value.types.contains("Annotation") { return [value] }
    if case .array(let items) = value { return items.flatMap(annotations) }
    let inside = value["items"] ?? value["@graph"] ?? value["first"]
    return inside.map { $0.all.flatMap(annotations) } ?? []
  }

  private mutating func read(_ item: JSONValue, _ place: String) {
    var claim = ImportedClaim(place: place)
    if let id = item["id"]?.text ?? item["@id"]?.text, let last = id.split(separator: ":").last,
      id.hasPrefix("urn:x-theo:claim:")
    {
      claim.id = String(last)
    }
    claim.annotator = item["creator"].flatMap { $0["name"]?.text }
    for target in item["target"]?.all ?? [] { read(target: target, place, &claim) }
    for body in item["body"]?.all ?? [] { read(body: body, place, &claim) }
    if let value = item["bodyValue"]?.text { claim.notes.append(value) }
    guard !claim.pieces.isEmpty else {
      file.remark(place, "no words of a story: expected a target with a text selector")
      return
    }
    file.claims.append(claim)
  }

  private mutating func read(target: JSONValue, _ place: String, _ claim: inout ImportedClaim) {
    let source = target["source"] ?? target
    if let name = source.name {
      if !claim.story.names.contains(name) { claim.story.names.append(name) }
    }
    var piece = ImportedPiece()
    for selector in target["selector"]?.all ?? [] {
      switch selector.types.first {
      case "TextQuoteSelector":
        piece.exact = selector["exact"]?.text
        piece.prefix = selector["prefix"]?.text ?? ""
        piece.suffix = selector["suffix"]?.text ?? ""
      case "TextPositionSelector":
        piece.start = selector["start"]?.whole
        piece.end = selector["end"]?.whole
      case let type:
        file.remark(place, "left out: selector \(type.map { "'\($0)'" } ?? "without a type")")
      }
    }
    if piece.exact != nil || (piece.start != nil && piece.end != nil) { claim.pieces.append(piece) }
  }

  private mutating func read(body: JSONValue, _ place: String, _ claim: inout ImportedClaim) {
    let purpose = body["purpose"]?.all.first?.text ?? ""
    if let link = body["source"]?.name ?? (body["value"] == nil ? body.name : nil) {
      if body.text == nil || link.contains("://") {
        claim.evidence.append(link)
      } else {
        claim.notes.append(link)
      }
      return
    }
    guard let words = body["value"]?.text else {
      file.remark(place, "left out: a body without text")
      return
    }
    switch purpose {
    case "assessing": readVerdict(words, place, &claim)
    case "classifying":
      if words.hasPrefix("credibility "), let grade = Int(words.dropFirst(12)),
        let credibility = Credibility(grade)
      {
        claim.credibility = credibility
      } else {
        readVerdict(words, place, &claim)
      }
    case "tagging": claim.tags.append(words)
    case "linking": claim.evidence.append(words)
    case "identifying": claim.speakers += ItemList.items(words)
    case "", "commenting", "describing", "replying": claim.notes.append(words)
    default: file.remark(place, "left out: a body whose purpose is '\(purpose)': '\(words)'")
    }
  }

  private mutating func readVerdict(
    _ words: String, _ place: String, _ claim: inout ImportedClaim
  ) {
    if let verdict = SheetWords.verdict(words) {
      claim.verdict = verdict
    } else {
      file.remark(place, SheetWords.unknown(words))
    }
  }
}
