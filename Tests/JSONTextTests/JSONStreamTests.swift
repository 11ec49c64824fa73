import JSONText
import Testing

@Suite("JSON written piece by piece")
struct JSONStreamTests {
  private func text(_ write: (inout JSONStream) -> Void) -> String {
    var stream = JSONStream(out: [])
    write(&stream)
    return String(decoding: stream.out, as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (3, "3"), (-17, "-17"), (0.5, "0.5"), (-2.25, "-2.25"),
      (1e15, "1000000000000000"), (1e18, "1e+18"), (-0x1p63, "-9.223372036854776e+18"),
      (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
    ] as [(Double, String)])
  func `has whole numbers without a point, and null for what JSON cannot hold`(
    number: Double, written: String
  ) {
    #expect(text { $0.number(number) } == written)
  }

  @Test(arguments: [0, 7, 10, -1, 1_000_000, Int.max, Int.min])
  func `has whole numbers as they are`(number: Int) {
    #expect(text { $0.integer(number) } == "\(number)")
  }

  @Test(
    arguments: [
      (0.123_456, 3, "0.123"), (0.9996, 3, "1"), (12, 2, "12"), (1234.5678, 2, "1234.5678"),
      (0.7, 2, "0.7"), (0.07, 2, "0.07"), (10.05, 2, "10.05"), (0.004, 2, "0"), (-0.004, 2, "0"),
      (-0.25, 2, "-0.25"), (0.96, 1, "1"), (0.5, 0, "1"),
    ] as [(Double, Int, String)])
  func `has no more digits behind the point than asked for`(
    number: Double, places: Int, written: String
  ) {
    #expect(text { $0.decimal(number, places: places) } == written)
  }

  @Test(arguments: ["", "Bộ Ngoại giao", "\"a\\b\"\n", "\u{1B}[31m\u{202E}x", "𝄞\u{E0041}"])
  func `has strings as the writer of whole values has them`(string: String) {
    #expect(text { $0.string(string) } == JSONWriter().string(.string(string)))
    #expect(
      text { $0.list([string, nil]) { $0.string($1) } }
        == JSONWriter().string(.array([.string(string), .null])))
  }
}
