import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import TerminalText

/// What the prompt says before a line: `theo cang-van-sa 37 unchecked*> `; the star says that
/// changes are not saved, and `*!` that they are in no journal either: a crash loses them.
package struct PromptText: Sendable, Hashable {
  package let text: StyledText

  package init(_ desk: Desk) {
    let format =
      (try? PromptFormat(desk.settings.prompt)) ?? (try? PromptFormat(PromptFormat.standard))
    let filled = format?.filled { Self.value($0, desk) } ?? StyledText()
    // What is typed must not stick to the prompt.
    let sticks = filled.plain.last.map { !$0.isWhitespace } ?? false
    text = sticks ? filled + " " : filled
  }

  private static func value(_ place: PromptFormat.Place, _ desk: Desk) -> String {
    let store = desk.store
    switch place {
    case .session: return desk.path.map(sessionName) ?? ""
    case .unchecked:
      return store.claimCount == 0 ? "" : Double(store.tally[.verdict(.unchecked)]).readable
    case .claims: return store.claimCount == 0 ? "" : Double(store.claimCount).readable
    case .stories: return store.articles.isEmpty ? "" : Double(store.articles.count).readable
    case .user: return desk.user
    case .unsaved: return desk.isUnsaved ? desk.isKept ? "*" : "*!" : ""
    }
  }

  /// "sessions/cang-van-sa.json" → "cang-van-sa"
  private static func sessionName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}

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
