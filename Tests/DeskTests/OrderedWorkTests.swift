import Testing

@testable import Desk
import TerminalText

@Suite("Work on several threads")
struct OrderedWorkTests {
  private struct Enough: Error {}

  @Test("comes back in order", arguments: [1, 2, 5])
  func order(_ workers: Int) throws {
    var taken = [Int]()
    try OrderedWork.run(Array(0..<500), workers: workers) {
      $0 * 2
    } take: {
      taken.append($1)
    }
    #expect(taken == (0..<500).map { $0 * 2 })
  }

  @Test("stops where nobody takes any more", arguments: [1, 2, 5])
  func stops(_ workers: Int) {
    for end in [0, 1, 40, 499] {
      #expect(throws: Enough.self) {
        try OrderedWork.run(Array(0..<500), workers: workers) {
          $0
        } take: { item, _ in
          if item == end { throw Enough() }
        }
      }
    }
  }
}
