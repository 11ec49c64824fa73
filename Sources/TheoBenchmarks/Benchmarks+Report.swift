internal import FoundationEssentials

extension Benchmarks {
  /// A report as a page with its folder, of a session that theo opens for it, beside python3's
  /// reading and writing of the same session.
  static let report: @Sendable () async throws -> Void = {
    let folder = try ScratchFolder()
    let sizes = [(20, 150, 1.0), BenchmarkSize.isFull ? (500, 3000, 15.0) : (50, 300, 1.5)]
    for (stories, verdicts, most) in sizes {
      let session = try await ReportedSession.make(
        stories: stories, verdicts: verdicts, in: folder)
      let page = "\(folder.path)/\(stories).html"
      let opened = ["-c", "open \(session)"]
      let whole = TimedCommand(
        name: "theo report", program: theo, arguments: opened + ["-c", "report --yes \(page)"])
      let python = TimedCommand(
        name: "python3", program: "python3",
        arguments: [
          "-c", "import json, sys; json.dump(json.load(open(sys.argv[1])), open(sys.argv[2], 'w'))",
          session, folder.path + "/copy.json",
        ])
      let times = try await PairedTimes.measure(whole, python, runs: 5)
      let opening = try await PairedTimes.measure(
        TimedCommand(name: "theo open", program: theo, arguments: opened), python, runs: 5)
      let written = median(times.first) - median(opening.first)
      print(
        "report: \(stories) stories, \(rounded(Double(Corpus.size(of: page)) / 1e6)) MB",
        "(goal \(rounded(most))), in \(rounded(written * 1000)) ms beside \(rounded(median(opening.first) * 1000))",
        "for opening the session; \(rounded(times.ratio)) times python3's json.load and json.dump")
    }
  }
}
