internal import ClaimModel
internal import Lexicons

/// What an element of a page says it is, by the words of its class, id and the like.
struct PageRoles: OptionSet, Hashable {
  let rawValue: UInt32

  static let navigation = PageRoles(.navigation)
  static let related = PageRoles(.related)
  static let comments = PageRoles(.comments)
  static let share = PageRoles(.share)
  static let advertisement = PageRoles(.advertisement)
  static let subscription = PageRoles(.subscription)
  static let hidden = PageRoles(.hidden)
  static let authorBox = PageRoles(.authorBox)
  static let keyPoints = PageRoles(.keyPoints)
  static let pullQuote = PageRoles(.pullQuote)
  static let note = PageRoles(.note)
  static let legal = PageRoles(.legal)
  static let widget = PageRoles(.widget)
  static let tags = PageRoles(.tags)
  static let attachment = PageRoles(.attachment)
  static let title = PageRoles(.title)
  static let lead = PageRoles(.lead)
  static let byline = PageRoles(.byline)
  static let date = PageRoles(.date)
  static let updated = PageRoles(.updated)
  static let clock = PageRoles(.clock)
  static let caption = PageRoles(.caption)
  static let credit = PageRoles(.credit)
  static let figure = PageRoles(.figure)
  static let body = PageRoles(.body)
  static let section = PageRoles(.section)
  static let source = PageRoles(.source)
  static let place = PageRoles(.place)
  static let moment = PageRoles(.moment)
  static let post = PageRoles(.post)
  static let label = PageRoles(.label)
  static let job = PageRoles(.job)

  /// What a story begins with: an element that holds it is not left out for another role.
  static let head: PageRoles = [.title, .lead, .byline, .date, .updated, .caption, .body]

  init(rawValue: UInt32) { self.rawValue = rawValue }
  private init(_ name: Name) { rawValue = 1 << name.number }

  /// As `page-roles.tsv` writes them.
  enum Name: String, CaseIterable {
    case navigation, related, comments, share, advertisement, subscription, hidden, authorBox
    case keyPoints, pullQuote, note, legal, widget, tags, attachment
    case title, lead, byline, date, updated, clock, caption, credit, figure, body, section, source
    case place, moment, post, label, job

    fileprivate var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 31) }
  }

  init(names: [String]) {
    self = names.compactMap(Name.init).reduce(into: []) { $0.insert(PageRoles($1)) }
  }

  /// Why an element of these roles is no part of a story; nil where it may be one.
  var cause: RemovedText.Cause? {
    Self.causes.first { contains($0.role) }?.cause
  }

  private static let causes: [(role: PageRoles, cause: RemovedText.Cause)] = [
    (.hidden, .hidden), (.comments, .comments), (.advertisement, .advertisement),
    (.subscription, .subscription), (.related, .related), (.share, .share),
    (.authorBox, .authorBox), (.keyPoints, .keyPoints), (.navigation, .navigation),
    (.tags, .navigation), (.widget, .widget), (.attachment, .attachment), (.legal, .legal),
    (.note, .deskNote),
  ]
}

/// The words of `page-roles.tsv`.
struct PageRoleWords: Sendable {
  static let shared = PageRoleWords(WordList(embedded: "page-roles.tsv"))

  private var phrases = KeyMap<PageRoles>(capacity: 4096)
  private var whole = KeyMap<PageRoles>()
  private var parts = [(word: [UInt8], roles: PageRoles)]()
  private static let longestPhrase = 4
  private static let shortestWithPart = 6

  init(_ list: WordList) {
    for row in list.rows {
      let roles = PageRoles(names: row.items(1))
      if row[0].hasSuffix("*") {
        parts.append((Array(row[0].utf8.dropLast()), roles))
      } else if row[0].hasPrefix("=") {
        let key = Self.key(Array(row[0].utf8.dropFirst())[...])
        whole[key] = roles.union(whole[key] ?? [])
      } else {
        let words = row[0].split(separator: " ").map { Self.key(Array($0.utf8)[...]) }
        let key = Self.key(words[...])
        phrases[key] = roles.union(phrases[key] ?? [])
      }
    }
  }

  /// The roles that the words of a class or an id stand for.
  ///
  /// Of an entry and a longer one at the same word the longer counts: "page header nav" is no page.
  func roles(of value: ArraySlice<UInt8>) -> PageRoles {
    var roles: PageRoles = []
    for name in value.split(whereSeparator: { $0 <= 0x20 }) where name.count <= 120 {
      let words = Self.words(of: name)
      let keys = words.map(Self.key)
      if keys.count == 1, let found = whole[keys[0]] { roles.formUnion(found) }
      var at = 0
      while at < words.count {
        var step = 1
        for length in stride(from: min(Self.longestPhrase, words.count - at), to: 0, by: -1) {
          guard let found = phrases[Self.key(keys[at..<(at + length)])] else { continue }
          roles.formUnion(found)
          step = length
          break
        }
        at += step
      }
      for word in words where word.count >= Self.shortestWithPart {
        for part in parts where Self.holds(word, part.word) { roles.formUnion(part.roles) }
      }
    }
    return roles
  }

  private static func holds(_ word: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    guard word.count >= part.count else { return false }
    return (word.startIndex...(word.endIndex - part.count)).contains {
      word[$0] == part[0] && word[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// "boxTinLienQuan-2" → box, tin, lien, quan; "RTEBody" → rte, body
  private static func words(of name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var letters = [UInt8]()
    var cuts = [Int]()
    var wasLower = false
    for (at, byte) in zip(name.indices, name) {
      let isUpper = byte &- 0x41 < 26
      let isLower = byte &- 0x61 < 26
      guard isUpper || isLower else {
        wasLower = false
        cuts.append(letters.count)
        continue
      }
      let next = at + 1 < name.endIndex ? name[at + 1] : 0
      if isUpper, wasLower || next &- 0x61 < 26 { cuts.append(letters.count) }
      letters.append(byte | 0x20)
      wasLower = isLower
    }
    cuts.append(letters.count)
    var words = [ArraySlice<UInt8>]()
    var start = 0
    for cut in cuts where cut > start {
      words.append(letters[start..<cut])
      start = cut
    }
    return words
  }

  private static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func key(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(7) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  }
}
