import Lexicons
import Testing

@testable import ClaimExtraction

@Suite("A set of keys")
struct KeySetTests {
  @Test("has its words and no others", arguments: [0, 1, 2, 7, 64, 1000])
  func words(count: Int) {
    let set = keys((0..<count).map { "từ\($0)" })
    #expect(set.isEmpty == (count == 0))
    for number in 0..<2 * count + 1 {
      #expect(set.contains(WordKey("TỪ\(number)").exact) == (number < count))
    }
    #expect(!set.contains(0))
  }
}
