internal import ArgumentParser
internal import FoundationEssentials

struct ClassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classes",
    abstract: "Divide the words of segmented stories into classes, for training taggers.")

  @Option(help: "A folder with segmented stories (.seg, .tok.txt), in it or below; repeat it.")
  var stories: [String]

  @Option(help: "How often a word is met at least.")
  var least = 6

  @Option(help: "Number of fine classes.")
  var fine = 255

  @Option(help: "Number of broad classes.")
  var broad = 64

  @Option(help: "File to write the words and their classes to.")
  var output: String

  func run() throws {
    let corpus = try WordCorpus(folders: stories, least: least)
    print("\(corpus.sentences.count) sentences, \(corpus.words.count) words")
    let counts = [fine, broad]
    let classes = counts.map { count in
      var training = WordClassTraining(corpus, classCount: count)
      training.run()
      return training.classes
    }
    var text = """
      # Words by the company they keep; written by theo-train classes.
      # Columns: word<TAB>fine class<TAB>broad class

      """
    for (number, word) in corpus.words.enumerated() where word.first?.isLetter ?? false {
      text += "\(word)\t\(classes[0][number])\t\(classes[1][number])\n"
    }
    try Data(text.utf8).write(to: URL(filePath: output))
  }

  func validate() throws {
    if !(2...256).contains(fine) || !(2...256).contains(broad) {
      throw ValidationError("a number of classes is between 2 and 256")
    }
  }
}
