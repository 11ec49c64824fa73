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

  private static let bad = """
    {"id":1,"text":"Dam 1 holds, the mayor said."}\r
    garbage {

    {"id":2}
    [{"id":3,"text":"Dam 3 holds, the mayor said."},7]
    {"id":4,"text":"Dam 4 holds, the mayor said.",
    {"id":5,"text":"Dam 5 holds, the mayor said."}

    """

  @Test("makes a bad record a record of its own, in its place, and reads the rest")
  func errorRecords() throws {
    try folder.write("\u{FEFF}" + Self.bad, to: "bad.jsonl")
    let ran = extract("$DIR/bad.jsonl --on-error record")
    #expect(ran.status == .done)
    let found = try records(ran.output).filter { $0["record"] != "claim" }
    let told = found.map { record -> String in
      guard case .string(let kind)? = record["record"] else { return "" }
      if case .integer(let line)? = record["line"] { return "\(kind) \(line)" }
      if case .string(let name)? = record["article"] { return "\(kind) \(name)" }
      return kind
    }
    #expect(
      told == [
        "article 1", "error 2", "error 4", "article 3", "error 5", "error 6", "article 5",
      ])
    #expect(
      found[2]["article"] == "2" && found[1]["article"] == .string(folder.path + "/bad.jsonl"))
    #expect(ran.messages.contains("4 records could not be read"))
  }

  @Test("passes over bad records and counts them, or fails at the end, and reads the rest")
  func otherPolicies() throws {
    try folder.write(Self.bad, to: "bad.jsonl")
    let skipped = extract("$DIR/bad.jsonl --on-error skip")
    #expect(skipped.status == .done && skipped.messages.contains("4 records could not"))
    let failed = extract("$DIR/bad.jsonl --on-error fail")
    #expect(failed.status == .badData && failed.messages.contains("line 4: no \"text\""))
    #expect(failed.output == skipped.output)
    #expect(try records(skipped.output).allSatisfy { $0["record"] != "error" })
  }

  @Test("has no records of errors in a table of claims")
  func tables() {
    let ran = extract("$DIR/dam.txt --format csv --on-error record")
    #expect(ran.status == .usage && ran.messages.contains("csv has no records of errors"))
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
