internal import Lexicons

/// The words of `page-roles.tsv`.
struct PageRoleWords: Sendable {
  static let shared = PageRoleWords(WordList(embedded: "page-roles.tsv"))

  private var phrases = KeyMap<PageRoles>(capacity: 4096)
  private var whole = KeyMap<PageRoles>()
  private var parts = [(word: [UInt8], roles: PageRoles)]()
  /// The parts that begin with a letter, by its place in the alphabet.
  private var partsAt = [[Int]](repeating: [], count: 26)
  private static let longestPhrase = 4
  private static let shortestWithPart = 6
  private static let longestName = 120

  init(_ list: WordList) {
    for row in list.rows {
      let roles = PageRoles(names: row.items(1))
      if row[0].hasSuffix("*") {
        let word = Array(row[0].utf8.dropLast())
        if let first = word.first, first &- 0x61 < 26 {
          partsAt[Int(first &- 0x61)].append(parts.count)
        }
        parts.append((word, roles))
      } else if row[0].hasPrefix("=") {
        let key = PageHash.of(row[0].utf8.dropFirst())
        whole[key] = roles.union(whole[key] ?? [])
      } else {
        let words = row[0].split(separator: " ").map { PageHash.of($0.utf8) }
        let key = PageRoleName.key(of: words)
        phrases[key] = roles.union(phrases[key] ?? [])
      }
    }
  }

  /// The roles that the words of a class or an id stand for; `name` lends its memory.
  func roles(of value: UnsafeBufferPointer<UInt8>, by name: inout PageRoleName) -> PageRoles {
    var roles: PageRoles = []
    var start = 0
    for at in 0...value.count where at == value.count || value[at] <= 0x20 {
      if at > start, at - start <= Self.longestName {
        name.read(UnsafeBufferPointer(rebasing: value[start..<at]))
        roles.formUnion(self.roles(of: name))
      }
      start = at + 1
    }
    return roles
  }

  /// Of an entry and a longer one at the same word the longer counts: "page header nav" is no page.
  private func roles(of name: PageRoleName) -> PageRoles {
    let keys = name.keys
    var roles: PageRoles = []
    if keys.count == 1, let found = whole[keys[0]] { roles.formUnion(found) }
    var at = 0
    while at < keys.count {
      var step = 1
      for length in stride(from: min(Self.longestPhrase, keys.count - at), to: 0, by: -1) {
        guard let found = phrases[PageRoleName.key(of: keys[at..<(at + length)])] else { continue }
        roles.formUnion(found)
        step = length
        break
      }
      at += step
    }
    var start = 0
    for end in name.ends {
      if end - start >= Self.shortestWithPart {
        roles.formUnion(rolesOfParts(in: name.letters[start..<end]))
      }
      start = end
    }
    return roles
  }

  private func rolesOfParts(in word: ArraySlice<UInt8>) -> PageRoles {
    var roles: PageRoles = []
    for at in word.indices {
      for number in partsAt[Int(word[at] &- 0x61)]
      where word[at...].starts(with: parts[number].word) {
        roles.formUnion(parts[number].roles)
      }
    }
    return roles
  }
}

/// The words of one name in a class: "boxTinLienQuan-2" → box, tin, lien, quan; "RTEBody" → rte,
/// body. Up to three letters between digits are none: "css-7ad1c1" → css.
struct PageRoleName {
  /// Small letters of all words, up to the last end, where each word ends, and a number for each.
  private(set) var letters = [UInt8]()
  private var count = 0
  private(set) var ends = [Int]()
  private(set) var keys = [UInt64]()
  private var word = PageHash.seed

  mutating func read(_ name: UnsafeBufferPointer<UInt8>) {
    if letters.count < name.count { letters = [UInt8](repeating: 0, count: name.count) }
    count = 0
    ends.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    var wasLower = false
    var isBehindDigit = false
    for at in name.indices {
      let byte = name[at]
      let isUpper = byte &- 0x41 < 26
      let isLower = byte &- 0x61 < 26
      guard isUpper || isLower else {
        wasLower = false
        cut(isDigits: isBehindDigit || Self.isAmongLetters(name, at))
        isBehindDigit = byte &- 0x30 < 10
        continue
      }
      let next = at + 1 < name.count ? name[at + 1] : 0
      if isUpper, wasLower || next &- 0x61 < 26 {
        cut(isDigits: isBehindDigit)
        isBehindDigit = false
      }
      letters[count] = byte | 0x20
      count += 1
      word = PageHash.adding(word, byte | 0x20)
      wasLower = isLower
    }
    cut(isDigits: isBehindDigit)
  }

  private static let shortestBesideDigits = 4

  /// A digit with a letter right behind it.
  private static func isAmongLetters(_ name: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    name[at] &- 0x30 < 10 && at + 1 < name.count && (name[at + 1] | 0x20) &- 0x61 < 26
  }

  /// Ends a word; `isDigits`: a number's digits stand before it or one alone behind it.
  private mutating func cut(isDigits: Bool) {
    let start = ends.last ?? 0
    guard count > start else { return }
    let isNumber = isDigits && count - start < Self.shortestBesideDigits
    if isNumber {
      count = start
    } else {
      ends.append(count)
      keys.append(word)
    }
    word = PageHash.seed
  }

  /// The number of a phrase.
  static func key(of words: some Sequence<UInt64>) -> UInt64 {
    words.reduce(7) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  }
}
