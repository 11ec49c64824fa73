package import ArgumentParser

package struct LoadCommand: TakesManyWords {
  package static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Read stories and find their claims.",
    discussion: """
      Reads plain or word-segmented text, Vietnamese or English, and tells title, body, \
      photo captions and byline apart. A folder is searched for stories with all folders in \
      it; `-` reads standard input. JSON Lines hold a story a line: {"id":"…","text":"…"}.
      """)
  package static let examples = [
    Example("load cang-van-sa.txt", "one story"),
    Example("load cang-van-sa/ wire/*.txt", "a folder, and files by a pattern"),
    Example("load stories.jsonl", "a story a line"),
  ]

  @Argument(help: "Files, folders, patterns with * and ?, or - for standard input.")
  package var path: [String]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var operands: [String] {
    get { path }
    set { path = newValue }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let loaded = try desk.load(path) { try context.console.step($0) }
    context.console.show(nil)
    try context.emit(.report(Report(loaded, in: desk.store)))
    if let copies = Report(copiesAmong: loaded, in: desk.store), context.isForPeople {
      try context.emit(.report(copies))
    }
    if !loaded.failures.isEmpty {
      throw ShellError.several(loaded.failures, of: loaded.inputs)
    }
    return .nothing
  }
}
