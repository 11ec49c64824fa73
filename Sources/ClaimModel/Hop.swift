/// One station of a claim on its way into the story: who said it, or who carried what was said.
///
/// "Xinhua, citing Kyodo" → Kyodo, then Xinhua: hops stand from the fact outwards.
package struct Hop: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, body, agency, outlet, document
    /// A mere place of publication: Facebook, a website.
    case medium

    /// Whether it is a newsroom, which an independence count may name.
    package var isNewsroom: Bool { self == .agency || self == .outlet }
  }

  /// With spaces for underscores, without article, title and noun: "Kyodo", "source at the port".
  package var name: String
  /// Where the fullest form that is meant stands in the text.
  package var span: TextSpan
  package var kind: Kind
  /// The words that tie it to a hop beside it: "citing", "told", "được … dẫn lời".
  package var ties: [TextSpan]

  package init(name: String, span: TextSpan, kind: Kind, ties: [TextSpan] = []) {
    self.name = name
    self.span = span
    self.kind = kind
    self.ties = ties
  }
}

/// That a claim's innermost source is somebody whose name the story does not give.
package struct Anonymity: Sendable, Hashable {
  /// The words that say why: "he was not authorised to speak".
  package var reason: TextSpan?
  package init(reason: TextSpan? = nil) { self.reason = reason }
}

/// What a count of independent sources names for one claim.
package struct ClaimRoot: Sendable, Hashable {
  package var name: String
  /// Nil where byline or dateline give it, or where it is one of several joined names.
  package var span: TextSpan?
}

extension Claim {
  /// The first newsroom among the hops; without one, those that carried the story; without
  /// these, the innermost source. A claim without hops comes from those that carried the story.
  package func roots(carriedBy carriers: [String]) -> [ClaimRoot] {
    if let newsroom = hops.first(where: \.kind.isNewsroom) { return newsroom.roots }
    if !carriers.isEmpty { return carriers.map { ClaimRoot(name: $0) } }
    return hops.first.map { [ClaimRoot(name: $0.name, span: $0.span)] } ?? []
  }
}

extension Hop {
  /// Itself, or each name of a joined one: "Reuters và AFP" → Reuters, AFP.
  package var roots: [ClaimRoot] {
    let names = parts
    return names.count == 1
      ? [ClaimRoot(name: name, span: span)] : names.map { ClaimRoot(name: $0) }
  }

  /// Whether a word or a comma may join names; told on the bytes, as few do.
  private var isJoined: Bool {
    if name.utf8.starts(with: "the ".utf8) || name.utf8.contains(0x2C) { return true }
    return name.utf8.split(separator: 0x20).contains { Self.joins($0) }
  }

  private static func joins(_ word: some Sequence<UInt8>) -> Bool {
    joints.contains { word.elementsEqual($0) }
  }

  private static let joints = ["and", "và", "lẫn", "&"].map { Array($0.utf8) }

  /// Names that "and", "và", "lẫn" or a comma join.
  package var parts: [String] {
    guard kind.isNewsroom, isJoined else { return [name] }
    var names = [""]
    for word in name.split(separator: " ") {
      let isComma = word.last == ","
      if Self.joins(word.utf8) {
        if names.last != "" { names.append("") }
        continue
      }
      let bare = isComma ? String(word.dropLast()) : String(word)
      let last = names.count - 1
      names[last] += names[last].isEmpty ? bare : " " + bare
      if isComma { names.append("") }
    }
    return names.map { $0.hasPrefix("the ") ? String($0.dropFirst(4)) : $0 }.filter { !$0.isEmpty }
  }
}
