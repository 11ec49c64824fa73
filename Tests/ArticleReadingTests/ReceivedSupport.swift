import ClaimModel
import TestSupport

@testable import ArticleReading

/// What came of an input: its stories, what is wrong with it, and what was told.
struct Reading {
  var articles: [Article] = []
  var errors: [ReadingError] = []
  var told: [String] = []

  /// Read as the format that recognises it, or as `format`.
  init(
    _ bytes: [UInt8], named name: String = "in", as format: (any StoryFormat.Type)? = nil
  ) {
    let notes = Notes()
    let input = StoryInput(name: name, told: { notes.add($0) })
    var articles = [Article]()
    errors = bytes.withUnsafeBufferPointer { bytes in
      (format ?? StoryFormats.format(of: bytes)).stories(in: bytes, of: input) {
        articles.append($0)
      }
    }
    self.articles = articles
    told = notes.all
  }

  init(_ text: String, named name: String = "in", as format: (any StoryFormat.Type)? = nil) {
    self.init(Array(text.utf8), named: name, as: format)
  }

  /// "line 3, column 7: what is wrong"; nil where nothing is.
  var problem: String? { errors.first?.problem }

  static func form(of text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { StoryFormats.format(of: $0).name }
  }
}

/// Collects what is told; used by one test at a time.
private final class Notes: @unchecked Sendable {
  private(set) var all: [String] = []
  func add(_ note: String) { all.append(note) }
}

/// Each input cut off everywhere, and changed at random: nothing may crash, and what cannot be read
/// gives no story.
func survives(_ seed: String, as format: any StoryFormat.Type, rounds: Int = 1500) -> Bool {
  let seed = Array(seed.utf8)
  for length in stride(from: 0, to: seed.count, by: max(1, seed.count / 300)) {
    let reading = Reading(Array(seed[..<length]), as: format)
    guard reading.errors.isEmpty || reading.articles.isEmpty else { return false }
  }
  var random = SplitMix(seed: 7)
  for _ in 0..<rounds {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      default: bytes.insert(contentsOf: Array("<&\"'>{[".utf8.shuffled(using: &random)), at: at)
      }
      if bytes.isEmpty { bytes = [0x3C] }
    }
    let reading = Reading(bytes, as: format)
    guard reading.errors.isEmpty || reading.articles.isEmpty else { return false }
  }
  return true
}
