internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials

struct ErrorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors", abstract: "Show contents found wrongly when the cues are given.")

  @OptionGroup var gold: GoldOptions

  @Option(help: "Folder of gold stories, below the gold folder.")
  var on: String

  @Option(help: "The model's file.")
  var model: String

  @Option(help: "How many to show.")
  var limit = 100

  func run() async throws {
    let loaded = ModelTraining.load([UInt8](try Data(contentsOf: URL(filePath: model))))
    Diagnosis.errors(loaded, try gold.stories(on), limit: limit)
  }
}
