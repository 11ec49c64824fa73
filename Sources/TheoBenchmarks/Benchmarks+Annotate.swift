extension Benchmarks {
  /// A thousand annotations, each in the journal on the disk before the next, beside SQLite that
  /// commits as many rows one by one.
  static let annotate: @Sendable () async throws -> Void = {
    let annotations = try Annotations.make()
    for program in [theo] + beside {
      try await annotations.prepare(program)
      let times = try await PairedTimes.measure(
        annotations.command(of: program), annotations.sqlite, runs: 5)
      print(
        "annotate: \(Annotations.count) annotations by \(program) take \(rounded(times.ratio))",
        "times as many inserts by sqlite3,",
        "\(rounded(median(times.first) * 1000 / Double(Annotations.count))) ms each")
    }
    for program in [theo] + beside {
      try await annotations.prepare(program)
      let cost = try await annotations.diskCost(of: program)
      print(
        "annotate: \(program) writes \(rounded(cost.bytes)) bytes and syncs",
        "\(rounded(cost.syncs)) times for each")
    }
  }
}
