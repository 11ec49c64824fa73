/// The namespaces that elements of feeds are told apart by.
enum FeedSpaces {
  static let atom = "http://www.w3.org/2005/Atom"
  /// Atom 0.3, of before the standard.
  static let oldAtom = "http://purl.org/atom/ns#"
  /// RFC 6721: entries that are gone.
  static let tombstones = "http://purl.org/atompub/tombstones/1.0"
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let content = "http://purl.org/rss/1.0/modules/content/"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let dublinTerms = "http://purl.org/dc/terms/"
  /// With and without the slash: both are in use.
  static let media = ["http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"]
  static let feedburner = "http://rssnamespace.org/feedburner/ext/1.0"

  /// The elements of RSS itself: RSS 2.0 and 0.91 have none, 1.0, 0.90 and some writers have one.
  static let rss: Set<String> = [
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
    "http://backend.userland.com/RSS2", "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/net/rss1.1#",
  ]
}

extension XMLElement {
  /// The texts of the elements of this name, without blanks at their ends; empty ones are left out.
  func texts(_ name: String, in namespaces: some Collection<String>) -> [String] {
    elements.filter { $0.name == name && namespaces.contains($0.namespace) }
      .map { String($0.text.trimmingBlanks()) }.filter { !$0.isEmpty }
  }

  func texts(_ name: String, in namespace: String) -> [String] {
    texts(name, in: CollectionOfOne(namespace))
  }
}
