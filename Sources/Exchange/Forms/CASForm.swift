internal import ClaimModel
internal import JSONText

/// UIMA CAS JSON 0.4.0, as INCEpTION imports it and dkpro-cassis reads it: a document a story, with
/// the layers `webanno.custom.Claim` and `webanno.custom.ClaimPart`. Offsets are UTF-16 units, as
/// UIMA counts.
package struct CASForm: DeskForm {
  package static let name = "cas"
  package static let summary = "UIMA CAS JSON for INCEpTION, a document a story"
  package static let endings: [String] = []
  package static let kind = DeskFormKind.files

  package init(_ head: DeskHead) {}

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    var document = CASDocument(story)
    for claim in story.claims { document.add(claim) }
    out.files.append((story.id + ".json", JSONWriter().bytes(document.value) + [0x0A]))
  }

  package mutating func finish(_ out: inout DeskOutput) {}
}

private struct CASDocument {
  private let story: DeskStory
  private let units: UTF16Offsets
  private var structures: [JSONValue] = []
  private var members: [JSONValue] = []

  init(_ story: DeskStory) {
    self.story = story
    units = UTF16Offsets(story.article.text)
    structures = [
      [
        "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView",
        "mimeType": "text/plain", "sofaString": .string(story.article.text),
      ]
    ]
    add("uima.tcas.DocumentAnnotation", TextSpan(0, story.article.text.utf8.count)) {
      ["language": .string(story.article.language.rawValue)]
    }
  }

  /// A claim from its first piece to its last; its pieces, cue, source and hops are parts.
  mutating func add(_ claim: DeskClaim) {
    let found = claim.claim
    guard let first = found.content.first, let last = found.content.last else { return }
    add(CASTypes.claim, TextSpan(first.start, max(first.start, last.end))) {
      [
        "identifier": .string(claim.id), "kind": .string(found.kind.rawValue),
        "verdict": .string(claim.verdict.rawValue),
        "credibility": .string(claim.credibility?.description ?? ""),
        "speaker": .string(ItemList.text(claim.speakers)),
        "note": .string(claim.notes.joined(separator: "\n")),
        "tags": .string(ItemList.text(claim.tags)),
        "evidence": .string(ItemList.text(claim.evidence)),
        "annotator": .string(claim.annotator ?? ""),
      ]
    }
    let parts =
      found.content.map { ("content", $0) } + found.source.map { ("source", $0) }
      + found.cue.map { ("cue", $0) } + found.hops.map { ("hop", $0.span) }
    for (role, span) in parts {
      add(CASTypes.part, span) { ["claim": .string(claim.id), "role": .string(role)] }
    }
  }

  private mutating func add(
    _ type: String, _ span: TextSpan, _ features: () -> JSONObject
  ) {
    let number = structures.count + 1
    var structure: JSONObject = [
      "%ID": .integer(number), "%TYPE": .string(type), "@sofa": 1,
      "begin": .integer(units.units(atByte: span.start)),
      "end": .integer(units.units(atByte: span.end)),
    ]
    for member in features().members { structure.append(member.key, member.value) }
    structures.append(.object(structure))
    members.append(.integer(number))
  }

  var value: JSONValue {
    [
      "%TYPES": CASTypes.value, "%FEATURE_STRUCTURES": .array(structures),
      "%VIEWS": ["_InitialView": ["%SOFA": 1, "%MEMBERS": .array(members)]],
    ]
  }
}

private enum CASTypes {
  static let claim = "webanno.custom.Claim"
  static let part = "webanno.custom.ClaimPart"

  static let value: JSONValue = [
    claim: type(
      claim,
      [
        "identifier", "kind", "verdict", "credibility", "speaker", "note", "tags", "evidence",
        "annotator",
      ]), part: type(part, ["claim", "role"]),
  ]

  private static func type(_ name: String, _ features: [String]) -> JSONValue {
    var type: JSONObject = [
      "%NAME": .string(name), "%SUPER_TYPE": "uima.tcas.Annotation",
    ]
    for feature in features {
      type.append(feature, ["%NAME": .string(feature), "%RANGE": "uima.cas.String"])
    }
    return .object(type)
  }
}

/// Byte offsets to UTF-16 units of one text.
private struct UTF16Offsets {
  private let marks: [Int32]

  /// One number for each byte: what stands before it.
  init(_ text: String) {
    var text = text
    marks = text.withUTF8 { bytes in
      var marks = [Int32]()
      marks.reserveCapacity(bytes.count + 1)
      var units: Int32 = 0
      for byte in bytes {
        marks.append(units)
        // A scalar beyond U+FFFF has four bytes and two units.
        if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
      }
      marks.append(units)
      return marks
    }
  }

  func units(atByte offset: Int) -> Int { Int(marks[min(max(0, offset), marks.count - 1)]) }
}
