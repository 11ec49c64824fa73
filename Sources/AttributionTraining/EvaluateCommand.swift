internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
import Exchange
internal import FoundationEssentials
internal import Lexicons

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Write the claims that the embedded model finds, as extract does, for the scorer.")

  @OptionGroup var gold: GoldOptions

  @Option(help: "Folder of gold stories, below the gold folder.")
  var on: String

  @Option(help: "A model's file to use in place of the embedded one.")
  var model: String?

  @Option(help: "A file of combining weights in place of the embedded one.")
  var weights: String?

  @Option(help: "The encoder's file, for the finders encoder and deep.")
  var encoder: String?

  @Option(help: "A file of the deep finder's weights in place of the embedded one.")
  var deepWeights: String?

  @Option(help: "Which finder: learned, rules, combined, encoder or deep.")
  var finder = "learned"

  @Option(help: "Least confidence, in place of the model's own.")
  var threshold: Float?

  @OptionGroup var fold: FoldOptions

  @Option(help: "File to write the records to.")
  var output: String

  func run() async throws {
    var learned = LearnedFinder.shared
    if let model {
      var loaded = ModelTraining.load([UInt8](try Data(contentsOf: URL(filePath: model))))
      if let threshold { loaded.settings.threshold = threshold }
      learned = LearnedFinder(loaded)
    }
    let chosen = try weights.map { DraftWeights(list: try WordList(file: $0)) }
    let deep = try encoder.map {
      DeepFinder(
        try EncoderFinder(file: $0),
        weights: try deepWeights.map { DeepWeights(list: try WordList(file: $0)) } ?? .standard)
    }
    var out = [UInt8]()
    for story in fold.aside(try gold.stories(on)) {
      let drafts =
        switch finder {
        case "rules": RuleFinder().attributions(in: story.story)
        case "combined", "deep":
          CombinedFinder(
            learned: learned, weights: chosen, deep: finder == "deep" ? deep : nil
          ).attributions(in: story.story)
        case "encoder":
          deep?.encoder.attributions(in: story.story, least: threshold ?? 0.5) ?? []
        default:
          learned.attributions(
            in: story.story, ruled: RuleFinder().attributions(in: story.story))
        }
      ExtractRecords.append(
        story.article, claims: ClaimExtractor.claims(from: drafts, in: story.story), to: &out)
    }
    try Data(out).write(to: URL(filePath: output))
  }
}
