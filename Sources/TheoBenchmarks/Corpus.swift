internal import FoundationEssentials

/// Stories to measure with: the bylined Vietnamese ones beside the project where they are,
/// else the shipped samples over and over.
struct Corpus {
  var files: [String]
  var bytes: Int
  var name: String

  static func find() -> Corpus {
    let bylined = "../shared/corpus/vietnews-bylined"
    let found = files(below: bylined).filter { $0.hasSuffix(".txt.seg") }
    if !found.isEmpty { return Corpus(found, name: "vietnews-bylined") }
    let samples = files(below: "sessions/stories")
    return Corpus(
      Array(repeatElement(samples, count: 500).joined()), name: "shipped stories, 500 times")
  }

  private init(_ files: [String], name: String) {
    self.files = files
    self.name = name
    var sizes = [String: Int]()
    bytes = files.reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      let size = sizes[file] ?? (attributes?[.size] as? UInt64).map(Int.init) ?? 0
      sizes[file] = size
      return sum + size
    }
  }

  private static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains(".txt") }.sorted().map { folder + "/" + $0 }
  }
}
