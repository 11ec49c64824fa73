import SystemPackage

/// What a command may touch while a transcript is checked: the files named for it, no program.
struct CheckGuard: Sendable {
  private let named: [FilePath]

  init(_ paths: [String]) { named = paths.map(Self.path) }

  func check(_ statement: Statement, _ command: any ShellCommand) throws(ShellError) {
    switch statement.destination {
    case .screen: break
    case .pipe: throw .refusedInCheck("'|' runs a program")
    case .file(let path, _): try check(path)
    }
    guard let files = command.filesForCheck else {
      throw .refusedInCheck("'\(type(of: command).name)' is not run in a check")
    }
    for file in files { try check(file) }
  }

  private func check(_ word: String) throws(ShellError) {
    let path = Self.path(word)
    guard word != "-", named.contains(where: path.starts) else {
      throw .refusedInCheck("'\(word)' was not named: session check FILE \(word)")
    }
  }

  private static func path(_ word: String) -> FilePath {
    FilePath(FileFinder.expandingHome(word)).lexicallyNormalized()
  }
}

extension ShellCommand {
  /// Paths that the command reads or writes; nil where it may touch others too. What is not known
  /// here is not run in a check.
  fileprivate var filesForCheck: [String]? {
    switch self {
    case let load as LoadCommand: load.path
    case let extract as ExtractCommand: extract.file
    case let open as OpenCommand: [open.path] + open.given.stories
    case let verify as SessionVerifyCommand:
      (verify.path.map { [$0] } ?? []) + verify.given.stories
    case let save as SaveCommand: save.path.map { [$0] } ?? []
    case let replay as ReplayCommand: replay.reload ? nil : [replay.path] + replay.given.stories
    case let diff as DiffCommand: diff.path
    case let merge as MergeCommand: merge.path + (merge.target.map { [$0] } ?? [])
    case let agreement as AgreementCommand: agreement.path
    case is ArticlesCommand, is ArticleCommand, is ArticleDropCommand, is ReadCommand,
      is ClaimsCommand, is ShowCommand, is WhyCommand,
      is SourcesCommand, is AttributeCommand, is AnnotateCommand, is AnnotateSourceCommand,
      is ClaimAddCommand, is ClaimEditCommand, is ClaimDropCommand, is UndoCommand,
      is RedoCommand, is GotoCommand, is LogCommand, is LastCommand, is SetCommand,
      is IndependenceCommand, is CompareCommand, is ConflictsCommand, is SessionSchemaCommand,
      is AliasCommand, is UnaliasCommand, is HelpCommand, is QuitCommand:
      []
    default: nil
    }
  }
}
