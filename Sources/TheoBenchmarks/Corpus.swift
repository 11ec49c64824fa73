internal import FoundationEssentials
internal import SystemPackage

/// Stories to measure with: those beside the project where they are, else the shipped samples over
/// and over.
struct Corpus {
  var files: [String]
  var bytes: Int
  var name: String

  /// Each language's own.
  static var all: [Corpus] { [find(), english] }

  /// Vietnamese ones with a byline.
  static func find() -> Corpus {
    let bylined = "../shared/corpus/vietnews-bylined"
    let found = files(below: bylined).filter { $0.hasSuffix(".txt.seg") }
    if !found.isEmpty { return Corpus(found, name: "vietnews-bylined") }
    return Corpus(
      Array(repeatElement(shipped, count: 500).joined()), name: "shipped stories, 500 times")
  }

  static var english: Corpus {
    let wire = "../shared/corpus/wire-en-plain/stories.jsonl"
    if size(of: wire) > 0 { return Corpus([wire], name: "wire-en-plain") }
    let samples = shipped.filter { $0.hasSuffix("van-sa-port-fire.txt") }
    return Corpus(
      Array(repeatElement(samples, count: 1000).joined()), name: "shipped English story, 1000 times"
    )
  }

  static var shipped: [String] { files(below: "sessions/stories") }

  var megabytes: Double { Double(bytes) / 1e6 }

  func extraction(by program: String, on cores: String = "0") -> TimedCommand {
    TimedCommand(
      name: "\(program) extract", program: "taskset",
      arguments: ["-c", cores, program, "extract", "--format", "jsonl"] + files)
  }

  init(_ files: [String], name: String) {
    self.files = files
    self.name = name
    var sizes = [String: Int]()
    bytes = files.reduce(0) { sum, file in
      let size = sizes[file] ?? Corpus.size(of: file)
      sizes[file] = size
      return sum + size
    }
  }

  /// Bytes of a file: where its end is; 0 where it cannot be opened.
  static func size(of file: String) -> Int {
    guard let descriptor = try? FileDescriptor.open(file, .readOnly) else { return 0 }
    defer { try? descriptor.close() }
    return Int((try? descriptor.seek(offset: 0, from: .end)) ?? 0)
  }

  private static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains(".txt") }.sorted().map { folder + "/" + $0 }
  }
}
