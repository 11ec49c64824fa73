import ClaimModel
import Foundation
import Testing

@testable import AttributionTraining

@Suite("Stories that another finder has read")
struct SilverCorpusTests {
  @Test("have its claims as their gold, those without a cue and the story's own words aside")
  func claims() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/silver-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = "Ann Reed said the mill would close. The mill is old."
    try Data(#"{"id":"7","text":"\#(text)"}"#.utf8).write(
      to: URL(filePath: folder + "/stories.jsonl"))
    let claims = """
      {"record":"article","article":"7","language":"en"}
      {"record":"claim","article":"7","kind":"indirect","content":[[14,34]],"cue":[[9,13]],"source":[[0,8]]}
      {"record":"claim","article":"7","kind":"narrated","content":[[36,51]],"cue":[],"source":[]}
      """
    try Data(claims.utf8).write(to: URL(filePath: folder + "/claims.jsonl"))
    let stories = try SilverCorpus.stories(
      folder + "/stories.jsonl", claims: folder + "/claims.jsonl", language: .english,
      weight: 0.5)
    let story = try #require(stories.first)
    #expect(stories.count == 1)
    #expect(story.weight == 0.5)
    #expect(story.attributions.map(\.cue) == [2..<3])
    #expect(story.attributions.map(\.source) == [0..<2])
  }
}
