import JSONText
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  static let value: JSONValue = [
    "title": "Cháy lớn ở cảng Vân Sa",
    "body": [[0, 12], [13, 480]],
    "agencies": ["AFP", "Tân Hoa Xã"],
    "claims": [
      ["kind": "narrated", "content": [[13, 80]]],
      ["kind": "direct", "speaker": ["name": "bà Lê Thu Hà"]],
    ],
    "none": [], "nothing": [:], "worth": .number(0.71), "left": nil,
  ]

  @Test("Short flat lists and objects stay on a line when a width is given")
  func keepsShortLines() {
    let written = JSONWriter(pretty: true, sortsKeys: true, lineWidth: 60).string(Self.value)
    #expect(
      written == """
        {
          "agencies": ["AFP", "Tân Hoa Xã"],
          "body": [[0, 12], [13, 480]],
          "claims": [
            {"content": [[13, 80]], "kind": "narrated"},
            {
              "kind": "direct",
              "speaker": {"name": "bà Lê Thu Hà"}
            }
          ],
          "left": null,
          "none": [],
          "nothing": {},
          "title": "Cháy lớn ở cảng Vân Sa",
          "worth": 0.71
        }
        """)
  }

  @Test("A list that is wider than the line is broken, item by item")
  func breaksLongLines() {
    let value: JSONValue = ["body": [[0, 12], [13, 480], [481, 500]]]
    let written = JSONWriter(pretty: true, lineWidth: 30).string(value)
    #expect(
      written == """
        {
          "body": [
            [0, 12],
            [13, 480],
            [481, 500]
          ]
        }
        """)
  }

  @Test("Compact text has no blanks, and members in the order they were put in")
  func writesCompact() {
    #expect(
      JSONWriter().string(["b": [1, .number(2.5)], "a": ["x", nil, true]])
        == #"{"b":[1,2.5],"a":["x",null,true]}"#)
  }

  @Test(
    "What could act on a terminal is escaped",
    arguments: [
      ("a\"b\\c/", #""a\"b\\c/""#),
      ("\n\r\t\0\u{1B}[31m", #""\n\r\t\u0000\u001b[31m""#),
      ("\u{7F}\u{80}\u{9F}\u{A0}", "\"\\u007f\\u0080\\u009f\u{A0}\""),
      ("\u{61C}\u{61D}\u{200E}\u{202E}x\u{2066}", "\"\\u061c\u{61D}\\u200e\\u202ex\\u2066\""),
      ("\u{2027}\u{2028}\u{2029}\u{206A}", "\"\u{2027}\\u2028\\u2029\u{206A}\""),
      ("người 🚢", "\"người 🚢\""),
    ])
  func escapes(text: String, written: String) {
    #expect(JSONWriter().string(.string(text)) == written)
  }

  @Test(
    "Numbers are written so that they read back as they were",
    arguments: [
      (.integer(0), "0"), (.integer(-7), "-7"), (.integer(Int.min), "\(Int.min)"),
      (.integer(1_234_567), "1234567"), (.number(2), "2"), (.number(0.1), "0.1"),
      (.number(1e300), "1e+300"), (.number(-0.0), "-0.0"), (.number(.nan), "null"),
      (.number(-.infinity), "null"),
    ] as [(JSONValue, String)])
  func writesNumbers(value: JSONValue, written: String) {
    #expect(JSONWriter().string(value) == written)
  }

  @Test("What is written reads back as the same bytes, in every layout")
  func roundTrips() throws {
    var random = SplitMix(seed: 21)
    for _ in 0..<2000 {
      let value = random.value(depth: 4)
      let compact = JSONWriter().bytes(value)
      for writer in [
        JSONWriter(), JSONWriter(pretty: true), JSONWriter(pretty: true, lineWidth: 40),
      ] {
        let read = try JSONReader.read(writer.bytes(value))
        #expect(JSONWriter().bytes(read) == compact)
      }
    }
  }
}

extension SplitMix {
  mutating func value(depth: Int) -> JSONValue {
    switch next(below: depth == 0 ? 5 : 7) {
    case 0: .null
    case 1: .bool(next() & 1 == 0)
    case 2: .integer(Int(truncatingIfNeeded: next()))
    case 3: .number(Double(next() >> 12) / 4096)
    case 4: .string(text())
    case 5: .array((0..<next(below: 5)).map { _ in value(depth: depth - 1) })
    default: .object(object(depth: depth - 1))
    }
  }

  private mutating func object(depth: Int) -> JSONObject {
    var object = JSONObject()
    for number in 0..<next(below: 25) { object.append("\(number)" + text(), value(depth: depth)) }
    return object
  }

  private mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<next(below: 12) {
      text.append(Unicode.Scalar(UInt32(next(below: 0x2100))) ?? "?")
    }
    return String(text)
  }
}
