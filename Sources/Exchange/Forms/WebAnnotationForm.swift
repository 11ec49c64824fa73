internal import ClaimModel
internal import JSONText

/// W3C Web Annotation (Recommendation of 23 February 2017): a page of annotations in JSON-LD, one a
/// claim, each piece of the claim a target with a quotation and a position in code points.
///
/// The context stands in the document, since that of the W3C cannot be had offline, and has the
/// vocabulary's own terms: `oa:hasSelector`, `oa:hasSource`, `oa:motivatedBy`.
package struct WebAnnotationForm: DeskForm {
  package static let name = "webannotation"
  package static let summary = "W3C Web Annotation in JSON-LD"
  package static let endings = [".jsonld"]
  package static let kind = DeskFormKind.text

  private let head: DeskHead
  private var count = 0

  package init(_ head: DeskHead) { self.head = head }

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    for claim in story.claims {
      begin(&out)
      out.bytes += (count > 0 ? ",\n" : "\n").utf8
      count += 1
      JSONWriter().write(annotation(claim, in: story), level: 0, into: &out.bytes)
    }
  }

  package mutating func finish(_ out: inout DeskOutput) {
    begin(&out)
    out.bytes += "]}\n".utf8
  }

  private func begin(_ out: inout DeskOutput) {
    guard count == 0 else { return }
    out.bytes += "{\"@context\":".utf8
    JSONWriter().write(AnnotationContext.value, level: 0, into: &out.bytes)
    out.bytes += ",\n\"id\":\"\(DeskStory.urn("page", "1"))\",\"type\":\"AnnotationPage\"".utf8
    out.bytes += ",\"items\":[".utf8
  }

  private func annotation(_ claim: DeskClaim, in story: DeskStory) -> JSONValue {
    var record: JSONObject = [
      "id": .string(DeskStory.urn("claim", claim.id)), "type": "Annotation",
      "motivation": .string(claim.verdict == .unchecked ? "highlighting" : "assessing"),
      "created": .string((claim.annotated ?? story.loadedAt).description),
    ]
    if let user = claim.annotator {
      record.append("creator", ["type": "Person", "name": .string(user)])
    }
    record.append("body", .array(Self.bodies(claim)))
    record.append("target", .array(claim.claim.content.map { Self.target($0, in: story) }))
    return .object(record)
  }

  private static func bodies(_ claim: DeskClaim) -> [JSONValue] {
    var bodies = [JSONValue]()
    if claim.verdict != .unchecked { bodies.append(text(claim.verdict.rawValue, "assessing")) }
    if let grade = claim.credibility?.grade {
      bodies.append(text("credibility \(grade)", "classifying"))
    }
    bodies += claim.notes.map { text($0, "commenting") }
    bodies += claim.tags.map { text($0, "tagging") }
    bodies += claim.evidence.map { item in
      guard item.hasPrefix("http://") || item.hasPrefix("https://"),
        DeskStory.escaped(item) == item
      else { return text(item, "linking") }
      return ["type": "SpecificResource", "purpose": "linking", "source": .string(item)]
    }
    if !claim.speakers.isEmpty {
      bodies.append(text(ItemList.text(claim.speakers), "identifying"))
    }
    return bodies
  }

  private static func text(_ value: String, _ purpose: String) -> JSONValue {
    [
      "type": "TextualBody", "purpose": .string(purpose), "format": "text/plain",
      "value": .string(value),
    ]
  }

  /// Code points of the story before and behind a quotation.
  private static let reach = 32

  private static func target(_ span: TextSpan, in story: DeskStory) -> JSONValue {
    let place = story.place(span)
    let start = story.offsets.byte(atScalar: max(0, place.start - reach))
    let end = story.offsets.byte(atScalar: place.end + reach)
    let article = story.article
    let quote: JSONValue = [
      "type": "TextQuoteSelector", "exact": .string(article.text(span)),
      "prefix": .string(article.text(TextSpan(start, span.start))),
      "suffix": .string(article.text(TextSpan(span.end, max(span.end, end)))),
    ]
    let position: JSONValue = [
      "type": "TextPositionSelector", "start": .integer(place.start), "end": .integer(place.end),
    ]
    return [
      "type": "SpecificResource", "source": .string(story.address), "selector": [quote, position],
    ]
  }
}

/// The terms of the Web Annotation Vocabulary that theo writes.
enum AnnotationContext {
  static let value: JSONValue = {
    var context: JSONObject = [
      "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
      "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
      "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "foaf": "http://xmlns.com/foaf/0.1/",
      "xsd": "http://www.w3.org/2001/XMLSchema#", "id": "@id", "type": "@type",
      "AnnotationPage": "as:OrderedCollectionPage", "Person": "foaf:Person",
      "items": ["@id": "as:items", "@type": "@id", "@container": "@list"],
      "creator": ["@id": "dcterms:creator", "@type": "@id"], "name": "foaf:name",
      "created": ["@id": "dcterms:created", "@type": "xsd:dateTime"],
      "value": "rdf:value", "format": "dc:format", "exact": "oa:exact", "prefix": "oa:prefix",
      "suffix": "oa:suffix",
    ]
    let classes = [
      "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
      "assessing", "classifying", "commenting", "highlighting", "identifying", "linking", "tagging",
    ]
    for name in classes { context.append(name, .string("oa:" + name)) }
    let links = [
      ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"),
      ("selector", "hasSelector"),
    ]
    for (name, term) in links {
      context.append(name, ["@id": .string("oa:" + term), "@type": "@id"])
    }
    for (name, term) in [("motivation", "motivatedBy"), ("purpose", "hasPurpose")] {
      context.append(name, ["@id": .string("oa:" + term), "@type": "@vocab"])
    }
    for name in ["start", "end"] {
      context.append(name, ["@id": .string("oa:" + name), "@type": "xsd:nonNegativeInteger"])
    }
    return .object(context)
  }()
}
