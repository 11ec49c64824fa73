import ClaimModel
import Desk
import FactStore
import Presentation
import Shell
import TerminalText

/// What a prompt asks where a story seems to be a new version of one that is here.
enum VersionQuestion {
  /// Asks once for each story, or for all that follow where the answer says so.
  static func asking(
    _ console: any Console, in store: FactStore
  ) -> (EarlierStory, Article) throws -> VersionChoice {
    var forAll: VersionChoice?
    return { earlier, article in
      if let forAll { return forAll }
      console.show(nil)
      let title = store.article(earlier.id)?.title ?? article.name
      let question =
        "\(earlier.id) \"\(Sanitiser.harmless(title))\" is an older version of this story "
        + "(\(earlier.sign.words)): [u]pdate it, load as [n]ew, [s]kip; U, N, S for all: "
      while let answer = console.answer(question) {
        guard let choice = choice(answer) else { continue }
        if choice.isForAll { forAll = choice.choice }
        return choice.choice
      }
      return .skip
    }
  }

  private static func choice(_ answer: String) -> (choice: VersionChoice, isForAll: Bool)? {
    let word = answer.filter { !$0.isWhitespace }
    guard let first = word.first else { return nil }
    let choices: [Character: VersionChoice] = ["u": .update, "n": .new, "s": .skip]
    guard let choice = choices[Character(first.lowercased())] else { return nil }
    return (choice, first.isUppercase)
  }
}

extension CommandContext {
  /// Whether somebody is there to say what becomes of a changed story.
  var asksAboutVersions: Bool { console.isInteractive && isForPeople }
}
