import FactStore
import JSONText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Extracting")
struct ExtractTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("The dam holds, the mayor of Lowfield said.\n", to: "dam.txt")
    try folder.write("", to: "empty.txt")
    try folder.write(
      (1...300).map { #"{"id":"n\#($0)","text":"Dam \#($0) holds, the mayor said."}"# + "\n" }
        .joined(), to: "many.jsonl")
  }

  private func extract(_ words: String) -> Ran {
    var desk = testDesk()
    let ran = ran(folder.filled("extract " + words), on: &desk)
    #expect(desk.store.articles.isEmpty, "the session stays as it is")
    return ran
  }

  private func records(_ output: String) throws -> [JSONObject] {
    try output.split(separator: "\n").compactMap { line in
      if case .object(let object) = try JSONReader.read(String(line)) { object } else { nil }
    }
  }

  @Test("gives an article record and its claims, in JSON Lines")
  func story() throws {
    let ran = extract("$DIR/dam.txt")
    #expect(ran.status == .done)
    let found = try records(ran.output)
    #expect(found.first?["record"] == "article")
    #expect(found.first?["article"] == .string(folder.path + "/dam.txt"))
    #expect(found.dropFirst().allSatisfy { $0["record"] == "claim" })
    #expect(found.count > 1)
  }

  @Test("goes on past an input that is none, and says so at the end")
  func mixed() throws {
    let ran = extract("$DIR/empty.txt $DIR/dam.txt")
    #expect(try records(ran.output).first?["record"] == "article")
    #expect(folder.hidden(ran.messages).hasPrefix("theo: '$DIR/empty.txt': no text in it"))
    #expect(ran.status == .badData)
  }

  @Test("keeps the order of a long input")
  func long() throws {
    let articles = try records(extract("$DIR/many.jsonl").output)
      .filter { $0["record"] == "article" }.compactMap { $0["article"] }
    #expect(articles == (1...300).map { .string("n\($0)") })
  }

  @Test("gives the claims alone in the other formats", arguments: ["csv", "md", "table"])
  func formats(_ format: String) {
    let ran = extract("$DIR/dam.txt --format \(format)")
    #expect(ran.output.contains("dam.txt"))
    #expect(!ran.output.contains("record"))
  }

  @Test("gives one list in JSON")
  func list() throws {
    guard case .array(let items) = try JSONReader.read(extract("$DIR/dam.txt --format json").output)
    else { throw OutputClosed() }
    #expect(items.count > 1)
  }
}
