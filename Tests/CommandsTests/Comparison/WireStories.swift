import ClaimModel
import FactStore
import Foundation

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// Fourteen stories on three invented events, in both languages, in `Stories`: the ferry of Bến
/// Lau (a1 to a6), the earthquake of Khả Lâm (a7 to a10), the dam of Thác Bạc (a11 to a14).
enum WireStories {
  static let store: FactStore = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Stories").path
    var desk = testDesk()
    _ = try? desk.load([folder]) { _ in }
    return desk.store
  }()

  /// The first claim of an article whose words begin like this, once folded to one blank.
  static func claim(_ article: Int, _ words: String) -> ClaimID? {
    store.claims(in: ArticleID(article)).first { id in
      let text = store.claim(id).map { store.text(of: $0) } ?? ""
      return ReadableText.text(text).hasPrefix(words)
    }
  }

  /// "c31" → "a6 34 người thiệt mạng khi phà Sao Mai chìm"
  static func words(_ id: ClaimID) -> String {
    guard let record = store.claim(id) else { return "\(id)" }
    return "\(record.articleID) \(ReadableText.text(store.text(of: record)))"
  }
}
