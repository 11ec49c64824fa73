internal import ClaimModel
internal import Lexicons

/// What the schema of NewsML-G2 2.35 demands of a news item, as far as it matters to a reader: what
/// must be there, which elements may stand in its main parts, values that are dates or numbers, and
/// how deep `related` may go.
enum NewsMLG2Check {
  static func check(_ item: XMLElement) throws(XMLFault) {
    for name in ["guid", "standard", "standardversion"] where item[name]?.isEmpty ?? true {
      throw fault(item, "no attribute \(name)")
    }
    let standard = item["standard"] ?? ""
    guard standard.hasPrefix("NewsML-G2") else {
      throw fault(item, "standard=\"\(standard)\", where NewsML-G2 is expected")
    }
    try checkMeta(item)
    try checkTwins(item, ["itemMeta", "contentMeta", "contentSet", "hopHistory"])
    try checkCatalog(item)
    try checkChildren(item)
    for part in item.elements { try checkChildren(part) }
    try checkValues(item)
    try checkRelated(item, depth: 0)
  }

  private static func checkMeta(_ item: XMLElement) throws(XMLFault) {
    guard let meta = item.first("itemMeta") else { throw fault(item, "no <itemMeta>") }
    for name in ["itemClass", "provider", "versionCreated"] where meta.first(name) == nil {
      throw fault(meta, "no <\(name)>")
    }
    try checkTwins(
      meta, ["itemClass", "provider", "versionCreated", "firstCreated", "embargoed", "pubStatus"])
    for name in ["versionCreated", "firstCreated"] {
      guard let element = meta.first(name) else { continue }
      if StoryTime(iso: element.text.trimmingBlanks()) == nil {
        throw fault(element, "\"\(short(element.text))\" is no date and time")
      }
    }
  }

  /// Of two that say different things nobody knows which counts.
  private static func checkTwins(_ parent: XMLElement, _ names: [String]) throws(XMLFault) {
    for name in names {
      let all = parent.all(name, in: NewsMLG2Format.space)
      if all.count > 1 { throw fault(all[1], "stands twice in <\(parent.name)>") }
    }
  }

  /// Until 2.29 an item had to name the catalogs of its codes.
  private static func checkCatalog(_ item: XMLElement) throws(XMLFault) {
    let version = (item["standardversion"] ?? "").split(separator: ".").compactMap { Int($0) }
    guard version.count == 2, version[0] == 2, version[1] < 30 else { return }
    if item.first("catalogRef") == nil, item.first("catalog") == nil {
      throw fault(item, "no <catalogRef>, which version \(item["standardversion"] ?? "") demands")
    }
  }

  /// Elements of the standard's own namespace stand only where it has them.
  private static func checkChildren(_ parent: XMLElement) throws(XMLFault) {
    guard parent.namespace == NewsMLG2Format.space, let allowed = children[parent.name] else {
      return
    }
    for child in parent.elements where child.namespace == NewsMLG2Format.space {
      if !allowed.contains(child.name) {
        throw fault(child, "<\(child.name)> has no place in <\(parent.name)>")
      }
    }
  }

  private static func checkValues(_ item: XMLElement) throws(XMLFault) {
    guard let urgency = item.first("contentMeta")?.first("urgency") else { return }
    let number = Int(urgency.text.trimmingBlanks())
    guard let number, (1...9).contains(number) else {
      throw fault(urgency, "\"\(short(urgency.text))\" is no urgency from 1 to 9")
    }
  }

  private static let deepestRelated = 3

  private static func checkRelated(_ element: XMLElement, depth: Int) throws(XMLFault) {
    let isRelated = element.isNamed("related", in: NewsMLG2Format.space)
    let depth = isRelated ? depth + 1 : 0
    if depth > deepestRelated {
      throw fault(element, "<related> stands in more than \(deepestRelated - 1) others")
    }
    for child in element.elements { try checkRelated(child, depth: depth) }
  }

  private static func fault(_ element: XMLElement, _ problem: String) -> XMLFault {
    XMLFault("<\(element.name)>: " + problem, line: element.line, column: element.column)
  }

  private static func short(_ text: String) -> String {
    String(text.trimmingBlanks().prefix(40))
  }

  private static let children: [String: Set<String>] = {
    var children: [String: Set<String>] = [:]
    for row in WordList(embedded: "newsml-g2-elements.tsv").rows {
      children[row[0], default: []].insert(row[1])
    }
    return children
  }()
}
