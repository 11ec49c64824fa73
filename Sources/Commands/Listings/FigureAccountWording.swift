import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension Card.Field {
  /// What each figure of a claim counts: "12 người · people injured · by 4/3".
  static func accounts(of id: ClaimID, in article: Article, isSegmented: Bool, _ store: FactStore)
    -> Self
  {
    let offsets = ScalarOffsets(article.text)
    let accounts = store.figureAccounts(of: id)
    let lines = accounts.filter { !$0.subject.isEmpty }.map { account in
      let says = ReadableText.text(article.text(account.figure), isSegmented: isSegmented)
      let part = account.isPart ? ["a part"] : []
      let rest = [account.subject] + part + (account.time.isEmpty ? [] : [account.time])
      return StyledText(says, .number) + StyledText(" · " + rest.joined(separator: " · "))
    }
    return Card.Field(
      "counts", lines,
      .array(
        accounts.map { account in
          [
            "figure": JSONValue(account.figure, offsets), "of": .string(account.subject),
            "time": .string(account.time), "part": .bool(account.isPart),
          ]
        }))
  }
}
