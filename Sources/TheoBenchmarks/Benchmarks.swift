/// Measures theo against programs that everybody has, and prints each figure as a ratio of two
/// commands timed in turn. Run from the project's root after a release build:
/// `.build/release/theo-benchmarks [start|annotate|extract|tab|echo|review|query|find|growth|session …]`.
/// `--beside PROGRAM` measures another build of theo in the same run, where a line allows it.
@main
struct Benchmarks {
  static let theo = ".build/release/theo"

  static func main() async throws {
    let wanted = names(in: CommandLine.arguments.dropFirst())
    for (name, body) in all where wanted.isEmpty || wanted.contains(name) {
      do {
        try await body()
      } catch {
        print("\(name): not measured: \(error)")
      }
    }
  }

  /// Other builds of theo, after `--beside`.
  static let beside: [String] = {
    let words = CommandLine.arguments
    return zip(words, words.dropFirst()).filter { $0.0 == "--beside" }.map(\.1)
  }()

  private static func names(in words: ArraySlice<String>) -> [String] {
    words.filter { $0 != "--beside" && !beside.contains($0) }
  }

  private static let all: [(String, @Sendable () async throws -> Void)] = [
    ("start", start), ("annotate", annotate), ("extract", extract), ("compare", compare),
    ("tab", tab), ("echo", echo),
    ("review", review), ("query", query), ("find", find), ("growth", growth),
    ("session", session),
  ]

  private static let start: @Sendable () async throws -> Void = {
    for program in [theo] + beside {
      let times = try await PairedTimes.measure(
        TimedCommand(name: "\(program) -c quit", program: program, arguments: ["-c", "quit"]),
        TimedCommand(name: "sqlite3", program: "sqlite3", arguments: [":memory:", ".quit"]),
        runs: 40)
      print(
        "start: \(program) -c quit takes \(rounded(times.ratio)) times sqlite3 :memory: .quit",
        "(\(rounded(median(times.first) * 1000)) ms; goal 2.50 times)")
    }
  }

  private static let extract: @Sendable () async throws -> Void = {
    let corpus = Corpus.find()
    let megabytes = Double(corpus.bytes) / 1e6
    func extraction(on cores: String) -> TimedCommand {
      TimedCommand(
        name: "theo extract", program: "taskset",
        arguments: ["-c", cores, theo, "extract", "--format", "jsonl"] + corpus.files)
    }
    let words = TimedCommand(
      name: "wc -w", program: "taskset", arguments: ["-c", "0", "wc", "-w"] + corpus.files,
      environment: ["LC_ALL": "C.UTF-8"])
    let one = try await PairedTimes.measure(extraction(on: "0"), words, runs: 2)
    print(
      "extract: \(corpus.name), \(rounded(megabytes)) MB:",
      "\(rounded(megabytes / median(one.first))) MB/s on one core,",
      "\(rounded(one.ratio)) times the time of LC_ALL=C.UTF-8 wc -w (goal 20 MB/s)")
    let two = try await PairedTimes.measure(extraction(on: "0"), extraction(on: "0,1"), runs: 2)
    print("extract: two cores are \(rounded(two.ratio)) times as fast as one (goal 1.70)")
  }

  private static let session: @Sendable () async throws -> Void = {
    let large = try await LargeSession.make()
    let python = TimedCommand(
      name: "python3", program: "python3",
      arguments: [
        "-c", "import json, sys; json.dump(json.load(open(sys.argv[1])), open(sys.argv[2], 'w'))",
        large.path, large.copy,
      ])
    let times = try await PairedTimes.measure(
      TimedCommand(
        name: "theo open and save", program: theo,
        arguments: ["-c", "open \(large.path)", "-c", "save \(large.copy)"]),
      python, runs: 5)
    print(
      "session: \(LargeSession.stories) stories, \(LargeSession.annotations) annotations,",
      "\(rounded(large.size)) MB: opens and saves in \(rounded(median(times.first))) s,",
      "\(rounded(times.ratio)) times python3's json.load and json.dump (goal 2.00 times)")
  }
}
