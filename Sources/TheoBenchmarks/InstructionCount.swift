internal import FoundationEssentials
internal import Subprocess

extension TimedCommand {
  /// Millions of instructions of the program, by valgrind: the same on a busy machine and an idle
  /// one.
  func instructions() async throws -> Double {
    let words = ["--tool=callgrind", "--callgrind-out-file=/dev/null", program] + arguments
    let result = try await Subprocess.run(
      .name("valgrind"), arguments: Arguments(words), output: .discarded,
      error: .string(limit: 1 << 16))
    let told = result.standardError
    guard result.terminationStatus.isSuccess, let count = Self.collected(told) else {
      throw BenchmarkFailure(words: "\(name): \(told.suffix(200))")
    }
    return count / 1e6
  }

  /// "==12== Collected : 772126075" → 772126075
  private static func collected(_ told: String) -> Double? {
    told.split(separator: "\n").lazy
      .filter { $0.contains("Collected :") }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.first
  }
}
