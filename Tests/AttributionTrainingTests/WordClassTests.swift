import ClaimModel
import Foundation
import Lexicons
import Testing

@testable import AttributionTraining
@testable import ClaimExtraction

@Suite("Classes of words")
struct WordClassTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "theo-classes-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "below"), withIntermediateDirectories: true)
  }

  private func corpus(_ text: String, least: Int = 1) throws -> WordCorpus {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "a.txt.seg"))
    return try WordCorpus(folders: [folder.path()], least: least)
  }

  @Test("come from segmented files alone, in a folder or below it")
  func files() throws {
    try Data("Cầu sập .".utf8).write(to: folder.appending(path: "below/b.body.tok.txt"))
    try Data("Không đọc .".utf8).write(to: folder.appending(path: "c.txt"))
    let words = try corpus("Đội cứu_hộ đến .").words
    #expect(words.dropFirst(3).sorted() == [".", "cầu", "cứu_hộ", "sập", "đến", "đội"])
  }

  @Test("count all numbers as one word, and rare words as two: with a capital and without")
  func rare() throws {
    let corpus = try corpus("Có 12 xe .\nCó 7 Xe_Lửa cháy .\n", least: 2)
    #expect(corpus.words.dropFirst(3).sorted() == [".", "0", "có"])
    let names = corpus.sentences.map { $0.map { corpus.words[Int($0)] } }
    #expect(
      names.map { $0.map { $0.isEmpty ? "?" : $0 } } == [
        ["có", "0", "?", "."], ["có", "0", "?", "?", "."],
      ])
    #expect(corpus.sentences[0][2] == 1 && corpus.sentences[1][2] == 2)
  }

  private static let saying = ["nói", "khẳng_định", "cho_biết", "tuyên_bố", "kể"]
  private static let doing = ["đào", "lấp", "sửa", "dọn", "xây"]

  /// Verbs of saying stand before "rằng" and weather, others before things.
  private static let sample = (0..<600).map { number in
    let person = ["Lan", "Minh", "Hà", "Bình", "Tú", "Nga", "Sơn"][number % 7]
    let what = number / 35 % 3
    return number % 2 == 0
      ? "\(person) \(saying[number / 2 % 5]) rằng trời \(["mưa", "nắng", "gió"][what]) ."
      : "\(person) \(doing[number / 2 % 5]) \(["giếng", "ao", "đường"][what]) ở làng ."
  }.joined(separator: "\n")

  @Test("hold words that stand between the same neighbours, and the same each time")
  func company() throws {
    let corpus = try corpus(Self.sample)
    let found = (0..<2).map { _ in
      var training = WordClassTraining(corpus, classCount: 10)
      training.run()
      return training.classes
    }
    #expect(found[0] == found[1])
    func classes(_ words: [String]) -> Set<Int> {
      Set(words.compactMap { corpus.words.firstIndex(of: $0) }.map { found[0][$0] })
    }
    #expect(classes(Self.saying).isDisjoint(with: classes(Self.doing)))
    #expect(classes(Self.saying).count == 1 && classes(Self.doing).count == 1)
    #expect(found[0][WordCorpus.boundary] == 0)
    #expect(found[0].dropFirst().allSatisfy { (1..<10).contains($0) })
  }

  @Test(
    "are found by the longest word, in both forms of a story",
    arguments: [
      ("Ông khẳng_định điều đó .", ["Ông", "khẳng định", "điều đó", "."]),
      ("Ông khẳng định điều đó .", ["Ông", "khẳng định", "điều đó", "."]),
      ("Ông khẳng", ["Ông", "khẳng"]),
      ("Định điều", ["Định", "điều"]),
      ("hoà bình, hòa_bình", ["hoà bình", ",", "hòa bình"]),
    ])
  func longest(text: String, expected: [String]) throws {
    let list = WordList(
      name: "classes", text: "khẳng_định\t255\t3\nđiều_đó\t7\t2\nđiều\t8\t2\nhòa_bình\t9\t1\n")
    let known = ModelTraining.model(
      [ModelTraining.empty, ClassTable.table(list)]
    ).known
    var copy = text
    let words = copy.withUTF8 { bytes in
      let article = Article(
        name: "a.txt", text: text, language: .vietnamese,
        body: [TextSpan(0, bytes.count)])
      let story = Story(article: article, bytes: bytes)
      let traits = StoryTraits(story, known: known, ruled: [])
      var words = [String]()
      for (index, token) in story.tokens.enumerated() {
        let piece = String(
          decoding: UnsafeBufferPointer(
            rebasing: bytes[Int(token.start)..<Int(token.end)]), as: UTF8.self)
        if traits.words[index].isFirst {
          words.append(piece)
        } else {
          words[words.count - 1] += " " + piece
        }
      }
      return words
    }
    #expect(words == expected)
  }

  @Test("are read back as they were written, up to the last")
  func written() {
    let table = ClassTable.table(
      WordList(name: "classes", text: "# head\nnói\t1\t2\nnói_rằng\t255\t63\n"))
    #expect(table.width == WordClasses.width)
    #expect(table.rows.map(\.weights).sorted { $0[0] > $1[0] } == [[2, 1, 2], [0, -1, 63]])
  }
}
