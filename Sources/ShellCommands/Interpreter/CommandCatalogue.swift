import ArgumentParser
import Lexicons

/// Every command there is. Listing them costs nothing: a declaration is read when it is needed.
package enum CommandCatalogue {
  package static let all: [any ShellCommand.Type] = [
    LoadCommand.self, ArticlesCommand.self, ArticleCommand.self,
    ArticleDropCommand.self, ReadCommand.self, ClaimsCommand.self, ShowCommand.self,
    WhyCommand.self, FindCommand.self, NextCommand.self, ReviewCommand.self, StatsCommand.self,
    TimelineCommand.self, WordsCommand.self, SourcesCommand.self,
    IndependenceCommand.self, CompareCommand.self, ConflictsCommand.self, AttributeCommand.self,
    AnnotateCommand.self, AnnotateSourceCommand.self, SourceShowCommand.self,
    SourceAddCommand.self, SourceAliasCommand.self, SourceMergeCommand.self, ClaimAddCommand.self,
    ClaimEditCommand.self, ClaimDropCommand.self, QuerySaveCommand.self, QueryListCommand.self,
    QueryDropCommand.self, ExtractCommand.self, UndoCommand.self, RedoCommand.self,
    GotoCommand.self, LogCommand.self, LastCommand.self, SaveCommand.self, OpenCommand.self,
    RecoverCommand.self, SessionVerifyCommand.self, SessionSchemaCommand.self, ReplayCommand.self,
    DiffCommand.self, MergeCommand.self, AgreementCommand.self, TranscriptCommand.self,
    SessionCheckCommand.self, RunCommand.self, SetCommand.self, AliasCommand.self,
    UnaliasCommand.self,
    HelpCommand.self, QuitCommand.self,
  ]

  /// The command that the words start with, and how many of them are its name: "claim add" is
  /// two. A switch, so that `theo -c quit` asks no other declaration for its name.
  package static func command(
    _ words: some Collection<String>
  ) -> (type: any ShellCommand.Type, words: Int)? {
    guard let first = words.first else { return nil }
    if let second = words.dropFirst().first, let type = pairs["\(first) \(second)"] {
      return (type, 2)
    }
    return single(first).map { ($0, 1) }
  }

  private static let pairs: [String: any ShellCommand.Type] = [
    "annotate source": AnnotateSourceCommand.self, "article drop": ArticleDropCommand.self,
    "claim add": ClaimAddCommand.self,
    "claim edit": ClaimEditCommand.self, "claim drop": ClaimDropCommand.self,
    "source show": SourceShowCommand.self, "source add": SourceAddCommand.self,
    "source alias": SourceAliasCommand.self, "source merge": SourceMergeCommand.self,
    "query save": QuerySaveCommand.self, "query list": QueryListCommand.self,
    "query drop": QueryDropCommand.self,
    "session check": SessionCheckCommand.self,
    "session verify": SessionVerifyCommand.self, "session schema": SessionSchemaCommand.self,
  ]

  private static func single(_ name: String) -> (any ShellCommand.Type)? {
    if name == "quit" || name == "exit" || name == "bye" { return QuitCommand.self }
    return all.first { $0.name == name || $0.configuration.aliases.contains(name) }
  }

  /// The commands that a word stands for in other shells ("search" → find, claims), or those
  /// nearest to it.
  package static func nearest(to word: String) -> [String] {
    if let row = otherName(word) { return row.items(1) }
    let names = all.flatMap { [$0.name] + $0.configuration.aliases }
    let near = NearestName.names(like: word, among: names)
    // A short word is near to too many.
    guard near.isEmpty, word.count > 4 else { return near }
    let other = NearestName.names(like: word, among: otherNames.rows.map { $0[0] }, limit: 1)
    return other.first.flatMap(otherName)?.items(1) ?? []
  }

  /// How what a word asks for is done: "export" → 'claims --format csv > claims.csv' …
  static func remark(on word: String) -> String? {
    otherName(word).flatMap { $0[2].isEmpty ? nil : $0[2] }
  }

  private static func otherName(_ word: String) -> WordList.Row? {
    let key = Folding.folded(word)
    return otherNames.rows.first { $0[0] == key }
  }

  /// Read where a command was not found, and only there.
  private static let otherNames = WordList(embedded: "command-names.tsv")

  /// The commands of two words whose first word this is: "claim" → its three.
  package static func family(of word: String) -> [String] {
    pairs.keys.filter { $0.hasPrefix(word + " ") }.sorted()
  }
}
