import TestSupport
import Testing

@testable import FactStore

@Test("A search finds what comparing place by place finds", arguments: [1, 2, 3, 4, 5] as [UInt64])
func searchAgrees(seed: UInt64) {
  var generator = SplitMix(seed: seed)
  for _ in 0..<300 {
    let count = Int.random(in: 0...200, using: &generator)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
    let length = Int.random(in: 1...6, using: &generator)
    let needle = (0..<length).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
    let start = Int.random(in: 0...count, using: &generator)
    let wanted = (start..<max(start, count - length + 1)).first { place in
      bytes[place..<place + length].elementsEqual(needle)
    }
    let found = bytes.withUnsafeBufferPointer { ByteSearch(needle).first(in: $0, from: start) }
    #expect(found == wanted)
  }
}

@Test(
  "Days of any precision overlap as they should",
  arguments: [
    ("2023-10", "2023-10-31", true), ("2023-10", "2023-11-01", false), ("2023", "2023-10", true),
    ("5/1/2024", "--01-05", true), ("5/1/2024", "--01-06", false), ("2/2023", "--02-29", false),
    ("2024", "--02-29", true), ("2024", "hôm qua", false), ("2024-13", "2024", nil),
    ("2023-02-29", "2023", nil), ("24", "2024", nil), ("", "2024", nil),
  ] as [(String, String, Bool?)])
func dayRanges(query: String, mention: String, contains: Bool?) {
  #expect(DayRange(parsing: query)?.contains(mention) == contains)
}
