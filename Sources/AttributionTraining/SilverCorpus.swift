internal import ArticleReading
internal import ClaimModel
internal import FoundationEssentials

/// Stories that a finder has read, as if people had annotated them: what a slow finder teaches a
/// fast one.
enum SilverCorpus {
  /// Stories as JSON Lines (`{"id": …, "text": …}`) with the claims that `theo extract --format
  /// jsonl` found in them, in the same order of stories.
  static func stories(
    _ stories: String, claims: String, language: ArticleLanguage, weight: Float
  ) throws -> [GoldStory] {
    let marked = try marked(claims)
    return try lines(stories).compactMap { line in
      let story = try JSONDecoder().decode(PlainStory.self, from: Data(line))
      guard let attributions = marked[story.id], !attributions.isEmpty else { return nil }
      var gold = GoldStory(
        article: ArticleReader.article(named: story.id, text: story.text, language: language),
        marked: attributions)
      gold.weight = weight
      return gold
    }
  }

  private struct Record: Decodable {
    var record: String
    var article: String
    var kind: String?
    var content: [[Int]]?
    var cue: [[Int]]?
    var source: [[Int]]?
  }

  /// By story; narrated claims aside.
  private static func marked(_ path: String) throws -> [String: [MarkedAttribution]] {
    var found = [String: [MarkedAttribution]]()
    for line in try lines(path) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      guard record.record == "claim", record.kind != "narrated", let content = record.content,
        let cue = record.cue, !cue.isEmpty
      else { continue }
      found[record.article, default: []].append(
        MarkedAttribution(content: content, cue: cue, source: record.source ?? []))
    }
    return found
  }

  private static func lines(_ path: String) throws -> [ArraySlice<UInt8>] {
    [UInt8](try Data(contentsOf: URL(filePath: path))).split(separator: 0x0A)
  }
}

/// A story of a JSON Lines file.
struct PlainStory: Decodable {
  var id: String
  var text: String
}
