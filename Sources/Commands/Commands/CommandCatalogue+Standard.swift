package import Shell

extension CommandCatalogue {
  /// Every command of theo, in the order of help. A new one is a file beside these, and its name
  /// here.
  package static let standard = CommandCatalogue(
    [
      LoadCommand.self, ArticlesCommand.self, ArticleCommand.self,
      ArticleDropCommand.self, ReadCommand.self, ClaimsCommand.self, ShowCommand.self,
      WhyCommand.self, FindCommand.self, NextCommand.self, ReviewCommand.self, StatsCommand.self,
      TimelineCommand.self, WordsCommand.self, SourcesCommand.self,
      IndependenceCommand.self, CompareCommand.self, ConflictsCommand.self, AttributeCommand.self,
      AnnotateCommand.self, AnnotateSourceCommand.self, SourceShowCommand.self,
      SourceAddCommand.self, SourceAliasCommand.self, SourceMergeCommand.self,
      ClaimAddCommand.self, ClaimEditCommand.self, ClaimDropCommand.self, QuerySaveCommand.self,
      QueryListCommand.self, QueryDropCommand.self, ExtractCommand.self, UndoCommand.self,
      RedoCommand.self, GotoCommand.self, LogCommand.self, LastCommand.self, SaveCommand.self,
      OpenCommand.self, RecoverCommand.self, SessionVerifyCommand.self, SessionSchemaCommand.self,
      ReplayCommand.self, DiffCommand.self, MergeCommand.self, AgreementCommand.self,
      TranscriptCommand.self, SessionCheckCommand.self, RunCommand.self, SetCommand.self,
      AliasCommand.self, UnaliasCommand.self, HelpCommand.self, QuitCommand.self,
    ], help: HelpCommand.self, leaving: QuitCommand.self)
}
