/// A story's link as it is compared with others: one address is written in several ways.
///
/// `http://www.Tin.example/a/?utm_source=x#top` → `tin.example/a`
enum StoryLink {
  /// Nil for what names no page of its own: nothing, or a site alone.
  static func key(_ link: String) -> String? {
    var rest = Substring(link)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "#" }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts.first ?? ""
    while path.last == "/" { path.removeLast() }
    let host = path.prefix { $0 != "/" }
    var name = host.lowercased()
    for prefix in ["www.", "m.", "amp."] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    for port in [":80", ":443"] where name.hasSuffix(port) { name.removeLast(port.count) }
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !isTrace($0) }
      .sorted()
    let tail = path.dropFirst(host.count)
    guard !tail.isEmpty || !query.isEmpty else { return nil }
    return name + tail + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// What a link gains on its way: where somebody clicked it.
  private static func isTrace(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_")
      || ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"].contains(name)
  }
}
