import ClaimExtraction
package import ClaimModel
package import FactStore
import Presentation
package import TerminalText

/// A claim put together by hand from the words of a story.
package struct HandmadeClaim {
  private let record: ArticleRecord
  private let finder: WordFinder
  /// What the extractor makes of the story: sentences, figures and dates are taken from it.
  private let found: [Claim]

  package init(_ record: ArticleRecord, by newsroom: Newsroom) {
    self.record = record
    finder = WordFinder(record.article.text)
    found = newsroom.extractor.claims(in: record.article)
  }

  package var articleID: ArticleID { record.id }

  /// The words of a claim, the `nth` time that they stand in the story, from 1.
  package func place(of words: String, nth: Int = 1) throws(UserError) -> TextSpan {
    let places = finder.places(of: words)
    guard places.indices.contains(nth - 1) else {
      throw UserError(DeskError.wordsNotFound(words, record.id))
    }
    return places[nth - 1]
  }

  /// Words that belong to a claim: the place nearest to it.
  package func place(of words: String, near span: TextSpan) throws(UserError) -> TextSpan {
    guard let place = finder.place(of: words, near: span) else {
      throw UserError(DeskError.wordsNotFound(words, record.id))
    }
    return place
  }

  /// Fills in what hangs on the claim's place: its sentence and context, figures and dates.
  package func completed(_ claim: Claim) -> Claim {
    var claim = claim
    let around = found.filter { other in
      claim.content.contains { $0.overlaps(other.context) }
    }
    if let first = around.first {
      claim.sentence = first.sentence
      claim.context = around.reduce(first.context) {
        TextSpan(min($0.start, $1.context.start), max($0.end, $1.context.end))
      }
    }
    let isInside: (TextSpan) -> Bool = { span in claim.content.contains { $0.contains(span) } }
    claim.quantities = unique(around.flatMap(\.quantities).filter { isInside($0.span) })
    claim.dates = unique(around.flatMap(\.dates).filter { isInside($0.span) })
    claim.worth = around.map(\.worth).max() ?? claim.worth
    return claim
  }

  /// By its quotation marks and its source.
  package func kind(of content: [TextSpan], hasSource: Bool) -> ClaimKind {
    let text = content.map(record.article.text).joined(separator: " ")
    let marks: Set<Character> = ["\"", "“", "”", "«", "»", "„"]
    if let first = text.first, let last = text.last, marks.contains(first), marks.contains(last) {
      return .direct
    }
    if text.contains(where: marks.contains) { return .mixed }
    return hasSource ? .indirect : .narrated
  }

  /// A name as people write it, and what kind of source the story or the registry takes it for.
  package func speaker(_ name: String, in store: FactStore) -> Speaker {
    let known = store.source(named: name)
    return Speaker(
      name: known?.name ?? ReadableText.text(name, isSegmented: true),
      kind: known?.source.kind ?? .unknown, reason: "given by hand")
  }

  private func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen = Set<Item>()
    return items.filter { seen.insert($0).inserted }
  }
}
