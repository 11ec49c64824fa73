internal import ClaimModel
internal import FactStore
internal import JSONText

/// A source in JSON: `{"kind": "agency", "name": "AFP", "aliases": […]}`.
extension Source {
  var json: JSONValue {
    var object = JSONObject()
    object.add("aliases", texts: aliases)
    object.add("country", country)
    object.add("kind", kind.rawValue)
    object.add("name", name)
    object.add("parent", parent)
    return .object(object)
  }

  static func read(_ value: JSONValue) throws(FormatError) -> Source {
    let object = try value.object()
    return Source(
      name: try object.text("name"), kind: try object.choice("kind", of: SourceKind.self),
      aliases: try object.texts("aliases"), country: try object.optionalText("country"),
      parent: try object.optionalText("parent"))
  }
}

extension ResolvedName {
  var json: JSONValue { ["name": .string(name), "source": source.json] }

  static func read(_ value: JSONValue) throws(FormatError) -> ResolvedName {
    let object = try value.object()
    return ResolvedName(
      name: try object.text("name"), source: try object.field("source", Source.read))
  }
}
