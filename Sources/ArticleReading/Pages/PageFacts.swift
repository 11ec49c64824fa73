internal import ClaimModel

/// What a page says of itself beside its text: `<title>`, `<meta>`, `<link>`, JSON-LD.
struct PageFacts {
  /// Headlines as metadata give them; they may hold the site's name.
  var titles = [String]()
  /// `<title>`
  var documentTitle: String?
  /// Names of the site and its publisher.
  var sites = [String]()
  var descriptions = [String]()
  var published = [String]()
  var modified = [String]()
  /// Other times, which tell the zone alone.
  var times = [String]()
  /// Persons alone.
  var authors = [String]()
  var section: String?
  var canonical: String?
  var url: String?
  var language: String?
  /// The article's text as JSON-LD has it.
  var text: String?
  var updates = [JSONLinked.Update]()
  var isForum = false
  var isLive = false

  /// Programs of forums, as they name themselves.
  private static let forums = [
    "vbulletin", "phpbb", "mybb", "discuz", "xenforo", "smf", "discourse", "flarum", "invision",
    "ip.board", "punbb", "fluxbb", "nodebb",
  ]

  init(_ tree: PageTree, data: [JSONLinked]) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: readMeta(tree, node)
      case .link: readLink(tree, node)
      case .title where documentTitle == nil:
        documentTitle = Self.plain(tree.wholeText(of: node))
      case .html: language = tree.string(.lang, of: node)
      default: continue
      }
    }
    for item in data { read(item) }
    titles = titles.filter { !$0.isEmpty }
  }

  private mutating func readMeta(_ tree: PageTree, _ node: Int) {
    guard let content = tree.value(.content, of: node), !content.isEmpty else { return }
    let names = [.property, .name, .itemprop].compactMap { tree.string($0, of: node)?.lowercased() }
    guard !names.isEmpty else { return }
    let text = Self.plain(String(decoding: content, as: UTF8.self))
    for name in names { take(name, text) }
  }

  private mutating func take(_ name: String, _ text: String) {
    switch name {
    case "og:title", "headline", "dc.title", "dcterms.title", "title", "sailthru.title",
      "parsely-title", "twitter:title", "citation_title":
      titles.append(text)
    case "og:site_name", "application-name", "publisher", "dc.publisher", "copyright",
      "article:publisher", "twitter:site":
      if !text.contains("://") { sites.append(text) }
    case "description", "og:description", "dc.description", "twitter:description":
      descriptions.append(text)
    case "article:published_time", "datepublished", "og:published_time", "date", "pubdate",
      "publishdate", "publish-date", "publish_date", "dc.date", "dc.date.issued", "dcterms.created",
      "dcterms.date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
      "article.published", "published-date", "publication_date", "datecreated",
      "originalpublicationdate",
      "cxenseparse:publishtime", "publisheddate", "published_date", "pub_date",
      "article_date_original",
      "publish_time", "og:article:published_time", "dcterms.issued", "displaydate", "citation_date",
      "citation_publication_date":
      published.append(text)
    case "article:modified_time", "datemodified", "dcterms.modified", "lastmod":
      modified.append(text)
    case "og:updated_time", "article:updated_time", "last-modified": times.append(text)
    case "article:section", "articlesection", "section", "meta-section", "parsely-section":
      section = section ?? text
    case "author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author":
      if !text.contains("://") { authors.append(text) }
    case "og:url": url = url ?? text
    case "generator": isForum = isForum || Self.forums.contains { text.lowercased().hasPrefix($0) }
    default: break
    }
  }

  private mutating func readLink(_ tree: PageTree, _ node: Int) {
    guard canonical == nil, tree.string(.rel, of: node)?.lowercased() == "canonical",
      let address = tree.string(.href, of: node), !address.isEmpty
    else { return }
    canonical = address
  }

  private mutating func read(_ item: JSONLinked) {
    sites += item.publishers
    guard item.isStory else { return }
    titles += [item.headline].compactMap { $0 }
    descriptions += [item.summary].compactMap { $0 }
    published.insert(contentsOf: [item.published].compactMap { $0 }, at: 0)
    modified.insert(contentsOf: [item.modified].compactMap { $0 }, at: 0)
    authors.insert(contentsOf: item.persons, at: 0)
    section = section ?? item.section
    url = url ?? item.url
    text = text ?? item.text
    updates += item.updates
    isForum = isForum || item.type.contains("DiscussionForum") || item.type.contains("QAPage")
    isLive = isLive || item.type.contains("LiveBlog")
  }

  /// In one line, without the references that some pages have encoded twice.
  static func plain(_ text: String) -> String {
    let decoded = text.contains("&") ? CharacterReferences.decoded(text) : text
    return String(decoding: ReceivedText.clean(decoded), as: UTF8.self)
  }
}
