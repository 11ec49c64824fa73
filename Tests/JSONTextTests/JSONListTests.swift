import JSONText
import Testing

@Suite("Lists whose items are parsed when asked for")
struct JSONListTests {
  @Test(
    "The items are those that the whole text has",
    arguments: [
      #"{"a": 1, "list": [1, "x]", {"b": [2, {"c": "}\""}]}, [[]], {}, null, -2.5e3], "z": [3]}"#,
      #"{"list":[]}"#, "{\n\t\"list\" : [ \"\\\\\" , [ ] ]\r\n}", "\u{FEFF}{\"list\": [{}]}",
    ])
  func items(text: String) throws {
    guard case .object(let whole) = try JSONReader.read(text) else {
      Issue.record("no object")
      return
    }
    let (value, lists) = try JSONReader.read(Array(text.utf8), listsAt: ["list", "other"])
    let list = try #require(lists["list"])
    let items = try (0..<list.count).map { try list.item($0) }
    #expect(whole["list"] == .array(items))
    var rest = whole
    rest["list"] = nil
    #expect(value == .object(rest))
    #expect(lists.count == 1)
  }

  @Test(
    "What is no list of an object stays in the value",
    arguments: [
      #"{"list": {"a": []}}"#, #"{"list": null}"#, #"[{"list": [1]}]"#, #""list""#,
      #"{"a": {"list": [1]}}"#,
    ])
  func elsewhere(text: String) throws {
    let (value, lists) = try JSONReader.read(Array(text.utf8), listsAt: ["list"])
    #expect(value == (try JSONReader.read(text)))
    #expect(lists.isEmpty)
  }

  @Test(
    "An error is the one that reading the whole text gives, at once or with its item",
    arguments: [
      #"{"list": [1, {"a": 1}"#, #"{"list": [{"a": 1, "a": 2}]}"#, #"{"list": [{"a" 1}], "b": 2}"#,
      #"{"list": [{"a": [1}, {"b": 2]}]}"#, #"{"list": [[1], ], "b": 2}"#, #"{"list": [1] "b": 2}"#,
      #"{"list": [{"a": "}]}"#, #"{"list": [], "list": [1]}"#, #"{"list": [}]}"#,
      #"{"list": [{"a": 01}]} x"#, #"{"list": [{"a": "\x"}]}"#, #"{"a": 1, "list": [tru]}"#,
    ])
  func errors(text: String) throws {
    let expected = #expect(throws: JSONError.self) { try JSONReader.read(text) }
    let found = #expect(throws: JSONError.self) {
      let (_, lists) = try JSONReader.read(Array(text.utf8), listsAt: ["list"])
      for list in lists.values {
        for index in 0..<list.count { _ = try list.item(index) }
      }
    }
    #expect(found == expected)
  }

  @Test(
    "Lists that were written apart stand as the whole value is written",
    arguments: [
      #"{"b": [{"x": 1}, {"y": [[1, 2], [3, 4]], "z": {"a": "é"}}], "a": 1, "c": {"d": []}}"#,
      #"{"b": [], "c": {"d": {}}}"#,
    ])
  func written(text: String) throws {
    guard case .object(let whole) = try JSONReader.read(text), case .array(let items)? = whole["b"]
    else {
      Issue.record("no list")
      return
    }
    let writer = JSONWriter(pretty: true, sortsKeys: true, lineWidth: 120)
    var root = whole
    root["b"] = nil
    let bytes = writer.bytes(root, lists: ["b": items.map(writer.item)])
    #expect(String(decoding: bytes, as: UTF8.self) == writer.string(.object(whole)))
  }
}
