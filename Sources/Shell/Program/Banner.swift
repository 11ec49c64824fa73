package import Desk
import FactStore
import JSONText
package import Presentation
import TerminalText

/// What stands above the first prompt.
package enum Banner {
  /// "theo 1.0 · 4 stories (vi 3, en 1) · 37 claims · via AFP", and what to do first.
  package static func text(_ desk: Desk, options: RenderOptions) -> [UInt8] {
    let records = desk.store.articles
    var first = StyledText("theo \(Desk.version)", .heading)
    if !records.isEmpty {
      first.append(" · ")
      first.append(Report.summary(of: records, claims: desk.store.claimCount, in: desk.store))
    }
    if let path = desk.path {
      first.append(" · ")
      first.append(path, .dim)
    }
    let hint =
      records.isEmpty
      ? "Type load PATH to read stories, help for the commands." : "Type claims, or help."
    let report = Report([first, StyledText(hint, .dim)], value: .null)
    return Renderer(options: options).render(.report(report))
  }
}
