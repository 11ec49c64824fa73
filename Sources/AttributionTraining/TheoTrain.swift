internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials
internal import Lexicons

@main
struct TheoTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theo-train",
    abstract: "Train the attribution taggers and the weights of worth, and measure them.",
    subcommands: [
      ClassesCommand.self, TrainCommand.self, CombineCommand.self, DeepCommand.self,
      EvaluateCommand.self, ErrorsCommand.self, WorthCommand.self,
    ])
}

extension ArticleLanguage: ExpressibleByArgument {}

/// One part of the stories for cross-validation: every `folds`th, from `number`.
struct FoldOptions: ParsableArguments {
  @Option(name: .customLong("fold"), help: "Part to set aside, from 0.")
  var number: Int?

  @Option(help: "Number of parts.")
  var folds = 4

  /// The part that is set aside; without a number, all.
  func aside(_ stories: [GoldStory]) -> [GoldStory] {
    guard let number else { return stories }
    return stories.indices.filter { $0 % folds == number }.map { stories[$0] }
  }
}

/// Stories that another finder has read, to train on beside the gold ones.
struct SilverOptions: ParsableArguments {
  @Option(name: .customLong("silver"), help: "Claims that a finder found: JSON Lines of extract.")
  var claims: String?

  @Option(name: .customLong("silver-stories"), help: "The stories that it read: JSON Lines.")
  var stories: String?

  @Option(name: .customLong("silver-weight"), help: "How much each of these stories counts.")
  var weight: Float = 0.5

  func read(_ language: ArticleLanguage) throws -> [GoldStory] {
    guard let claims, let stories else { return [] }
    return try SilverCorpus.stories(stories, claims: claims, language: language, weight: weight)
  }
}

/// Stories that were annotated for theo, to train on beside the gold ones.
struct AnnotatedOptions: ParsableArguments {
  @Option(
    name: .customLong("annotated"), help: "Attributions that were corrected by hand: a table.")
  var table: String?

  @Option(help: "Folder with the texts that the table names.")
  var corpus = "../shared/corpus"

  @Option(name: .customLong("annotated-weight"), help: "How much each of these stories counts.")
  var weight: Float = 1

  func read(_ language: ArticleLanguage) throws -> [GoldStory] {
    guard let table else { return [] }
    return try AnnotatedCorpus.stories(
      try WordList(file: table), corpus: corpus, language: language
    ).map { story in
      var story = story
      story.weight = weight
      return story
    }
  }
}

/// Where gold stories are.
struct GoldOptions: ParsableArguments {
  @Option(help: "Language: vi or en.")
  var language: ArticleLanguage

  @Option(help: "Folder with the gold stories of all languages.")
  var gold = "../shared/gold"

  func stories(_ folder: String) throws -> [GoldStory] {
    try GoldCorpus.stories(in: gold + "/" + folder, language: language)
  }

  /// The stories to train on, folder by folder.
  func trainStories() throws -> [GoldStory] {
    try plan.train.flatMap { folder in
      try stories(folder.name).map { story in
        var story = story
        story.weight = folder.weight
        return story
      }
    }
  }

  var developFolder: String { plan.develop }
  /// Every how many-th training story is set aside.
  var asideEvery: Int { plan.asideEvery }

  private var plan: TrainingPlan { .of(language) }
}
