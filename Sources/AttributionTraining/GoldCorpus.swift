internal import ArticleReading
internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials

/// Reads folders of gold stories: this project's JSON, or PolNeAR's text with brat standoff.
enum GoldCorpus {
  static func stories(in folder: String, language: ArticleLanguage) throws -> [GoldStory] {
    let files = FileManager.default
    if files.fileExists(atPath: folder + "/attributions") {
      return try brat(folder, language: language)
    }
    let names = try files.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      let gold = try JSONDecoder().decode(
        GoldFile.self, from: Data(contentsOf: URL(filePath: folder + "/" + name)))
      let text = try text(of: folder + "/" + gold.file)
      return GoldStory(
        article: article(gold.file, text, language), marked: gold.attributions)
    }
  }

  private static func brat(_ folder: String, language: ArticleLanguage) throws -> [GoldStory] {
    let files = FileManager.default
    var annotations = [String: String]()
    for name in try files.contentsOfDirectory(atPath: folder + "/attributions").sorted() {
      guard name.hasSuffix(".ann"), let cut = name.lastIndex(of: "_") else { continue }
      let stem = String(name[..<cut])
      if annotations[stem] == nil { annotations[stem] = name }
    }
    let names = try files.contentsOfDirectory(atPath: folder + "/text").sorted()
    return try names.compactMap { name in
      guard name.hasSuffix(".txt"), let marks = annotations[String(name.dropLast(4))] else {
        return nil
      }
      let standoff = try text(of: folder + "/attributions/" + marks)
      return GoldStory(
        article: article(name, try text(of: folder + "/text/" + name), language),
        marked: BratReader.attributions(standoff))
    }
  }

  private static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private static func article(
    _ name: String, _ text: String, _ language: ArticleLanguage
  ) -> Article {
    ArticleReader.article(named: name, text: text, language: language)
  }
}

private struct GoldFile: Decodable {
  var file: String
  var attributions: [MarkedAttribution]
}
