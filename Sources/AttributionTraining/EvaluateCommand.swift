internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Write the claims that the embedded model finds, as extract does, for the scorer.")

  @OptionGroup var gold: GoldOptions

  @Option(help: "Folder of gold stories, below the gold folder.")
  var on: String

  @Option(help: "A model's file to use in place of the embedded one.")
  var model: String?

  @Option(help: "Least confidence, in place of the model's own.")
  var threshold: Float?

  @Option(help: "File to write the records to.")
  var output: String

  func run() async throws {
    var finder = LearnedFinder.shared
    if let model {
      var loaded = ModelTraining.load([UInt8](try Data(contentsOf: URL(filePath: model))))
      if let threshold { loaded.settings.threshold = threshold }
      finder = LearnedFinder(english: loaded, vietnamese: loaded)
    }
    var out = [UInt8]()
    for story in try gold.stories(on) {
      let drafts = finder.attributions(in: story.story)
      ExtractRecords.append(
        story.article, claims: ClaimExtractor.claims(from: drafts, in: story.story), to: &out)
    }
    try Data(out).write(to: URL(filePath: output))
  }
}
