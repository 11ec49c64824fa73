internal import ArticleReading
internal import FoundationEssentials
internal import Subprocess

/// Apart from `Benchmarks`, which only names it.
enum PageSpeed {
  /// Megabytes of pages a second of processor time, without the search for claims; beside libraries
  /// of Python that take the text out of pages, where they are there, by the same clock.
  static let measure: @Sendable () async throws -> Void = {
    let pages = try PageSample()
    let start = processorSeconds()
    var stories = 0
    for _ in 0..<pages.rounds {
      for page in pages.contents { stories += Self.stories(in: page) }
    }
    let seconds = processorSeconds() - start
    guard stories == pages.rounds * pages.contents.count else {
      throw BenchmarkFailure(words: "\(stories) stories of \(pages.rounds * pages.contents.count)")
    }
    let speed = pages.megabytes * Double(pages.rounds) / seconds
    print(
      "pages: \(rounded(speed)) MB/s of HTML on one core, \(pages.name), claims not looked for",
      "(\(goal(speed, atLeast: 40)))")
    for peer in PagePeer.all { await peer.measure(pages, beside: speed) }
  }

  private static func stories(in page: [UInt8]) -> Int {
    page.withUnsafeBufferPointer { bytes in
      var count = 0
      _ = HTMLFormat.stories(in: bytes, of: StoryInput(name: "page")) { _ in count += 1 }
      return count
    }
  }
}

/// Pages to read: those beside the project, else the one that is shipped.
private struct PageSample {
  var name: String
  var files: [String]
  var contents: [[UInt8]]
  /// How many times they are read: some seconds of work.
  let rounds: Int

  var megabytes: Double { contents.reduce(0) { $0 + Double($1.count) } / 1e6 }

  init() throws {
    let folder = "../shared/corpus/pages"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    files = names.filter { $0.hasSuffix(".html") }.sorted().map { folder + "/" + $0 }
    name = "\(files.count) pages"
    if files.isEmpty {
      files = ["sessions/pages/tau-can-van-sa.html"]
      name = "the shipped page"
    }
    contents = try files.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    let bytes = contents.reduce(0) { $0 + $1.count }
    rounds = max(1, 20_000_000 / max(1, bytes))
  }
}

/// A library of Python that takes the text out of a page.
private struct PagePeer: Sendable {
  var name: String
  /// What must be there to import.
  var module: String
  /// Makes `run`, a function of a page's bytes.
  var code: String

  static let all = [
    PagePeer(
      name: "resiliparse", module: "resiliparse",
      code: """
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        run = lambda page: extract_plain_text(
          bytes_to_str(page, detect_encoding(page)), main_content=True)
        """),
    PagePeer(
      name: "trafilatura", module: "trafilatura",
      code: "import trafilatura; run = lambda page: trafilatura.bare_extraction(page)"),
    PagePeer(
      name: "newspaper4k", module: "newspaper",
      code: """
        import newspaper
        def run(page):
          article = newspaper.Article("https://page.example/")
          article.download(input_html=page)
          article.parse()
        """),
    PagePeer(
      name: "readability", module: "readability",
      code: """
        import readability
        run = lambda page: readability.Document(page.decode("utf-8", "replace")).summary()
        """),
  ]

  func measure(_ pages: PageSample, beside speed: Double) async {
    guard await Peer.python("import \(module)") != nil else {
      print("pages: \(name): skipped, python3 has no \(module)")
      return
    }
    let files = pages.files.map { "\"\($0)\"" }.joined(separator: ", ")
    let program = """
      import logging, time
      logging.disable(logging.CRITICAL)
      \(code)
      pages = [open(name, "rb").read() for name in [\(files)]]
      run(pages[0])
      start = time.process_time()
      for page in pages:
        try: run(page)
        except Exception: pass
      print(time.process_time() - start)
      """
    guard let answer = await Peer.python(program), let seconds = Double(answer) else {
      print("pages: \(name): did not run")
      return
    }
    let own = pages.megabytes / seconds
    print("pages: \(rounded(own)) MB/s for \(name), theo is \(rounded(speed / own)) times as fast")
  }
}
