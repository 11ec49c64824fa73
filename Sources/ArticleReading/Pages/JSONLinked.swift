internal import JSONText

/// A thing of JSON-LD that a page describes itself by: https://schema.org/NewsArticle.
struct JSONLinked {
  var type = ""
  var headline: String?
  var summary: String?
  var published: String?
  var modified: String?
  /// Authors that are no organisation.
  var persons = [String]()
  var publishers = [String]()
  var section: String?
  var url: String?
  var text: String?
  /// Of a live blog, in its order.
  var updates = [Update]()

  struct Update {
    var headline: String?
    var published: String
    var text: String
  }

  var isStory: Bool {
    ["Article", "Posting", "NewsStory", "Report", "Review", "LiveBlogPosting", "QAPage"].contains {
      type.hasSuffix($0)
    }
  }

  private static let longestBlock = 8 << 20
  private static let mostThings = 64
  private static let deepest = 6
  private static let mostUpdates = 5000

  /// The things of a block; none of one that is no JSON, which loses no other block.
  static func things(in bytes: UnsafeBufferPointer<UInt8>) -> [JSONLinked] {
    guard bytes.count <= longestBlock,
      let value = try? JSONReader.read(bytes, keepsFirstOfTwins: true)
    else { return [] }
    var things = [JSONLinked]()
    collect(value, depth: 0, &things)
    return things
  }

  private static func collect(_ value: JSONValue, depth: Int, _ things: inout [JSONLinked]) {
    guard depth < deepest, things.count < mostThings else { return }
    switch value {
    case .array(let items): for item in items { collect(item, depth: depth + 1, &things) }
    case .object(let object):
      things.append(JSONLinked(object))
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { collect(inner, depth: depth + 1, &things) }
      }
    default: break
    }
  }

  private init(_ object: JSONObject) {
    type =
      Self.texts(object["@type"]).first { JSONLinked(type: $0).isStory } ?? Self.texts(
        object["@type"]
      ).first ?? ""
    headline = Self.text(object["headline"]) ?? (isStory ? Self.text(object["name"]) : nil)
    summary = Self.text(object["description"])
    published = Self.text(object["datePublished"])
    modified = Self.text(object["dateModified"])
    section = Self.text(object["articleSection"])
    url = Self.address(object["url"]) ?? Self.address(object["mainEntityOfPage"])
    text = Self.text(object["articleBody"]) ?? Self.text(object["text"])
    updates = Self.updates(object["liveBlogUpdate"])
    persons = Self.names(of: object["author"] ?? object["creator"], persons: true)
    publishers = Self.names(of: object["publisher"], persons: false)
    if type.hasSuffix("Organization") || type == "WebSite" {
      publishers += [Self.text(object["name"])].compactMap { $0 }
    }
  }

  private init(type: String) { self.type = type }

  private static func text(_ value: JSONValue?) -> String? {
    let text = texts(value).first.map(PageFacts.plain)
    return text?.isEmpty == true ? nil : text
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let items): items.flatMap { texts($0) }
    default: []
    }
  }

  private static func updates(_ value: JSONValue?) -> [Update] {
    guard case .array(let items)? = value else { return [] }
    return items.prefix(mostUpdates).compactMap { item in
      guard case .object(let update) = item,
        let time = text(update["datePublished"]) ?? text(update["dateModified"])
      else { return nil }
      return Update(
        headline: text(update["headline"]) ?? text(update["name"]), published: time,
        text: texts(update["articleBody"]).first ?? texts(update["text"]).first ?? "")
    }
  }

  private static func address(_ value: JSONValue?) -> String? {
    if case .object(let object) = value { return text(object["@id"]) ?? text(object["url"]) }
    return text(value).flatMap { $0.contains("/") ? $0 : nil }
  }

  /// "A", {"name":"A"}, [{"@type":"Person","name":"A"}, …]
  private static func names(of value: JSONValue?, persons: Bool) -> [String] {
    switch value {
    case .string(let name): return [PageFacts.plain(name)]
    case .array(let items):
      return items.prefix(mostThings).flatMap { names(of: $0, persons: persons) }
    case .object(let object):
      if persons, texts(object["@type"]).contains(where: { $0.hasSuffix("Organization") }) {
        return []
      }
      return texts(object["name"]).map(PageFacts.plain).filter { !$0.isEmpty }
    default: return []
    }
  }
}
