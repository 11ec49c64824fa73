import ClaimModel
package import Desk
import FactStore
import Presentation
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
