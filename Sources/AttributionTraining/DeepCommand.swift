internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials
internal import Lexicons

struct DeepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deep",
    abstract: "Learn how far to trust the encoder, from stories that it has not seen.")

  @Option(help: "Folder with the gold stories of all languages.")
  var gold = "../shared/gold"

  @Option(help: "A model trained with part 3 of 4 set aside, in place of the embedded one.")
  var model: String?

  @Option(help: "A file of combining weights in place of the embedded one.")
  var weights: String?

  @Option(help: "The encoder's file.")
  var encoder: String

  @Option(help: "File to write the weights to.")
  var output: String

  /// Folders of gold stories. Of each, the stories that encoder/train.py sets aside are used.
  private static let folders = ["polnear/train", "wire-en-train"]

  func run() async throws {
    let learned = try model.map {
      LearnedFinder(ModelTraining.load([UInt8](try Data(contentsOf: URL(filePath: $0)))))
    }
    var training = DeepTraining(
      finder: DeepFinder(try EncoderFinder(file: encoder)), learned: learned ?? .shared,
      weights: try weights.map { DraftWeights(list: try WordList(file: $0)) }
        ?? DraftWeights(list: WordList(embedded: "attribution-en.tsv")))
    for folder in Self.folders {
      let stories = try GoldCorpus.stories(in: gold + "/" + folder, language: .english)
      for (index, story) in stories.enumerated() where index % 8 == 3 { training.add(story) }
    }
    var rows = training.rows()
    rows.append("least\t\t\(training.bestLeast(rows))")
    let header = """
      # Whom to trust where the standard finder and the encoder are not at one; written by theo-train deep.
      # Logistic regression; DeepFeatures says what the features are.
      # Columns: decision<TAB>feature<TAB>weight

      """
    try Data((header + rows.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: output))
  }
}

extension EncoderFinder {
  /// With the weights in a file, all of which are read.
  convenience init(file: String) throws {
    let bytes = FileBytes(try Data(contentsOf: URL(filePath: file)))
    self.init(try EncoderFile(bytes.memory, keeping: bytes))
  }
}

/// A file's bytes where they stay.
private final class FileBytes: Sendable {
  nonisolated(unsafe) let memory: UnsafeRawBufferPointer

  init(_ data: Data) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 64)
    copy.copyBytes(from: data)
    memory = UnsafeRawBufferPointer(copy)
  }

  deinit { memory.deallocate() }
}
