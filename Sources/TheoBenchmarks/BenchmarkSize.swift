enum BenchmarkSize {
  /// Whether desks have the 450,000 claims that the goals speak of, or a tenth of them.
  static let isFull = CommandLine.arguments.contains("--full")
}
