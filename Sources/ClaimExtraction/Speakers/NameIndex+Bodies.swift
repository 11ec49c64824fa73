internal import ClaimModel
internal import Lexicons

/// Bodies by a part of their names.
extension NameIndex {
  /// The body that "the Bureau" is short for: "Czech Statistical Bureau".
  func body(endingWith token: Int) -> NameMention? {
    let key = nameKey(token)
    let found = (byWord[key] ?? []).first { place in
      distinct[place].kind == .body && distinct[place].keys.count > 1
        && distinct[place].keys.last == key
    }
    return found.map { mentions[distinct[$0].mention] }
  }

  /// A body's full name, which its short one opens: "Conrail" → "Conrail Inc". Nil where there
  /// is none.
  func fullBody(_ name: Range<Int>) -> NameMention? {
    let words = name.compactMap { story.tokens[$0].kind == .word ? nameKey($0) : nil }
    guard let first = words.first else { return nil }
    let found = (byWord[first] ?? []).prefix(Self.width).filter { candidate in
      distinct[candidate].kind == .body && distinct[candidate].keys.count > words.count
        && distinct[candidate].keys.starts(with: words) && distinct[candidate].isFirm
    }
    return found.max { rank($0) < rank($1) }.map { mentions[distinct[$0].mention] }
  }

  /// Frequent names before others, then those with their legal form, then the shorter ones.
  private func rank(_ candidate: Int) -> Int {
    min(distinct[candidate].count, 9) * 10 + (distinct[candidate].hasSuffix ? 15 : 0)
      - distinct[candidate].keys.count
  }

  /// The name that an acronym stands for by its first letters: "BT" → "British Telecom".
  func spelledOut(_ acronym: Range<Int>) -> NameMention? {
    guard acronym.count == 1, let token = acronym.first else { return nil }
    let wanted = letters(token)
    guard wanted.count >= 2, wanted.count <= 5 else { return nil }
    let found = distinct.indices.filter { place in
      !distinct[place].isPerson && distinct[place].initials.starts(with: wanted)
        && distinct[place].initials.count <= wanted.count + 1
    }
    return found.min { distinct[$0].keys.count < distinct[$1].keys.count }
      .map { mentions[distinct[$0].mention] }
  }

  private func letters(_ token: Int) -> [UInt8] {
    let span = story.tokens[token]
    return Array(story.bytes[Int(span.start)..<Int(span.end)]).filter { $0 >= 0x41 && $0 <= 0x5A }
  }
}
