import ClaimExtraction
import ClaimModel
import Foundation
import Testing

/// Stories annotated by hand, where they lie beside the project.
enum GoldStories {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/gold/vi").standardizedFileURL

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  struct Quantity: Decodable {
    var span: [Int]
    var value: Value
    var comparator: String
  }

  /// A number, or the two ends of a range.
  enum Value: Decodable, Equatable {
    case one(Double)
    case two([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        try (try? container.decode(Double.self)).map(Value.one)
        ?? .two(container.decode([Double].self))
    }
  }

  struct Caption: Decodable { var span: [Int] }

  struct Story: Decodable {
    var file: String
    var quantities: [Quantity]
    var captions: [Caption]
  }

  static func all() throws -> [(story: Story, text: String)] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.sorted { $0.path() < $1.path() }
      .map { file in
        let story = try JSONDecoder().decode(Story.self, from: Data(contentsOf: file))
        let text = folder.appending(path: file.deletingPathExtension().lastPathComponent + ".txt")
        return (story, try String(contentsOf: text, encoding: .utf8))
      }
  }
}

@Suite(.enabled(if: GoldStories.isThere, "needs ../shared/gold"))
struct QuantityGoldTests {
  @Test("Quantities of annotated stories are found with F1 of 0.85 or more")
  func measure() throws {
    var hits = 0
    var found = 0
    var wanted = 0
    var comparators = 0
    for (gold, text) in try GoldStories.all() {
      var predicted = quantities(of: text, without: gold.captions.map(\.span))
      found += predicted.count
      wanted += gold.quantities.count
      for quantity in gold.quantities {
        let match = predicted.firstIndex {
          $0.start < quantity.span[1] && quantity.span[0] < $0.end && $0.value == quantity.value
        }
        guard let match else { continue }
        hits += 1
        if predicted[match].comparator == quantity.comparator { comparators += 1 }
        predicted.remove(at: match)
      }
    }
    #expect(2 * Double(hits) / Double(found + wanted) >= 0.85)
    #expect(Double(comparators) / Double(hits) >= 0.95)
  }

  @Test("All quantities of the coalition story are right, and nothing else")
  func coalition() throws {
    let all = try GoldStories.all()
    let (gold, text) = try #require(all.first { $0.story.file.hasPrefix("iraq-coalition") })
    let predicted = quantities(of: text, without: gold.captions.map(\.span))
    #expect(predicted.map(\.value) == gold.quantities.map(\.value))
    #expect(predicted.map(\.comparator) == gold.quantities.map(\.comparator))
  }

  private struct Found {
    var start: Int
    var end: Int
    var value: GoldStories.Value
    var comparator: String
  }

  private func quantities(of text: String, without captions: [[Int]]) -> [Found] {
    let offsets = ScalarOffsets(text)
    return withStory(of: text, .vietnamese) { story in
      story.sentences.flatMap { QuantityFinder.quantities(in: $0.tokens, of: story) }
        .map { quantity in
          let (start, end) = offsets.scalars(quantity.span)
          let value = quantity.high.map { GoldStories.Value.two([quantity.value, $0]) }
          return Found(
            start: start, end: end, value: value ?? .one(quantity.value),
            comparator: quantity.comparator.rawValue)
        }
        .filter { found in
          !captions.contains { $0[0] <= found.start && found.start < $0[1] }
        }
    }
  }
}
