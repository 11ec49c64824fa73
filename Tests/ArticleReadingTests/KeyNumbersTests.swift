import Testing

@testable import ArticleReading

@Suite("Keys by number")
struct KeyNumbersTests {
  @Test("are numbered as they first come", arguments: [0, 1, 16, 500])
  func numbers(count: Int) {
    let keys = (0..<count).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 | 1 }
    let numbers = KeyNumbers(keys + keys.reversed())
    #expect(numbers.count == count)
    #expect(keys.map { numbers[$0] } == keys.indices.map(Optional.init))
    #expect(numbers[2] == nil)
  }
}
