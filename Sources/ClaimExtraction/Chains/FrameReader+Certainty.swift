internal import ClaimModel
internal import Lexicons

/// Whether a frame can be relied on where rules and taggers say something else.
extension FrameReader {
  /// No quotation is cut in two.
  func isBalanced(_ content: Range<Int>) -> Bool {
    quotations.allSatisfy { quotation in
      let range = quotation.tokens
      return !range.overlaps(content)
        || content.lowerBound <= range.lowerBound && range.upperBound <= content.upperBound
        || range.lowerBound <= content.lowerBound && content.upperBound <= range.upperBound
    }
  }

  /// Somebody who can say something, and a verb that says it.
  func isSure(_ frame: ChainFrame, hasBracket: Bool) -> Bool {
    guard frame.content.count >= 3 else { return false }
    let isStrange = frame.nodes.contains { $0.outlet == nil && !isSource($0.range) }
    if isStrange { return false }
    guard let cue = frame.cue else { return hasBracket && frame.nodes.count == 1 }
    if let source = frame.source {
      if source.isEmpty { return false }
      let isOutlet = frame.nodes.contains { $0.outlet?.extent.contains(source.lowerBound) == true }
      if !isOutlet, !isSource(source) { return false }
      if source.contains(where: {
        has(.clause, $0, source.upperBound) > 0 && mention(at: $0) == nil
      }) {
        return false
      }
    }
    if has(.loose, cue.lowerBound, cue.upperBound) > 0 {
      let isAttested =
        frame.nodes.dropFirst().contains { $0.outlet != nil && $0.outlet?.kind != .medium }
        || sentence.contains { has(.hidden, $0, sentence.upperBound) > 0 }
      return isAttested && frame.nodes.first?.outlet == nil
    }
    return true
  }

  /// Whether words may name who says something: people, bodies, documents, names; no clause.
  func isSource(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count <= 24 else { return false }
    if has(.time, first, range.upperBound) > 0 || tokens[first].kind == .number { return false }
    let grammar = story.language.grammar
    if grammar.classes(tokens, at: first, end: range.upperBound).value.contains(.noSource) {
      return false
    }
    for at in range where has(.clause, at, range.upperBound) > 0 { return false }
    let titles = story.language.titles
    return range.contains { at in
      let limit = range.upperBound
      return has(.person, at, limit) > 0 || has(.body, at, limit) > 0
        || has(.document, at, limit) > 0
        || has(.pronoun, at, limit) > 0
        || titles.titles.match(at: at, in: tokens, limit: limit) != nil
        || titles.nouns.match(at: at, in: tokens, limit: limit) != nil
        || titles.references.match(at: at, in: tokens, limit: limit).map { $0.value != .this }
          ?? false
        || (tokens[at].shape != .lower && tokens[at].kind == .word
          && (at > sentence.lowerBound || range.count > 1 && isCapital(at + 1, limit)
            || range.count == 1 && has(.told, limit, sentence.upperBound) > 0))
    }
  }

  private func isCapital(_ at: Int, _ limit: Int) -> Bool {
    at < limit && tokens[at].isCapitalised
  }
}
