package import ClaimModel
internal import JSONText

/// IPTC ninjs 1.0 to 1.6, 2.x and 3.x: an item, or a list of them. https://www.iptc.org/std/ninjs/
///
/// An item must fit the schema of one of the three generations (`NinjsSchema`).
package enum NinjsFormat: StoryFormat {
  package static let name = "ninjs"
  package static let summary = "wire stories in IPTC ninjs"
  package static let endings: [String] = []
  package static let order = 44

  private static let form = "a ninjs item"

  /// Members that only ninjs has.
  private static let own: Set<String> = [
    "versioncreated", "versionCreated", "representationtype", "representationType", "pubstatus",
    "pubStatus", "headlines", "bodies", "descriptions", "body_text", "body_html", "body_xhtml",
    "$standard", "copyrightholder", "copyrightHolder", "infosource", "infosources", "infoSources",
  ]

  /// An item has a URI and, unlike a record of JSON Lines, no "text".
  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = JSONHead(bytes) else { return false }
    if head.texts["standard.name"] == "ninjs" || head.texts["$standard.name"] == "ninjs" {
      return true
    }
    guard head.keys.contains("uri"), !head.keys.contains("text"), !head.keys.contains("id") else {
      return false
    }
    return !head.isArray || head.keys.contains { own.contains($0) }
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let value = try ReceivedJSON.value(bytes, of: input, form: form)
      var items = [value]
      var isList = false
      if case .array(let values) = value { (items, isList) = (values, true) }
      var stories = [ReceivedInput.Item]()
      for (index, item) in items.enumerated() {
        let path = isList ? JSONPath([.index(index)]) : JSONPath()
        let object = try checked(item, path, bytes, input)
        stories.append(.init(story: NinjsItem(object, input.words).story, number: index + 1))
      }
      return ReceivedInput.deliver(stories, of: input, form: form, numbered: isList, body)
    } catch {
      return [error]
    }
  }

  /// The item, if one of the generations has it so; else what is wrong by the one that it fits best:
  /// the first fault that stands furthest on.
  private static func checked(
    _ value: JSONValue, _ path: JSONPath, _ bytes: UnsafeBufferPointer<UInt8>,
    _ input: StoryInput
  ) throws(ReadingError) -> JSONObject {
    guard case .object(let object) = value else {
      throw malformed(input, path, bytes, "no object")
    }
    var faults: [(offset: Int, fault: NinjsSchema.Fault)] = []
    for generation in generations(of: object) {
      let schema = NinjsSchema(generation: generation, isExtended: isExtended(object))
      do throws(NinjsSchema.Fault) {
        try schema.check(value)
        return object
      } catch {
        let place = JSONReader.position(
          of: JSONPath(path.steps + error.path.steps), in: Array(bytes))
        faults.append((place.offset, error))
      }
    }
    // A wrong value says more than a member that another generation has.
    let ranked = faults.sorted {
      ($0.fault.isUnknownMember ? 0 : 1, $0.offset) < ($1.fault.isUnknownMember ? 0 : 1, $1.offset)
    }
    guard let best = ranked.last?.fault else {
      throw malformed(input, path, bytes, "no version of ninjs that is read")
    }
    let name = best.path.description
    throw malformed(
      input, JSONPath(path.steps + best.path.steps), bytes,
      (name.isEmpty ? "it " : "\"\(name)\" ") + best.problem)
  }

  /// That which it names, else all.
  private static func generations(of item: JSONObject) -> [Character] {
    for key in ["standard", "$standard"] {
      guard case .object(let standard)? = item[key] else { continue }
      if let first = standard["version"]?.string?.first, "123".contains(first) {
        // Items written as 3.0 says call themselves 2.2, its name while it was drafted.
        return first == "2" ? ["2", "3"] : [first]
      }
    }
    return ["1", "2", "3"]
  }

  /// An item may name a schema of its own that adds to the standard's.
  private static func isExtended(_ item: JSONObject) -> Bool {
    for key in ["standard", "$standard"] {
      guard case .object(let standard)? = item[key], let schema = standard["schema"]?.string else {
        continue
      }
      return !schema.contains("iptc.org/")
    }
    return false
  }

  private static func malformed(
    _ input: StoryInput, _ path: JSONPath, _ bytes: UnsafeBufferPointer<UInt8>, _ problem: String
  ) -> ReadingError {
    let place = JSONReader.position(of: path, in: Array(bytes))
    return ReceivedInput.malformed(
      input, form, place: "line \(place.line), column \(place.column)", problem,
      remedy: "have it written as the schema of ninjs says (1.6, 2.2 or 3.1)")
  }
}
