/// A thread of a forum: its first post is the story.
struct PageThread {
  let post: Int
  /// The innermost element with nearly all text of the post.
  let body: Int

  private static let shortestPost = 40
  /// Share of a post's prose that its body has: a signature and a note of a change stand beside it.
  private static let share = 60

  /// Nil where a page is none; `container` holds most of the page's prose: all posts, or the
  /// longest of them.
  init?(_ page: Page, around container: Int) {
    let signs = page.facts.isForum ? (isLikely: true, isSure: true) : Self.signs(page)
    guard signs.isLikely else { return nil }
    let isSure = signs.isSure
    guard
      let post = page.ancestors(of: container).prefix(isSure ? 12 : 1).lazy
        .compactMap({ Self.first(in: $0, page) }).first
    else { return nil }
    self.post = post
    let inside = post..<page.end(of: post)
    body =
      inside.last {
        page.roles[$0].contains(.body) && page.letters(in: $0) > 0
          && page.prose(in: $0) * 100 >= page.prose(in: post) * Self.share
      } ?? post
  }

  private static func first(in node: Int, _ page: Page) -> Int? {
    let posts = PageScope.children(of: node, in: page).filter {
      page.letters(in: $0) > shortestPost && isPost($0, page)
    }
    // Of one post too the cells may be called so: who wrote it, and what.
    return posts.count > 1 && page.prose(in: posts[0]) > 0 ? posts[0] : nil
  }

  /// By its own words, or by those of the element that it wraps.
  private static func isPost(_ node: Int, _ page: Page) -> Bool {
    page.roles[node].contains(.post)
      || PageScope.children(of: node, in: page).contains {
        page.roles[$0].contains(.post) && page.letters(in: $0) * 10 >= page.letters(in: node) * 9
      }
  }

  // MARK: Who wrote it

  private static let accountAddresses = [
    "member.php", "/members/", "/member/", "memberlist", "profile", "/u/", "/user", "/thanh-vien/",
  ]

  /// The account that a link of the post names before its text: `<a href="member.php?u=3">lan_97</a>`.
  func account(_ page: Page) -> String? {
    (post..<body).lazy.filter { page.tree.nodes[$0].tag == .a }.compactMap { node -> String? in
      guard let address = page.tree.string(.href, of: node)?.lowercased(),
        Self.accountAddresses.contains(where: address.contains)
      else { return nil }
      let name = PageFacts.plain(page.tree.wholeText(of: node))
      return (2...40).contains(name.count) ? name : nil
    }.first
  }

  // MARK: What a forum is known by

  private static let words = ["thread", "topic"].map { Array($0.utf8) }
  private static let sureWords = [
    "forum", "postbit", "phpbb", "vbulletin", "xenforo", "discourse", "dien-dan", "diendan",
    "showthread", "viewtopic", "bbcode", "bbwrapper", "message--post",
  ].map { Array($0.utf8) }

  /// Those that begin with a letter, by the letter.
  private static let wordsAt: [[(word: [UInt8], isSure: Bool)]] = {
    var found = [[(word: [UInt8], isSure: Bool)]](repeating: [], count: 256)
    for word in sureWords { found[Int(word[0])].append((word, true)) }
    for word in words { found[Int(word[0])].append((word, false)) }
    return found
  }()

  /// A bit for each of those letters, by its last five bits; other bytes may have them too.
  private static let openings = (sureWords + words).reduce(UInt32(0)) {
    $0 | 1 << UInt32($1[0] & 31)
  }

  /// What classes, ids and types of the first elements say: one pass over their bytes.
  private static func signs(_ page: Page) -> (isLikely: Bool, isSure: Bool) {
    let tree = page.tree
    let wordsAt = wordsAt
    let openings = openings
    var isLikely = false
    for node in tree.nodes.indices.prefix(4000) where tree.nodes[node].tag.kind == .block {
      let element = tree.nodes[node]
      for index in Int(element.start)..<Int(element.start + element.count) {
        let attribute = tree.attributes[index]
        guard attribute.name == .class || attribute.name == .id || attribute.name == .itemtype
        else { continue }
        for at in attribute.range where openings >> UInt32(tree.bytes[at] & 31) & 1 == 1 {
          let rest = tree.bytes[at..<attribute.range.upperBound]
          for (word, isSure) in wordsAt[Int(tree.bytes[at] | 0x20)]
          where begins(rest, with: word) {
            if isSure { return (true, true) }
            isLikely = true
          }
        }
      }
    }
    return (isLikely, false)
  }

  /// In letters of either case.
  private static func begins(_ value: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    guard value.count >= word.count else { return false }
    for (place, letter) in word.enumerated() {
      let byte = value[value.startIndex + place]
      if (0x41...0x5A).contains(byte) ? byte | 0x20 != letter : byte != letter { return false }
    }
    return true
  }
}
