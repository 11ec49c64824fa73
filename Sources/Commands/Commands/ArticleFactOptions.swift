package import ArgumentParser
import ClaimModel
import FactStore
internal import Lexicons
import Shell
import TerminalText

/// What people say of a story beside its text.
package struct ArticleFactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day it is of, as in 2024-01-06 or 6/1/2024; \"hôm qua\", \"12/3\" are read by it.",
      valueName: "day"))
  package var date: String?

  @Option(
    name: [.customLong("lang"), .customLong("language")],
    help: ArgumentHelp("vi or en: claims are found by it.", valueName: "language"))
  package var language: String?

  @Option(help: "Where it was published.")
  package var url: String?

  @Option(help: "Its headline.")
  package var title: String?

  @Option(help: "Who wrote it.")
  package var author: String?

  package init() {}

  /// Whether a fact of one story alone is among them.
  var isOfOneStory: Bool { url != nil || title != nil || author != nil }

  /// An empty text takes away what was said.
  func facts(of command: String) throws(UserError) -> ArticleFacts {
    var facts = ArticleFacts()
    if let date, !date.isEmpty { facts.date = try day(date, command) }
    if let language { facts.language = try parsed(language, command) }
    facts.url = url.flatMap(Self.given)
    facts.title = title.flatMap(Self.given)
    facts.author = author.flatMap(Self.given)
    let fields: [(ArticleField, String?)] = [
      (.date, date), (.url, url), (.title, title), (.author, author),
    ]
    facts.removed = fields.filter { $0.1.map { Self.given($0) == nil } ?? false }.map(\.0)
    return facts
  }

  private static func given(_ text: String) -> String? {
    text.allSatisfy(\.isWhitespace) ? nil : ReviewSession.trimmed(text)
  }

  /// "2024-01-06", "6/1/2024", "6.1.2024"
  private func day(_ text: String, _ command: String) throws(UserError) -> CalendarDay {
    let isISO = text.contains("-") && !text.contains("/")
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = (isISO ? parts : parts.reversed()).compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == 3, parts.count == 3, (1000...9999).contains(numbers[0]),
      let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    else {
      throw UserError(
        UsageError(
          command: command,
          .rule("'\(text)' is no day; expected one that there is, as in --date 2024-01-06")))
    }
    return day
  }

  private func parsed(_ word: String, _ command: String) throws(UserError) -> ArticleLanguage {
    let names: [String: ArticleLanguage] = [
      "vi": .vietnamese, "vietnamese": .vietnamese, "en": .english, "english": .english,
      "und": .unknown,
    ]
    guard let language = names[word.lowercased()] else {
      throw UserError(
        UsageError(
          command: command,
          .badValue(
            word, of: "--lang", nearest: NearestName.names(like: word, among: ["vi", "en"]),
            allowed: ["vi", "en", "und"])))
    }
    return language
  }
}
