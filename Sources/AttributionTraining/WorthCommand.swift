internal import ArgumentParser
internal import FoundationEssentials
internal import Lexicons

struct WorthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worth",
    abstract: "Learn the weights of worth from sentences that are worth more or less.",
    discussion: """
      Prints how many pairs of one sentence that is worth more and one that is worth less come in \
      the right order: each tenth of the sentences by weights that were learned from the others.
      """)

  @Option(help: "Sentences with their kinds.")
  var sentences = "Tests/ClaimExtractionTests/worth-sentences.tsv"

  @Option(help: "The list whose weights are learned, as it is embedded.")
  var words = "Sources/CLexicons/lexicons/worth.tsv"

  @Option(help: "How strongly weights are held near 0.")
  var penalty = 1.0

  @Option(help: "File to write the list to with its new weights.")
  var output: String?

  func run() throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: words)), as: UTF8.self)
    let training = WorthTraining(
      sentences: try WordList(file: sentences), words: WordList(name: words, text: text),
      penalty: penalty)
    for line in training.crossValidation() { print(line) }
    guard let output else { return }
    let weights = training.weights()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 3, let weight = weights[columns[0]] else { return String(line) }
      columns[2] = weight
      return columns.joined(separator: "\t")
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: output))
  }
}
