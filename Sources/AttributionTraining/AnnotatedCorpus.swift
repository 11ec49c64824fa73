internal import ArticleReading
internal import ClaimModel
internal import FoundationEssentials
internal import Lexicons

/// Stories whose attributions were corrected by hand, beside the gold ones: the project keeps
/// where their spans stand, the texts stay in the corpus.
///
/// A row is an attribution: story, length, content, cue, source. A story is a file of the corpus,
/// or one of a file of JSON Lines (`wire/stories.jsonl#253835`). Spans (`12-20,31-40`) and the
/// length of the story's text count code points.
enum AnnotatedCorpus {
  /// A story that is not what was annotated: its spans would stand on other words.
  struct OtherText: Error, CustomStringConvertible {
    var story: String
    var expected: Int
    var found: Int

    var description: String {
      "“\(story)” has \(found) code points, not the \(expected) that were annotated:"
        + " give the corpus in which it was"
    }
  }

  static func stories(
    _ annotations: WordList, corpus: String, language: ArticleLanguage
  ) throws -> [GoldStory] {
    var order = [String]()
    var marked = [String: [MarkedAttribution]]()
    var lengths = [String: Int]()
    for row in annotations.rows {
      let name = row[0]
      if marked[name] == nil { order.append(name) }
      lengths[name] = Int(row[1])
      marked[name, default: []].append(
        MarkedAttribution(content: spans(row[2]), cue: spans(row[3]), source: spans(row[4])))
    }
    var texts = StoryTexts(corpus: corpus)
    return try order.map { name in
      let text = try texts.text(of: name)
      let (expected, found) = (lengths[name] ?? 0, text.unicodeScalars.count)
      guard found == expected else {
        throw OtherText(story: name, expected: expected, found: found)
      }
      return GoldStory(
        article: ArticleReader.article(named: name, text: text, language: language),
        marked: marked[name] ?? [])
    }
  }

  /// "12-20,31-40" → [[12, 20], [31, 40]]
  private static func spans(_ field: String) -> [[Int]] {
    field.split(separator: ",").map { $0.split(separator: "-").compactMap { Int($0) } }
  }
}

/// Texts of stories by name; a file of JSON Lines is read once.
private struct StoryTexts {
  let corpus: String
  private var lines = [Substring: [String: String]]()

  init(corpus: String) { self.corpus = corpus }

  mutating func text(of name: String) throws -> String {
    let parts = name.split(separator: "#", maxSplits: 1)
    guard parts.count == 2 else {
      return String(decoding: try bytes(of: name[...]), as: UTF8.self)
    }
    let known = try lines[parts[0]] ?? read(parts[0])
    lines[parts[0]] = known
    return known[String(parts[1])] ?? ""
  }

  private func read(_ file: Substring) throws -> [String: String] {
    let stories = try bytes(of: file).split(separator: 0x0A).map {
      try JSONDecoder().decode(PlainStory.self, from: Data($0))
    }
    return Dictionary(stories.map { ($0.id, $0.text) }) { first, _ in first }
  }

  private func bytes(of file: Substring) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: corpus + "/" + file)))
  }
}
