import JSONText
import TestSupport
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
      ("\u{2027}\u{2028}\u{2029}\u{206A}", "\"\u{2027}\\u2028\\u2029\\u206a\""),
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

@Suite("What steers a terminal")
struct SteeringTests {
  private static let steering: [UInt32] = [
    0, 7, 0x1B, 0x7F, 0x80, 0x90, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
    0x2060, 0x2066, 0x2069, 0x206F, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0000, 0xE0041, 0xE007F,
  ]

  @Test("is escaped in JSON, and read back as it was", arguments: steering)
  func escapes(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "đ\(scalar)\u{1F6A2}x"
    let written = JSONWriter().string(.string(text))
    #expect(!written.unicodeScalars.contains(scalar))
    #expect(try JSONReader.read(written) == .string(text))
  }

  @Test(
    "is nothing else: letters, marks, joined emoji, blanks stay as they are",
    arguments: [
      "\u{A0}", "\u{3000}", "👩\u{200D}🚒", "e\u{301}", "\u{FE0F}", "\u{FFFD}", "\u{E0100}", "س",
      "‹›", "\u{F6E1}",
    ])
  func keeps(_ text: String) { #expect(JSONWriter().string(.string(text)) == "\"\(text)\"") }

  @Test("is escaped in what hashes are made over as it was in version 1.0")
  func hashes() {
    let text = "a\u{9B}b\u{202E}c\u{2066}d\u{FEFF}e\u{2060}f\u{FFF9}g\u{E0041}h\u{206A}"
    #expect(
      JSONWriter.forHashes.string(.string(text))
        == "\"a\\u009bb\\u202ec\\u2066d\u{FEFF}e\u{2060}f\u{FFF9}g\u{E0041}h\u{206A}\"")
    #expect(JSONWriter.forHashes.string(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
  }

  @Test("JSON of a Windows editor is read: UTF-16 of either order, with a mark or without")
  func utf16() throws {
    let text = #"{"tên": "Hồ 🚢", "n": [1, 2]}"#
    let value = try JSONReader.read(text)
    for isLittle in [true, false] {
      for mark in [[0xFEFF] as [UInt16], []] {
        let bytes = (mark + Array(text.utf16)).flatMap { unit -> [UInt8] in
          let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
          return isLittle ? pair : pair.reversed()
        }
        #expect(try JSONReader.read(bytes) == value)
      }
    }
    #expect(try JSONReader.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == value)
  }
}
