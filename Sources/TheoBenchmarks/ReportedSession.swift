/// A session of invented stories of ten claims each, some with a verdict and a note.
enum ReportedSession {
  static func make(
    stories: Int, verdicts: Int, in folder: ScratchFolder
  ) async throws -> String {
    let session = "\(folder.path)/\(stories).json"
    let records = (0..<stories).map { number in
      let (place, thing) = (name(number), name(number + 7919))
      let sentences = (0..<9).map {
        "Ông Trần \(place) cho biết \($0 * 37 + number % 97) \(thing.lowercased()) \(name($0 * 613 + number).lowercased()) "
          + "đã rời cảng \(place) ngày \($0 % 28 + 1)/3, nhiều hơn cùng kỳ năm trước."
      }
      let text = "Cảng \(place) mở thêm bến \(thing)\\n\\n" + sentences.joined(separator: "\\n\\n")
      return "{\"id\": \"\(number).txt\", \"text\": \"\(text)\\n\\n(Theo AFP)\"}\n"
    }
    let wire = try folder.write(records.joined(), to: "\(stories).jsonl")
    let words = ["true", "false", "half-true", "misleading"]
    let lines = (1...verdicts).map {
      "annotate c\($0) --verdict \(words[$0 % 4]) --note \"Lần \($0)\" --evidence https://example.org/\($0)"
    }
    let script = ["load \(wire)"] + lines + ["save \(session)"]
    let path = try folder.write(script.joined(separator: "\n") + "\n", to: "\(stories).theo")
    try await TimedCommand(name: "theo run", program: TheoProgram.path, arguments: ["run", path])
      .run()
    return session
  }

  /// An invented name for a number, so that stories are about different things: 0 → "Bana".
  private static func name(_ number: Int) -> String {
    let syllables = ["ba", "le", "mi", "no", "tu", "ra", "se", "di", "vo", "khu", "tha", "phe"]
    let parts = [number / 144 % 12, number / 12 % 12, number % 12].map { syllables[$0] }
    return parts[0].prefix(1).uppercased() + parts[0].dropFirst() + parts[1] + parts[2]
  }
}
