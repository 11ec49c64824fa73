#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program cost the machine, as the kernel counts it for the process alone: whoever starts
/// it, and waits for it, is not in the figures.
struct ChildCost: Sendable {
  /// Seconds of processor time, its own and the kernel's for it.
  var processor: Double
  /// Seconds from start to end.
  var wall: Double
  /// MiB at most in memory.
  var peak: Double
}

/// Seconds of processor time that this program has taken so far.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

extension TimedCommand {
  /// Runs it with nothing to read, and throws away what it prints.
  func cost() throws -> ChildCost {
    var process = pid_t()
    let start = ContinuousClock.now
    try spawn(&process)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkFailure(words: "\(name): lost") }
    }
    let wall = (ContinuousClock.now - start).inSeconds
    guard status == 0 else { throw BenchmarkFailure(words: "\(name): ended with \(status)") }
    return ChildCost(
      processor: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds, wall: wall,
      peak: Double(usage.ru_maxrss) / 1024)
  }

  private func spawn(_ process: inout pid_t) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = surroundings.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    guard posix_spawnp(&process, program, &actions, nil, &words, &variables) == 0 else {
      throw BenchmarkFailure(words: "\(program) does not start")
    }
  }

  /// "NAME=value" of all that the program is to find in its environment.
  private var surroundings: [String] {
    var lines = environment.map { "\($0.key)=\($0.value)" }
    var at = environ
    while let line = at.pointee {
      let text = String(cString: line)
      if environment[String(text.prefix { $0 != "=" })] == nil { lines.append(text) }
      at += 1
    }
    return lines
  }
}

extension timeval {
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// What some commands cost, run in turn, A B C A B C …, so that a machine whose speed drifts
/// changes all alike.
struct AlternatedCosts: Sendable {
  /// For each command, round by round.
  private var costs: [[ChildCost]]

  /// A round before the first one warms up.
  static func measure(_ commands: [TimedCommand], runs: Int) throws -> AlternatedCosts {
    var all = AlternatedCosts(costs: commands.map { _ in [] })
    for round in 0...runs {
      for (place, command) in commands.enumerated() {
        let cost = try command.cost()
        if round > 0 { all.costs[place].append(cost) }
      }
    }
    return all
  }

  /// The median for one command.
  func median(_ place: Int, _ part: KeyPath<ChildCost, Double>) -> Double {
    TheoBenchmarks.median(costs[place].map { $0[keyPath: part] })
  }

  /// The median of the ratios, round by round.
  func ratio(_ place: Int, to other: Int, _ part: KeyPath<ChildCost, Double>) -> Double {
    TheoBenchmarks.median(
      zip(costs[place], costs[other]).map { $0[keyPath: part] / $1[keyPath: part] })
  }
}

/// "goal 1.00 at most, met": whether a figure is as low as it should be.
func goal(_ value: Double, atMost most: Double) -> String {
  "goal \(rounded(most)) at most, \(value <= most ? "met" : "not met")"
}

func goal(_ value: Double, atLeast least: Double) -> String {
  "goal \(rounded(least)) at least, \(value >= least ? "met" : "not met")"
}
