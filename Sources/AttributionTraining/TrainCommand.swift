internal import ArgumentParser
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials
internal import Lexicons

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train one language's model and write its file.")

  @OptionGroup var gold: GoldOptions

  @Option(help: "File to write the model to.")
  var output: String

  @OptionGroup var fold: FoldOptions

  @OptionGroup var silver: SilverOptions

  @OptionGroup var annotated: AnnotatedOptions

  @Option(help: "Words and their classes, as `classes` writes them.")
  var classes: String?

  @Option(help: "Logarithm of the rows of the cue tagger, in place of the plan's.")
  var cueBits: Int?

  @Option(help: "Logarithm of the rows of the span tagger, in place of the plan's.")
  var spanBits: Int?

  @Option(help: "Share of features left out at random, in place of the plan's.")
  var dropped: Float?

  @Option(help: "L2 penalty, in place of the plan's.")
  var penalty: Float?

  @Option(help: "Passes over the stories, in place of the plan's.")
  var passes: Int?

  @Option(help: "Runs whose mean is the model, in place of the plan's.")
  var runs: Int?

  @Flag(help: "Train on all training stories, none set aside.")
  var all = false

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let say: @Sendable (String) -> Void = { text in
      print("\(Int((clock.now - start) / .seconds(1))) s: \(text)")
    }
    let stories = try gold.trainStories()
    let isAside = { (index: Int) in
      fold.number.map { index % fold.folds == $0 } ?? (!all && index % gold.asideEvery == 0)
    }
    let aside = stories.indices.filter(isAside)
    let rest = stories.indices.filter { !isAside($0) }
    say("\(rest.count) stories to train on, \(aside.count) set aside")
    let settings = settings()
    var training = ModelTraining(settings: settings, say: say)
    if let classes {
      training.classes = ClassTable.table(try WordList(file: classes))
    }
    let taught = try silver.read(gold.language)
    if !taught.isEmpty { say("\(taught.count) stories that another finder read") }
    let corrected = try annotated.read(gold.language)
    if !corrected.isEmpty { say("\(corrected.count) stories corrected by hand") }
    let bytes = await training.train(rest.map { stories[$0] } + taught + corrected)
    try Data(bytes).write(to: URL(filePath: output))
    try report(bytes, aside: aside.map { stories[$0] })
    say("done")
  }

  private func settings() -> ModelTraining.Settings {
    var settings = ModelTraining.Settings(gold.language)
    settings.cueBits = cueBits ?? settings.cueBits
    settings.spanBits = spanBits ?? settings.spanBits
    settings.cue.dropped = dropped ?? settings.cue.dropped
    settings.span.dropped = dropped ?? settings.span.dropped
    settings.cue.penalty = penalty ?? settings.cue.penalty
    settings.span.penalty = penalty ?? settings.span.penalty
    settings.cue.passes = passes ?? settings.cue.passes
    settings.span.passes = passes ?? settings.span.passes
    settings.runs = runs ?? settings.runs
    return settings
  }

  /// Prints what the model is worth on stories that it was not trained on.
  private func report(_ bytes: [UInt8], aside: [GoldStory]) throws {
    let model = ModelTraining.load(bytes)
    print("\(bytes.count) bytes")
    let develop = try gold.stories(gold.developFolder)
    for bias in [0, 1, 2, 3] as [Float] {
      let cues = Diagnosis.cues(model, bias: bias, develop)
      print("cues, bias \(bias): F1 \(cues.f1) P \(cues.precision) R \(cues.recall)")
    }
    print("given cues:", Diagnosis.spans(model, develop).line)
    for threshold in [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] as [Float] {
      var chosen = model.settings
      chosen.threshold = threshold
      print(threshold, "dev      ", Self.measure(model, chosen, develop).line)
      print(threshold, "set aside", Self.measure(model, chosen, aside).line)
    }
  }

  static func measure(
    _ model: LearnedModel, _ settings: ModelSettings, _ stories: [GoldStory]
  ) -> Measuring {
    let finder = LearnedFinder(nil)
    var measuring = Measuring()
    for story in stories {
      let all = finder.decodings(
        in: story.story, ruled: RuleFinder().attributions(in: story.story), model: model)
      measuring.add(finder.kept(all, settings: settings), in: story)
    }
    return measuring
  }
}
