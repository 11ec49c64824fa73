internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials

struct CombineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "combine",
    abstract: "Learn whom to trust, rules or taggers, from stories that these have not seen.")

  @OptionGroup var gold: GoldOptions

  @Option(help: "Models trained with one part set aside each, in order; - where there is none.")
  var models: [String] = []

  @Option(help: "A part to leave out, for measuring on it.")
  var except: Int?

  @Option(help: "File to write the weights to.")
  var output: String

  func run() async throws {
    let stories = try gold.trainStories()
    // One model: the stories that `train` sets aside by itself.
    let parts = models.count == 1 ? gold.asideEvery : models.count
    var training = CombinationTraining()
    for (number, path) in models.enumerated() where number != except && path != "-" {
      let model = ModelTraining.load([UInt8](try Data(contentsOf: URL(filePath: path))))
      for index in stories.indices where index % parts == number {
        training.add(stories[index], model: model)
      }
    }
    var rows = training.rows()
    rows.append("least\t\t\(training.bestLeast(rows))")
    let header = """
      # Whom to trust where rules and taggers are not at one; written by theo-train combine.
      # Logistic regression; DraftFeatures says what the features are.
      # Columns: decision<TAB>feature<TAB>weight

      """
    try Data((header + rows.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: output))
  }
}
