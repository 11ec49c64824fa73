extension Benchmarks {
  /// What a start costs in processor time of the program itself, beside sqlite3's.
  static let start: @Sendable () async throws -> Void = {
    for program in [theo] + beside {
      let lines = starts(of: program)
      let sqlite = TimedCommand(
        name: "sqlite3", program: "sqlite3", arguments: [":memory:", ".quit"])
      let costs = try AlternatedCosts.measure(lines.map(\.command) + [sqlite], runs: 40)
      for (place, line) in lines.enumerated() {
        let ratio = costs.ratio(place, to: lines.count, \.processor)
        print(
          "start: \(line.command.name): \(rounded(ratio)) times sqlite3 :memory: .quit",
          "(\(rounded(costs.median(place, \.processor) * 1000)) ms of processor time;",
          "\(goal(ratio, atMost: line.most)))")
      }
    }
  }

  /// Each with the most that it may cost, in times of sqlite3.
  private static func starts(of program: String) -> [(command: TimedCommand, most: Double)] {
    let story = Corpus.shipped.first { $0.hasSuffix("cang-van-sa-2.txt") } ?? ""
    return [
      (["-c", "quit"], 1.0), (["--version"], 1.5),
      (["sessions/cang-van-sa.json", "-c", "quit"], 2.5),
      (["extract", story], 4),
    ].map { words, most in
      (
        TimedCommand(
          name: ([program] + words).joined(separator: " "), program: program, arguments: words),
        most
      )
    }
  }
}
