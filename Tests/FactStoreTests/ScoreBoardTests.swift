import ClaimModel
import TestSupport
import Testing

@testable import FactStore

@Suite("The best of many sums")
struct ScoreBoardTests {
  @Test("are those that sorting all of them gives, the lower number first of two alike")
  func agreesWithSorting() {
    var random = SplitMix(seed: 11)
    let board = ScoreBoard(count: 400)
    for _ in 0..<300 {
      var sums = [Int: Double]()
      for _ in 0..<random.next(below: 600) {
        let number = random.next(below: 400)
        let weight = Double(1 + random.next(below: 4))
        sums[number, default: 0] += weight
        board.add(weight, to: number)
      }
      if let gone = sums.keys.min(), random.next(below: 2) == 0 {
        sums[gone] = nil
        board.remove(gone)
      }
      let limit = 1 + random.next(below: 120)
      let expected =
        sums.count > limit
        ? Array(sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).prefix(limit))
        : sums.keys.sorted()
      #expect(board.takeBest(limit) == expected)
    }
  }
}

@Suite("Long comparisons")
struct LongComparisonTests {
  private struct Enough: Error {}

  /// Stories of two claims each, all on one event.
  private static func store(_ count: Int) throws -> FactStore {
    var store = FactStore()
    let stories = (0..<count).map { number in
      Stories.story(
        "\(number).txt",
        "Ông Trần Kha cho biết cảng Vân Sa đóng cửa. Bà Mai Chi nói \(number) tàu quay lại.",
        agencies: ["AFP"],
        claims: [
          ("cảng Vân Sa đóng cửa", "Ông Trần Kha", "cho biết", .indirect),
          ("\(number) tàu quay lại", "Bà Mai Chi", "nói", .indirect),
        ])
    }
    try store.apply(.load(stories))
    return store
  }

  @Test("hear of the claims and pairs that are done, and end where that throws")
  func interrupted() throws {
    let store = try Self.store(12)
    var heard = [Int]()
    #expect(throws: Enough.self) {
      _ = try store.independence(of: Array(store.claims)) { done in
        heard.append(done)
        if done == 3 { throw Enough() }
      }
    }
    #expect(heard == [0, 1, 2, 3])
    var pairs = [Int]()
    #expect(throws: Enough.self) {
      _ = try Self.store(24).conflicts { done, total in
        if total > 0 { pairs.append(done) }
        if pairs.count == 2 { throw Enough() }
      }
    }
    #expect(pairs == [0, 64])
  }

  @Test("give the same for a claim alone as for all of them, rulings among them")
  func sameAlone() throws {
    var store = try Self.store(9)
    try store.apply(.ruleMatch(ClaimID(1), ClaimID(3), .confirmed))
    let all = store.independence(of: Array(store.claims))
    for one in all {
      let id = try #require(one.carriers.first?.claim)
      #expect(store.independence(of: [id]) == [one])
    }
    #expect(all.contains { $0.carriers.count > 1 })
  }
}
