#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures theo against programs that everybody has, and prints each figure as a ratio of two
/// commands timed in turn. Run from the project's root after a release build:
/// `.build/release/theo-benchmarks [start|work|annotate|extract|tab|echo|review|query|find|export|growth|session|pages|memory|report …]`.
/// Large desks and sessions are a tenth of the size that the goals speak of, unless `--full` is said.
/// Ends with status 1 where a ratio of instructions is worse than the recorded one by more than a
/// fifth; `--record` records them as they are.
/// `--beside PROGRAM` measures another build of theo in the same run, where a line allows it;
/// `--against PROGRAM` says how many times as fast this build extracts as an older one.
@main
struct Benchmarks {
  static let theo = TheoProgram.path

  static func main() async throws {
    let wanted = names(in: CommandLine.arguments.dropFirst())
    var fallen: FallenRatios?
    for (name, body) in all where wanted.isEmpty || wanted.contains(name) {
      do {
        try await body()
      } catch let error as FallenRatios {
        fallen = error
      } catch {
        print("\(name): not measured: \(error)")
      }
    }
    guard let fallen else { return }
    print(fallen)
    exit(1)
  }

  /// Other builds of theo, after `--beside`.
  static let beside = values(of: "--beside")

  /// An older build of theo, after `--against`.
  static let against = values(of: "--against").last

  private static func values(of option: String) -> [String] {
    let words = CommandLine.arguments
    return zip(words, words.dropFirst()).filter { $0.0 == option }.map(\.1)
  }

  private static func names(in words: ArraySlice<String>) -> [String] {
    words.filter {
      !["--beside", "--against", "--full", "--record"].contains($0) && !beside.contains($0)
        && $0 != against
    }
  }

  private static let all: [(String, @Sendable () async throws -> Void)] = [
    ("start", start), ("work", InstructionRatios.measure), ("annotate", annotate),
    ("extract", extract),
    ("compare", compare),
    ("tab", tab), ("echo", echo),
    ("review", review), ("query", query), ("find", find), ("export", export), ("growth", growth),
    ("session", SessionSpeed.measure), ("pages", PageSpeed.measure),
    ("memory", MemoryRecall.measure),
    ("report", report),
  ]
}
