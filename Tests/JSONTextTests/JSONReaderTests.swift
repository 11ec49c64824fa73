import JSONText
import TestSupport
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test(
    "A valid text gives its value",
    arguments: [
      ("null", JSONValue.null),
      (" true\r\n", true),
      ("\u{FEFF}false", false),
      ("0", 0),
      ("-0", 0),
      ("-12", -12),
      ("9223372036854775807", .integer(Int.max)),
      ("-9223372036854775808", .integer(Int.min)),
      ("2.5", .number(2.5)),
      ("1e3", .number(1000)),
      ("-1.25E-2", .number(-0.0125)),
      ("1e-400", .number(0)),
      ("1.0", .number(1)),
      (#""""#, ""),
      (#""cảng Vân Sa 🚢""#, "cảng Vân Sa 🚢"),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#""\u1ea3\u0111\uD83D\uDEA2""#, "\u{1ea3}đ🚢"),
      (#""a\u0000b""#, "a\0b"),
      ("\"\u{7F}\"", "\u{7F}"),
      ("[]", []),
      ("[ 1 ,[2, [ ]] ]", [1, [2, []]]),
      ("{}", [:]),
      (#"{"a":{"b":[null]},"":1}"#, ["a": ["b": [nil]], "": 1]),
    ] as [(String, JSONValue)])
  func readsValid(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(text) == value)
  }

  @Test(
    "An invalid text gives the place and what was expected there",
    arguments: [
      ("", "line 1, column 1: expected a value, found the end of the text"),
      ("  \n ", "line 2, column 2: expected a value, found the end of the text"),
      ("tru", "line 1, column 1: expected 'true', found 't'"),
      ("nulL", "line 1, column 1: expected 'null', found 'n'"),
      ("'a'", "line 1, column 1: expected a value, found '''"),
      ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
      ("[1,]", "line 1, column 4: expected a value, found ']'"),
      ("[,1]", "line 1, column 2: expected a value, found ','"),
      ("[1", "line 1, column 3: expected ',' or ']', found the end of the text"),
      ("[\n  1,\n  x\n]", "line 3, column 3: expected a value, found 'x'"),
      (#"{"a" 1}"#, "line 1, column 6: expected ':' after the key, found '1'"),
      (#"{"a":1,}"#, "line 1, column 8: expected a key in quotation marks, found '}'"),
      (#"{a:1}"#, "line 1, column 2: expected a key in quotation marks, found 'a'"),
      (#"{"a":1 "b":2}"#, "line 1, column 8: expected ',' or '}', found '\"'"),
      (#"{"a":}"#, "line 1, column 6: expected a value, found '}'"),
      ("// no", "line 1, column 1: expected a value, found '/'"),
      ("01", "line 1, column 1: a number does not start with 0 when more digits follow"),
      ("[-]", "line 1, column 3: expected a digit, found ']'"),
      ("1.", "line 1, column 3: expected a digit, found the end of the text"),
      ("1.e3", "line 1, column 3: expected a digit, found 'e'"),
      ("1e+", "line 1, column 4: expected a digit, found the end of the text"),
      ("+1", "line 1, column 1: expected a value, found '+'"),
      (".5", "line 1, column 1: expected a value, found '.'"),
      ("NaN", "line 1, column 1: expected a value, found 'N'"),
      ("[1e400]", "line 1, column 2: this number is too large to be kept"),
      ("9223372036854775808", "line 1, column 1: this number is too large to be kept"),
      ("-9223372036854775809", "line 1, column 1: this number is too large to be kept"),
      ("1 1", "line 1, column 3: expected the end of the text after the value"),
      ("{}}", "line 1, column 3: expected the end of the text after the value"),
      (#"["cảng", "Vân"#, "line 1, column 10: this string has no closing quotation mark"),
      ("\"a\nb\"", "line 1, column 1: this string has no closing quotation mark"),
      (
        "\"a\tb\"",
        "line 1, column 3: a string holds byte 0x09, which must be written as an escape"
      ),
      (
        #""ừ\x""#,
        #"line 1, column 3: expected an escape such as \n, \" or \u00e9 after the backslash"#
      ),
      (
        #""\u12G4""#,
        #"line 1, column 2: expected an escape such as \n, \" or \u00e9 after the backslash"#
      ),
      (
        #""\ud83d""#,
        #"line 1, column 2: \ud83d is half of a surrogate pair, and its other half is missing"#
      ),
      (
        #""\ud83d\u0041""#,
        #"line 1, column 2: \ud83d is half of a surrogate pair, and its other half is missing"#
      ),
      (
        #""\udea2""#,
        #"line 1, column 2: \udea2 is half of a surrogate pair, and its other half is missing"#
      ),
      (
        "{\"a\":1,\n \"b\":2,\n \"a\":3}",
        "line 3, column 2: the key 'a' stands here again; the first is in line 1, column 2"
      ),
    ])
  func explainsInvalid(text: String, words: String) {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(text) }
    #expect(error?.description == words)
  }

  @Test(
    "Bytes that are no UTF-8 are named with their place",
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2, 0xFF),
      ([0x22, 0xC3, 0x22], 1, 0xC3),
      ([0x22, 0xC0, 0x80, 0x22], 1, 0xC0),
      ([0x22, 0xE1, 0xBA, 0xA3, 0xED, 0xA0, 0x80, 0x22], 4, 0xED),
      ([0x22, 0x5C, 0x6E, 0xF5, 0x22], 3, 0xF5),
      // What it would be decoded to is as long as it.
      ([0x22, 0xF0, 0x9F, 0x98, 0x22], 1, 0xF0),
    ] as [([UInt8], Int, UInt8)])
  func namesInvalidUTF8(bytes: [UInt8], offset: Int, byte: UInt8) {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
    #expect(error?.kind == .invalidUTF8(byte))
    #expect(error?.position.offset == offset)
  }

  @Test("A replacement character that is written is text, and so is nothing")
  func readsReplacements() throws {
    #expect(try JSONReader.read("[\"\u{FFFD}\",\"\"]") == ["\u{FFFD}", ""])
  }

  @Test(
    "However many keys stand before it, one that stands twice is found",
    arguments: [1, 2, 8, 15, 16, 17, 63, 64, 65, 200])
  func findsDuplicate(count: Int) throws {
    let keys = (0..<count).map { "\"key\($0)\":\($0)" }
    guard case .object(let read) = try JSONReader.read("{" + keys.joined(separator: ",") + "}")
    else {
      Issue.record("no object")
      return
    }
    #expect(read.members.map(\.key) == (0..<count).map { "key\($0)" })
    for twin in [0, count / 2, count - 1] {
      let doubled = "{" + (keys + ["\"key\(twin)\":0"]).joined(separator: ",") + "}"
      let error = #expect(throws: JSONError.self) { try JSONReader.read(doubled) }
      guard case .duplicateKey("key\(twin)", _) = error?.kind else {
        Issue.record("not told as a duplicate: \(String(describing: error))")
        continue
      }
    }
  }

  @Test("Nesting to the limit is read, one level more is refused by name")
  func limitsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONReader.read(nested(JSONReader.depthLimit))
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(nested(JSONReader.depthLimit + 1))
    }
    #expect(error?.kind == .tooDeep(limit: 512))
    #expect(error?.position.column == 513)
    #expect(throws: JSONError.self) {
      try JSONReader.read(String(repeating: #"{"a":["#, count: 100_000))
    }
  }

  @Test("A key that stands twice among many is found; two spellings of é are two keys")
  func findsDuplicateAmongMany() throws {
    let keys = (0..<1000).map { "\"k\($0)\":\($0)" }
    _ = try JSONReader.read("{" + keys.joined(separator: ",") + "}")
    let doubled = "{" + (keys + ["\"k700\":0"]).joined(separator: ",\n") + "}"
    let error = #expect(throws: JSONError.self) { try JSONReader.read(doubled) }
    #expect(error?.position.line == 1001)
    guard case .duplicateKey("k700", let first) = error?.kind else {
      Issue.record("not told as a duplicate: \(String(describing: error))")
      return
    }
    #expect(first.line == 701)
    let spellings = try JSONReader.read("{\"\u{e9}\":1,\"e\u{301}\":2}")
    #expect(JSONWriter().string(spellings) == "{\"\u{e9}\":1,\"e\u{301}\":2}")
  }

  @Test("Whatever the bytes, reading ends with a value or an error inside the text")
  func neverTraps() {
    var random = SplitMix(seed: 7)
    let alphabet = Array(#"{}[]",:\u0129eE+-.truefalsn "#.utf8) + [0xC3, 0xA9, 0xFF, 0x0A, 0]
    for _ in 0..<20_000 {
      let bytes = (0..<random.next(below: 40)).map { _ in
        alphabet[random.next(below: alphabet.count)]
      }
      do {
        _ = try JSONReader.read(bytes)
      } catch {
        #expect((0...bytes.count).contains(error.position.offset), "\(bytes)")
        #expect(!error.description.isEmpty)
      }
    }
  }
}
