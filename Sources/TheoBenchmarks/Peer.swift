internal import FoundationEssentials
internal import Subprocess

/// A library of Python that does a part of what theo does, on the same text.
struct Peer: Sendable {
  var name: String
  /// What must be there to import.
  var module: String
  var isEnglish: Bool
  /// Bytes of text, as many as it does in some seconds.
  var bytes: Int
  /// Makes `run`, a function of one text.
  var code: String

  static let all = [
    Peer(
      name: "underthesea's sentences and words", module: "underthesea", isEnglish: false,
      bytes: 1_000_000,
      code: """
        from underthesea import sent_tokenize, word_tokenize
        run = lambda text: [word_tokenize(sentence) for sentence in sent_tokenize(text)]
        """),
    Peer(
      name: "pyvi's words", module: "pyvi", isEnglish: false, bytes: 1_000_000,
      code: "from pyvi import ViTokenizer; run = ViTokenizer.tokenize"),
    Peer(
      name: "spaCy's small English pipeline", module: "en_core_web_sm", isEnglish: true,
      bytes: 100_000, code: "import en_core_web_sm; run = en_core_web_sm.load()"),
  ]

  /// Does the texts of a file of JSON Lines and says how long that took, without what it loads.
  func program(_ path: String) -> String {
    """
    import json, time
    \(code)
    texts = [json.loads(line)["text"] for line in open("\(path)")]
    run(texts[0])
    start = time.process_time()
    for text in texts: run(text)
    print(time.process_time() - start)
    """
  }
}

extension Peer {
  /// The peers' start is not counted, theo's is.
  static func measureAll(beside theo: String) async throws {
    for peer in all {
      guard await python("import \(peer.module)") != nil else {
        print("peers: \(peer.name): skipped, python3 has no \(peer.module)")
        continue
      }
      try await peer.measure(beside: theo)
    }
  }

  private func measure(beside theo: String) async throws {
    let path = ".build/benchmarks/peer.jsonl"
    let bytes = try PeerSample(isEnglish: isEnglish).write(self.bytes, to: path)
    guard let answer = await Self.python(program(path)), let seconds = Double(answer) else {
      throw BenchmarkFailure(words: "\(name) did not run")
    }
    let own = try AlternatedCosts.measure(
      [Corpus([path], name: "sample").extraction(by: theo)], runs: 2)
    let megabytes = Double(bytes) / 1e6
    print(
      "peers: \(rounded(megabytes / seconds)) MB/s for \(name), theo extract is",
      "\(rounded(seconds / own.median(0, \.processor))) times as fast")
  }

  /// What a program prints, on one core; nil where it fails.
  static func python(_ program: String) async -> String? {
    let result = try? await Subprocess.run(
      .name("taskset"), arguments: ["-c", "0", "python3", "-c", program],
      environment: .inherit.updating(["OMP_NUM_THREADS": "1"]),
      output: .string(limit: 1000), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput.filter { !$0.isWhitespace }
  }
}

/// Stories for a peer, some of the corpus.
struct PeerSample {
  var isEnglish: Bool

  /// Writes stories, a line each, until there is enough of them; gives back the bytes of text.
  func write(_ wanted: Int, to path: String) throws -> Int {
    var bytes = 0
    var lines = [Data]()
    for text in try texts() where bytes < wanted {
      bytes += text.utf8.count
      lines.append(try JSONEncoder().encode(["text": text]) + [0x0A])
    }
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(lines.joined()).write(to: url)
    return bytes
  }

  private func texts() throws -> [String] {
    let files = (isEnglish ? Corpus.english : .find()).files
    return try files.prefix(1000).flatMap { file in
      let data = try Data(contentsOf: URL(filePath: file))
      guard file.hasSuffix(".jsonl") else { return [String(decoding: data, as: UTF8.self)] }
      return data.split(separator: 0x0A).prefix(1000).compactMap {
        try? JSONDecoder().decode(Record.self, from: $0).text
      }
    }
  }

  private struct Record: Decodable {
    var text: String
  }
}
