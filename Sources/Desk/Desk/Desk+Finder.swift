package import ClaimExtraction
package import ClaimModel
import Presentation
package import TerminalText

extension Desk {
  /// Draws claims with the finder that is asked for: `deep`, else what the setting says.
  package func extractor(deep: Bool) throws(UserError) -> ClaimExtractor {
    guard deep || settings.finder == .deep else { return newsroom.extractor }
    return newsroom.extractor.with(try surroundings.encoder.finder())
  }

  /// That stories in other languages are read as always; nil where the deep finder read all, or
  /// was not asked.
  package func finderNotice(deep: Bool, languages: [ArticleLanguage]) -> String? {
    guard deep || settings.finder == .deep else { return nil }
    let others = languages.count { $0 != .english }
    if others == 0 { return nil }
    return "the deep finder reads English; \(counted(others, "story")) in another "
      + "language \(others == 1 ? "was" : "were") read as always"
  }
}
