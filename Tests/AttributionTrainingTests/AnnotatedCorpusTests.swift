import ClaimModel
import Foundation
import Lexicons
import Testing

@testable import AttributionTraining

@Suite("Stories corrected by hand")
struct AnnotatedCorpusTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/annotated-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "Ann Reed said the mill, old as it is, would close."
    try Data(text.utf8).write(to: URL(filePath: folder + "/one.txt"))
    try Data(#"{"id":"7","text":"\#(text)"}"#.utf8).write(
      to: URL(filePath: folder + "/stories.jsonl"))
  }

  @Test(
    "have their spans on the words of the corpus",
    arguments: ["one.txt", "stories.jsonl#7"])
  func spans(name: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let table = "# Columns\n\(name)\t50\t14-22,38-49\t9-13\t0-8\n\(name)\t50\t24-33\t9-13\n"
    let stories = try AnnotatedCorpus.stories(
      WordList(name: "table", text: table), corpus: folder, language: .english)
    let story = try #require(stories.first)
    #expect(stories.count == 1)
    #expect(story.attributions.map(\.cue) == [2..<3, 2..<3])
    #expect(story.attributions.map(\.source) == [0..<2, nil])
    #expect(story.attributions.map(\.content.count) == [2, 1])
  }

  @Test("are refused by name where the text is another one")
  func otherText() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let table = WordList(name: "table", text: "one.txt\t51\t14-22\t9-13\t0-8\n")
    let error = #expect(throws: AnnotatedCorpus.OtherText.self) {
      try AnnotatedCorpus.stories(table, corpus: folder, language: .english)
    }
    #expect(
      error?.description
        == "“one.txt” has 50 code points, not the 51 that were annotated:"
        + " give the corpus in which it was")
  }
}
