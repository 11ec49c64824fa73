import ClaimModel
import FactStore

/// The hits in one line of a story.
struct HitLine {
  let article: ArticleID
  private(set) var hits: [TextHit]

  /// More would leave no room for the words around them.
  private static let mostHits = 4

  /// Hits in order of place, those of one line of a story together.
  package static func lines(_ hits: [TextHit], in store: FactStore) -> [HitLine] {
    var lines = [HitLine]()
    for hit in hits {
      if let last = lines.last, last.takes(hit, in: store) {
        lines[lines.count - 1].hits.append(hit)
      } else {
        lines.append(HitLine(article: hit.article, hits: [hit]))
      }
    }
    return lines
  }

  private func takes(_ hit: TextHit, in store: FactStore) -> Bool {
    guard hit.article == article, hits.count < Self.mostHits, let last = hits.last,
      let text = store.article(article)?.article.text
    else { return false }
    return !text.utf8Slice(TextSpan(last.span.end, hit.span.start)).utf8.contains(0x0A)
  }

  var spans: [TextSpan] { hits.map(\.span) }

  /// The claims that the hits lie in, each once.
  var claims: [String] {
    var seen = Set<ClaimID>()
    return hits.compactMap(\.claim).filter { seen.insert($0).inserted }.map(\.description)
  }

  /// Each hit with fewer words around it the more there are, so that all have room in a window.
  func context(in text: String) -> HitContext {
    HitContext(text, around: spans, reach: hits.count == 1 ? 32 : 40 / hits.count)
  }
}
