internal import Subprocess
internal import SystemPackage

/// A program with its arguments; what it prints is thrown away.
struct TimedCommand: Sendable {
  var name: String
  var program: String
  var arguments: [String]
  var environment: [String: String] = [:]

  func run() async throws {
    let changed = environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    let result = try await Subprocess.run(
      program.contains("/") ? .path(FilePath(program)) : .name(program),
      arguments: Arguments(arguments),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: changed)),
      output: .discarded, error: .discarded)
    guard result.terminationStatus.isSuccess else {
      throw BenchmarkFailure(words: "\(name): ended with \(result.terminationStatus)")
    }
  }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
  var words: String
  var description: String { words }
}

/// Two commands in turn, A B A B …, so that a machine whose speed drifts changes both alike.
struct PairedTimes: Sendable {
  var first: [Double] = []
  var second: [Double] = []

  static func measure(
    _ a: TimedCommand, _ b: TimedCommand, runs: Int
  ) async throws -> PairedTimes {
    var times = PairedTimes()
    for round in 0...runs {
      let one = try await seconds { try await a.run() }
      let other = try await seconds { try await b.run() }
      // The first round warms up.
      if round > 0 {
        times.first.append(one)
        times.second.append(other)
      }
    }
    return times
  }

  /// Median of the ratios, pair by pair.
  var ratio: Double { median(zip(first, second).map { $0 / $1 }) }
}

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await body()
  return (ContinuousClock.now - start).inSeconds
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  return (ContinuousClock.now - start).inSeconds
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

/// 2.3456 → "2.35".
func rounded(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
}
