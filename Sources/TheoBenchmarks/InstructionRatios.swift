internal import FoundationEssentials

/// Apart from `Benchmarks`, which only names it.
enum InstructionRatios {
  /// Instructions of commands beside those of programs that everybody has, held against the ratios
  /// that are recorded; `--record` records them.
  static let measure: @Sendable () async throws -> Void = {
    guard
      (try? await TimedCommand(name: "", program: "valgrind", arguments: ["--version"]).run())
        != nil
    else { return print("work: skipped, there is no valgrind") }
    let folder = try ScratchFolder()
    let theo = try await withoutSymbols(TheoProgram.path, in: folder)
    let isRecording = CommandLine.arguments.contains("--record")
    let recorded = isRecording ? nil : try RecordedRatios.read()
    var found = [(name: String, ratio: Double)]()
    var fallen = [String]()
    for (command, peer) in try await pairs(of: theo, in: folder) {
      let name = "\(command.name) / \(peer.name)"
      let (own, others) = (try await command.instructions(), try await peer.instructions())
      found.append((name, own / others))
      let judged = recorded?.judge(name, own / others)
      print(
        "work: \(name): \(rounded(own / others)) times,",
        "\(rounded(own)) million instructions (\(judged?.words ?? "recorded"))")
      if judged?.isFallen == true { fallen.append(name) }
    }
    if isRecording { try RecordedRatios.write(found) }
    if !fallen.isEmpty { throw FallenRatios(names: fallen) }
  }

  /// A copy that valgrind reads: it gives up on the debugging symbols of so large a program.
  private static func withoutSymbols(
    _ program: String, in folder: ScratchFolder
  ) async throws -> String {
    let copy = folder.path + "/theo"
    try await TimedCommand(name: "strip", program: "strip", arguments: ["-g", "-o", copy, program])
      .run()
    return copy
  }

  /// What theo does, and a program that does as much with the same file, or starts.
  private static func pairs(
    of theo: String, in folder: ScratchFolder
  ) async throws -> [(TimedCommand, TimedCommand)] {
    let session = try await ReportedSession.make(stories: 20, verdicts: 150, in: folder)
    let sqlite = TimedCommand(
      name: "sqlite3 :memory: .quit", program: "sqlite3", arguments: [":memory:", ".quit"])
    // The system's own: a newer one beside it would move the ratios, and may be a script.
    let system = "/usr/bin/python3"
    let interpreter = Corpus.size(of: system) > 0 ? system : "python3"
    let python = TimedCommand(
      name: "python3 json", program: interpreter,
      arguments: [
        "-c", "import json, sys; json.dump(json.load(open(sys.argv[1])), open(sys.argv[2], 'w'))",
        session, folder.path + "/copy.json",
      ])
    func own(_ name: String, _ words: String...) -> TimedCommand {
      TimedCommand(name: name, program: theo, arguments: words)
    }
    let stories = Corpus.shipped
    return [
      (own("quit", "-c", "quit"), sqlite),
      (own("session", "sessions/cang-van-sa.json", "-c", "quit"), sqlite),
      (
        own("first story", "extract", stories.first { $0.hasSuffix("cang-van-sa-2.txt") } ?? ""),
        sqlite
      ),
      (
        TimedCommand(
          name: "all shipped stories", program: theo, arguments: ["extract"] + stories),
        sqlite
      ),
      (own("open", "-c", "open \(session)"), python),
      (
        own("open and save", "-c", "open \(session)", "-c", "save \(folder.path)/saved.json"),
        python
      ),
      (
        own("report", "-c", "open \(session)", "-c", "report --yes \(folder.path)/page.html"),
        python
      ),
      (own("export", "-c", "open \(session)", "-c", "export \(folder.path)/table.csv"), python),
      (own("conflicts", "-c", "open \(session)", "-c", "conflicts --all"), python),
    ]
  }
}
