extension Benchmarks {
  /// Megabytes a second beside `wc -w`; two cores beside one; another build and other programs,
  /// where there are any.
  static let extract: @Sendable () async throws -> Void = {
    for corpus in Corpus.all { try measure(corpus) }
    try await Peer.measureAll(beside: theo)
  }

  /// All in turn: one core, two cores, `wc -w`, the other build on one core.
  private static func measure(_ corpus: Corpus) throws {
    let words = TimedCommand(
      name: "wc -w", program: "taskset", arguments: ["-c", "0", "wc", "-w"] + corpus.files,
      environment: ["LC_ALL": "C.UTF-8"])
    let others = against.map { [corpus.extraction(by: $0)] } ?? []
    let costs = try AlternatedCosts.measure(
      [corpus.extraction(by: theo), corpus.extraction(by: theo, on: "0,1"), words] + others, runs: 3
    )
    tell(corpus, costs)
    if let against { tell(corpus, costs, against: against) }
  }

  private static func tell(_ corpus: Corpus, _ costs: AlternatedCosts) {
    print(
      "extract: \(corpus.name), \(rounded(corpus.megabytes)) MB:",
      "\(rounded(corpus.megabytes / costs.median(0, \.processor))) MB/s on one core,",
      "\(rounded(costs.ratio(0, to: 2, \.processor))) times the time of LC_ALL=C.UTF-8 wc -w")
    let ratio = costs.ratio(0, to: 1, \.wall)
    // Where the workers wait for each other, they need more of it; where the machine is busy, not.
    let processor = costs.ratio(1, to: 0, \.processor)
    print(
      "extract: \(corpus.name): two cores are \(rounded(ratio)) times as fast as one, with",
      "\(rounded(processor)) times its processor time (\(goal(ratio, atLeast: 1.9)))")
  }

  /// Processor time on one core and peak memory, beside another build's.
  private static func tell(_ corpus: Corpus, _ costs: AlternatedCosts, against other: String) {
    let ratio = costs.ratio(3, to: 0, \.processor)
    print(
      "extract: \(corpus.name): \(rounded(ratio)) times as fast as \(other) on one core",
      "(\(rounded(costs.median(0, \.processor))) s beside",
      "\(rounded(costs.median(3, \.processor))) s; \(goal(ratio, atLeast: 2.5));",
      "\(rounded(costs.median(0, \.peak))) MiB beside \(rounded(costs.median(3, \.peak))))")
  }
}
