internal import ClaimModel

/// Sources of more than one person.
extension SpeakerResolver {
  /// "Reed and Hale" → "Anna Reed and Tom Hale": each name in full.
  func several(_ source: Range<Int>) -> Resolved? {
    guard let and = conjunction(in: source) else { return nil }
    let left = names.mentions(startingIn: source.lowerBound..<and)
    let right = names.mentions(startingIn: and + 1..<source.upperBound)
    guard let before = left.last, right.count == 1, let after = right.first,
      before.tokens.upperBound == and, isDirectlyBehind(and, after)
    else { return nil }
    let people = (left + right).map { names.fullest($0) }
    guard people.allSatisfy(\.isPerson), Set(people.map(\.tokens)).count == people.count else {
      return nil
    }
    let all = people.map { text($0.tokens) }
    let name =
      all.dropLast().joined(separator: ", ") + " \(text(and..<and + 1)) " + (all.last ?? "")
    return Resolved(
      speaker: Speaker(name: name, kind: .person, reason: "several people, each in full"),
      tokens: source, isPlural: true)
  }

  /// Whether a name, or the words that describe it, follow the conjunction.
  private func isDirectlyBehind(_ and: Int, _ mention: NameMention) -> Bool {
    mention.tokens.lowerBound == and + 1 || mention.descriptor.lowerBound == and + 1
  }
}
