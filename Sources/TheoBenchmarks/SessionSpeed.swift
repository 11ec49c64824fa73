/// Apart from `Benchmarks`, which only names it.
enum SessionSpeed {
  /// A large session opened, saved, verified, replayed, compared and merged, beside a JSON library
  /// of Python on the same file; by wall time, as theo reads stories on all cores.
  static let measure: @Sendable () async throws -> Void = {
    let large = try await LargeSession.make()
    print(
      "session: \(LargeSession.stories) stories, \(LargeSession.annotations) annotations,",
      "\(rounded(large.size)) MB")
    let library = await Peer.python("import orjson; print(1)") == nil ? "json" : "orjson"
    let merged = large.copy + ".merged"
    let open = ["-c", "open \(large.path)"]
    let commands = [
      own("open", open), own("open and save", open + ["-c", "save --yes \(large.copy)"]),
      own("verify", ["-c", "session verify \(large.path)"]),
      own("replay", ["-c", "replay --verify \(large.path)"]),
      own("diff", ["-c", "diff \(large.path) \(large.path)"]),
      own("agreement", ["-c", "agreement --by-session \(large.path) \(large.path)"]),
      shell(
        "merge",
        "rm -f '\(merged)'; '\(TheoProgram.path)' merge '\(large.path)' '\(large.path)' -o '\(merged)'"
      ),
      python(library, "x = read()", large), python(library, "write(read())", large),
    ]
    let costs = try AlternatedCosts.measure(commands, runs: 3)
    let (read, written) = (commands.count - 2, commands.count - 1)
    for (place, (peer, most)) in [(read, 0.7), (written, 1.0)].enumerated() {
      tell(costs, place, beside: peer, commands, most)
    }
    for (place, most) in [(2, 1.2), (3, 1.2), (4, 2.2), (5, 2.2), (6, 3.5)] {
      tell(costs, place, beside: 0, commands, most)
    }
  }

  private static func tell(
    _ costs: AlternatedCosts, _ place: Int, beside peer: Int, _ commands: [TimedCommand],
    _ most: Double
  ) {
    let ratio = costs.ratio(place, to: peer, \.wall)
    print(
      "session: \(commands[place].name): \(rounded(ratio)) times \(commands[peer].name)",
      "(\(rounded(costs.median(place, \.wall))) s; \(goal(ratio, atMost: most));",
      "processor \(rounded(costs.ratio(place, to: peer, \.processor))) times,",
      "\(Int(costs.median(place, \.peak))) MiB at most)")
  }

  private static func own(_ name: String, _ words: [String]) -> TimedCommand {
    TimedCommand(name: name, program: TheoProgram.path, arguments: words)
  }

  private static func shell(_ name: String, _ line: String) -> TimedCommand {
    TimedCommand(name: name, program: "sh", arguments: ["-c", line])
  }

  private static func python(_ library: String, _ body: String, _ large: LargeSession)
    -> TimedCommand
  {
    let write =
      library == "json"
      ? "json.dump(value, open('\(large.copy).py', 'w'), indent=2, sort_keys=True)"
      : "open('\(large.copy).py', 'wb').write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))"
    let program = """
      import \(library)
      def read(): return \(library).loads(open('\(large.path)', 'rb').read())
      def write(value): \(write)
      \(body)
      """
    return TimedCommand(
      name: body == "write(read())"
        ? "python3's \(library), read and written" : "python3's \(library)",
      program: "python3", arguments: ["-c", program])
  }
}
