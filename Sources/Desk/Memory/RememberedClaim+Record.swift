package import ClaimMemory
import ClaimModel
package import FactStore
import Presentation

extension RememberedClaim {
  /// A claim of a session as it is remembered, or as it is asked for. `session` is the path of its
  /// file; nil for a claim whose text is gone.
  package init?(_ record: ClaimRecord, in store: FactStore, session: String) {
    guard let article = store.story(of: record) else { return nil }
    let isSegmented = ReadableText.isSegmented(article.text, near: record.claim.context)
    func readable(_ span: TextSpan) -> String {
      ReadableText.text(article.text(span), isSegmented: isSegmented)
    }
    self.init(
      session: session, story: article.headline.map { ReadableText.text($0) } ?? article.name,
      number: record.id.number, language: article.language,
      text: record.claim.content.map(readable).joined(separator: " … "))
    speaker = joined(record.attributions.filter { $0.role == .saidBy }.map(\.source))
    verdict = record.verdict
    credibility = record.credibility.map { "\($0)" } ?? ""
    let judged = record.marks.last { $0.mark.verdict != nil } ?? record.marks.last
    user = judged?.user ?? ""
    time = judged?.time
    notes = record.notes
    evidence = record.evidence
    figures = record.claim.quantities.map { quantity in
      RememberedFigure(
        value: quantity.value, high: quantity.high, unit: quantity.unit,
        words: readable(quantity.span))
    }
  }
}
