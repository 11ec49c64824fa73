internal import ClaimModel
internal import Lexicons

/// Under which the weight of a `DraftPhrase` is kept.
package enum DraftPhraseKey {
  package enum Role: String, Sendable, CaseIterable {
    /// All words of the cue.
    case cue
    /// The word before it, the word behind it, the first word of the content.
    case before, behind, first
  }

  /// Of a role and the exact keys of words.
  static func of(_ role: Role, _ words: [UInt64]) -> UInt64 {
    let number = UInt64(Role.allCases.firstIndex(of: role) ?? 0)
    return words.reduce(FeatureHash.join(number, 0xD7AF), FeatureHash.join)
  }

  /// Of a name as the weights' file writes it, "cue=cho biết"; nil where it is none.
  package static func named(_ name: Substring) -> UInt64? {
    var name = String(name)
    return name.withUTF8 { named($0) }
  }

  /// Of the UTF-8 of a name.
  static func named(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let mark = name.firstIndex(of: UInt8(ascii: "=")),
      let role = Role.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name[..<mark]) })
    else { return nil }
    let keys = Tokenizer.tokens(of: name, in: .init(mark + 1, name.count)).map(\.key.exact)
    return keys.isEmpty ? nil : of(role, keys)
  }
}
