internal import JSONText
internal import Lexicons

/// Whether an item is one of IPTC ninjs, by `ninjs-members.tsv`.
struct NinjsSchema {
  /// What is wrong, and where: "bodies[0].value", "is no string".
  struct Fault: Error {
    var path: JSONPath
    var problem: String
    var isUnknownMember = false
  }

  /// 1, 2 or 3.
  let generation: Character
  /// Whether members that the standard has not are let pass: an item may name an extension.
  let isExtended: Bool

  func check(_ value: JSONValue) throws(Fault) { try check(value, "item") }

  private struct Member {
    /// In lower case in generation 2; without the "*".
    var name: String
    var isPrefix: Bool
    var rule: String
    var isRequired: Bool
  }

  private func check(_ value: JSONValue, _ rule: String) throws(Fault) {
    if rule == "any" { return }
    if rule.hasPrefix("list of ") { return try checkList(value, String(rule.dropFirst(8))) }
    if rule.hasPrefix("map of ") { return try checkMap(value, String(rule.dropFirst(7))) }
    if Self.table[rule] != nil { return try checkObject(value, rule) }
    guard let expected = Self.scalarFault(value, rule) else { return }
    throw Fault(path: JSONPath(), problem: "is not " + expected)
  }

  private func checkList(_ value: JSONValue, _ rule: String) throws(Fault) {
    guard case .array(let items) = value else {
      throw Fault(path: JSONPath(), problem: "is no list")
    }
    for (index, item) in items.enumerated() {
      do throws(Fault) { try check(item, rule) } catch { throw error.under(.index(index)) }
    }
  }

  private func checkMap(_ value: JSONValue, _ rule: String) throws(Fault) {
    guard case .object(let object) = value else {
      throw Fault(path: JSONPath(), problem: "is no object")
    }
    for member in object.members {
      do throws(Fault) { try check(member.value, rule) } catch {
        throw error.under(.key(member.key))
      }
    }
  }

  private func checkObject(_ value: JSONValue, _ type: String) throws(Fault) {
    guard case .object(let object) = value else {
      throw Fault(path: JSONPath(), problem: "is no object")
    }
    // An association is an item as well.
    let members = members(of: type) + (type == "association" ? self.members(of: "item") : [])
    for member in object.members {
      let known = members.first {
        $0.isPrefix
          ? member.key.hasPrefix($0.name) && member.key.count > $0.name.count
            && member.key.dropFirst($0.name.count).unicodeScalars.first.map(Self.isWord) ?? false
          : $0.name == member.key
      }
      guard let known else {
        if isExtended { continue }
        throw Fault(
          path: JSONPath([.key(member.key)]), problem: "is no member that ninjs has there",
          isUnknownMember: true)
      }
      do throws(Fault) { try check(member.value, known.rule) } catch {
        throw error.under(.key(member.key))
      }
    }
    for member in members where member.isRequired && object[member.name] == nil {
      throw Fault(path: JSONPath(), problem: "has no \"\(member.name)\"")
    }
    try checkChoices(object, type)
  }

  private func checkChoices(_ object: JSONObject, _ type: String) throws(Fault) {
    for choice in members(of: type) where choice.rule == "either" || choice.rule == "at most one" {
      let names = choice.name.split(separator: "|").map(String.init)
      let count = names.count { object[$0] != nil }
      if count > 1 || (count == 0 && choice.rule == "either") {
        let all = names.map { "\"\($0)\"" }.joined(separator: " and ")
        throw Fault(path: JSONPath(), problem: "has \(count == 0 ? "none" : "both") of \(all)")
      }
    }
  }

  /// What was expected; nil where the value is that.
  private static func scalarFault(_ value: JSONValue, _ rule: String) -> String? {
    switch (rule, value) {
    case ("string", .string), ("number", .number), ("number", .integer), ("object", .object): nil
    case ("date", .string(let text)): isDate(text) ? nil : "a date"
    case ("geometry", .object(let shape)): isGeometry(shape) ? nil : "GeoJSON"
    case (_, .integer(let number)) where rule.hasPrefix("integer"):
      range(rule)?.contains(number) ?? true ? nil : rule
    case (_, .string(let text)) where rule.hasPrefix("one of "):
      rule.dropFirst(7).split(separator: ",").contains { $0 == text } ? nil : rule
    default: rule.hasPrefix("one of ") || rule.hasPrefix("integer") ? rule : "a " + rule
    }
  }

  /// "2024", "2024-01", "2024-01-05T10:00:00Z".
  private static func isDate(_ text: String) -> Bool {
    let pieces = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    let sizes = [4, 2, 2]
    return pieces.count <= 3
      && zip(pieces, sizes).allSatisfy { $0.utf8.count == $1 && Int($0) != nil }
  }

  /// RFC 7946: a geometry, a feature or a collection.
  private static func isGeometry(_ shape: JSONObject) -> Bool {
    switch shape["type"]?.string {
    case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
      if case .array? = shape["coordinates"] { true } else { false }
    case "GeometryCollection": shape["geometries"] != nil
    case "Feature": shape["geometry"] != nil
    case "FeatureCollection": shape["features"] != nil
    default: false
    }
  }

  /// "integer 1-9"
  private static func range(_ rule: String) -> ClosedRange<Int>? {
    let ends = rule.dropFirst("integer ".count).split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || (scalar.isASCII && scalar.properties.isAlphabetic)
      || ("0"..."9").contains(scalar)
  }

  private func members(of type: String) -> [Member] {
    Self.table[type]?[generation] ?? []
  }

  /// By type and generation.
  private static let table: [String: [Character: [Member]]] = {
    var table: [String: [Character: [Member]]] = [:]
    for row in WordList(embedded: "ninjs-members.tsv").rows {
      for generation in row[1] {
        var name = generation == "2" ? row[2].lowercased() : row[2]
        let isPrefix = name.hasSuffix("*")
        if isPrefix { name.removeLast() }
        let isRequired = row[3].hasSuffix("!")
        let rule = isRequired ? String(row[3].dropLast()) : row[3]
        table[row[0], default: [:]][generation, default: []].append(
          Member(name: name, isPrefix: isPrefix, rule: rule, isRequired: isRequired))
      }
    }
    return table
  }()
}

extension NinjsSchema.Fault {
  fileprivate func under(_ step: JSONPath.Step) -> Self {
    Self(path: path.under(step), problem: problem, isUnknownMember: isUnknownMember)
  }
}
