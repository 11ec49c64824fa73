extension PageRoles {
  /// The roles of each node of a tree.
  static func all(of tree: PageTree) -> [PageRoles] {
    var reader = PageRoleReader(tree: tree)
    return tree.nodes.indices.map { reader.roles(of: $0) }
  }

  /// Of landmarks and of properties of schema.org.
  fileprivate static func named(_ value: String) -> PageRoles {
    switch value {
    case "headline": .title
    case "articlebody", "article:body": .body
    case "author", "creator": .byline
    case "datepublished", "datecreated": .date
    case "datemodified": .updated
    case "description", "alternativeheadline", "abstract": .lead
    case "caption": .caption
    case "copyrightholder", "creditText": .credit
    case "comment", "commentcount", "interactionstatistic": .comments
    case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "tablist":
      .navigation
    case "complementary": .related
    case "dialog", "alertdialog": .widget
    case "button": .share
    case "doc-footnote": .note
    case "articlesection": .section
    case "keywords": .tags
    default: []
    }
  }

  fileprivate static func of(_ tag: PageTag) -> PageRoles {
    switch tag {
    case .nav, .footer: .navigation
    case .aside: .related
    case .figcaption: .caption
    case .figure: .figure
    case .address: .byline
    case .time: .date
    case .form: .widget
    default: []
    }
  }
}

/// Remembers what classes and ids of a page say: most elements have those of another one.
private struct PageRoleReader {
  let tree: PageTree
  private var known = KeyMap<PageRoles>(capacity: 256)

  private let folders = Self.authorFolders
  private let list = PageRoleWords.shared
  private var name = PageRoleName()

  init(tree: PageTree) { self.tree = tree }

  mutating func roles(of node: Int) -> PageRoles {
    let element = tree.nodes[node]
    guard element.tag != .text else { return [] }
    var roles = PageRoles.of(element.tag)
    for at in Int(element.start)..<Int(element.start + element.count) {
      let attribute = tree.attributes[at]
      let start = Int(attribute.start)
      let value = tree.bytes[start..<(start + Int(attribute.count))]
      switch attribute.name {
      case .class, .id, .dataRole, .dataTestid, .dataComponent, .dataField, .dataType:
        roles.formUnion(words(value))
      case .ariaLabel where value.count < 60:
        roles.formUnion(words(value.map { $0 == 0x20 ? 0x2D : $0 }[...]))
      case .type where value.count < 60 && element.tag.kind == .block:
        roles.formUnion(words(value))
      case .itemprop, .role, .property:
        for name in value.split(separator: 0x20) {
          roles.formUnion(.named(String(decoding: name, as: UTF8.self).lowercased()))
        }
      case .rel: roles.formUnion(link(value))
      case .href where element.tag == .a: if leadsToAuthor(value) { roles.insert(.byline) }
      default: continue
      }
    }
    return roles
  }

  private func link(_ value: ArraySlice<UInt8>) -> PageRoles {
    let words = value.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    if words.contains("author") { return .byline }
    return words.contains("tag") || words.contains("category") ? .tags : []
  }

  private static let authorFolders: KeyMap<Bool> = {
    var folders = KeyMap<Bool>(capacity: 64)
    for name in authorFolderNames { folders[PageHash.of(name.utf8)] = true }
    return folders
  }()

  private static let authorFolderNames = [
    "author", "authors", "tac-gia", "staff", "by", "journalist", "journalists", "reporter",
    "reporters", "contributor", "contributors", "columnist", "columnists", "correspondents",
    "phong-vien", "but-danh", "byline", "writers",
  ]

  /// "https://a.example/tac-gia/lan-vy-88"
  private func leadsToAuthor(_ address: ArraySlice<UInt8>) -> Bool {
    guard address.count < 200 else { return false }
    return address.withUnsafeBufferPointer { bytes in
      var start = 0
      var isFolder = false
      for at in bytes.indices where bytes[at] == 0x2F {
        // A folder has something behind it.
        if isFolder, at > start { return true }
        if at > start { isFolder = isAuthorFolder(bytes[start..<at]) || isFolder }
        start = at + 1
      }
      return isFolder && start < bytes.count
    }
  }

  private func isAuthorFolder(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    folders[PageHash.of(UnsafeBufferPointer(rebasing: name))] == true
  }

  private mutating func words(_ value: ArraySlice<UInt8>) -> PageRoles {
    guard value.count < 1000 else { return [] }
    let key = value.withUnsafeBufferPointer { PageHash.of($0) }
    if let roles = known[key] { return roles }
    let roles = value.withUnsafeBufferPointer { list.roles(of: $0, by: &name) }
    known[key] = roles
    return roles
  }
}
