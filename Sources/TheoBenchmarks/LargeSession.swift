internal import FoundationEssentials

/// A session of many annotated stories, made by theo itself from the shipped stories, again and
/// again: 13 MB, or 100 MB with `--full`.
struct LargeSession {
  static let stories = BenchmarkSize.isFull ? 8000 : 1000
  static let annotations = BenchmarkSize.isFull ? 2000 : 10_000

  let path: String
  /// Where the copies go that are measured.
  let copy: String

  /// Made once in the build folder; a session from an earlier run is taken where it is there.
  static func make() async throws -> LargeSession {
    let folder = ".build/benchmarks"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let session = LargeSession(
      path: "\(folder)/large-\(stories).json", copy: folder + "/copy.json")
    guard !FileManager.default.fileExists(atPath: session.path) else { return session }
    let samples = Corpus.shipped
    guard !samples.isEmpty else { throw BenchmarkFailure(words: "no stories in sessions/stories") }
    let script = folder + "/large.theo"
    let verdicts = ["true", "mostly-true", "half-true", "false"]
    let notes = (1...annotations).map { number in
      "annotate c\(number % 5000 + 1) --verdict \(verdicts[number % 4]) --note \"Lần \(number)\""
    }
    let words = (0..<stories).map { samples[$0 % samples.count] }.joined(separator: " ")
    let lines = ["load " + words] + notes + ["save " + session.path]
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: script))
    try await TimedCommand(
      name: "theo run", program: TheoProgram.path, arguments: ["run", script]
    ).run()
    return session
  }

  /// Megabytes of the file.
  var size: Double { Double(Corpus.size(of: path)) / 1e6 }
}
