import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import TerminalText

extension Report {
  /// Bytes of text beyond which a load does not look for copies: a second of work or less.
  private static let mostText = 16_000_000
  private static let mostLines = 12

  /// Which of the stories just loaded are copies of earlier ones, a line each; nil where none is.
  /// With very much text it only says that nobody looked.
  init?(copiesAmong loaded: LoadOutcome, in store: FactStore) {
    let text = store.articles.reduce(0) { $0 + $1.article.text.utf8.count }
    guard text <= Self.mostText else {
      self.init(
        [
          StyledText(
            "copies were not looked for in \(text / 1_000_000) MB; sources --graph finds them",
            .dim)
        ], value: .null)
      return
    }
    let copies = store.nearestEarlier(loaded.operation.articles.filter(\.stands).map(\.id))
    guard !copies.isEmpty else { return nil }
    var lines = copies.prefix(Self.mostLines).map(\.sentence)
    if copies.count > lines.count {
      lines.append(StyledText("… and \(copies.count - lines.count) more copies", .dim))
    }
    self.init(lines, value: .null)
  }
}
