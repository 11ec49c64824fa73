import JSONText
import Testing

@Suite("Places in JSON")
struct JSONPathTests {
  static let text = """
    {
      "operations": [
        {"action": "load"},
        {"action": "annotate", "claims": ["c1", "ừm", "c3"]}
      ],
      "version": 1
    }
    """

  @Test(
    "A path leads to the line and column of its value, or as far as it goes",
    arguments: [
      ([], 1, 1),
      ([.key("version")], 6, 14),
      ([.key("operations")], 2, 17),
      ([.key("operations"), .index(1), .key("claims"), .index(2)], 4, 51),
      ([.key("operations"), .index(1), .key("mark")], 4, 5),
      ([.key("operations"), .index(9)], 2, 17),
      ([.key("version"), .key("minor")], 6, 14),
      ([.index(0)], 1, 1),
    ] as [([JSONPath.Step], Int, Int)])
  func findsPlace(steps: [JSONPath.Step], line: Int, column: Int) {
    let place = JSONReader.position(of: JSONPath(steps), in: Array(Self.text.utf8))
    #expect((place.line, place.column) == (line, column))
  }

  @Test("A path is written as people read it")
  func describesPath() {
    let path = JSONPath([.key("claims"), .index(0)]).under(.index(3)).under(.key("operations"))
    #expect(path.description == "operations[3].claims[0]")
  }
}
